"""Which tellings are worth comparing: those of one party, about one day, of types that are akin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Final

from kroniek.ledger.likeness import kin_of, likeness
from kroniek.ledger.tellings import Telling

LARGEST: Final = 30
"""Tellings of one type, party and day among which all pairs are compared; of more, only those that
have more in common."""
WIDE: Final = 7
"""Days beyond which a span of time is looked up by its months."""

Pair = tuple[int, int]
Key = tuple[str, str]


def candidates(tellings: Sequence[Telling]) -> list[Pair]:
    """Pairs of places in a list by first day, the lower one first: of one article; or with a party
    (if none is known, the place) in common, on the same day or the day before; or told soon after
    without a date, or later with more in common than a party.
    """
    found: set[Pair] = set(_of_articles(tellings))
    index = _Index(tellings)
    for one, other in index.pairs():
        found.add((one, other) if one < other else (other, one))
    return sorted(found)


def _of_articles(tellings: Sequence[Telling]) -> Iterator[Pair]:
    articles: dict[int, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        articles[telling.article].append(number)
    for members in articles.values():
        for one, other in combinations(members, 2):
            if tellings[one].type == tellings[other].type:
                yield one, other


class _Index:
    """Tellings by type and party, and then by day, by month if they span many days, and by what
    else they tell.
    """

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._days: dict[Key, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._months: dict[Key, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._details: dict[Key, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._soon = int(likeness().limits["soon_days"])
        for number, telling in enumerate(tellings):
            for key in _keys(telling):
                self._add(key, number, telling)

    def _add(self, key: Key, number: int, telling: Telling) -> None:
        first, last = telling.first.toordinal(), telling.last.toordinal()
        if last - first > WIDE:
            for month in _months(telling):
                self._months[key][month].append(number)
            return
        for day in range(first, last + 1):
            self._days[key][day].append(number)
        for detail in _details(telling, key[1]):
            self._details[key][detail].append(number)

    def pairs(self) -> Iterator[Pair]:
        """Pairs worth comparing; some of them more than once."""
        for key, days in self._days.items():
            for day in days:
                yield from self._about(key, day)
            yield from self._earlier(key)
        for key, months in self._months.items():
            for month in months:
                yield from self._within(key, month)

    def _about(self, key: Key, day: int) -> Iterator[Pair]:
        """Those of a day with each other, with those of the day before, and with kin of both."""
        kind, party = key
        here = self._days[key][day]
        for akin in kin_of(kind):
            other = self._days.get((akin, party), {})
            before = other.get(day - 1, [])
            same = other.get(day, []) if kind <= akin else []
            yield from self._crossed(here, [*same, *before], party)
            late = [number for number in here if not self._tellings[number].dated]
            for back in range(2, self._soon + 1) if late else ():
                yield from self._crossed(late, other.get(day - back, []), party)

    def _crossed(self, some: Sequence[int], others: Sequence[int], party: str) -> Iterator[Pair]:
        if len(some) * len(others) <= LARGEST**2:
            yield from ((a, b) for a, b in product(some, others) if a != b)
            return
        sharing: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, numbers in enumerate((some, others)):
            for number in numbers:
                for detail in _details(self._tellings[number], party):
                    sharing[detail][side].append(number)
        for these, those in sharing.values():
            for at, one in enumerate(these):
                near = those[max(0, at - LARGEST) : at + LARGEST]
                yield from ((one, other) for other in near if one != other)

    def _earlier(self, key: Key) -> Iterator[Pair]:
        """Those without a date with what happened in the time before and shares a detail."""
        back = likeness().limits["earlier_days"]
        for numbers in self._details[key].values():
            for at, number in enumerate(numbers):
                telling = self._tellings[number]
                if telling.dated:
                    continue
                for other in numbers[max(0, at - LARGEST) : at + LARGEST]:
                    gap = (telling.first - self._tellings[other].first).days
                    if other != number and 0 <= gap <= back:
                        yield number, other

    def _within(self, key: Key, month: int) -> Iterator[Pair]:
        """Those of a month with each other and with those of a day in it that share a detail; with
        kin of both.
        """
        kind, party = key
        wide = self._months[key][month]
        for akin in kin_of(kind):
            if kind <= akin:
                others = self._months.get((akin, party), {}).get(month, [])
                yield from self._crossed(wide, others, party)
            details = self._details.get((akin, party), {})
            for number in wide:
                for detail in _details(self._tellings[number], party):
                    same = details.get(detail, [])
                    start = bisect_left(same, month, key=self._month)
                    end = bisect_right(same, month, key=self._month)
                    yield from ((number, other) for other in same[start:end][:LARGEST])

    def _month(self, number: int) -> int:
        return _months(self._tellings[number]).start


def _keys(telling: Telling) -> Iterator[Key]:
    for party in telling.parties:
        yield telling.type, party
    if not telling.parties and telling.place is not None:
        yield telling.type, f"at {telling.place.name}"


def _months(telling: Telling) -> range:
    """The months that it may have happened in, counted from the year 0; those of a year at most."""
    first = telling.first.year * 12 + telling.first.month
    last = telling.last.year * 12 + telling.last.month
    return range(first, min(last, first + 11) + 1)


def _details(telling: Telling, party: str) -> Iterator[str]:
    """What it tells besides a party: another one, the place, names and counts."""
    yield from (other for other in telling.parties if other != party)
    if telling.place is not None:
        yield f"at {telling.place.name}"
    yield from (f"~{name}" for name in telling.names)
    yield from (f"{count.value} {count.unit}" for count in telling.counts)
