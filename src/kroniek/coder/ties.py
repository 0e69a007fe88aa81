"""Ties: relations in the making, and the phrases of a text that mark them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from kroniek.ontology import RelationType


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation from event `source` to event `target`, both numbers of groups of drafts, and the
    words that say so.
    """

    type: RelationType
    source: int
    target: int
    words: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """A phrase that stands in the text, and what kind of phrase it is."""

    kind: str
    words: Span


def find_markers(doc: Doc, phrases: Mapping[str, Iterable[str]]) -> list[Marker]:
    """The phrases in a Doc, the longest where several overlap, with the keys they stand under."""
    kinds = {phrase: kind for kind, listed in phrases.items() for phrase in listed}
    found = []
    for match in _pattern(tuple(kinds)).finditer(doc.text):
        words = doc.char_span(match.start(), match.end(), alignment_mode="expand")
        if words is not None:
            kind = kinds[" ".join(match.group().lower().split())]
            found.append(Marker(kind, words))
    return found


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
