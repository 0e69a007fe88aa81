"""The numbered notes of a brief: in which words of which article each sentence is told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day
from typing import Final
from urllib.parse import urlsplit

from kroniek.ledger.told_by import Source
from kroniek.reports.brief.model import Note
from kroniek.reports.sentences import Grammar, numbers
from kroniek.reports.sentences.wording import clean, fill

LONGEST: Final = 400
"""Signs of the words of an article that a note shows."""
SHOWN: Final = 6
"""Notes of one sentence; more would not be read."""


class Notes:
    """Collects notes; the same words of the same event have one number."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._numbers: dict[tuple[str, str], int] = {}
        self.found: list[Note] = []

    def told(
        self, sources: Iterable[Source], copies: dict[str, list[str]] | None = None
    ) -> tuple[int, ...]:
        """The numbers of the notes for these sources, the first `SHOWN` of them; `copies` are the
        publishers of copies by the id of the article copied.
        """
        found = [self._one(source, (copies or {}).get(source.article, [])) for source in sources]
        return tuple(sorted(dict.fromkeys(found)))[:SHOWN]

    def counted(self, command: str) -> tuple[int, ...]:
        """The number of the note for a count that a command makes."""
        key = ("", command)
        if key not in self._numbers:
            told = fill(self.grammar.labels["counted"], {"command": f"`{command}`"})
            self._add(key, Note(len(self.found) + 1, "", self.grammar.lang, told))
        return (self._numbers[key],)

    def _one(self, source: Source, copies: list[str]) -> int:
        words = clean(source.words)
        if len(words) > LONGEST:
            words = words[:LONGEST].rsplit(" ", 1)[0] + " …"
        key = (source.article, words)
        if key not in self._numbers:
            self._add(
                key,
                Note(
                    number=len(self.found) + 1, words=words, lang=source.lang,
                    title=clean(source.title) or self.grammar.labels["untitled"],
                    publisher=publisher(source.source), published=self._day(source.published),
                    link=address(source.source), copies=tuple(copies),
                ),
            )  # fmt: skip
        return self._numbers[key]

    def _add(self, key: tuple[str, str], note: Note) -> None:
        self._numbers[key] = note.number
        self.found.append(note)

    def _day(self, published: Day | None) -> str:
        if published is None:
            return self.grammar.labels["undated_article"]
        return numbers.day(published, self.grammar)


def publisher(source: str | None) -> str:
    """Who published an article, by its address: the site, or the name of the file."""
    if source is None:
        return ""
    host = urlsplit(source).hostname if address(source) else None
    return host.removeprefix("www.") if host else source.replace("\\", "/").rsplit("/", 1)[-1]


def address(source: str | None) -> str | None:
    """The address of an article, if it came from the web."""
    return source if source and source.startswith(("http://", "https://")) else None
