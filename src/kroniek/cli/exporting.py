"""`kroniek export`: events of the ledger in the formats of others."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kroniek.cli import options
from kroniek.cli.keeping import existing
from kroniek.errors import InputError
from kroniek.ledger import Filter


class ExportFormat(StrEnum):
    """Formats of `kroniek export`."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    PLOVER = "plover"
    GDELT = "gdelt"
    FTM = "ftm"
    PACKAGE = "package"


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(export)


def export(
    format: Annotated[ExportFormat, typer.Option(help="What to write; see docs/exports.md.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder to write into, new or empty.")
    ],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    status: options.EventStatus = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    review: options.Review = None,
) -> None:
    """Export events, of the newest revision of every article, as files in a folder."""
    from kroniek.reports.exports import FORMATS

    wanted = Filter(actor, recipient, type, status, since, until, text, review=review)
    with existing(ledger) as kept:
        _prepare(output)
        written = FORMATS[format](kept.events(wanted), output)
    left_out = f", {written.left_out} left out" if written.left_out else ""
    count = len(written.files)
    files = f"{count} file{'' if count == 1 else 's'}"
    typer.echo(f"{written.events} events in {output} ({files}){left_out}", err=True)


def _prepare(folder: Path) -> None:
    """Makes the folder; one with files in it is refused, so that no old export mixes in."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InputError(str(folder), "is not empty; give a new folder with --output")
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError(str(folder), "is a file; give a folder with --output") from error
    except OSError as error:
        raise InputError(str(folder), f"cannot be made: {error.strerror}") from error
