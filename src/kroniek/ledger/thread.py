"""What a thread is: an event as all articles tell it, and why they were taken to tell of one."""

from __future__ import annotations

from datetime import date as Day
from typing import Final

from kroniek.ledger.told_by import Frozen, Source, Who

PREFIX: Final = "t"
"""What the id of a thread begins with, before that of the event that tells it first."""


class Spot(Frozen):
    """Where it happened: English name, ISO code, degrees north and east where known."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class Count(Frozen):
    """A value that articles give (by their ids), in the words of the first of them."""

    value: float
    words: str
    articles: tuple[str, ...]


class Figure(Frozen):
    """One count of an event (of `unit`, as in Quantity), with the values that articles give it,
    the one that most sources give first.
    """

    unit: str
    counts: tuple[Count, ...]

    @property
    def conflicts(self) -> bool:
        """Whether articles give different values."""
        return len(self.counts) > 1


class Member(Frozen):
    """One article's event in a thread; `copies` is the id of the article that its article is a
    copy of.
    """

    told: Source
    type: str
    mode: str | None
    status: str
    first: Day
    last: Day
    copies: str | None = None


class Reason(Frozen):
    """What speaks for (weight above 0) or against two events being one, in their words."""

    part: str
    weight: float
    words: str


class Merge(Frozen):
    """Two events, by their ids, that were taken as one: `score` lies between 0 and 1, the logistic
    function of the sum of the weights. `by` is the person who joined them, without reasons.
    """

    earlier: str
    later: str
    score: float
    reasons: tuple[Reason, ...]
    by: str | None = None


class Thread(Frozen):
    """One event over all articles that tell it. `type`, `mode` and `status` are those that most
    sources give; it happened between `first` and `last`, the day of publication when not `dated`.
    `sources` counts its articles, copies of each other once; `members` are in order of publication.
    """

    id: str
    type: str
    mode: str | None
    status: str
    contexts: tuple[str, ...]
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    first: Day
    last: Day
    dated: bool
    place: Spot | None
    figures: tuple[Figure, ...]
    members: tuple[Member, ...]
    merges: tuple[Merge, ...]
    sources: int

    @property
    def day(self) -> Day:
        """The first day that it may have happened on."""
        return self.first
