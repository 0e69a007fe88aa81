"""Events as a table that a person reads: who, whom, what, when, status and the words."""

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kroniek.document import Event, Party

NARROWEST = 110
"""Columns that a table takes at least when it is not shown in a terminal."""


def console() -> Console:
    """Standard output, never narrower than a table needs when it goes to a file or pipe."""
    terminal = Console()
    if terminal.is_terminal:
        return terminal
    return Console(width=max(terminal.width, NARROWEST))


def print_events(rows: Iterable[tuple[str, Event]], title: str = "") -> None:
    """A table of events, each with the id to show beside it."""
    table = Table(title=title or None, title_justify="left", show_lines=True)
    for name, share in (("who", 3), ("whom", 3), ("what", 2), ("when", 2), ("status", 2)):
        table.add_column(name, ratio=share, overflow="fold")
    table.add_column("evidence", ratio=8, overflow="fold")
    table.add_column("id", no_wrap=True)
    for name, event in rows:
        table.add_row(*map(Text, cells(event)), Text(name))
    console().print(table)


def cells(event: Event) -> tuple[str, ...]:
    """Who, whom, what, when, status and evidence of an event, each in one string."""
    what = f"{event.type} {event.mode}" if event.mode else event.type
    when = event.date.value if event.date else ""
    quotes = " / ".join(f"“{span.text}”" for span in event.evidence)
    return parties(event.actors), parties(event.recipients), what, when, event.status, quotes


def parties(members: Sequence[Party]) -> str:
    """Parties by name or mention, with their codes."""
    return ", ".join(
        (party.name or party.text) + (f" ({party.code})" if party.code else "") for party in members
    )
