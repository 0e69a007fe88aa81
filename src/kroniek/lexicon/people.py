"""Persons with their offices and dates, as the files of `persons/` tell them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from functools import cache
from importlib.resources import files
from typing import Any

from kroniek.errors import LexiconError
from kroniek.languages.yamlfiles import read_yaml

SECTORS: dict[str, str] = {
    "army chief": "MIL", "military commander": "MIL", "intelligence chief": "SPY",
    "speaker": "LEG", "legislator": "LEG", "opposition leader": "OPP", "party leader": "PTY",
    "shadow foreign minister": "OPP", "judge": "JUD", "prosecutor": "JUD",
    "religious leader": "REL", "rebel leader": "REB", "organisation head": "IGO",
    "organisation deputy": "IGO", "organisation spokesperson": "IGO", "activist": "CVL",
    "businessperson": "BUS",
}  # fmt: skip
"""PLOVER sectors of the offices in `persons/`; all others are GOV."""

RANKS: tuple[str, ...] = (
    "head of state", "head of government", "organisation head", "foreign minister",
    "defence minister", "deputy head of government", "rebel leader", "interior minister",
    "security adviser", "opposition leader", "minister", "army chief", "spokesperson",
)  # fmt: skip
"""Offices by how often news means their holder when it gives a bare surname."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from `start` until `end` (ISO dates of any precision; None: still)."""

    office: str
    start: str
    end: str | None
    title: str | None = None

    @property
    def sector(self) -> str:
        """PLOVER's sector of the office."""
        return SECTORS.get(self.office, "GOV")

    def holds(self, day: Day) -> bool:
        """Whether the office was held on a day, as far as the dates' precision tells."""
        return self.start <= day.isoformat()[: len(self.start)] and (
            self.end is None or day.isoformat()[: len(self.end)] <= self.end
        )


@dataclass(frozen=True, slots=True)
class Person:
    """A person, with the names that news gives and the offices held."""

    name: str
    code: str
    gender: str
    surname: str
    variants: tuple[str, ...]
    terms: tuple[Term, ...]

    @property
    def surnames(self) -> frozenset[str]:
        """Surnames in all spellings."""
        tail = len(self.surname.split())
        own_order = self.name.startswith(self.surname)
        words = [v.split() for v in self.variants]
        return frozenset(
            {self.surname}
            | {" ".join(w[:tail] if own_order else w[-tail:]) for w in words if len(w) > tail}
            | {v for v in self.variants if " " not in v}
        )

    @property
    def last_year(self) -> int:
        """The year in which the last office ended; 9999 if one is still held."""
        return max(int(t.end[:4]) if t.end else 9999 for t in self.terms)

    def term(self, day: Day | None) -> Term | None:
        """The highest office held on a day; without a day the last one."""
        held = [t for t in self.terms if day is None or t.holds(day)]
        return min(held, key=_rank) if held else None

    def rank(self, day: Day | None) -> tuple[float, str]:
        """For choosing among namesakes: higher office first, then the later one."""
        term = self.term(day) or max(self.terms, key=lambda t: t.start)
        began = [t.start for t in self.terms if day is None or t.start <= day.isoformat()]
        return -_rank(term), max(began, default="")


def _rank(term: Term) -> int:
    return RANKS.index(term.office) if term.office in RANKS else len(RANKS)


@cache
def persons() -> tuple[Person, ...]:
    """All persons of the lexicon."""
    root = files("kroniek.lexicon") / "persons"
    found = []
    for path in sorted(root.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            for row in read_yaml(path) or ():
                try:
                    found.append(_person(row))
                except (KeyError, TypeError, ValueError) as error:
                    raise LexiconError(f"persons/{path.name}: {row}: {error!r}") from error
    return tuple(found)


def _person(row: dict[str, Any]) -> Person:
    name = str(row["name"])
    return Person(
        name=name,
        code=str(row["code"]),
        gender=row["gender"],
        surname=str(row.get("surname") or name.split()[-1]),
        variants=tuple(map(str, row.get("variants") or ())),
        terms=tuple(_term(*office) for office in row["offices"]),
    )


def _term(office: str, start: object, end: object = None, title: str | None = None) -> Term:
    return Term(office, str(start), str(end) if end else None, title)
