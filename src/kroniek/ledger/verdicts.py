"""What people decided about the record: outcomes set, proposals accepted or rejected; rows are
only added, and the newest about an entry holds.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import singledispatch
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kroniek.ledger.commitments import OUTCOMES, Commitment, Finding
from kroniek.ledger.contradictions import Contradiction
from kroniek.ledger.reactions import Reaction
from kroniek.ledger.schema import Base
from kroniek.ledger.told_by import Frozen

UNDO: Final = "undo"
"""The verdict that lets what was derived hold again."""
JUDGED: Final = {"accept": "accepted", "reject": "rejected"}
VERDICTS: Final = {
    "commitment": (*OUTCOMES, UNDO), "contradiction": (*JUDGED, UNDO), "reaction": (*JUDGED, UNDO),
}  # fmt: skip
"""What may be decided about each part of the record."""


class VerdictRow(Base):
    """One decision about an entry of the record; `part` and `id` say which."""

    __tablename__ = "record_verdicts"

    number: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[str]
    id: Mapped[str] = mapped_column(index=True)
    verdict: Mapped[str]
    note: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]


class Verdict(Frozen):
    """What someone decided about an entry of the record; `at` is UTC."""

    part: str
    id: str
    verdict: str
    note: str
    by: str
    at: datetime


Held = dict[tuple[str, str], Verdict]


def keep_verdict(session: Session, part: str, id: str, verdict: str, by: str, note: str) -> Verdict:
    """Adds a decision."""
    at = datetime.now(UTC).replace(tzinfo=None)
    made = Verdict(part=part, id=id, verdict=verdict, note=note, by=by, at=at)
    session.add(VerdictRow(**made.model_dump()))
    return made


def holding(session: Session) -> Held:
    """The decision that holds about each entry, by part and id."""
    found: Held = {}
    for row in session.scalars(select(VerdictRow).order_by(VerdictRow.number)):
        one = Verdict.model_validate({n: getattr(row, n) for n in Verdict.model_fields})
        found[row.part, row.id] = one
    return {key: one for key, one in found.items() if one.verdict != UNDO}


@singledispatch
def as_decided(entry: Frozen, _held: Held) -> Any:
    """An entry of the record as people decided; one that nobody can decide about as it is."""
    return entry


@as_decided.register
def _commitment(entry: Commitment, held: Held) -> Commitment:
    """A commitment goes by the id of any event that tells it."""
    verdict = _first(held, "commitment", (told.event or "" for told in entry.told))
    if verdict is None:
        return entry
    finding = Finding(
        status=verdict.verdict, how="decision", day=verdict.at.date(), score=1.0,  # type: ignore[arg-type]
        note=", ".join(filter(None, (verdict.by, verdict.note))),
    )  # fmt: skip
    findings = (finding, *entry.findings)
    return entry.model_copy(update={"status": verdict.verdict, "findings": findings})


@as_decided.register
def _contradiction(entry: Contradiction, held: Held) -> Contradiction:
    verdict = held.get(("contradiction", entry.id))
    return entry.model_copy(update={"state": JUDGED[verdict.verdict]}) if verdict else entry


@as_decided.register
def _reaction(entry: Reaction, held: Held) -> Reaction:
    verdict = held.get(("reaction", entry.id))
    return entry.model_copy(update={"how": JUDGED[verdict.verdict]}) if verdict else entry


def status_of(entry: Commitment | Contradiction | Reaction, held: Held) -> str:
    """The outcome, state or how of an entry as people decided: what it is found by."""
    now = as_decided(entry, held)
    if isinstance(now, Commitment):
        return now.status
    return now.how if isinstance(now, Reaction) else now.state


def _first(held: Held, part: str, ids: Iterable[str]) -> Verdict | None:
    return next((held[part, key] for key in ids if (part, key) in held), None)
