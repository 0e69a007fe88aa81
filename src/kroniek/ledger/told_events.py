"""Reads many events at once, as they stand after what people decided: for what is derived."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from kroniek.ledger.schema import EventRow, EvidenceRow, PartyRow, QuantityRow, RevisionRow
from kroniek.ledger.search import newest, stands

CHUNK: Final = 500
"""Revisions that are read in one go."""


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """The rows of an event that has a day and evidence, and of its article."""

    event: Any
    article: Any
    parties: Sequence[Any]
    evidence: Sequence[Any]
    quantities: Sequence[Any]


def newest_revisions(session: Session) -> Iterator[Sequence[int]]:
    """The numbers of the newest revisions, CHUNK at a time."""
    numbers = session.scalars(select(RevisionRow.number).where(newest())).all()
    for at in range(0, len(numbers), CHUNK):
        yield numbers[at : at + CHUNK]


def told_events(session: Session, revisions: Sequence[int]) -> Iterator[ToldEvent]:
    """The events of some revisions, in the order of their articles and texts."""
    articles = {
        row.number: row
        for row in session.execute(
            select(
                RevisionRow.number, RevisionRow.article_number, RevisionRow.id, RevisionRow.lang,
                RevisionRow.published, RevisionRow.title, RevisionRow.text, RevisionRow.source,
            ).where(RevisionRow.number.in_(revisions))
        )
    }  # fmt: skip
    events = session.execute(
        select(
            EventRow.number, EventRow.revision_number, EventRow.position, EventRow.id,
            EventRow.type, EventRow.mode, EventRow.contexts, EventRow.status, EventRow.date,
            EventRow.first_day, EventRow.last_day, EventRow.place, EventRow.attribution,
            EventRow.condition, EventRow.trigger,
        )
        .join(EventRow.standing)
        .where(EventRow.revision_number.in_(revisions), stands())
        .order_by(EventRow.revision_number, EventRow.position)
    ).all()  # fmt: skip
    parties, evidence, quantities = (
        _parts(session, table, revisions) for table in (PartyRow, EvidenceRow, QuantityRow)
    )
    for event in events:
        if event.first_day is not None and event.number in evidence:
            yield ToldEvent(
                event,
                articles[event.revision_number],
                parties.get(event.number, ()),
                evidence[event.number],
                quantities.get(event.number, ()),
            )


def _parts(session: Session, table: Any, revisions: Sequence[int]) -> Mapping[int, list[Any]]:
    """The rows of a table of parts, by the number of their event."""
    found: dict[int, list[Any]] = defaultdict(list)
    rows = session.execute(
        select(*table.__table__.columns)
        .join(EventRow, EventRow.number == table.event_number)
        .where(EventRow.revision_number.in_(revisions))
        .order_by(table.event_number, table.position)
    )
    for row in rows:
        found[row.event_number].append(row)
    return found
