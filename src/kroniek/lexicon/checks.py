"""Checks of the persons in the lexicon: what a writer of their files gets wrong easily."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from kroniek.lexicon.people import Person

SINGLE = (
    "head of state", "head of government", "foreign minister", "defence minister",
    "interior minister", "army chief", "UN ambassador",
)  # fmt: skip
"""Offices that one person of a state holds at a time, unless its row says `shared: true`."""


def person_faults(persons: Iterable[Person]) -> Iterator[str]:
    """One line for each fault: dates out of order, an office held by two at once, a person given
    twice.
    """
    terms: dict[tuple[str, str], list[tuple[str, str, str]]] = defaultdict(list)
    seen: set[tuple[str, str, str]] = set()
    for person in persons:
        key = (person.name, person.code, person.terms[0].start)
        if key in seen:
            yield f"{person.name} ({person.code}): stands here twice"
        seen.add(key)
        for term in person.terms:
            if term.end and _last(term.end) < _first(term.start):
                yield f"{person.name} ({person.code}): {term.office} ends before it begins"
            if term.office in SINGLE and not person.shared:
                span = (term.start, term.end or "9999", person.name)
                terms[person.code, term.office].append(span)
    for (code, office), spans in terms.items():
        for (_, end, one), (start, _, other) in pairwise(sorted(spans, key=_order)):
            if _first(end) > _last(start) and one != other:
                yield f"{code}: {office} is held by {one} and {other} at once"


def surname_faults(
    persons: Iterable[Person], words: Collection[str], not_names: Collection[str]
) -> Iterator[str]:
    """One line for each surname that is a common word (one of `words`) without being guarded by
    `not_names`: alone, it would be taken for the person.
    """
    for person in persons:
        for surname in sorted(person.surnames):
            if surname.lower() in words and surname not in not_names:
                yield f"{person.name} ({person.code}): surname {surname} is a common word"


def _order(span: tuple[str, str, str]) -> tuple[str, str]:
    return _last(span[0]), span[1]


def _first(day: str) -> str:
    """The first day that an ISO date of any precision may mean."""
    return (day + "-01-01")[:10]


def _last(day: str) -> str:
    return day + {4: "-12-31", 7: "-31"}.get(len(day), "")
