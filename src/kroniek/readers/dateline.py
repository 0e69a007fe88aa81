"""The dateline before a story's first words: place, agency and day ("LONDON, June 3 (AP) -")."""

import re
from dataclasses import dataclass
from typing import Final

from kroniek.readers.daynames import Day, find_day

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.\-]+(?:[ /][A-ZÀ-ÖØ-Þ'’.\-]{2,}){0,4}"
_MIXED = r"[A-ZÀ-ÖØ-Þ][\w'’.\-]+(?:[ /][A-ZÀ-ÖØ-Þ][\w'’.\-]+){0,3}"
_AGENCY = r"\((?P<agency>[^()\n]{2,40})\)"
_DASH = r"[ \t]*(?:[-–—]{1,2}|:)[ \t]+(?=\S)"
_STOP = r"\.[ \t]+(?=[^\W\d_a-z]|[\"'„“‘])"
_SHAPES: Final = tuple(
    re.compile(shape)
    for shape in (
        rf"(?P<place>{_CAPITALS})(?:, (?P<rest>[^():–—\n]{{2,30}}?))?(?: {_AGENCY})?{_DASH}",
        rf"(?P<place>{_MIXED})(?:, (?P<rest>[^():–—\n]{{2,30}}?))? {_AGENCY}{_DASH}",
        rf"(?P<place>{_MIXED}), (?P<rest>[^():–—\n]{{2,30}}?){_DASH}",
        rf"(?P<place>{_CAPITALS}), (?P<rest>[^():–—\n]{{2,20}}?){_STOP}",
    )
)
_NEEDS_DAY: Final = (False, False, True, True)
_BYLINE: Final = re.compile(r"[^\n.!?:]{5,60}\n\s*\n")
"""A short line above the dateline: "From our correspondent"."""


@dataclass(frozen=True)
class Dateline:
    """What a dateline says; it ends before code point `end` of the text it opens."""

    place: str
    agency: str | None
    day: Day | None
    end: int


def find_dateline(text: str, lang: str) -> Dateline | None:
    """The dateline at the start of `text`, or below one short line, if there is one.

    A place in capitals is enough; one in mixed case needs an agency or a day beside it, and one
    that a full stop ends ("MANILA, 27 april.") a day.
    """
    byline = _BYLINE.match(text)
    return _at(text, 0, lang) or (_at(text, byline.end(), lang) if byline else None)


def _at(text: str, start: int, lang: str) -> Dateline | None:
    for needs_day, shape in zip(_NEEDS_DAY, _SHAPES, strict=True):
        match = shape.match(text, start)
        if match is None:
            continue
        day = find_day(match["rest"] or "", lang)
        if day is None and needs_day:
            continue
        return Dateline(match["place"], match.groupdict().get("agency"), day, match.end())
    return None
