"""Proposals: what the event head would have coded where no entry of the lexicon fires.

The head finds event words, the lexicon types them: the head's likeliest among the types of those
of the word's entries that only one condition keeps from firing. Measured on the development gold,
out of fold, these lost more than they gained: types by the head alone for words without entries,
entries with more conditions that do not hold, the head's type in place of that of an entry that
fires, and leaving out what fires where the head sees no event.
"""

from __future__ import annotations

from collections.abc import Sequence

from kroniek.coder.scores import Scores
from kroniek.lexicon.entries import Entry

FITTING = 0.3
"""From which probability of a type an entry of that type fires whose conditions do not hold.
Chosen on the development gold, out of fold, by the sets nl-more and en-more: 0.2 to 0.6 do equally
well."""


def proposed(scores: Scores, at: int, entries: Sequence[Entry]) -> Entry | None:
    """The entry among `entries` of word `at` that the head would have fire."""
    types = {str(entry.code) for entry in entries if entry.code is not None}
    if not types:
        return None
    best = scores.best(at, types)
    if scores.of_type(at, best) < FITTING:
        return None
    return next(entry for entry in entries if entry.code == best)
