"""Coded events as one line each, for tests that say what a sentence tells."""

from __future__ import annotations

import kroniek
from kroniek.document import CodedArticle, Event, Party

PUBLISHED = "2024-06-21"


def code(lang: str, text: str, title: str = "") -> CodedArticle:
    """A text as coded on the day that all tests take for today."""
    return kroniek.code(text, lang=lang, published=PUBLISHED, title=title)


def told(article: CodedArticle) -> list[str]:
    """ "ASSAULT/aerial actual: ISR -> PSE" for each event, in the order of the alphabet."""
    return sorted(map(_line, article.events))


def told_of(article: CodedArticle) -> list[str]:
    """The same without modes."""
    return sorted(_line(event.model_copy(update={"mode": None})) for event in article.events)


def _line(event: Event) -> str:
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    return f"{kind} {event.status}: {codes(event.actors)} -> {codes(event.recipients)}".strip()


def codes(parties: tuple[Party, ...]) -> str:
    """The codes of parties, in the order of the alphabet."""
    return " ".join(sorted({party.code for party in parties if party.code}))
