"""Record and threads can be asked as they were, without waiting for what changed since."""

from kroniek.ledger import Filter, Ledger, deriving, thread_making
from kroniek.ledger.before import as_it_was
from kroniek.ledger.record import decide, find_commitments
from kroniek.ledger.reviews import decide as decide_event
from kroniek.ledger.threads import find_threads
from tests.made import sanctions, visit


def test_what_came_in_since_is_found_when_asked_as_it_is(ledger: Ledger) -> None:
    ledger.add(visit())
    assert len(find_commitments(ledger)) == 0
    assert len(find_threads(ledger)) == 2
    ledger.add(sanctions())
    assert not deriving.is_fresh(ledger)
    assert not thread_making.is_fresh(ledger)
    with as_it_was():
        assert len(find_commitments(ledger)) == 0
        assert len(find_threads(ledger)) == 2
    assert len(find_commitments(ledger)) == 1
    assert len(find_threads(ledger)) == 3
    assert deriving.is_fresh(ledger)
    assert thread_making.is_fresh(ledger)


def test_what_is_decided_about_an_entry_holds_at_once_and_after(ledger: Ledger) -> None:
    ledger.add(sanctions())
    (one,) = find_commitments(ledger)
    ledger.add(visit())
    with as_it_was():
        decide(ledger, one.id, "carried out", "tess")
        assert [c.status for c in find_commitments(ledger, Filter(status="carried out"))] == [
            "carried out"
        ]
    assert [c.status for c in find_commitments(ledger, Filter(status="carried out"))] == [
        "carried out"
    ]


def test_a_rejected_event_is_in_no_commitment(ledger: Ledger) -> None:
    ledger.add(sanctions())
    (one,) = find_commitments(ledger)
    decide_event(ledger, 1, one.id, "reject", None, "tess")
    assert find_commitments(ledger) == []
