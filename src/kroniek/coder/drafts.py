"""Drafts: events in the making, which one component after another fills in."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from kroniek.coder.calendar import Moment
from kroniek.coder.clauses import Clause
from kroniek.coder.embedding import Embedding
from kroniek.coder.mentions import Mention
from kroniek.coder.readings import Reading


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named at a token."""

    token: Token
    name: str
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Count:
    """A number with its unit, and the words that tell it."""

    value: int | float
    unit: str
    tokens: tuple[Token, ...]


@dataclass(slots=True)
class Draft:
    """An event in the making: filled by one component after another, then assembled. `told` are
    the codes of the actors and recipients that its own words name.
    """

    reading: Reading
    above: Embedding
    type: str
    mode: str | None
    actors: list[Mention]
    recipients: list[Mention]
    trigger: list[Token]
    evidence: list[Token]
    told: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    embedded: list[Reading] = field(default_factory=list)
    status: str = "actual"
    date: Moment | None = None
    place: Spot | None = None
    quantities: list[Count] = field(default_factory=list)
    attribution: list[Token] = field(default_factory=list)
    condition: list[Token] = field(default_factory=list)

    @property
    def head(self) -> Token:
        """The word that names the event."""
        return self.reading.head

    @property
    def frame(self) -> Clause:
        """The clause whose words tell time, negation and place."""
        return self.reading.frame or self.reading.clause


if not Doc.has_extension("drafts"):
    Doc.set_extension("drafts", default=())
