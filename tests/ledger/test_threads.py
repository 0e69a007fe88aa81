"""The same event in several articles is one thread, explained, and people may split and join it."""

from __future__ import annotations

from datetime import date
from math import exp
from typing import Any

import pytest
from sqlalchemy.orm import Session

from kroniek.document import CodedArticle
from kroniek.ledger import Filter, Ledger, thread_making
from kroniek.ledger.reviews import decide as review
from kroniek.ledger.reviews import event_article
from kroniek.ledger.threads import (
    copies_in,
    find_threads,
)
from tests.ledger.strikes import ENGLISH, LVIV, dutch, strike, told_by
from tests.made import article, event, party


def together(ledger: Ledger, *articles: CodedArticle) -> bool:
    """Whether one thread tells all articles' events."""
    ledger.add_many(articles)
    return len(find_threads(ledger)) == 1


def test_two_languages_tell_one_event(ledger: Ledger) -> None:
    ledger.add_many([strike("a"), dutch("b")])
    (thread,) = find_threads(ledger)
    assert [member.told.article for member in thread.members] == ["a", "b"]
    assert (thread.type, thread.mode, thread.status) == ("ASSAULT", "heavy-weapons", "actual")
    assert [who.code for who in thread.actors] == ["RUS"]
    assert thread.first == thread.last == date(2023, 3, 6)
    assert thread.dated
    assert thread.place is not None
    assert thread.place.name == "Kherson"
    assert thread.sources == 2


@pytest.mark.parametrize(
    "other",
    [
        {"day": ("6 March", "2023-03-13"), "published": date(2023, 3, 13)},
        {"text": LVIV, "place": "Lviv", "people": ("3 people", 3)},
        {"actor": ("Russia", "BLR")},
        {"event": {"type": "THREATEN", "mode": "violence"}},
        {"event": {"status": "negated"}},
    ],
    ids=["day", "place", "actor", "type", "denial"],
)
def test_what_looks_alike_stays_apart(ledger: Ledger, other: dict[str, Any]) -> None:
    assert not together(ledger, strike("a"), strike("b", **other))


@pytest.mark.parametrize(
    "other",
    [
        {"actor": ("Russia", "RUSMIL")},
        {"recipient": ("12 people", "UKR")},
        {"place": None},
        {"day": None},
        {"day": None, "published": date(2023, 3, 7)},
        {"people": None},
        {"event": {"mode": None}},
        {"event": {"mode": "destroy"}},
        {"event": {"status": "historical"}, "published": date(2023, 3, 9)},
    ],
    ids=["sector", "recipient", "place", "day", "later", "count", "no mode", "mode", "background"],
)
def test_what_one_article_leaves_out_keeps_nothing_apart(
    ledger: Ledger, other: dict[str, Any]
) -> None:
    assert together(ledger, strike("a"), strike("b", **other))


def test_a_state_is_where_its_towns_are(ledger: Ledger) -> None:
    words = "Russia shelled Ukraine on 6 March, killing 12 people."
    assert together(ledger, strike("a"), strike("b", text=words, place="Ukraine"))


def talks(id: str, *others: str) -> CodedArticle:
    """A meeting of France with others, all as actors."""
    names = {"Brazil": "BRA", "India": "IND", "Chad": "TCD"}
    text = f"France met {' and '.join(others)} on 6 March."
    return article(
        text,
        event(
            text, text[:-1], "met", type="CONSULT",
            actors=tuple(
                party(text, name, code)
                for name, code in {"France": "FRA", **names}.items()
                if name in text
            ),
        ),
        id=id, published=date(2023, 3, 6), source=f"{id}.txt",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("others", "one"),
    [(("Brazil",), True), (("India",), False), (("Brazil", "India"), True)],
    ids=["the same", "another", "one more"],
)
def test_meetings_are_one_when_their_parties_are(
    ledger: Ledger, others: tuple[str, ...], one: bool
) -> None:
    assert together(ledger, talks("a", "Brazil"), talks("b", *others)) is one


