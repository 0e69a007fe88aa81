"""Event scores: how likely a word names an event, and of what type, by the parser's event head.

An article of the development gold that is coded to be measured (`doc._.held_out` is its id) gets
the scores of a head that has not seen it. With `doc._.scored` False the lexicon decides alone.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc

from kroniek.ontology import EVENT_TYPES
from kroniek.parser.event_model import held_out_tables
from kroniek.parser.model import WEIGHTS, Floats


@dataclass(frozen=True)
class Scores:
    """The event scores of a Doc's words: [token, class], class 0 no event."""

    table: Floats

    def event(self, token: int) -> float:
        """The probability that a word names an event."""
        return float(1 - self.table[token, 0])

    def of_type(self, token: int, kind: str) -> float:
        """The probability that a word names an event of this type."""
        return float(self.table[token, 1 + EVENT_TYPES.index(kind)])

    def best(self, token: int, among: Collection[str] = EVENT_TYPES) -> str:
        """The likeliest type of a word, if it names an event of one of these types."""
        return max(EVENT_TYPES, key=lambda t: (t in among, self.of_type(token, t)))


def scores_of(doc: Doc) -> Scores | None:
    """The scores of a parsed Doc; None if it has none."""
    if not doc._.scored:
        return None
    table = doc._.event_scores
    if doc._.held_out is not None:
        table = held_out_tables(WEIGHTS).get(doc._.held_out, table)
    if table is None:
        return None
    rows = np.zeros((len(doc), table.shape[-1]), np.float32)
    rows[:, 0] = 1
    told = np.asarray(table[: len(doc)], np.float32)
    rows[: len(told)] = np.where(told.any(axis=-1, keepdims=True), told, rows[: len(told)])
    return Scores(rows)


if not Doc.has_extension("held_out"):
    Doc.set_extension("held_out", default=None)
