"""Events as a table that a person reads: who, whom, what, when, status and the words."""

from collections.abc import Iterable, Sequence
from datetime import date as Day

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kroniek.document import Event, Party
from kroniek.ontology import MODES

ID_SHOWN = 8
"""Characters of an event's id that are shown; `kroniek show` takes them."""

LONGEST_MODE = max(len(mode) for modes in MODES.values() for mode in modes)

NARROWEST = 120
"""Columns that a table takes at least when it is not shown in a terminal."""


def console() -> Console:
    """Standard output, never narrower than a table needs when it goes to a file or pipe."""
    terminal = Console()
    if terminal.is_terminal:
        return terminal
    return Console(width=max(terminal.width, NARROWEST))


def print_events(rows: Iterable[tuple[Event, Day | None]], title: str = "") -> None:
    """A table of events; one without a date shows the day of publication in brackets."""
    table = Table(title=title or None, title_justify="left", show_lines=True, expand=True)
    table.add_column("who", ratio=4, overflow="fold")
    table.add_column("whom", ratio=4, overflow="fold")
    table.add_column("what", width=LONGEST_MODE, overflow="fold")
    table.add_column("when", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("evidence", ratio=9, overflow="fold")
    table.add_column("id", no_wrap=True)
    for event, published in rows:
        who, whom, what, when, status, quotes = cells(event)
        when = when or (f"({published})" if published else "")
        table.add_row(*map(Text, (who, whom, what, when, status, quotes, event.id[:ID_SHOWN])))
    console().print(table)


def cells(event: Event) -> tuple[str, ...]:
    """Who, whom, what, when, status and evidence of an event, each in one string."""
    what = f"{event.type} {event.mode}" if event.mode else event.type
    when = event.date.value if event.date else ""
    quotes = " / ".join(f"“{' '.join(span.text.split())}”" for span in event.evidence)
    return parties(event.actors), parties(event.recipients), what, when, event.status, quotes


def parties(members: Sequence[Party]) -> str:
    """Parties by name or mention, with their codes."""
    return ", ".join(
        (party.name or party.text) + (f" ({party.code})" if party.code else "") for party in members
    )
