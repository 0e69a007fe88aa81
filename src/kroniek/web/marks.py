"""An article's text cut at every span, so that each piece can be marked for what it is."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kroniek.document import TITLE_BREAK, Document, Event, Span
from kroniek.ledger.snippets import Snippet
from kroniek.readers import paragraphs as split_paragraphs

UNSEEN: Final = {
    ord(mark): "\N{DOTTED CIRCLE}"
    for mark in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
"""Marks that turn the direction of text, which could make it read otherwise than it is; each is
shown as one character, so that offsets stay."""


@dataclass(frozen=True)
class Piece:
    """Words without a border in them, and which events they are evidence or trigger of."""

    start: int
    text: str
    events: tuple[int, ...]
    trigger: tuple[int, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the article, or its title."""

    title: bool
    pieces: tuple[Piece, ...]


def paragraphs(document: Document, events: Sequence[Event]) -> list[Paragraph]:
    """The article with its events, named by their place in `events`, marked in it."""
    whole = document.whole
    title_end = len(document.title + TITLE_BREAK) if document.title else 0
    borders = sorted({at for event in events for span in spans(event) for at in _ends(span)})
    starts: dict[int, list[tuple[int, bool, int]]] = {}
    for number, event in enumerate(events):
        for span in event.evidence:
            starts.setdefault(span.start, []).append((span.end, False, number))
        starts.setdefault(event.trigger.start, []).append((event.trigger.end, True, number))
    active: list[tuple[int, bool, int]] = []
    made = []
    for start, end in _blocks(whole, title_end):
        inner = borders[bisect_left(borders, start + 1) : bisect_left(borders, end)]
        pieces = []
        for left, right in pairwise([start, *inner, end]):
            active = [one for one in active if one[0] > left] + starts.pop(left, [])
            pieces.append(
                Piece(
                    left,
                    whole[left:right].translate(UNSEEN),
                    tuple(n for _, is_trigger, n in active if not is_trigger),
                    tuple(n for _, is_trigger, n in active if is_trigger),
                )
            )
        made.append(Paragraph(start < title_end, tuple(pieces)))
    return made


def spans(event: Event) -> Iterator[Span]:
    """All words that an event rests on."""
    yield event.trigger
    yield from event.evidence
    yield from event.actors
    yield from event.recipients
    yield from event.quantities
    for one in (event.date, event.place, event.attribution, event.condition):
        if one is not None:
            yield one


def pieces(found: Snippet) -> list[tuple[str, bool]]:
    """A snippet cut at its marks: words, and whether they are marked."""
    made, at = [], 0
    for start, end in found.marks:
        made += [(found.text[at:start], False), (found.text[start:end], True)]
        at = end
    return [(plain(text), marked) for text, marked in (*made, (found.text[at:], False)) if text]


def plain(text: str) -> str:
    """Text with the marks that turn its direction shown."""
    return text.translate(UNSEEN)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _blocks(whole: str, title_end: int) -> Iterator[tuple[int, int]]:
    """Where each paragraph starts and ends: between blank lines, or, in a text without any, each
    line.
    """
    found = split_paragraphs(whole)
    if len(found) > (2 if title_end else 1):
        yield from map(_ends, found)
        return
    at = 0
    for line in whole.split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1
