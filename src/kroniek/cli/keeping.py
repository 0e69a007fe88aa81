"""`kroniek add`, `events` and `show`: the ledger from the command line."""

import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kroniek.cli import options
from kroniek.cli.inputs import Inputs, writing
from kroniek.cli.progress import Adding
from kroniek.cli.show import print_entry
from kroniek.cli.tables import print_events
from kroniek.errors import InputError
from kroniek.ledger import Filter, Ledger, write_events


class Format(StrEnum):
    """How events of the ledger are written."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    for command in (add, events, show):
        app.command()(command)


def add(
    files: options.Files,
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    lang: options.Lang = None,
    published: options.Published = None,
    columns: options.ColumnMapping = None,
    rejects: Annotated[
        Path | None, typer.Option(help="File for what was rejected and why, as JSON Lines.")
    ] = None,
    fetch: Annotated[
        bool, typer.Option("--fetch", help="Fetch the pages and feeds that lists give.")
    ] = False,
    parse_all: options.ParseAll = False,
    workers: options.Workers = None,
) -> None:
    """Code articles and keep them in a ledger; what it has already changes nothing."""
    from kroniek.runners import code_in_workers

    counts: Counter[str] = Counter()
    with Adding() as bar, writing(rejects) as kept_rejects, Ledger(ledger) as kept:
        inputs = Inputs(
            files, lang, published,
            columns=columns, fetches=fetch, rejects=kept_rejects, on_read=bar.read,
        )  # fmt: skip
        bar.expect(inputs.bytes)
        for article in code_in_workers(
            inputs, workers or 1, inputs.failed, first_pass=not parse_all
        ):
            counts[kept.add(article)] += 1
            counts["events"] += len(article.events)
            bar.show(counts, inputs.rejected)
    skipped = f", {inputs.skipped} skipped" if inputs.skipped else ""
    typer.echo(
        f"{counts['new']} new, {counts['revised']} revised, {counts['unchanged']} unchanged, "
        f"{inputs.rejected} rejected{skipped}; {counts['events']} events coded",
        err=True,
    )
    inputs.finish()


def events(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    status: options.EventStatus = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    review: options.Review = None,
    format: Annotated[Format, typer.Option(help="How to write the events.")] = Format.TABLE,
    output: options.Output = None,
) -> None:
    """List the events of the newest revision of every article, by day."""
    wanted = Filter(actor, recipient, type, status, since, until, text, review=review)
    with existing(ledger) as kept:
        found = kept.events(wanted)
        if format is Format.TABLE:
            print_events((entry.event, entry.published) for entry in found)
        elif output is not None:
            with output.open("wb") as stream:
                write_events(found, format, stream)
        elif format is Format.PARQUET:
            raise InputError("--format parquet", "is binary; give a file with --output")
        else:
            write_events(found, format, sys.stdout.buffer)


def show(
    event: Annotated[str, typer.Argument(help="Id of an event, or how it begins.")],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
) -> None:
    """Show one event with all that is known of it, in the words of its article."""
    with existing(ledger) as kept:
        entry = kept.event(event)
        print_entry(entry, kept.article(entry), kept.relations(entry))


def existing(where: str) -> Ledger:
    """A ledger that is there already: reading must not make an empty one."""
    if "://" not in where and not Path(where).is_file():
        raise InputError(where, "there is no such ledger; `kroniek add FILE` makes one")
    return Ledger(where)
