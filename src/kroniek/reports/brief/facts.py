"""What a brief asks of the ledger that no other question answers: events by their ids, the threads
that they are in, and counts by day, type and pair over a whole period.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from kroniek.ledger import Entry, Filter, Ledger
from kroniek.ledger.schema import EventRow
from kroniek.ledger.search import select_events
from kroniek.ledger.store import entry_of, whole_entries
from kroniek.ledger.thread import Thread
from kroniek.ledger.thread_rows import ThreadEventRow, ThreadPartyRow, ThreadRow
from kroniek.ledger.threads import select_threads

_CHUNK: Final = 500
"""Ids that are asked for in one go."""
HISTORICAL: Final = "historical"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events of a type and status began and ended on these days."""

    first: Day
    last: Day
    type: str
    status: str
    number: int


def entries_of(ledger: Ledger, ids: Iterable[str]) -> dict[str, Entry]:
    """Events by their ids, as people left them."""
    found: dict[str, Entry] = {}
    with ledger.session() as session:
        for some in _chunks(sorted(set(ids))):
            query = select_events(Filter()).where(EventRow.id.in_(some)).options(*whole_entries())
            found |= {row.id: entry_of(row) for row in session.scalars(query)}
    return found


def threads_of(ledger: Ledger, events: Iterable[str]) -> dict[str, str]:
    """The ids of the threads that events are in, by those of the events."""
    found: dict[str, str] = {}
    with ledger.session() as session:
        for some in _chunks(sorted(set(events))):
            query = (
                select(ThreadEventRow.event, ThreadRow.id)
                .join(ThreadRow, ThreadRow.number == ThreadEventRow.thread_number)
                .where(ThreadEventRow.event.in_(some))
            )
            found |= {row[0]: row[1] for row in session.execute(query)}
    return found


def tallies(ledger: Ledger, wanted: Filter) -> list[Tally]:
    """Threads that pass a filter, counted by their days, type and status."""
    columns = (ThreadRow.first_day, ThreadRow.last_day, ThreadRow.type, ThreadRow.status)
    query = select_threads(wanted).with_only_columns(*columns, func.count())
    query = query.group_by(*columns).order_by(*columns)
    with ledger.session() as session:
        return [Tally(*row) for row in session.execute(query)]


def pairs(ledger: Ledger, wanted: Filter) -> list[tuple[str, str, int]]:
    """How many threads went from one state or organisation to another, by code, the most first."""
    news = select_threads(wanted).where(ThreadRow.status != HISTORICAL)
    chosen = news.with_only_columns(ThreadRow.number).cte("chosen")
    # Materialized, and sides behind a function: else SQLite begins with the parties of all threads.
    chosen = chosen.prefix_with("MATERIALIZED")
    who, whom = aliased(ThreadPartyRow), aliased(ThreadPartyRow)
    query = (
        select(who.key, whom.key, func.count())
        .select_from(chosen)
        .join(who, (who.thread_number == chosen.c.number) & (func.lower(who.side) == "actors"))
        .join(
            whom, (whom.thread_number == chosen.c.number) & (func.lower(whom.side) == "recipients")
        )
        .where(who.key != whom.key)
        .group_by(who.key, whom.key)
        .order_by(func.count().desc(), who.key, whom.key)
    )
    with ledger.session() as session:
        found = [(str(row[0]), str(row[1]), int(row[2])) for row in session.execute(query)]
    return [pair for pair in found if pair[0].isupper() and pair[1].isupper()]


def newest_threads(
    ledger: Ledger, wanted: Filter, kinds: Iterable[str], statuses: Iterable[str], limit: int
) -> list[Thread]:
    """The newest threads that pass a filter, of these types and statuses, in the order of days."""
    query = (
        select_threads(wanted)
        .with_only_columns(ThreadRow.body)
        .where(ThreadRow.type.in_(tuple(kinds)), ThreadRow.status.in_(tuple(statuses)))
        .order_by(ThreadRow.first_day.desc(), ThreadRow.number.desc())
        .limit(limit)
    )
    with ledger.session() as session:
        bodies = session.scalars(query).all()
    return [Thread.model_validate_json(body) for body in reversed(bodies)]


def articles(ledger: Ledger, wanted: Filter) -> int:
    """How many articles tell the events that pass a filter."""
    query = (
        select_events(wanted)
        .with_only_columns(func.count(EventRow.revision_number.distinct()))
        .order_by(None)
    )
    with ledger.session() as session:
        return session.scalar(query) or 0


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + _CHUNK] for at in range(0, len(ids), _CHUNK))
