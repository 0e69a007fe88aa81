"""`kroniek threads`: events as all articles tell them, and why those were taken together."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from kroniek.cli import options, thread_tables
from kroniek.cli.keeping import existing
from kroniek.cli.listing import DEFAULT_LIMIT, Format, Limit, Shape, write_found
from kroniek.ledger import Filter
from kroniek.ledger.threads import copies_in, find_threads, thread_of

EXPLAIN: Final = "Id of a thread or of an event in it: all that tells it, and what joined them."


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(threads)


def threads(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    status: options.EventStatus = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    sources: Annotated[int, typer.Option(min=1, help="Told by at least so many sources.")] = 1,
    explain: Annotated[str | None, typer.Option(metavar="ID", help=EXPLAIN)] = None,
    limit: Limit = DEFAULT_LIMIT,
    format: Format = Shape.TABLE,
) -> None:
    """List events with all articles that tell them; copies of an article count once."""
    with existing(ledger) as kept:
        if explain is not None:
            thread = thread_of(kept, explain)
            if format is Shape.JSON:
                typer.echo(thread.model_dump_json())
            else:
                thread_tables.explained(thread, copies_in(kept, thread))
            return
        wanted = Filter(actor, recipient, type, status, since, until, text)
        found = find_threads(kept, wanted, limit or None, sources)
    write_found(found, format, thread_tables.threads)
