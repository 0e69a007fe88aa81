"""People split and join threads; what they decided holds when the threads are made anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from kroniek.errors import LedgerError
from kroniek.ledger import Ledger
from kroniek.ledger.threads import decide, find_threads, join, split, thread_of, undo
from tests.ledger.strikes import LVIV, dutch, strike, told_by


@pytest.fixture
def three(ledger: Ledger) -> Ledger:
    """A ledger in which one thread is told by three articles."""
    ledger.add_many([strike("a"), dutch("b"), strike("c", published=date(2023, 3, 7))])
    return ledger


def event_of(ledger: Ledger, article: str) -> str:
    """The id of an article's event."""
    return next(entry.id for entry in ledger.events() if entry.article == article)


def test_a_split_holds_when_the_threads_are_made_anew(three: Ledger) -> None:
    alone = split(three, event_of(three, "b"), by="ann")
    assert told_by([alone]) == {frozenset("b")}
    three.add(strike("d", published=date(2023, 3, 8)))
    found = told_by(find_threads(three))
    assert frozenset("acd") in found
    assert frozenset("b") in found


def test_a_join_holds_whatever_speaks_against_it(three: Ledger) -> None:
    three.add(strike("x", text=LVIV, place="Lviv", people=("3 people", 3)))
    joined = join(three, event_of(three, "a"), event_of(three, "x"), by="ann", note="one salvo")
    assert told_by([joined]) == {frozenset("abcx")}
    assert [merge.by for merge in joined.merges if merge.by] == ["ann"]
    three.add(dutch("y", published=date(2023, 3, 8)))
    assert told_by(find_threads(three)) == {frozenset("abcxy")}


def test_a_join_takes_back_a_split(three: Ledger) -> None:
    apart = split(three, event_of(three, "b"), by="ann")
    joined = join(three, event_of(three, "a"), apart.id, by="bob")
    assert told_by([joined]) == {frozenset("abc")}


def test_what_was_decided_can_be_undone(three: Ledger) -> None:
    apart = decide(three, event_of(three, "b"), "split", by="ann")
    back = decide(three, apart.id, "undo", by="ann")
    assert told_by([back]) == {frozenset("abc")}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda ledger: split(ledger, "none", "ann"), "no thread or event"),
        (lambda ledger: undo(ledger, find_threads(ledger)[0].id, "ann"), "nothing was decided"),
        (lambda ledger: join(ledger, *[event_of(ledger, n) for n in "ab"], "ann"), "already"),
        (lambda ledger: split(ledger, find_threads(ledger)[0].id, "ann"), "give the event"),
        (lambda ledger: decide(ledger, "t", "join", "ann"), "--with"),
        (lambda ledger: thread_of(ledger, ""), "begins 2 ids"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(
    three: Ledger, wrong: Callable[[Ledger], object], words: str
) -> None:
    three.add(strike("x", text=LVIV, place="Lviv", people=("3 people", 3)))
    with pytest.raises(LedgerError, match=words):
        wrong(three)


def test_an_event_that_is_alone_cannot_leave(ledger: Ledger) -> None:
    ledger.add(strike("a"))
    with pytest.raises(LedgerError, match="only one"):
        split(ledger, event_of(ledger, "a"), by="ann")
