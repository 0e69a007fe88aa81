"""Derives the record over time from the events, and keeps it in tables of its own."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date as Day
from threading import Lock
from typing import Any, Final

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from kroniek.ledger.act_rows import acts_of
from kroniek.ledger.acts import Act, Link
from kroniek.ledger.before import asked_as_it_was
from kroniek.ledger.commitments import Commitment, commitments
from kroniek.ledger.contradictions import Contradiction, contradictions
from kroniek.ledger.outcomes import settled
from kroniek.ledger.reactions import Reaction, reactions
from kroniek.ledger.record_rows import RecordPartyRow, RecordRow
from kroniek.ledger.standing import mark
from kroniek.ledger.statements import Statement, statements
from kroniek.ledger.store import Ledger
from kroniek.ledger.told_by import Frozen, Who
from kroniek.ledger.verdicts import Held, holding, status_of

MARK: Final = "mark"
"""The part under which the record keeps what the ledger held when it was made."""
ATTEMPTS: Final = 2
"""How often the record is derived again when others wrote meanwhile."""
BATCH: Final = 2000
"""Entries that are added in one go."""

_Values = tuple[dict[str, Any], list[dict[str, Any]]]
_lock: Final = Lock()


@dataclass(frozen=True)
class _Row:
    """An entry of the record: its `status` as people decided, its `body` as derived."""

    part: str
    id: str
    day: Day
    kind: str
    status: str
    actors: Sequence[Who]
    recipients: Sequence[Who]
    words: Iterable[str]
    body: Frozen


def refresh(ledger: Ledger) -> None:
    """Makes the record anew when articles came in or people decided since it was made, unless it is
    asked for `as_it_was`. Others can write while it is derived, which is done again when one did.
    """
    if asked_as_it_was():
        return
    with _lock:
        for _ in range(ATTEMPTS):
            with ledger.session() as session:
                now = mark(session)
                if _made(session) == now:
                    return
                held = holding(session)
                with _no_collecting():
                    acts, links = acts_of(session)
                    rows = list(_rows(acts, links, held))
                    values = _values(rows)
            with ledger.session(writes=True) as session:
                since = holding(session)
                if since != held:
                    _restate(rows, values, since)
                _replace(session, now, values)


def _restate(rows: Iterable[_Row], values: Iterable[_Values], held: Held) -> None:
    """Gives entries the status that they have after other decisions about the record."""
    for row, (made, _) in zip(rows, values, strict=True):
        if isinstance(row.body, Commitment | Contradiction | Reaction):
            made["status"] = status_of(row.body, held)


def is_fresh(ledger: Ledger) -> bool:
    """Whether the record is made of the ledger as it now is."""
    with ledger.session() as session:
        return _made(session) == mark(session)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Without looking for garbage, which takes a third of the time: all that is made stays in use
    until the end.
    """
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _made(session: Session) -> str | None:
    """The mark under which the record was made."""
    return session.scalar(select(RecordRow.id).where(RecordRow.part == MARK))


def _rows(acts: Sequence[Act], links: Sequence[Link], held: Held) -> Iterator[_Row]:
    today = max((act.published or act.first for act in acts), default=Day.min)
    for one in settled(commitments(acts), acts, links, today):
        yield _commitment_row(one, held)
    for said in statements(acts):
        yield _statement_row(said)
    for answer in reactions(acts, links):
        yield _reaction_row(answer, held)
    for pair in contradictions(acts, links):
        yield _contradiction_row(pair, held)


def _commitment_row(one: Commitment, held: Held) -> _Row:
    return _Row(
        part="commitment", id=one.id, day=one.day, kind=one.kind, status=status_of(one, held),
        actors=one.actors, recipients=one.recipients,
        words=[words for source in one.told for words in (source.words, source.title)], body=one,
    )  # fmt: skip


def _statement_row(one: Statement) -> _Row:
    return _Row(
        part="statement", id=one.id, day=one.day, kind=one.type, status=one.form,
        actors=one.speakers, recipients=one.addressees, words=(one.told.words, one.told.title),
        body=one,
    )  # fmt: skip


def _reaction_row(one: Reaction, held: Held) -> _Row:
    answer, cause = one.answer, one.cause
    return _Row(
        part="reaction", id=one.id, day=answer.day, kind=answer.type, status=status_of(one, held),
        actors=answer.actors, recipients=cause.actors,
        words=(answer.told.words, cause.told.words, answer.told.title), body=one,
    )  # fmt: skip


def _contradiction_row(one: Contradiction, held: Held) -> _Row:
    later = one.later
    return _Row(
        part="contradiction", id=one.id, day=later.day, kind=later.type,
        status=status_of(one, held), actors=later.actors, recipients=later.recipients,
        words=(later.told.words, one.earlier.told.words), body=one,
    )  # fmt: skip


def _values(rows: Iterable[_Row]) -> list[_Values]:
    """The row of each entry, and those of its parties."""
    values = []
    for number, row in enumerate(rows, 1):
        made = {
            "number": number, "part": row.part, "id": row.id, "day": row.day,
            "kind": row.kind, "status": row.status,
            "words": "\n".join(row.words).casefold(), "body": row.body.model_dump_json(),
        }  # fmt: skip
        parties = [
            {
                "record_number": number, "side": side, "key": key,
                "words": f"{who.code or ''}\n{who.name}".casefold(),
            }
            for side, members in (("actors", row.actors), ("recipients", row.recipients))
            for key, who in {who.key: who for who in members}.items()
        ]  # fmt: skip
        values.append((made, parties))
    return values


def _replace(session: Session, now: str, values: Sequence[_Values]) -> None:
    """Puts rows in the place of those that were there."""
    session.execute(delete(RecordPartyRow))
    session.execute(delete(RecordRow))
    for at in range(0, len(values), BATCH):
        some = values[at : at + BATCH]
        session.execute(insert(RecordRow), [made for made, _ in some])
        parties = [party for _, told in some for party in told]
        if parties:
            session.execute(insert(RecordPartyRow), parties)
    empty = {"kind": "", "status": "", "words": "", "body": ""}
    session.add(RecordRow(number=0, part=MARK, id=now, day=Day.min, **empty))
