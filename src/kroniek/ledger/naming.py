"""Who a few words name: a state, an organisation, or a person with the office held on a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day
from functools import lru_cache

from kroniek.ledger.told_by import Who
from kroniek.lexicon.names import Name, names
from kroniek.lexicon.people import best_person
from kroniek.lexicon.spelling import pieces


@lru_cache(maxsize=10_000)
def named(text: str, lang: str, day: Day | None, adjectives: bool = False) -> tuple[Who, ...]:
    """All whom words name, in their order; with `adjectives` also states named by one."""
    apart = ("media",) if adjectives else ("media", "adjective")
    return tuple(_named(text, lang, day, apart))


def _named(text: str, lang: str, day: Day | None, apart: tuple[str, ...]) -> Iterator[Who]:
    table, words = names(lang), pieces(text)
    at = 0
    while at < len(words):
        match = table.match(words, at)
        if match is None:
            at += 1
            continue
        who = _who(table.at_time(match[1], day), day) if match[1].kind not in apart else None
        if who is not None:
            yield who
        at += match[0]


def _who(name: Name, day: Day | None) -> Who | None:
    if name.needy:
        return None
    person = best_person(name.persons, day)
    if person is not None:
        term = person.term(day)
        return Who(code=person.code, name=person.name, office=term.office if term else None)
    return Who(code=name.code, name=name.text) if name.code else None
