"""What people decided about events: accepted, rejected, corrected, added; rows are only added.

A decision holds the event as it then was, so that it stays when the article is coded anew. What a
person codes blind is kept apart, for comparing with another's.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.orm import Session

from kroniek.document import Event
from kroniek.errors import LedgerError
from kroniek.ledger.articles import Told, told_article
from kroniek.ledger.moving import moved
from kroniek.ledger.schema import STATE_OF, UNDO, EventRow, ReviewRow, RevisionRow, State, Verdict
from kroniek.ledger.search import newest
from kroniek.ledger.standing import not_undone, restand
from kroniek.ledger.store import Ledger


class Decision(BaseModel):
    """What someone decided about an event; times are UTC."""

    model_config = ConfigDict(frozen=True)

    number: int
    article: int
    event_id: str
    verdict: Verdict
    event: Event | None
    by: str
    at: datetime


def decide(
    ledger: Ledger,
    article: int,
    event_id: str,
    verdict: Verdict,
    event: Event | None,
    by: str,
    blind: bool = False,
) -> Decision:
    """Keeps a decision; the newest about an event holds."""
    row = ReviewRow(
        article_number=article,
        event_id=event_id,
        verdict=verdict,
        event=event.model_dump(mode="json") if event else None,
        blind=blind,
        by=by,
        at=datetime.now(UTC).replace(tzinfo=None),
    )
    with ledger.session(writes=True) as session:
        session.add(row)
        session.flush()
        if not blind:
            restand(session, article, {event_id})
        return _decision(row)


class AnothersError(LedgerError):
    """A decision that is another person's to take back."""


def undo(ledger: Ledger, number: int, by: str, others: bool = True) -> Decision:
    """Takes a decision back; the one before it holds again. Returns what was taken back. Another's
    is refused when blind, or unless `others`.
    """
    with ledger.session(writes=True) as session:
        row = session.get(ReviewRow, number)
        undone = session.scalar(select(ReviewRow.number).where(ReviewRow.undoes == number))
        if row is None or row.verdict == UNDO:
            raise LedgerError(f"there is no decision {number}")
        if undone is not None:
            raise LedgerError(f"decision {number} is undone already")
        if row.by != by and (row.blind or not others):
            raise AnothersError(f"decision {number} is another's to take back")
        session.add(
            ReviewRow(
                article_number=row.article_number,
                event_id=row.event_id,
                verdict=UNDO,
                blind=row.blind,
                undoes=number,
                by=by,
                at=datetime.now(UTC).replace(tzinfo=None),
            )
        )
        session.flush()
        if not row.blind:
            restand(session, row.article_number, {row.event_id})
        return _decision(row)


def decisions(
    ledger: Ledger, article: int | None = None, blind_of: str | None = None
) -> list[Decision]:
    """The decisions that stand, oldest first: the open ones, or those of one coder blind."""
    with ledger.session() as session:
        return list(_standing(session, article, blind_of))


def blind_codings(ledger: Ledger) -> list[Decision]:
    """All that stands of what was coded blind, by whomever."""
    with ledger.session() as session:
        query = select(ReviewRow).where(ReviewRow.blind)
        return list(map(_decision, not_undone(session.scalars(query.order_by(ReviewRow.number)))))


class Step(BaseModel):
    """Something that happened to an event by a person's hand: a verdict, or "undo"."""

    model_config = ConfigDict(frozen=True)

    number: int
    verdict: str
    state: State | None
    event: Event | None
    by: str
    at: datetime


def history(ledger: Ledger, article: int, event_id: str) -> list[Step]:
    """All that people openly decided about an event, what they took back too, oldest first."""
    query = select(ReviewRow).where(
        ReviewRow.article_number == article,
        ReviewRow.event_id == event_id,
        ReviewRow.blind.is_(False),
    )
    with ledger.session() as session:
        return [
            Step(
                number=row.number, verdict=row.verdict, state=STATE_OF.get(row.verdict),
                event=Event.model_validate(row.event) if row.event else None, by=row.by, at=row.at,
            )
            for row in session.scalars(query.order_by(ReviewRow.number))
        ]  # fmt: skip


