"""Blocking finds every pair of tellings that scores as one event, without comparing all pairs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.ledger.candidates import LARGEST, candidates
from kroniek.ledger.likeness import compare, score_of
from kroniek.ledger.tellings import Telling, Where
from kroniek.ledger.told_by import Source, Who

DAY = date(2024, 5, 6)


def telling(
    number: int,
    type: str = "ASSAULT",
    who: str = "RUS",
    whom: str = "UKR",
    day: int = 0,
    span: int = 0,
    dated: bool = True,
    place: str | None = None,
    name: str | None = None,
) -> Telling:
    """One telling in an article of its own, so many days after `DAY`."""
    first = DAY + timedelta(day)
    return Telling(
        id=f"e{number}", article=number, position=0, published=first, type=type, mode=None,
        told=Source(
            event=f"e{number}", article=f"a{number}", published=first, lang="en", title="",
            source=None, words="words",
        ),
        contexts=(), status="actual", first=first, last=first + timedelta(span), dated=dated,
        actors=(Who(code=who, name=who),), recipients=(Who(code=whom, name=whom),),
        who=frozenset([who]), whom=frozenset([whom]), persons=frozenset(),
        place=Where(place, whom, None, None) if place else None, counts=(), start=0, end=5,
        headline=False, trigger="words", names={name: name} if name else {},
        themes=frozenset(), stems={},
    )  # fmt: skip


def alike(tellings: Sequence[Telling]) -> set[tuple[int, int]]:
    """All pairs that score as one event."""
    found = set()
    for one, other in combinations(range(len(tellings)), 2):
        points = compare(tellings[one], tellings[other])
        if points is not None and score_of(points) >= 0.5:
            found.add((one, other))
    return found


made = st.builds(
    dict,
    type=st.sampled_from(["ASSAULT", "COERCE", "REQUEST"]),
    who=st.sampled_from(["RUS", "BLR"]),
    whom=st.sampled_from(["UKR", "POL"]),
    day=st.integers(0, 20),
    span=st.sampled_from([0, 0, 0, 6, 30]),
    dated=st.booleans(),
    place=st.sampled_from([None, "Lviv", "Kherson"]),
)


@settings(max_examples=60)
@given(st.lists(made, max_size=12))
def test_no_pair_that_is_alike_is_missed(many: list[dict[str, Any]]) -> None:
    tellings = [telling(number, **one) for number, one in enumerate(many)]
    tellings.sort(key=lambda one: one.first)
    assert alike(tellings) <= set(candidates(tellings))


def test_a_busy_day_does_not_compare_all_with_all() -> None:
    states = [f"{a}{b}X" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ"]
    tellings = [
        telling(number, who="USA", whom=states[number % 100], name=f"n{number}")
        for number in range(20 * LARGEST)
    ]
    found = candidates(tellings)
    assert alike(tellings[:200]) <= set(found)
    assert len(found) < len(tellings) * LARGEST
