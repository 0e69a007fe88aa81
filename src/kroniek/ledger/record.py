"""The record over time: commitments, statements, reactions, contradictions, and track records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as Day
from typing import Any, Final, TypeVar

from sqlalchemy import Select, func, select

from kroniek.errors import LedgerError
from kroniek.ledger.commitments import THREATS, Commitment
from kroniek.ledger.contents import types_of
from kroniek.ledger.contradictions import Contradiction
from kroniek.ledger.deriving import refresh
from kroniek.ledger.reactions import Reaction
from kroniek.ledger.record_rows import RecordPartyRow, RecordRow
from kroniek.ledger.search import Filter, contains, has_parties
from kroniek.ledger.statements import Statement
from kroniek.ledger.store import Ledger
from kroniek.ledger.told_by import Frozen
from kroniek.ledger.trackrecord import Record, track_record
from kroniek.ledger.verdicts import VERDICTS, Verdict, as_decided, holding, keep_verdict, status_of

T = TypeVar("T", bound=Frozen)
_MODELS: Final[dict[str, type[Commitment | Contradiction | Reaction]]] = {
    "commitment": Commitment, "contradiction": Contradiction, "reaction": Reaction,
}  # fmt: skip
"""The parts of the record that people decide about."""


def _select(part: str, wanted: Filter, kinds: Sequence[str]) -> Select[Any]:
    query = select(RecordRow.body).where(RecordRow.part == part)
    owner, key = RecordPartyRow.record_number, RecordPartyRow.key
    query = query.where(*has_parties(wanted, RecordRow.number, RecordPartyRow, owner, key))
    if kinds:
        query = query.where(RecordRow.kind.in_(kinds))
    if wanted.type is not None:
        query = query.where(RecordRow.kind == wanted.type)
    if wanted.status is not None:
        query = query.where(RecordRow.status == wanted.status)
    if wanted.since is not None:
        query = query.where(RecordRow.day >= wanted.since)
    if wanted.until is not None:
        query = query.where(RecordRow.day <= wanted.until)
    if wanted.text is not None:
        query = query.where(contains(RecordRow.words, wanted.text))
    return query


class Found(list[T]):
    """What was found in the order of its days, the newest ones if there was a limit; `total` is
    how many there are in all.
    """

    def __init__(self, found: Iterable[T], total: int) -> None:
        super().__init__(found)
        self.total = total


def _find(
    ledger: Ledger, part: str, model: type[T], wanted: Filter | None, limit: int | None,
    kinds: Sequence[str] = (),
) -> Found[T]:  # fmt: skip
    refresh(ledger)
    query = _select(part, wanted or Filter(), kinds)
    with ledger.session() as session:
        ordered = query.order_by(RecordRow.day.desc(), RecordRow.number.desc())
        bodies = session.scalars(ordered.limit(limit)).all()
        held = holding(session)
        total = len(bodies)
        if limit is not None and total == limit:
            total = session.scalar(select(func.count()).select_from(query.subquery())) or 0
    entries = (model.model_validate_json(body) for body in reversed(bodies))
    return Found((as_decided(one, held) for one in entries), total)


def find_commitments(
    ledger: Ledger,
    wanted: Filter | None = None,
    kinds: Sequence[str] = (),
    means: str | None = None,
    limit: int | None = None,
    act: str | None = None,
) -> Found[Commitment]:
    """Commitments that pass a filter (its `type` is a kind, its `status` an outcome), of these
    kinds, by these means, to do an `act` of an event type; the newest `limit`.
    """
    if means is None and act is None:
        return _find(ledger, "commitment", Commitment, wanted, limit, kinds)
    every = _find(ledger, "commitment", Commitment, wanted, None, kinds)
    chosen = [
        one for one in every if means in (None, *one.means) and act in (None, *types_of(one.acts))
    ]
    return Found(chosen[-limit:] if limit else chosen, len(chosen))


def find_statements(
    ledger: Ledger, wanted: Filter | None = None, limit: int | None = None
) -> Found[Statement]:
    """Statements that pass a filter: its `actor` is the speaker, its `status` the form."""
    return _find(ledger, "statement", Statement, wanted, limit)


def find_reactions(
    ledger: Ledger, wanted: Filter | None = None, limit: int | None = None
) -> Found[Reaction]:
    """Reactions that pass a filter: its `actor` answers, its `recipient` is answered, its `type`
    that of the answer, its `status` said or inferred.
    """
    return _find(ledger, "reaction", Reaction, wanted, limit)


def find_contradictions(
    ledger: Ledger, wanted: Filter | None = None, limit: int | None = None
) -> Found[Contradiction]:
    """Contradictions that pass a filter: its `status` is stated, proposed, accepted or rejected."""
    return _find(ledger, "contradiction", Contradiction, wanted, limit)


def record_of(
    ledger: Ledger,
    actor: str,
    means: str | None = None,
    target: str | None = None,
    since: Day | None = None,
    until: Day | None = None,
    kinds: Sequence[str] = THREATS,
) -> Record:
    """The track record of an actor's threats (or commitments of other kinds) in a period."""
    wanted = Filter(actor=actor, recipient=target, since=since, until=until)
    return track_record(find_commitments(ledger, wanted, kinds, means))


def decide(
    ledger: Ledger, prefix: str, verdict: str, by: str, note: str = "", part: str | None = None
) -> Verdict:
    """Sets the outcome of a commitment, or accepts or rejects a proposed contradiction or inferred
    reaction, by its id or the beginning of it, among those of a `part` if given; "undo" lets what
    was derived hold again. LedgerError when there is no such entry, or more than one, or the
    verdict is none for it.
    """
    refresh(ledger)
    with ledger.session(writes=True) as session:
        rows = session.scalars(
            select(RecordRow)
            .where(
                RecordRow.part.in_([part] if part else VERDICTS),
                RecordRow.id.startswith(prefix, autoescape=True),
            )
            .order_by(RecordRow.number)
        ).all()
        rows = [row for row in rows if row.id == prefix] or rows
        fitting = [row for row in rows if verdict in VERDICTS[row.part]]
        if not rows:
            raise LedgerError(f"nothing in the record has an id that begins with {prefix!r}")
        if not fitting:
            known = ", ".join(VERDICTS[rows[0].part])
            raise LedgerError(f"{verdict!r} is no verdict on a {rows[0].part}; give one of {known}")
        if len({(row.part, row.id) for row in fitting}) > 1:
            shown = ", ".join(f"{row.part} {row.id}" for row in fitting[:5])
            raise LedgerError(f"{prefix!r} begins {len(fitting)} ids: {shown}; give more")
        row = fitting[0]
        made = keep_verdict(session, row.part, row.id, verdict, by, note)
        session.flush()
        row.status = status_of(_MODELS[row.part].model_validate_json(row.body), holding(session))
    return made
