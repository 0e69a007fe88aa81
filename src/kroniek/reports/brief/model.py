"""What a brief holds before it becomes a page: sections of sentences with notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Day


@dataclass(frozen=True, slots=True)
class Note:
    """Where a sentence comes from: the words of an article, or, without words, a count in the
    ledger told in `title`. `lang` is the language of the words.
    """

    number: int
    words: str
    lang: str
    title: str
    publisher: str = ""
    published: str = ""
    link: str | None = None
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, in which words of another language are marked (sentences.wording), with the
    numbers of its notes and what is to be known of it in a word: inferred, open.
    """

    text: str
    notes: tuple[int, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """Sentences that belong together."""

    lines: tuple[Line, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Items under a heading; `steps` when their order is that of a chain; `more` tells what is left
    out.
    """

    items: tuple[Item, ...]
    heading: str = ""
    steps: bool = False
    more: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its text alternative and its numbers; `draw` makes the SVG, whose ink is
    `currentColor`, when a page needs it.
    """

    title: str
    text: str
    draw: Callable[[], str]
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief; `key` is its name in addresses."""

    key: str
    heading: str
    groups: tuple[Group, ...] = ()
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief in a language."""

    lang: str
    title: str
    period: str
    since: Day | None
    until: Day | None
    lead: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    method: tuple[str, ...]
    labels: dict[str, str]

    @property
    def sentences(self) -> int:
        """How many sentences it has."""
        return sum(len(i.lines) for s in self.sections for g in s.groups for i in g.items)
