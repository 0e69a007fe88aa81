"""Threads of the ledger: found by a filter, and split or joined by people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date as Day
from typing import Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from kroniek.errors import LedgerError
from kroniek.ledger.record import Found
from kroniek.ledger.schema import RevisionRow
from kroniek.ledger.search import Filter, contains, has_parties, newest
from kroniek.ledger.store import Ledger
from kroniek.ledger.thread import PREFIX, Count, Figure, Member, Merge, Reason, Spot, Thread
from kroniek.ledger.thread_decisions import JOIN, SPLIT, decided, keep, ordered
from kroniek.ledger.thread_making import refresh
from kroniek.ledger.thread_rows import CopyRow, ThreadEventRow, ThreadPartyRow, ThreadRow
from kroniek.ledger.told_by import Frozen
from kroniek.ledger.verdicts import UNDO

__all__ = [
    "Count", "Figure", "Member", "Merge", "Reason", "Spot", "Thread", "Twin",
    "copies_in", "decide", "decides", "find_threads", "join", "refresh", "select_threads", "split",
    "thread_of", "undo",
]  # fmt: skip


CHUNK: Final = 500
"""Threads that are read in one go."""


class Twin(Frozen):
    """An article that is a copy of an original, by their ids; `likeness` lies between 0 and 1."""

    article: str
    original: str
    likeness: float


def find_threads(
    ledger: Ledger,
    wanted: Filter | None = None,
    limit: int | None = None,
    sources: int = 1,
    per_day: int | None = None,
) -> Found[Thread]:
    """Threads that pass a filter, told by at least so many sources, in the order of their days: of
    each first day the `per_day` that most sources tell, and of these the newest `limit`. `total`
    counts all that pass.
    """
    refresh(ledger)
    query = select_threads(wanted or Filter(), sources).with_only_columns(
        ThreadRow.number, ThreadRow.first_day
    )
    every = query.subquery()
    with ledger.session() as session:
        total = session.scalar(select(func.count()).select_from(every)) or 0
        if per_day is not None:
            query = _most_told(query, per_day)
        columns = query.selected_columns
        newest_first = query.order_by(columns.first_day.desc(), columns.number.desc())
        numbers = [row.number for row in session.execute(newest_first.limit(limit))]
        bodies = {
            number: body
            for at in range(0, len(numbers), CHUNK)
            for number, body in session.execute(
                select(ThreadRow.number, ThreadRow.body).where(
                    ThreadRow.number.in_(numbers[at : at + CHUNK])
                )
            )
        }
    return Found((Thread.model_validate_json(bodies[n]) for n in reversed(numbers)), total)


def _most_told(query: Select[int, Day], per_day: int) -> Select[int, Day]:
    """Of the threads of a query those that most sources tell, so many of each first day."""
    most_first = (ThreadRow.sources.desc(), ThreadRow.number)
    rank = func.row_number().over(partition_by=ThreadRow.first_day, order_by=most_first)
    ranked = query.add_columns(rank.label("rank")).subquery()
    return select(ranked.c.number, ranked.c.first_day).where(ranked.c.rank <= per_day)


def select_threads(wanted: Filter, sources: int = 1) -> Select[ThreadRow]:
    """The rows of threads that pass a filter, as `refresh` keeps them, in no order. `review` says
    nothing about threads.
    """
    query = select(ThreadRow)
    owner, key = ThreadPartyRow.thread_number, ThreadPartyRow.key
    query = query.where(*has_parties(wanted, ThreadRow.number, ThreadPartyRow, owner, key))
    if wanted.type is not None:
        query = query.where(ThreadRow.type == wanted.type)
    if wanted.status is not None:
        query = query.where(ThreadRow.status == wanted.status)
    if wanted.since is not None:
        query = query.where(ThreadRow.last_day >= wanted.since)
    if wanted.until is not None:
        query = query.where(ThreadRow.first_day <= wanted.until)
    if wanted.text is not None:
        query = query.where(contains(ThreadRow.words, wanted.text))
    if wanted.context is not None:
        query = query.where(ThreadRow.contexts.contains(f"|{wanted.context}|", autoescape=True))
    if wanted.country is not None:
        query = query.where(ThreadRow.country == wanted.country)
    return query if sources == 1 else query.where(ThreadRow.sources >= sources)


def thread_of(ledger: Ledger, prefix: str) -> Thread:
    """The thread whose id, or that of one of its events, begins so; LedgerError when there is none
    or more than one.
    """
    refresh(ledger)
    with ledger.session() as session:
        return _thread(session, prefix)


def copies_in(ledger: Ledger, thread: Thread) -> list[Twin]:
    """Which articles of a thread are copies, and of which."""
    refresh(ledger)
    first, copy = aliased(RevisionRow), aliased(RevisionRow)
    query = (
        select(copy.id, first.id, CopyRow.likeness)
        .join(copy, copy.article_number == CopyRow.article_number)
        .join(first, first.article_number == CopyRow.original_number)
        .where(copy.id.in_({member.told.article for member in thread.members}))
        .order_by(CopyRow.article_number)
    )
    with ledger.session() as session:
        latest = select(RevisionRow.number).where(newest())
        rows = session.execute(query.where(copy.number.in_(latest), first.number.in_(latest)))
        return [Twin(article=a, original=b, likeness=round(share, 2)) for a, b, share in rows]


def decides(prefix: str, verdict: str) -> bool:
    """Whether a verdict on what begins so is one about threads."""
    return verdict in (SPLIT, JOIN) or (verdict == UNDO and prefix.startswith(PREFIX))


def decide(
    ledger: Ledger, prefix: str, verdict: str, by: str, note: str = "", other: str | None = None
) -> Thread:
    """Splits, joins (with `other`) or undoes, as the functions of those names do."""
    if verdict == SPLIT:
        return split(ledger, prefix, by, note)
    if verdict == UNDO:
        return undo(ledger, prefix, by, note)
    if other is None:
        raise LedgerError("join takes two threads: give the other one too (--with ID)")
    return join(ledger, prefix, other, by, note)


def split(ledger: Ledger, event: str, by: str, note: str = "") -> Thread:
    """Takes an event, by the beginning of its id, out of its thread; the thread that it is in then.
    LedgerError when it is alone in it.
    """
    refresh(ledger)
    with ledger.session(writes=True) as session:
        thread, leaving = _thread(session, event), _event(session, event)
        others = [told for told in _events(thread) if told != leaving]
        if not others:
            raise LedgerError(f"event {leaving} is the only one of its thread: nothing to split")
        for other in others:
            keep(session, leaving, other, SPLIT, by, note)
    return thread_of(ledger, leaving)


def join(ledger: Ledger, one: str, other: str, by: str, note: str = "") -> Thread:
    """Makes one thread of two, each by the beginning of its id or that of an event in it. That they
    were split no longer counts. LedgerError when they are one already.
    """
    refresh(ledger)
    with ledger.session(writes=True) as session:
        first, second = _thread(session, one), _thread(session, other)
        if first.id == second.id:
            raise LedgerError(f"{one!r} and {other!r} are in one thread already: {first.id}")
        apart = decided(session).parted
        for a in _events(first):
            for b in _events(second):
                if ordered(a, b) in apart:
                    keep(session, a, b, UNDO, by, note)
        told = _events(first)[0]
        for b in _events(second):
            keep(session, told, b, JOIN, by, note)
    return thread_of(ledger, told)


def undo(ledger: Ledger, prefix: str, by: str, note: str = "") -> Thread:
    """Takes back what was decided about the events of a thread; the thread that its first event is
    in then. LedgerError when nothing was.
    """
    refresh(ledger)
    with ledger.session(writes=True) as session:
        thread = _thread(session, prefix)
        pairs = decided(session).about(set(_events(thread)))
        if not pairs:
            raise LedgerError(f"nothing was decided about thread {thread.id}")
        for a, b in pairs:
            keep(session, a, b, UNDO, by, note)
    return thread_of(ledger, _events(thread)[0])


def _events(thread: Thread) -> list[str]:
    return [member.told.event for member in thread.members if member.told.event]


def _event(session: Session, prefix: str) -> str:
    found = session.scalars(
        select(ThreadEventRow.event)
        .where(ThreadEventRow.event.startswith(prefix, autoescape=True))
        .order_by(ThreadEventRow.event)
    ).all()
    return _only(found, prefix, "give the event that is to leave its thread, not a thread")


def _thread(session: Session, prefix: str) -> Thread:
    of_events = select(ThreadEventRow.thread_number).where(
        ThreadEventRow.event.startswith(prefix, autoescape=True)
    )
    rows = session.execute(
        select(ThreadRow.id, ThreadRow.body)
        .where(ThreadRow.id.startswith(prefix, autoescape=True) | ThreadRow.number.in_(of_events))
        .order_by(ThreadRow.id)
    ).all()
    _only([row.id for row in rows], prefix, "`kroniek threads` lists them")
    return Thread.model_validate_json(rows[0].body)


def _only(ids: Sequence[str], prefix: str, hint: str) -> str:
    if not ids:
        raise LedgerError(f"no thread or event has an id that begins with {prefix!r}; {hint}")
    if len(ids) > 1:
        raise LedgerError(f"{prefix!r} begins {len(ids)} ids: {', '.join(ids[:5])}; give more")
    return ids[0]