def plea(id: str, what: str) -> CodedArticle:
    """A request by Ukraine to Germany on one day."""
    return strike(
        id, f"Ukraine asked Germany on 6 March {what}.", ("Ukraine", "UKR"), ("Germany", "DEU"),
        trigger="asked", place=None, people=None, event={"type": "REQUEST", "mode": "assist"},
    )  # fmt: skip


def test_acts_of_speech_are_told_apart_by_what_is_said(ledger: Ledger) -> None:
    ledger.add_many(
        [
            plea("a", "to deliver cruise missiles of the Taurus type"),
            plea("b", "to extradite deserters who left without permission"),
            plea("c", "for Taurus cruise missiles of longer range"),
        ]
    )
    assert told_by(find_threads(ledger)) == {frozenset("ac"), frozenset("b")}


def test_an_article_tells_of_two_acts_of_speech(ledger: Ledger) -> None:
    one = plea("a", "to deliver cruise missiles, and Ukraine asked Germany to open its border")
    (first,) = one.events
    text = one.text
    at = text.index("Ukraine asked Germany to open")
    parts = {
        name: tuple(
            span.model_copy(update={"start": span.start + at, "end": span.end + at})
            for span in getattr(first, name)
        )
        for name in ("actors", "recipients")
    }
    whole = text[at:-1]
    trigger = first.trigger.model_copy(
        update={"start": at + whole.index("asked"), "end": at + whole.index("asked") + 5}
    )
    span = first.evidence[0].model_copy(update={"text": whole, "start": at, "end": at + len(whole)})
    second = first.model_copy(
        update={"id": "e2", "evidence": (span,), "trigger": trigger, "date": None} | parts
    )
    ledger.add(one.model_copy(update={"events": (first, second)}))
    assert len(find_threads(ledger)) == 2


def test_figures_that_differ_stand_side_by_side_with_their_sources(ledger: Ledger) -> None:
    ledger.add_many([strike("a"), dutch("b"), dutch("c", published=date(2023, 3, 7))])
    (thread,) = find_threads(ledger)
    (figure,) = thread.figures
    assert figure.unit == "person"
    assert figure.conflicts
    assert {(count.value, count.articles) for count in figure.counts} == {
        (12, ("a",)),
        (14, ("b", "c")),
    }


def test_a_figure_that_all_give_is_no_conflict(ledger: Ledger) -> None:
    ledger.add_many([strike("a"), strike("b", published=date(2023, 3, 7))])
    (thread,) = find_threads(ledger)
    (figure,) = thread.figures
    assert not figure.conflicts


STORY = (
    " The governor said that two shells hit a market in the centre of the city at noon, when it "
    "was full of people. Rescuers were still looking for survivors under the rubble of a shop."
)


def test_a_copy_counts_as_one_source_and_names_its_original(ledger: Ledger) -> None:
    ledger.add_many(
        [
            strike("copy", ENGLISH + STORY, published=date(2023, 3, 7)),
            strike("first", "KYIV (Reuters) - " + ENGLISH + STORY),
            dutch("own"),
        ]
    )
    (thread,) = find_threads(ledger)
    assert thread.sources == 2
    assert {one.told.article: one.copies for one in thread.members} == {
        "first": None, "own": None, "copy": "first",
    }  # fmt: skip
    (twin,) = copies_in(ledger, thread)
    assert (twin.article, twin.original) == ("copy", "first")
    assert 0.6 <= twin.likeness < 1


def test_every_merge_tells_its_reasons_and_their_sum_is_its_score(ledger: Ledger) -> None:
    ledger.add_many([strike("a"), dutch("b")])
    (thread,) = find_threads(ledger)
    (merge,) = thread.merges
    assert {merge.earlier, merge.later} == {one.told.event for one in thread.members}
    reasons = {reason.part: reason.words for reason in merge.reasons}
    assert reasons["actors"] == "RUS"
    assert reasons["place"] == "Kherson"
    assert reasons["counts"] == "12 people / 14 doden"
    total = sum(reason.weight for reason in merge.reasons)
    assert merge.score == pytest.approx(1 / (1 + exp(-total)), abs=1e-4)


