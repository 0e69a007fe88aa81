"""What a language's `brief.yaml`, `brief_acts.yaml` and `brief_names.yaml` hold."""

from __future__ import annotations

import re
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from kroniek.errors import LanguageError, LexiconError
from kroniek.languages import folder, languages
from kroniek.languages.yamlfiles import read_yaml

Pattern = Annotated[re.Pattern[str], BeforeValidator(re.compile)]
Rules = tuple[tuple[Pattern, str], ...]
"""The first pattern that is found decides."""
Forms = tuple[str, str]
"""Singular and plural."""


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Verb(_Part):
    """A verb with all that stands with it (`no`: when denied); `words` are its `forms`, `only` what
    it needs as its recipient: people, or things (not a state).
    """

    rest: str
    no: str | None = None
    words: tuple[str, ...]
    aux: str = "have"
    only: str | None = None


class Light(_Part):
    """A thing and what is done with it: "een luchtaanval uitvoeren"; `near` where the recipient
    stays with the thing when nobody does it: "diplomats of Ukraine were expelled".
    """

    thing: str
    no: str
    to: str = ""
    end: str = ""
    words: tuple[str, ...]
    many: bool = False
    near: bool = False


class Noun(_Part):
    """The act as a thing: "de luchtaanval op"; `of` stands before who did it, which comes last or
    before the recipient.
    """

    offered: str | None = None
    a: str
    the: str
    to: str = ""
    state: str | None = None
    of: str
    last: bool = False
    many: bool = False


class Telling(_Part):
    """How a type of event is told."""

    light: Light
    noun: Noun
    verb: Verb | None = None
    together: Verb | None = None


class Status(_Part):
    """The sentence of a status: with who did it, after words that stand in front, without one."""

    plain: str
    front: str
    nobody: str
    nobody_front: str


class Office(_Part):
    """An office; `the` is its article where that is not the usual one."""

    text: str
    the: str | None = None


class Sector(_Part):
    """How a sector is named: of a state, of an organisation, of nobody known."""

    own: str
    of: str
    bare: str
    many: bool = False
    many_of: bool = False


class NameWords(_Part):
    """`brief_names.yaml`; its comments say what each key is for."""

    the: dict[str, tuple[str, ...]]
    many: frozenset[str]
    named: dict[str, str]
    bare: frozenset[str]
    articles: Rules
    adjective: int
    adjectives: dict[str, str]
    sectors: dict[str, Sector]
    office: dict[str, str]
    offices: dict[str, Office]
    offices_of: dict[str, dict[str, Office]]
    monarchies: frozenset[str]
    monarch: Office
    persons: dict[str, str]


class Grammar(_Part):
    """`brief.yaml`: verb forms, sentences by status, tails and fronts, numbers, places, labels."""

    name: str
    forms: tuple[str, ...]
    """What the `words` of a verb are."""
    finite: dict[str, Forms]
    """Verb forms that go with the number of the subject, by the slot that they fill."""
    auxiliaries: dict[str, dict[str, str]]
    """Slots of the perfect, by the verb that makes it: have or be."""
    not_: str
    """What denies a verb, in its slot {not}."""
    light: str
    light_negated: str
    statuses: dict[str, Status]
    noun: str
    noun_last: str
    tails: dict[str, str]
    """What follows a sentence: condition, source, words."""
    fronts: dict[str, str]
    """What stands in front of it: a day, what it answers."""
    and_: str
    or_: str
    quotes: tuple[str, str, str, str]
    numbers: tuple[str, ...]
    """The words for 0, 1, 2 ...; larger numbers are written in digits."""
    vague: Pattern
    """Words that give no exact number: dozens."""
    count: str
    counted: str
    counts: str
    differ: str
    value: str
    place: Rules
    """What stands before a place, by its name with article."""
    place_the: Rules
    """The article of a place."""
    exonyms: bool
    """Whether places have other names than the English ones."""
    articles: tuple[str, ...]
    """Articles, which a mention may begin with in capitals."""
    plural: tuple[Pattern, ...]
    """Mentions that are plural."""
    units: dict[str, Forms]
    means: dict[str, str]
    commitments: dict[str, tuple[str, ...]]
    veiled: str
    deadline: str
    kinds: dict[str, str]
    logic: dict[str, str]
    outcomes: dict[str, str]
    outcome_names: dict[str, str]
    how: dict[str, str]
    reasons: dict[str, str]
    states: dict[str, str]
    record: dict[str, str]
    quad: dict[str, str]
    labels: dict[str, str]
    lang: str
    acts: dict[str, Telling]
    names: NameWords

    def telling(self, type: str, mode: str | None) -> Telling:
        """How a type and mode is told."""
        return self.acts.get(f"{type}.{mode}") or self.acts[type]


@cache
def brief_languages() -> tuple[str, ...]:
    """Codes of the languages in which briefs are written."""
    return tuple(lang for lang in languages() if (folder(lang) / "brief.yaml").is_file())


@cache
def grammar(lang: str) -> Grammar:
    """A language's grammar of briefs. LanguageError where it has none, LexiconError where a file
    of it is wrong.
    """
    if lang not in brief_languages():
        known = ", ".join(brief_languages())
        raise LanguageError(f"no briefs are written in {lang!r}: choose from {known}")
    home = folder(lang)
    raw: dict[str, Any] = {
        _safe(key): value for key, value in read_yaml(home / "brief.yaml").items()
    }
    raw |= {
        "lang": lang,
        "acts": read_yaml(home / "brief_acts.yaml"),
        "names": read_yaml(home / "brief_names.yaml"),
    }
    try:
        return Grammar.model_validate(raw)
    except (ValidationError, re.error) as error:
        raise LexiconError(f"{home}/brief*.yaml: {' '.join(str(error).split())}") from error


def _safe(key: str) -> str:
    """Keys that are words of Python get a _ behind them."""
    return f"{key}_" if key in ("not", "and", "or") else key
