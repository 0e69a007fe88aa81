"""The piece of an article that shows best what was searched for, with its words marked."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LENGTH: Final = 240
"""Characters of a snippet: two or three lines of a terminal."""

_BEFORE: Final = 60
"""Characters before the first marked word that are shown with it."""

Marks = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Snippet:
    """A piece of `Document.whole` from `start`; `marks` are places in `text`."""

    text: str
    start: int
    marks: Marks = ()


def snippet(whole: str, marks: Marks, body: int = 0) -> Snippet:
    """The piece with most different marked words, of the text (from `body`) if any stand there."""
    told = [mark for mark in marks if mark[0] >= body] or list(marks)
    start = _best(whole, told) if told else body
    start = _word_edge(whole, max(body if start >= body else 0, start - _BEFORE))
    end = min(len(whole), start + LENGTH)
    if end < len(whole) and (space := whole.rfind(" ", start + LENGTH // 2, end)) > 0:
        end = space
    inside = tuple((a - start, b - start) for a, b in marks if a >= start and b <= end)
    return Snippet(whole[start:end], start, inside)


def _best(whole: str, told: Sequence[tuple[int, int]]) -> int:
    """The start of the mark from which a snippet holds most different words, the first of those."""
    starts = [start for start, _ in told]
    best, most = starts[0], 0
    for number, start in enumerate(starts):
        until = bisect_left(starts, start + LENGTH - _BEFORE)
        different = len({whole[a:b].casefold() for a, b in told[number:until]})
        if different > most:
            best, most = start, different
    return best


def _word_edge(whole: str, at: int) -> int:
    """The start of the next word, when `at` stands inside one."""
    if at == 0 or whole[at - 1].isspace():
        return at
    space = whole.find(" ", at, at + _BEFORE)
    return space + 1 if space >= 0 else at
