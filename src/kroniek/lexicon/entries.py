"""Event entries: how a language's `events/*.yaml` are read, checked and looked up.

An entry says which clause it matches, what it codes, and holds examples that the tests code:

    - verb: [attack, storm]          # lemmas; "call off" is a verb with its particle
      code: ASSAULT                  # an event type; null: this use is no event
      mode: aerial                   # optional
      if: {object: [ACTOR, base]}    # all roles named must hold one of these
      unless: {with: [criticism]}    # and none of these roles may
      actor: subject                 # roles that hold the actors, all of them (default: subject,
                                     # for nouns also owner and modifier)
      recipient: [object, against]   # the first of these roles that gives a party, or NONE
                                     # (default: `recipients` of cues.yaml)
      contexts: [military]
      examples:
        - {text: "Iran attacked Israel.", actors: [IRN], recipients: [ISR]}

`noun:` entries match nominal events and the objects of light verbs, `adjective:` entries
what a copula links to a subject. In `if` and `unless` a word in lower case is a lemma (also
the last part of a compound), in capitals a class: ACTOR (a phrase with a code or
sector, things of a party included), PARTY (the party itself), PERSON, STATE, PLACE, NUMBER,
INFINITIVE (a complement with "to"), ANY (something is there), NONE (nothing is), an event type
(the phrase or complement tells such an event, "SANCTION.expel" with its mode), EVENT (any), or a
class of cues.yaml (WEAPON).
`operator:` instead of `code:` marks a verb that changes what is embedded under it; see
OPERATORS.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import cache
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from kroniek.errors import LexiconError
from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_yaml
from kroniek.ontology import CONTEXTS, MODES, EventType, Status

Operator = Literal[
    "report", "announce", "deny", "plan", "consider", "fail", "prevent", "begin", "want", "order"
]
OPERATORS: dict[str, str] = {
    "report": "tells what is embedded, which is attributed to its subject (say, claim)",
    "announce": "tells it if finite; else puts it in the future, uttered now (announce, decide)",
    "deny": "tells that what is embedded did not happen, by its subject's word (deny)",
    "plan": "puts it in the future (plan, prepare, be due)",
    "consider": "makes it hypothetical (consider, discuss)",
    "fail": "tells that it did not happen (fail, refrain)",
    "prevent": "tells that its object did not do it (prevent, stop from)",
    "begin": "leaves it as it is (begin, continue, manage, help)",
    "want": "leaves it uncoded: a wish, fear or advice (want, hope, fear, recommend)",
    "order": "its object does it on the subject's command: coded as the act, done by the subject",
}
KINDS = ("verb", "noun", "adjective")

Names = Annotated[
    tuple[str, ...], BeforeValidator(lambda v: (v,) if isinstance(v, str) else tuple(v))
]
Conditions = dict[str, Names]
Kind = Literal["verb", "noun", "adjective"]


class Example(BaseModel):
    """A sentence and the event that it must give; `code: null` if it must give none.

    `pending` marks one that is coded wrongly as yet, as a rule because its parse is wrong; the
    tests see to it that the mark goes when it is coded right.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    code: EventType | None = None
    mode: str | None = None
    status: Status | None = None
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    pending: bool = False


class Entry(BaseModel):
    """One entry: the clauses it matches and what it codes."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    kind: Kind
    lemmas: Names
    file: str
    code: EventType | None = None
    operator: Operator | None = None
    mode: str | None = None
    when: Conditions = Field(default_factory=dict, alias="if")
    unless: Conditions = Field(default_factory=dict)
    actor: Names | None = None
    recipient: Names | None = None
    contexts: Names = ()
    status: Status | None = None
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.operator and self.code:
            raise ValueError("either code or operator, not both")
        if self.mode and (self.code is None or self.mode not in MODES[self.code]):
            raise ValueError(f"mode {self.mode} is not one of {self.code}")
        if unknown := set(self.contexts) - set(CONTEXTS):
            raise ValueError(f"unknown contexts {sorted(unknown)}")
        return self

    def rule(self, lemma: str) -> str:
        """How events and `kroniek explain` name the entry: "en/assault: attack"."""
        return f"{self.file}: {lemma}"

    def is_right(self, example: Example) -> tuple[EventType | None, str | None]:
        """Type and mode that an example must give, by itself or else by the entry."""
        if "code" in example.model_fields_set:
            return example.code, example.mode
        return self.code, example.mode or self.mode


class Lexicon:
    """The event entries of a language, by kind and lemma."""

    def __init__(self, entries: list[Entry], digest: str) -> None:
        self.entries = entries
        self.digest = digest
        self._index: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        for entry in entries:
            for lemma in entry.lemmas:
                self._index[entry.kind, lemma].append(entry)

    def find(self, kind: str, lemma: str) -> list[Entry]:
        """Entries of a kind for a lemma (with its particle), most conditions first."""
        return self._index.get((kind, lemma), [])


def read_entries(lang: str) -> list[Entry]:
    """All event entries of a language's folder. Raises LexiconError naming a faulty entry."""
    found = []
    for path in sorted((folder(lang) / "events").iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            for number, raw in enumerate(read_yaml(path) or [], start=1):
                found.append(_entry(raw, f"{lang}/{path.name.removesuffix('.yaml')}", number))
    return found


def _entry(raw: Any, file: str, number: int) -> Entry:
    kinds = [kind for kind in KINDS if kind in raw] if isinstance(raw, dict) else []
    if len(kinds) != 1:
        raise LexiconError(f"{file}, entry {number}: needs one of {', '.join(KINDS)}")
    rest = {key: value for key, value in raw.items() if key != kinds[0]}
    try:
        return Entry.model_validate(
            rest | {"kind": kinds[0], "lemmas": raw[kinds[0]], "file": file}
        )
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise LexiconError(
            f"{file}, entry {number} ({raw[kinds[0]]}): {where} {first['msg']}"
        ) from error


@cache
def lexicon(lang: str) -> Lexicon:
    """The event lexicon of a language."""
    entries = read_entries(lang)
    entries.sort(key=lambda entry: -len(entry.when))
    text = "\n".join(entry.model_dump_json() for entry in entries)
    return Lexicon(entries, hashlib.sha256(text.encode()).hexdigest()[:12])
