"""Events of the ledger as plain values with the sentence that tells them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Day
from functools import cached_property, wraps
from typing import TypeVar

from kroniek.document import Party

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article, at their offsets in it."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Act:
    """An event with what the record asks of it. `who` and `whom` are codes, or else names or
    mentions casefolded; `first` and `last` the days that it may have happened on; `sentence` the
    sentence of its main evidence, `after` the text of the next one, `also` those of other evidence.
    """

    id: str
    article: int
    article_id: str
    lang: str
    published: Day | None
    title: str
    source: str | None
    position: int
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: str
    first: Day
    last: Day
    dated: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    quantities: tuple[tuple[float, str], ...]
    attribution: Words | None
    condition: Words | None
    trigger: Words
    evidence: tuple[Words, ...]
    sentence: Words
    after: str
    also: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        """All sentences that tell it."""
        return "\n".join((self.sentence.text, *self.also))

    @cached_property
    def who(self) -> frozenset[str]:
        """Keys of the actors."""
        return frozenset(map(party_key, self.actors))

    @cached_property
    def whom(self) -> frozenset[str]:
        """Keys of the recipients."""
        return frozenset(map(party_key, self.recipients))

    @cached_property
    def others(self) -> frozenset[str]:
        """Keys of the recipients that are not actors."""
        return self.whom - self.who

    @property
    def in_title(self) -> bool:
        """Whether the headline tells it first."""
        return self.trigger.end <= len(self.title)


@dataclass(frozen=True, slots=True)
class Link:
    """A relation that an article states between two of its events, by their ids."""

    type: str
    source: str
    target: str
    words: Words


def party_key(party: Party) -> str:
    """A party's code, else its name or words casefolded."""
    return party.code or (party.name or party.text).casefold()


def once(read: Callable[[Act], T]) -> Callable[[Act], T]:
    """A function of an act whose answer is kept with the act."""
    name = f"{read.__module__}.{read.__name__}"

    @wraps(read)
    def kept(act: Act) -> T:
        answers = act.__dict__
        if name not in answers:
            answers[name] = read(act)
        answer: T = answers[name]
        return answer

    return kept
