"""The actor lexicon: states, organisations, persons and common nouns, as one index a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_yaml
from kroniek.lexicon.dictionaries import Dated
from kroniek.lexicon.own import Own, own_actors
from kroniek.lexicon.people import People, Person, best_person, gather, people, persons
from kroniek.lexicon.spelling import pieces, plain

NameKind = Literal[
    "state", "adjective", "people", "seat", "force", "party", "organisation", "media", "region",
    "group", "person", "both",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for.

    `described` is the kind of noun that takes it up again; `codes` are the members of a group
    ("both Koreas"), `count` how many a pair or trio has (0: all that the article names);
    `others` what else it may stand for ("Brussels"). A `needy` name means its code only where
    the article names that state or organisation otherwise too ("the North", "the ministry").
    """

    kind: NameKind
    text: str
    code: str | None = None
    sector: str | None = None
    role: str | None = None
    described: str = ""
    persons: tuple[Person, ...] = ()
    codes: tuple[str, ...] = ()
    count: int = 2
    needy: bool = False
    others: tuple[Name, ...] = ()
    dated: tuple[Dated, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for an actor: an office ("premier") or a group ("soldaat"). `of` is the
    organisation whose office it always is ("UN chief").
    """

    sector: str | None
    role: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Former:
    """A state that is gone: from and to which year it had which kinds of its successor's names."""

    code: str
    start: int
    end: int
    kinds: frozenset[str]


@dataclass(frozen=True)
class Names:
    """The actor lexicon of one language.

    `index` has names by their first piece; `offices` and `groups` nouns by lemma (offices may be
    phrases); `described` and `pronouns` what refers back; `states` and `capitals` by code;
    `places` English names of places by the language's own; `former` by the successor's code.
    `relational` nouns are of another side than their owner ("its ally"), `counterparts` have the
    office of whom they stand beside; `foreign` words say that a group is not from
    here, `partitive` ones that it is some of those named after them; `kin` share a surname; "both"
    `sides` are no persons; `leaders` are those of a party or movement that stands beside them.
    `spells_names`: names are given in the spelling of this language; `home` is the state that a
    newspaper in the language means when it names none.
    """

    index: dict[str, list[tuple[tuple[str, ...], Name]]]
    people: People
    offices: dict[str, Noun]
    groups: dict[str, Noun]
    described: dict[str, frozenset[str]]
    pronouns: dict[str, dict[str, Any]]
    relational: frozenset[str]
    counterparts: frozenset[str]
    foreign: frozenset[str]
    partitive: frozenset[str]
    kin: frozenset[str]
    leaders: frozenset[str]
    sides: frozenset[str]
    particles: frozenset[str]
    portfolios: frozenset[str]
    titles: frozenset[str]
    not_names: frozenset[str]
    states: dict[str, str]
    capitals: dict[str, str]
    places: dict[str, str]
    former: dict[str, tuple[Former, ...]]
    spells_names: bool
    home: str | None

    def match(self, words: Sequence[str], at: int) -> tuple[int, Name] | None:
        """The longest name whose pieces start at `at`, and how many it takes."""
        best: tuple[int, Name] | None = None
        for rest, name in self.index.get(words[at], ()):
            size = 1 + len(rest)
            if (best is None or size > best[0]) and _same(words[at + 1 : at + size], rest):
                best = size, name
        return best

    def lookup(self, text: str) -> Name | None:
        """What a whole name stands for, if it is known."""
        words = pieces(text)
        found = self.match(words, 0) if words else None
        return found[1] if found and found[0] == len(words) else None

    def at_time(self, name: Name, day: Day | None) -> Name:
        """A name with the code of the state that it meant on a day: Moscow in 1970."""
        if name.dated:
            held = [d for d in name.dated if d.holds(day)]
            return replace(name, code=held[0].code, sector=held[0].sector) if held else name
        for former in self.former.get(str(name.code), ()):
            if day and name.kind in former.kinds and former.start <= day.year <= former.end:
                return replace(name, code=former.code)
        return name


def _same(words: Sequence[str], rest: tuple[str, ...]) -> bool:
    return len(words) == len(rest) and all(w.lower() == p for w, p in zip(words, rest, strict=True))


class _Index:
    """Collects names. The first to claim a name keeps it; what has another code stands beside."""

    def __init__(self) -> None:
        self.names: dict[tuple[str, ...], Name] = {}

    def add(self, text: object, name: Name) -> None:
        words = pieces(str(text))
        if not words:
            return
        rest = tuple(w.lower() for w in words[1:])
        self._claim((words[0], *rest), name)
        if words[0].islower() and rest:
            self._claim((words[0].capitalize(), *rest), name)

    def _claim(self, key: tuple[str, ...], name: Name) -> None:
        have = self.names.get(key)
        if have is None:
            self.names[key] = name
        elif name.code and name.code not in {have.code, *(o.code for o in have.others)}:
            self.names[key] = replace(have, others=(*have.others, name))

    def by_first_piece(self) -> dict[str, list[tuple[tuple[str, ...], Name]]]:
        index: dict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
        for words, name in self.names.items():
            index[words[0]].append((words[1:], name))
        return dict(index)


STATE_KINDS: dict[str, tuple[NameKind, str | None]] = {
    "names": ("state", "GOV"),
    "seats": ("seat", "GOV"),
    "forces": ("force", "MIL"),
    "parliaments": ("force", "LEG"),
    "courts": ("force", "JUD"),
    "adjectives": ("adjective", "GOV"),
    "people": ("people", "CVL"),
    "parties": ("party", "PTY"),
    "short": ("state", "GOV"),
}


def _add_own(index: _Index, own: Own) -> None:
    for entry in own.entries:
        code, sector = entry.codes[0].code, entry.codes[0].sector
        for text in entry.names:
            dated = tuple(entry.codes)
            index.add(text, Name("organisation", entry.names[0], code, sector, dated=dated))


def _add_states(index: _Index, raw: dict[str, Any]) -> None:
    needy = {plain(str(text)) for text in raw.get("needy") or ()}
    for key, (kind, sector) in STATE_KINDS.items():
        for code, rows in raw["states"].items():
            for row in rows.get(key) or ():
                given = row if isinstance(row, dict) else {"name": row}
                text = str(given["name"])
                name = Name(
                    kind,
                    text,
                    code,
                    given.get("sector") or sector,
                    described="country" if kind == "state" else "",
                    needy=key == "short" or plain(text) in needy,
                )
                index.add(text, name)


def _add_organisations(index: _Index, lang: str) -> None:
    for row in read_yaml(files("kroniek.lexicon") / "organisations.yaml"):
        kind: NameKind = "media" if row.get("kind") == "media" else "organisation"
        for text in row.get(lang) or row.get("en") or ():
            described = row.get("described", "")
            code, sector = row.get("code"), row.get("sector")
            index.add(text, Name(kind, str(text), code, sector, described=described))


def _add_regions(index: _Index, states: dict[str, Any], exonyms: dict[str, str]) -> None:
    """Regions and cities of states.yaml, in the language's own names."""
    local: dict[str, list[str]] = defaultdict(list)
    for text, english in exonyms.items():
        local[english].append(str(text))
    for code, row in states.items():
        for english in (*(row.get("regions") or ()), *(row.get("cities") or ())):
            for text in (*local.get(english, ()), english):
                index.add(text, Name("region", str(english), code, "GOV"))


def _add_persons(index: _Index, known: People) -> None:
    for found in known.full.values():
        for person in found:
            for text in (person.name, *person.variants):
                if " " in text or "-" in text:
                    index.add(text, Name("person", found[0].name, found[0].code, persons=found))


def _add_groups(index: _Index, rows: dict[str, Any]) -> None:
    for text, row in rows.items():
        members = tuple(row.get("codes") or ())
        kind: NameKind = "both" if row.get("kind") == "both" or members else "group"
        count = 0 if row.get("count") == "all" else int(row.get("count") or 2)
        name = Name(kind, str(text), row.get("code"), row.get("sector"), codes=members, count=count)
        index.add(text, name)


def _former(states: dict[str, Any]) -> dict[str, tuple[Former, ...]]:
    found: dict[str, list[Former]] = defaultdict(list)
    for code, row in states.items():
        if kinds := row.get("takes"):
            former = Former(code, int(row["from"]), int(row["to"]), frozenset(kinds))
            found[row["successor"]].append(former)
    return {code: tuple(rows) for code, rows in found.items()}


@cache
def names(lang: str) -> Names:
    """The actor lexicon of a language."""
    raw = read_yaml(folder(lang) / "names.yaml")
    states = read_yaml(files("kroniek.lexicon") / "states.yaml")
    exonyms = {str(k): str(v) for k, v in (raw.get("regions") or {}).items()}
    own = own_actors()
    known = gather((*own.persons, *persons())) if own.persons else people()
    index = _Index()
    _add_own(index, own)
    _add_states(index, raw)
    _add_organisations(index, lang)
    _add_groups(index, raw.get("groups_named") or {})
    _add_persons(index, known)
    _add_regions(index, states, exonyms)
    offices = {
        str(k).lower(): Noun(v.get("sector"), v.get("role"), v.get("of"))
        for k, v in raw["offices"].items()
    }
    return Names(
        index=index.by_first_piece(),
        people=known,
        offices=offices,
        groups={str(k): Noun(v) for k, v in raw["groups"].items()},
        described={k: frozenset(v) for k, v in raw["described"].items()},
        pronouns=raw["pronouns"],
        relational=frozenset(raw["relational"]),
        counterparts=frozenset(raw["counterparts"]),
        foreign=frozenset(raw["foreign"]),
        partitive=frozenset(raw["partitive"]),
        kin=frozenset(raw["kin"]),
        leaders=frozenset(raw["leaders"]),
        sides=frozenset(raw["sides"]),
        particles=frozenset(raw["particles"]),
        portfolios=frozenset(word for office in offices for word in office.split()),
        titles=frozenset(raw["titles"]),
        not_names=frozenset(raw["not_names"]),
        states={code: str(row["names"][0]) for code, row in raw["states"].items()},
        capitals={code: row["capital"] for code, row in states.items() if row.get("capital")},
        places=exonyms,
        former=_former(states),
        spells_names=bool(raw.get("spells_names")),
        home=raw.get("home"),
    )


def at_date(name: Name, day: Day | None) -> Name:
    """A person's name with the sector and role held on a day."""
    person = best_person(name.persons, day)
    if person is None:
        return name
    term = person.term(day)
    return replace(
        name,
        text=person.name,
        code=(term and term.body) or person.code,
        sector=term.sector if term else "ELI",
        role=term.office if term else None,
    )


def person_name(person: Person, day: Day | None) -> Name:
    """A person as a name, with the sector and role held on a day."""
    return at_date(Name("person", person.name, person.code, persons=(person,)), day)
