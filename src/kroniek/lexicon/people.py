"""Persons with their offices and dates, as the files of `persons/` tell them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cache
from importlib.resources import files
from typing import Any

from kroniek.errors import LexiconError
from kroniek.languages.yamlfiles import read_yaml
from kroniek.lexicon.spelling import plain, skeleton, spelling_key, spelling_keys

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


GOVERNMENT = "head of government"
LEADERS = frozenset({"party leader", "opposition leader", "rebel leader"})

SHORT = 3
"""Surnames of at most so many letters are the same only in the same spelling: Ni is not Njie."""
NUMERAL = re.compile(r"[IVX]+")
"""The number of a king or pope: Charles III."""


@dataclass(frozen=True, slots=True)
class Term:
    """An office held from `start` until `end` (ISO dates of any precision; None: still). `body` is
    the code of the armed group that a rebel leader leads, if it has one of its own.
    """

    office: str
    start: str
    end: str | None
    title: str | None = None
    body: str | None = None

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
    """A person, with the names that news gives and the offices held. `shared`: with others."""

    name: str
    code: str
    gender: str
    surname: str
    variants: tuple[str, ...]
    terms: tuple[Term, ...]
    shared: bool = False

    @property
    def surnames(self) -> frozenset[str]:
        """Surnames in all spellings."""
        tail = len(self.surname.split())
        own_order = self.name.startswith(self.surname)
        words = [_surname(v).split() for v in self.variants]
        return frozenset(
            {self.surname}
            | {" ".join(w[:tail] if own_order else w[-tail:]) for w in words if len(w) > tail}
            | {v for v in self.variants if " " not in v}
        )

    def holds(self, office: str, day: Day | None) -> bool:
        """Whether the person holds an office on a day; without a day, whether ever."""
        return any(t.office == office and (day is None or t.holds(day)) for t in self.terms)

    def bears(self, title: str, day: Day | None) -> bool:
        """Whether the person is a head of government with a title on a day."""
        return any(
            t.title == title and t.office == GOVERNMENT and (day is None or t.holds(day))
            for t in self.terms
        )

    @property
    def reigns(self) -> bool:
        """Whether the person goes by a first name and a number."""
        return NUMERAL.fullmatch(self.name.split()[-1]) is not None

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


@dataclass(frozen=True)
class People:
    """Persons by what the news calls them: spelling keys of whole names, their consonants, and
    surnames; and by the office and state (or organisation) that they held it for; heads of
    government also by their title, leaders by their party or movement.
    """

    full: dict[str, tuple[Person, ...]]
    skeletons: dict[str, tuple[Person, ...]]
    surnames: dict[str, tuple[Person, ...]]
    offices: dict[tuple[str, str], tuple[Person, ...]]
    titled: dict[tuple[str, str], tuple[Person, ...]]
    leaders: dict[tuple[str, str], tuple[Person, ...]]

    def named(self, words: Sequence[str]) -> tuple[Person, ...]:
        """Persons with a whole name, middle names left out if need be."""
        shorter = [words[0], words[-1]] if len(words) > 2 else []
        for name in filter(None, (" ".join(words), " ".join(shorter))):
            for key in spelling_keys(name):
                if found := self.full.get(key):
                    return found
            if found := self.skeletons.get(skeleton(name)):
                return found
        return ()

    def by_surname(self, name: str) -> tuple[Person, ...]:
        """Persons with a surname, in any spelling."""
        found = next((f for k in spelling_keys(name) if (f := self.surnames.get(k))), ())
        if len(name) > SHORT:
            return found
        return tuple(p for p in found if any(plain(s) == plain(name) for s in p.surnames))

    def holder(self, office: str, code: str, day: Day | None, title: str = "") -> Person | None:
        """The one person who holds an office of a state on a day; None if it is not one. Where
        the state has somebody with that `title`, it is that one: Iran's president is no head of
        state.
        """
        held = [p for p in self.offices.get((office, code), ()) if day and p.holds(office, day)]
        titled = [p for p in self.titled.get((title, code), ()) if day and p.bears(title, day)]
        found = titled or held
        return found[0] if len(found) == 1 else None

    def leader(self, party: str, code: str, day: Day | None) -> Person | None:
        """The one person who leads a party or movement of a state on a day."""
        found = [
            p
            for p in self.leaders.get((party, code), ())
            if day
            and any(t.title == party and t.office in LEADERS and t.holds(day) for t in p.terms)
        ]
        return found[0] if len(found) == 1 else None


def best_person(
    found: Sequence[Person], day: Day | None, codes: Collection[str] = ()
) -> Person | None:
    """Of persons with one name, the one in office on a day, best in a state that the article
    names (one of `codes`); else the last to have been.
    """

    def merit(person: Person) -> tuple[bool, bool, tuple[float, str]]:
        held, named = person.term(day) is not None, person.code in codes
        return held and named, held or named, person.rank(day)

    return max(found, key=merit) if found else None


def gather(found: Iterable[Person]) -> People:
    """Persons, indexed."""
    full: dict[str, list[Person]] = defaultdict(list)
    skeletons: dict[str, list[Person]] = defaultdict(list)
    surnames: dict[str, list[Person]] = defaultdict(list)
    offices: dict[tuple[str, str], list[Person]] = defaultdict(list)
    titled: dict[tuple[str, str], list[Person]] = defaultdict(list)
    leaders: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in found:
        for name in (person.name, *person.variants):
            full[spelling_key(name)].append(person)
            if bones := skeleton(name):
                skeletons[bones].append(person)
        for surname in person.surnames:
            surnames[spelling_key(surname)].append(person)
        for office in {t.office for t in person.terms}:
            offices[office, person.code].append(person)
        for title in {t.title for t in person.terms if t.title and t.office == GOVERNMENT}:
            titled[title, person.code].append(person)
        for term in person.terms:
            if term.title and term.office in LEADERS:
                leaders[term.title, term.body or person.code].append(person)
    return People(
        _distinct(full),
        _distinct(skeletons),
        _distinct(surnames),
        _distinct(offices),
        _distinct(titled),
        _distinct(leaders),
    )


def _distinct(table: dict[Any, list[Person]]) -> dict[Any, tuple[Person, ...]]:
    return {key: tuple(dict.fromkeys(found)) for key, found in table.items()}


@cache
def people() -> People:
    """The persons of the lexicon, indexed."""
    return gather(persons())


@cache
def persons() -> tuple[Person, ...]:
    """All persons of the lexicon."""
    root = files("kroniek.lexicon") / "persons"
    found = []
    for path in sorted(root.iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            found.extend(read_persons(path.name, read_yaml(path) or ()))
    return tuple(found)


def read_persons(where: str, rows: Iterable[dict[str, Any]]) -> list[Person]:
    """Persons of one file. Raises LexiconError naming it and the row at fault."""
    found = []
    for row in rows:
        try:
            found.append(_person(row))
        except (KeyError, TypeError, ValueError) as error:
            raise LexiconError(f"{where}: {row}: {error!r}") from error
    return found


def _person(row: dict[str, Any]) -> Person:
    name = str(row["name"])
    return Person(
        name=name,
        code=str(row["code"]),
        gender=row["gender"],
        surname=_surname(str(row["surname"])) if row.get("surname") else _last_word(name),
        variants=tuple(map(str, row.get("variants") or ())),
        terms=tuple(_term(*office) for office in row["offices"]),
        shared=bool(row.get("shared")),
    )


def _surname(name: str) -> str:
    """A name without the number of a king or pope."""
    return " ".join(w for w in name.split() if not NUMERAL.fullmatch(w)) or name


def _last_word(name: str) -> str:
    return _surname(name).split()[-1]


def _term(office: str, start: object, end: object = None, title: str | None = None) -> Term:
    body = _bodies().get(str(title)) if office == "rebel leader" else None
    return Term(office, str(start), str(end) if end else None, title, body)


@cache
def _bodies() -> dict[str, str]:
    """Codes of armed groups by their English names."""
    rows = read_yaml(files("kroniek.lexicon") / "organisations.yaml")
    return {str(n): r["code"] for r in rows if r.get("sector") == "REB" for n in r.get("en") or ()}
