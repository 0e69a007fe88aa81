"""`kroniek search`: articles of the ledger by the words in them."""

import json
from dataclasses import asdict
from enum import StrEnum
from typing import Annotated

import typer
from rich.text import Text

from kroniek.cli import options
from kroniek.cli.keeping import existing
from kroniek.cli.tables import console
from kroniek.ledger.fulltext import Hit, search_articles


class HitFormat(StrEnum):
    """How found articles are written."""

    TEXT = "text"
    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command(context_settings={"ignore_unknown_options": True})(search)


def search(
    words: Annotated[
        list[str],
        typer.Argument(help='Words, "phrases", begin*, -without, either OR other.'),
    ],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    lang: options.Lang = None,
    since: options.Since = None,
    until: options.Until = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many articles.")] = 20,
    format: Annotated[HitFormat, typer.Option(help="How to write them.")] = HitFormat.TEXT,
) -> None:
    """Search the articles of a ledger by their words, the best first."""
    with existing(ledger) as kept:
        hits = search_articles(kept, " ".join(words), lang, since, until, limit)
    if format is HitFormat.JSONL:
        for hit in hits:
            typer.echo(json.dumps(asdict(hit), ensure_ascii=False, default=str))
        return
    for hit in hits:
        _print(hit)
    if not hits:
        typer.echo("no article has these words", err=True)


def _print(hit: Hit) -> None:
    out = console()
    told = "  ".join(filter(None, (str(hit.published or ""), hit.lang, hit.source or hit.id)))
    out.print(Text(hit.title or hit.id, style="bold"), Text(told, style="dim"))
    shown = Text(" ".join(hit.snippet.text.split("\n")))
    for start, end in hit.snippet.marks:
        shown.stylize("reverse", start, end)
    out.print(shown)
    out.print()
