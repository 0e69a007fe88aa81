"""`kroniek brief`: what happened in a period, as a page to read."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from kroniek.cli import options
from kroniek.cli.keeping import existing
from kroniek.errors import InputError
from kroniek.ledger import Filter


class BriefFormat(StrEnum):
    """How a brief is written."""

    HTML = "html"
    MD = "md"
    PDF = "pdf"


def _language() -> Any:
    def parse(value: str) -> str:
        from kroniek.reports.sentences import brief_languages

        known = brief_languages()
        if value.lower() not in known:
            raise InputError("--lang", f"no briefs in {value!r}; choose from {', '.join(known)}")
        return value.lower()

    return typer.Option("--lang", parser=parse, metavar="CODE", help="Language of the brief.")


BriefLang = Annotated[str, _language()]


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(brief)


def brief(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    since: options.Since = None,
    until: options.Until = None,
    actor: options.Actor = None,
    lang: BriefLang = "en",
    format: Annotated[
        BriefFormat | None, typer.Option(help="How to write it; html unless the file's name says.")
    ] = None,
    output: options.Output = None,
) -> None:
    """Write a news brief of a period, each sentence with its sources."""
    from kroniek.reports.brief import brief_content, render

    chosen = _format(format, output)
    path = output or Path(f"out/brief.{chosen}")
    with existing(ledger) as kept:
        made = brief_content(kept, Filter(actor=actor, since=since, until=until), lang)
    page = render(made, chosen)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    typer.echo(f"{made.sentences} sentences from {len(made.notes)} sources in {path}", err=True)


def _format(format: BriefFormat | None, output: Path | None) -> str:
    """The format that is asked for, else that of the file's name, else HTML."""
    if format is not None:
        return format.value
    suffix = output.suffix.lstrip(".").lower() if output is not None else ""
    return suffix if suffix in list(BriefFormat) else BriefFormat.HTML.value
