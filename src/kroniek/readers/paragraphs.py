"""Paragraphs of a text as spans: what blank lines divide."""

import re

from kroniek.document import Span

_BREAK = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs, without space around them; text[start:end] is each one's text."""
    spans, start = [], 0
    for end, following in [(m.start(), m.end()) for m in _BREAK.finditer(text)] + [(len(text), 0)]:
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            at = start + piece.index(inner)
            spans.append(Span(text=inner, start=at, end=at + len(inner)))
        start = following
    return tuple(spans)