def latest(found: Iterable[Decision]) -> dict[str, Decision]:
    """The decision that holds about each event, by its id."""
    return {one.event_id: one for one in found}


@dataclass(frozen=True)
class Left:
    """An event as people left it: its state, and the decision that made it so."""

    id: str
    event: Event
    state: State
    decision: Decision | None


def as_left(told: Told, found: Iterable[Decision]) -> list[Left]:
    """The events of an article as these decisions (oldest first) leave them, those rejected too, in
    the order of the text. A decision about words that the text no longer has counts as none.
    """
    by_event: dict[str, list[Decision]] = defaultdict(list)
    for one in found:
        by_event[one.event_id].append(one)
    coded = {event.id: event for event in told.events}
    every = [
        _left(event, coded.get(event), by_event.get(event, []), told.document.whole)
        for event in dict.fromkeys((*coded, *by_event))
    ]
    kept = [one for one in every if one is not None]
    return sorted(kept, key=lambda one: (one.event.trigger.start, one.id))


def _left(id: str, coded: Event | None, found: list[Decision], whole: str) -> Left | None:
    if coded is not None and found and found[-1].verdict == "reject":
        return Left(id, coded, "rejected", found[-1])
    last = next((one.event for one in reversed(found) if one.event is not None), None)
    event = moved(last, whole) if last is not None else None
    if event is not None:
        return Left(id, event, STATE_OF[found[-1].verdict], found[-1])
    return Left(id, coded, "open", None) if coded is not None else None


def gold(ledger: Ledger) -> Iterator[dict[str, Any]]:
    """Articles of which people decided every event, in the shape of gold."""
    by_article: dict[int, list[Decision]] = {}
    for one in decisions(ledger):
        by_article.setdefault(one.article, []).append(one)
    for number, found in by_article.items():
        told = told_article(ledger, number)
        if {event.id for event in told.events} <= set(latest(found)):
            yield _gold(told, found)


def event_article(ledger: Ledger, event_id: str) -> int:
    """The number of the article that tells an event; LedgerError when none does."""
    with ledger.session() as session:
        number = session.scalar(
            select(RevisionRow.article_number)
            .join(EventRow, EventRow.revision_number == RevisionRow.number)
            .where(EventRow.id == event_id, newest())
            .limit(1)
        )
        if number is None:
            number = session.scalar(
                select(ReviewRow.article_number).where(ReviewRow.event_id == event_id).limit(1)
            )
    if number is None:
        raise LedgerError(f"no event {event_id!r} in the ledger")
    return number


def _gold(told: Told, found: list[Decision]) -> dict[str, Any]:
    kept = [one.event for one in as_left(told, found) if one.state != "rejected"]
    record = told.document.model_dump(mode="json")
    ids = {event.id for event in kept}
    record["events"] = [event.model_dump(mode="json") for event in kept]
    record["relations"] = [
        one.model_dump(mode="json", by_alias=True)
        for one in told.relations
        if {one.source, one.target} <= ids
    ]
    for event in record["events"]:
        event["date"] = event["date"] and event["date"]["value"]
        event["place"] = event["place"] and event["place"]["name"]
        event["attribution"] = event["attribution"] and event["attribution"]["text"]
        event["condition"] = event["condition"] and event["condition"]["text"]
        event["trigger"] = event["trigger"]["text"]
        event["evidence"] = [span["text"] for span in event["evidence"]]
    return record


def _standing(session: Session, article: int | None, blind_of: str | None) -> Iterator[Decision]:
    query = select(ReviewRow).where(ReviewRow.blind == (blind_of is not None))
    if blind_of is not None:
        query = query.where(ReviewRow.by == blind_of)
    if article is not None:
        query = query.where(ReviewRow.article_number == article)
    rows = session.scalars(query.order_by(ReviewRow.number))
    yield from map(_decision, not_undone(rows))


def _decision(row: ReviewRow) -> Decision:
    return Decision(
        number=row.number,
        article=row.article_number,
        event_id=row.event_id,
        verdict=row.verdict,  # type: ignore[arg-type]
        event=Event.model_validate(row.event) if row.event else None,
        by=row.by,
        at=row.at,
    )
