"""The words by which the record over time is read: a language's record.yaml, as patterns."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_model, read_yaml
from kroniek.ledger.wordtables import WordTable, pattern

Pattern = Annotated[re.Pattern[str], BeforeValidator(pattern)]
Table = Annotated[WordTable, BeforeValidator(WordTable)]


class Words(BaseModel):
    """The patterns of `record.yaml`, for words as they stand in an article."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    means: Table
    """Means to the words that show it: missile, [missile*, rocket*]."""
    acts: Table
    """What may be threatened or promised, by type or type and mode, to the words that name it."""
    threats: Pattern
    """Words that name a threat: threaten, vow."""
    promises: Pattern
    """Words that name a promise."""
    announced: Pattern
    """Words that name what is only announced: announce, plan."""
    warnings: Pattern
    """Words that name a warning."""
    ultimatums: Pattern
    """Words that name an ultimatum."""
    otherwise: Pattern
    """Words between what an ultimatum demands and what it threatens with: or, otherwise."""
    veiled: Pattern
    """Words that hint at an act without naming it: consequences, all options."""
    unless: Pattern
    """Words that begin what would keep an act from being done: unless, until."""
    negated: Pattern
    """Words that deny, within a condition: "if they do not leave"."""
    deadlines: Pattern
    """Words before a last day: by, before, no later than."""
    within: Pattern
    """Words before a time in which something must be done: within."""
    fulfilled: Pattern
    """Words that say what was threatened or promised has been done."""
    failed: Pattern
    """Words that say it has not."""
    withdrawn: Pattern
    """Words that say a threat or promise was taken back."""
    partly: Pattern
    """Words that say a part of it has been done."""
    again: Pattern
    """Words that say it was said before: again, repeated."""
    says_that: Pattern
    """Words between a verb of speech and what is said: that, to."""
    reporting: Pattern
    """Words before who passes words on: according to, told."""
    occasions: Table
    """Occasion or medium to the words that name it."""


@cache
def words(lang: str) -> Words:
    """The words of a language. LexiconError where its file is wrong."""
    path = folder(lang) / "record.yaml"
    return read_model(path, Words)


class Rules(BaseModel):
    """The tables of `outcomes.yaml`; its comments say what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    meant: dict[str, tuple[str, ...]]
    carries_out: dict[str, tuple[str, ...]]
    things: str
    contrary: dict[str, tuple[str, ...]]
    yielding: frozenset[str]
    measures: frozenset[str]
    promises: frozenset[str]
    hostile: frozenset[str]
    friendly: frozenset[str]

    def against(self, name: str) -> tuple[str, ...]:
        """Acts that are contrary to a promise of a type that may carry a mode."""
        return self.contrary.get(name, self.contrary.get(name.partition(".")[0], ()))

    def done_by(self, name: str) -> tuple[str, ...]:
        """Acts that carry out one of a type that may carry a mode, beside itself."""
        return self.carries_out.get(name, self.carries_out.get(name.partition(".")[0], ()))


@cache
def outcome_rules() -> Rules:
    """What carries out, contradicts or answers what; the same in every language."""
    return read_model(files("kroniek.ledger") / "outcomes.yaml", Rules)


@cache
def outlets() -> re.Pattern[str]:
    """The names of news agencies and broadcasters."""
    names: list[str] = read_yaml(files("kroniek.ledger") / "outlets.yaml")
    shown = "|".join(map(re.escape, sorted(names, key=lambda name: -len(name))))
    return re.compile(rf"(?<!\w)(?:{shown})(?!\w)")
