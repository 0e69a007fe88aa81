"""Keeps threads up to date: they are made anew when articles come in, people decide or the weights
change.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from itertools import islice
from threading import Lock
from typing import Any, Final

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from kroniek.ledger.before import asked_as_it_was
from kroniek.ledger.schema import Base
from kroniek.ledger.standing import mark
from kroniek.ledger.store import Ledger
from kroniek.ledger.thread_decisions import PART
from kroniek.ledger.thread_rows import (
    CopyRow,
    ThreadEventRow,
    ThreadMarkRow,
    ThreadPartyRow,
    ThreadRow,
)
from kroniek.ledger.verdicts import VerdictRow

BATCH: Final = 5000
"""Rows that are added in one go."""

ATTEMPTS: Final = 2
"""How often threads are derived again when others wrote meanwhile."""

_lock: Final = Lock()

Rows = dict[type[Base], list[dict[str, Any]]]
"""The rows of each table, in the order in which the tables can be filled."""


def refresh(ledger: Ledger) -> None:
    """Makes the threads anew when anything that they rest on has changed, unless they are asked for
    `as_it_was`. Others can write while they are derived, which is done again when one did.
    """
    if asked_as_it_was():
        return
    with _lock:
        for _ in range(ATTEMPTS):
            with ledger.session() as session:
                now = _now(session)
                if _made(session) == now:
                    return
                rows = _derived(session)
            with ledger.session(writes=True) as session:
                _replace(session, now, rows)


def is_fresh(ledger: Ledger) -> bool:
    """Whether the threads are made of the ledger as it now is."""
    with ledger.session() as session:
        return _made(session) == _now(session)


def _derived(session: Session) -> Rows:
    # Imported here, because asking for threads that are made needs no names and hash functions.
    from kroniek.ledger.thread_deriving import derive

    return derive(session)


def _replace(session: Session, now: str, rows: Rows) -> None:
    """Puts rows in the place of those that were there, made of the ledger as it was at a mark."""
    for table in (ThreadEventRow, ThreadPartyRow, ThreadRow, CopyRow, ThreadMarkRow):
        session.execute(delete(table))
    session.execute(insert(ThreadMarkRow), [{"mark": now}])
    for filled, values in rows.items():
        rest = iter(values)
        while some := list(islice(rest, BATCH)):
            session.execute(insert(Base.metadata.tables[filled.__tablename__]), some)


def _made(session: Session) -> str | None:
    return session.scalar(select(ThreadMarkRow.mark))


def _now(session: Session) -> str:
    """A text that changes with the events, the decisions and the weights."""
    last = select(func.max(VerdictRow.number)).where(VerdictRow.part == PART)
    return f"{mark(session)}.{session.scalar(last) or 0}.{_weights()}"


@cache
def _weights() -> str:
    weights = (files("kroniek.ledger") / "likeness.yaml").read_bytes()
    return hashlib.sha256(weights).hexdigest()[:8]