def test_an_event_alone_is_a_thread(ledger: Ledger) -> None:
    ledger.add(strike("a"))
    (thread,) = find_threads(ledger)
    assert thread.merges == ()
    assert thread.id == f"t{thread.members[0].told.event}"


def test_an_event_that_people_rejected_is_in_no_thread(ledger: Ledger) -> None:
    ledger.add_many([strike("a"), dutch("b")])
    rejected = next(entry for entry in ledger.events() if entry.article == "b")
    review(ledger, event_article(ledger, rejected.id), rejected.id, "reject", None, by="ann")
    assert told_by(find_threads(ledger)) == {frozenset("a")}


@pytest.mark.parametrize(
    ("wanted", "articles"),
    [
        (Filter(actor="RUS"), {"ab", "x"}),
        (Filter(actor="rusland"), set()),
        (Filter(recipient="UKR"), {"x"}),
        (Filter(type="ASSAULT", status="actual"), {"ab", "x"}),
        (Filter(type="THREATEN"), set()),
        (Filter(since=date(2023, 3, 7)), {"x"}),
        (Filter(until=date(2023, 3, 6)), {"ab"}),
        (Filter(text="CHERSON"), {"ab"}),
        (Filter(country="UKR"), {"ab", "x"}),
        (Filter(context="military"), {"x"}),
    ],
)
def test_threads_are_found_by_what_they_tell(
    ledger: Ledger, wanted: Filter, articles: set[str]
) -> None:
    ledger.add_many(
        [
            strike("a"),
            dutch("b"),
            strike(
                "x", recipient=("12 people", "UKR"), day=("6 March", "2023-03-09"),
                published=date(2023, 3, 9), event={"contexts": ("military",)},
            ),
        ]
    )  # fmt: skip
    assert told_by(find_threads(ledger, wanted)) == set(map(frozenset, articles))


def test_the_newest_are_found_and_the_rest_counted(ledger: Ledger) -> None:
    days = [date(2023, 3, day) for day in (6, 9, 12)]
    ledger.add_many(strike(str(day), day=("6 March", str(day)), published=day) for day in days)
    found = find_threads(ledger, limit=2)
    assert [thread.day for thread in found] == days[1:]
    assert found.total == 3


def test_only_what_several_sources_tell(ledger: Ledger) -> None:
    ledger.add_many([strike("a"), dutch("b"), strike("x", text=LVIV, place="Lviv", people=None)])
    assert told_by(find_threads(ledger, sources=2)) == {frozenset("ab")}


def test_what_comes_in_while_threads_are_made_is_in_them(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add(strike("a"))
    derived = thread_making._derived
    late = [dutch("b")]

    def slow(session: Session) -> thread_making.Rows:
        rows = derived(session)
        while late:
            ledger.add(late.pop())
        return rows

    monkeypatch.setattr(thread_making, "_derived", slow)
    assert told_by(find_threads(ledger)) == {frozenset("ab")}


def test_threads_are_kept_until_something_changes(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    ledger.add_many([strike("a"), dutch("b")])
    first = find_threads(ledger)

    def never(_session: Session) -> thread_making.Rows:
        raise AssertionError("derived again")

    monkeypatch.setattr(thread_making, "_derived", never)
    assert find_threads(ledger) == first


def test_of_each_day_those_that_most_sources_tell(ledger: Ledger) -> None:
    next_day = {"day": ("6 March", "2023-03-08"), "published": date(2023, 3, 8)}
    ledger.add_many(
        [
            strike("x", text=LVIV, place="Lviv", people=None),
            strike("a"),
            dutch("b"),
            strike("c", **next_day),
        ]
    )
    found = find_threads(ledger, per_day=1)
    assert told_by(found) == {frozenset("ab"), frozenset("c")}
    assert found.total == 3
