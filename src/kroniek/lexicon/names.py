"""The actor lexicon: states, organisations, persons and common nouns, as one index a language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date as Day
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_yaml
from kroniek.lexicon.people import Person, persons
from kroniek.lexicon.spelling import plain, spelling_key

NameKind = Literal[
    "state", "adjective", "people", "seat", "force", "party", "organisation", "media", "region",
    "group", "person", "both",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """What a name stands for. `described` is the kind of noun that takes it up again."""

    kind: NameKind
    text: str
    code: str | None = None
    sector: str | None = None
    role: str | None = None
    described: str = ""
    persons: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Noun:
    """A common noun for an actor: an office ("premier") or a group ("soldaat")."""

    sector: str | None
    role: str | None = None


@dataclass(frozen=True)
class Names:
    """The actor lexicon of one language.

    `index` has names by their first word; `surnames` persons by the spelling key of their
    surname; `offices` and `groups` nouns by lemma (offices may be phrases); `described` and
    `pronouns` what refers back; `states` and `capitals` by code; `places` English names of
    places by the language's own.
    """

    index: dict[str, list[tuple[tuple[str, ...], Name]]]
    surnames: dict[str, tuple[Person, ...]]
    offices: dict[str, Noun]
    groups: dict[str, Noun]
    described: dict[str, frozenset[str]]
    pronouns: dict[str, dict[str, Any]]
    titles: frozenset[str]
    not_names: frozenset[str]
    states: dict[str, str]
    capitals: dict[str, str]
    places: dict[str, str]

    def match(self, words: Sequence[str], at: int) -> tuple[int, Name] | None:
        """The longest name that starts at `at`, and how many words it takes."""
        best: tuple[int, Name] | None = None
        for pattern, name in self.index.get(plain(words[at]), ()):
            size = len(pattern)
            if (best is None or size > best[0]) and _same(words[at : at + size], pattern):
                best = size, name
        return best

    def lookup(self, text: str) -> Name | None:
        """What a whole name stands for, if it is known."""
        words = text.split()
        found = self.match(words, 0) if words else None
        return found[1] if found and found[0] == len(words) else None


def _same(words: Sequence[str], pattern: Sequence[str]) -> bool:
    return len(words) == len(pattern) and all(
        plain(w) == p for w, p in zip(words, pattern, strict=True)
    )


def _words(text: str) -> tuple[str, ...]:
    """A name as spaCy divides it into words."""
    return tuple(plain(text).replace("'s ", " 's ").split())


class _Index:
    """Collects names; the first kind to claim a name keeps it."""

    def __init__(self) -> None:
        self.names: dict[tuple[str, ...], Name] = {}

    def add(self, text: str, name: Name) -> None:
        key = _words(str(text))
        if key and key not in self.names:
            self.names[key] = name

    def by_first_word(self) -> dict[str, list[tuple[tuple[str, ...], Name]]]:
        index: dict[str, list[tuple[tuple[str, ...], Name]]] = defaultdict(list)
        for words, name in self.names.items():
            index[words[0]].append((words, name))
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
}


def _add_states(index: _Index, states: dict[str, dict[str, list[Any]]]) -> None:
    for key, (kind, sector) in STATE_KINDS.items():
        for code, rows in states.items():
            for row in rows.get(key) or ():
                text, own = (
                    (row["name"], row.get("sector")) if isinstance(row, dict) else (row, None)
                )
                described = "country" if kind == "state" else ""
                index.add(text, Name(kind, str(text), code, own or sector, described=described))


def _add_organisations(index: _Index, lang: str) -> None:
    for row in read_yaml(files("kroniek.lexicon") / "organisations.yaml"):
        kind: NameKind = "media" if row.get("kind") == "media" else "organisation"
        for text in row.get(lang) or row.get("en") or ():
            name = Name(
                kind,
                str(text),
                row.get("code"),
                row.get("sector"),
                described=row.get("described", ""),
            )
            index.add(text, name)


def _add_regions(index: _Index, exonyms: dict[str, str]) -> dict[str, str]:
    """Regions and cities of states.yaml, in the language's own names. Returns local -> English."""
    states = read_yaml(files("kroniek.lexicon") / "states.yaml")
    local: dict[str, list[str]] = defaultdict(list)
    for text, english in exonyms.items():
        local[english].append(str(text))
    for code, row in states.items():
        for english in (*(row.get("regions") or ()), *(row.get("cities") or ())):
            for text in (*local.get(english, ()), english):
                index.add(text, Name("region", str(english), code, "GOV"))
    return {str(text): english for text, english in exonyms.items()}


def _add_persons(index: _Index) -> dict[str, tuple[Person, ...]]:
    surnames: dict[str, list[Person]] = defaultdict(list)
    by_name: dict[tuple[str, ...], list[Person]] = defaultdict(list)
    for person in persons():
        for text in (person.name, *person.variants):
            by_name[_words(text)].append(person)
        for surname in person.surnames:
            surnames[spelling_key(surname)].append(person)
        for surname in person.surnames:
            by_name[_words(surname)].append(person)
    for words, found in by_name.items():
        if len(words) > 1:
            first = found[0]
            index.add(" ".join(words), Name("person", first.name, first.code, persons=tuple(found)))
    return {key: tuple(dict.fromkeys(found)) for key, found in surnames.items()}


def _add_groups(index: _Index, rows: dict[str, Any]) -> None:
    for text, row in rows.items():
        kind: NameKind = "both" if row.get("kind") == "both" else "group"
        index.add(text, Name(kind, str(text), row.get("code"), row.get("sector")))


@cache
def names(lang: str) -> Names:
    """The actor lexicon of a language."""
    raw = read_yaml(folder(lang) / "names.yaml")
    index = _Index()
    _add_states(index, raw["states"])
    _add_organisations(index, lang)
    _add_groups(index, raw.get("groups_named") or {})
    surnames = _add_persons(index)
    places = _add_regions(index, raw.get("regions") or {})
    states = read_yaml(files("kroniek.lexicon") / "states.yaml")
    return Names(
        index=index.by_first_word(),
        surnames=surnames,
        offices={
            str(k).lower(): Noun(v.get("sector"), v.get("role")) for k, v in raw["offices"].items()
        },
        groups={str(k): Noun(v) for k, v in raw["groups"].items()},
        described={k: frozenset(v) for k, v in raw["described"].items()},
        pronouns=raw["pronouns"],
        titles=frozenset(raw["titles"]),
        not_names=frozenset(raw["not_names"]),
        states={code: str(row["names"][0]) for code, row in raw["states"].items()},
        capitals={code: row["capital"] for code, row in states.items() if row.get("capital")},
        places=places,
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
        code=person.code,
        sector=term.sector if term else "ELI",
        role=term.office if term else None,
    )


def best_person(
    found: Sequence[Person], day: Day | None, codes: Collection[str] = ()
) -> Person | None:
    """Of persons with one name, the one in office on a day, best in a state that the article
    names (one of `codes`); else the last to have been.
    """
    if not found:
        return None

    def merit(person: Person) -> tuple[bool, bool, tuple[float, str]]:
        held, named = person.term(day) is not None, person.code in codes
        return held and named, held or named, person.rank(day)

    return max(found, key=merit)
