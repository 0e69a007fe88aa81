"""Events as they stand: as coded, or as people left them. Derived from events and decisions
whenever either changes, so that whoever reads events need not apply decisions.

The newest revision of an article counts. An event that people corrected or added is a row of its
own under that revision, and stands in place of the coded one; one that they rejected is kept as
rejected. A decision about an event that the newest coding lacks holds while its words stand.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session, selectinload

from kroniek.document import TITLE_BREAK, Event
from kroniek.ledger.moving import moved
from kroniek.ledger.rows import (
    event_of,
    event_row,
    evidence_values,
    party_values,
    quantity_values,
)
from kroniek.ledger.schema import (
    STATE_OF,
    UNDO,
    EventRow,
    EvidenceRow,
    PartyRow,
    QuantityRow,
    ReviewRow,
    RevisionRow,
    StandingRow,
    State,
)
from kroniek.ledger.search import newest

CHUNK = 500
"""Articles or events that are asked for in one go."""


def mark(session: Session) -> str:
    """A text that changes whenever an article comes in or a decision is made or undone."""
    revision = session.scalar(select(func.max(RevisionRow.number))) or 0
    newest_first = select(ReviewRow.number).order_by(ReviewRow.number.desc()).limit(1)
    review = session.scalar(newest_first.where(ReviewRow.blind.is_(False))) or 0
    return f"{revision}.{review}"


def stand(session: Session, coded: Mapping[int, Sequence[int]]) -> None:
    """Lets newly coded events stand, given by the number of their article: every one in place of
    those before, and the decisions about them applied.
    """
    articles = list(coded)
    for at in range(0, len(articles), CHUNK):
        chunk = articles[at : at + CHUNK]
        session.execute(delete(StandingRow).where(StandingRow.article_number.in_(chunk)))
        rows = [
            {"event_number": number, "article_number": article, "state": "open", "review": None}
            for article in chunk
            for number in coded[article]
        ]
        if rows:
            session.execute(insert(StandingRow.__table__), rows)  # type: ignore[arg-type]
        decided: dict[int, set[str]] = defaultdict(set)
        for article, event in session.execute(
            select(ReviewRow.article_number, ReviewRow.event_id).where(
                ReviewRow.article_number.in_(chunk), ReviewRow.blind.is_(False)
            )
        ):
            decided[article].add(event)
        for article, ids in decided.items():
            restand(session, article, ids)


def restand(session: Session, article: int, ids: Collection[str]) -> None:
    """Lets the decisions about some events of an article, by their ids, hold."""
    told = session.scalars(
        select(RevisionRow).where(RevisionRow.article_number == article, newest())
    ).one()
    every = sorted(ids)
    for at in range(0, len(every), CHUNK):
        _restand(session, told, every[at : at + CHUNK])


def not_undone(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    """The decisions that nobody took back."""
    every = list(rows)
    undone = {row.undoes for row in every}
    return [row for row in every if row.verdict != UNDO and row.number not in undone]


def _restand(session: Session, told: RevisionRow, ids: Sequence[str]) -> None:
    coded = _coded(session, told.number, ids)
    found: dict[str, list[ReviewRow]] = defaultdict(list)
    query = select(ReviewRow).where(
        ReviewRow.article_number == told.article_number,
        ReviewRow.event_id.in_(ids),
        ReviewRow.blind.is_(False),
    )
    for row in not_undone(session.scalars(query.order_by(ReviewRow.number))):
        found[row.event_id].append(row)
    numbers = select(EventRow.number).where(
        EventRow.revision_number == told.number, EventRow.id.in_(ids)
    )
    session.execute(delete(StandingRow).where(StandingRow.event_number.in_(numbers)))
    rows = [_standing(session, told, coded.get(event), found[event]) for event in ids]
    session.add_all(row for row in rows if row is not None)
    session.flush()


def _coded(session: Session, revision: int, ids: Sequence[str]) -> dict[str, EventRow]:
    rows = session.scalars(
        select(EventRow)
        .where(EventRow.revision_number == revision, EventRow.review == 0, EventRow.id.in_(ids))
        .options(
            selectinload(EventRow.parties),
            selectinload(EventRow.evidence),
            selectinload(EventRow.quantities),
        )
    )
    return {row.id: row for row in rows}


def _standing(
    session: Session, told: RevisionRow, coded: EventRow | None, found: Sequence[ReviewRow]
) -> StandingRow | None:
    """How an event stands after the decisions about it, oldest first; None when it has no words
    to stand on.
    """
    if not found:
        return _row(told, coded.number, "open", None) if coded else None
    decision = found[-1]
    state = STATE_OF[decision.verdict]
    if state == "rejected" and coded is not None:
        return _row(told, coded.number, state, decision.number)
    left = next((row for row in reversed(found) if row.event is not None), None)
    whole = told.title + TITLE_BREAK + told.text if told.title else told.text
    event = moved(Event.model_validate(left.event), whole) if left else None
    if left is None or event is None:
        return _row(told, coded.number, "open", None) if coded else None
    if coded is not None and event_of(coded) == event:
        return _row(told, coded.number, state, decision.number)
    return _row(told, _kept(session, told, event, left), state, decision.number)


def _row(told: RevisionRow, event: int, state: State, review: int | None) -> StandingRow:
    return StandingRow(
        event_number=event, article_number=told.article_number, state=state, review=review
    )


def _kept(session: Session, told: RevisionRow, event: Event, decision: ReviewRow) -> int:
    """The number of the row of an event as a decision left it, which is made when it is new."""
    number = session.scalar(
        select(EventRow.number).where(
            EventRow.revision_number == told.number,
            EventRow.id == decision.event_id,
            EventRow.review == decision.number,
        )
    )
    if number is not None:
        return number
    last = select(func.max(EventRow.position)).where(EventRow.revision_number == told.number)
    row = EventRow(
        **event_row(told, event, decision.event_id),
        revision_number=told.number,
        position=(session.scalar(last) or 0) + 1,
        review=decision.number,
    )
    session.add(row)
    session.flush()
    session.add_all(PartyRow(**values) for values in party_values(event, row.number))
    session.add_all(EvidenceRow(**values) for values in evidence_values(event, row.number))
    session.add_all(QuantityRow(**values) for values in quantity_values(event, row.number))
    return row.number
