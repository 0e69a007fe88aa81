"""Event scores: how likely a word names an event, and of what type, by the parser's encoder.

The head (weights/events.npz) is trained on the development gold by training/event_head.py. Five
heads, each trained without a fifth of the articles, are averaged; an article of that gold that is
coded to be measured (`doc._.held_out` is its id) gets the head that has not seen it. With
`doc._.scored` False the lexicon decides alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kroniek.ontology import EVENT_TYPES
from kroniek.parser.model import WEIGHTS

HEADS, FOLDS = "events.npz", "folds.json"
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class EventHead:
    """Weights of the heads, stacked: [head, in, out]; `folds` tells which has not seen an id."""

    hidden: Floats
    hidden_bias: Floats
    out: Floats
    out_bias: Floats
    folds: dict[str, int]

    def probabilities(self, vectors: Floats, held_out: str | None) -> Floats:
        """[word, class]: class 0 is no event, the others EVENT_TYPES in their order."""
        unseen = self.folds.get(held_out) if held_out is not None else None
        chosen = range(len(self.hidden)) if unseen is None else [unseen]
        total = np.zeros((len(vectors), self.out.shape[-1]), np.float32)
        for head in chosen:
            inner = np.maximum(vectors @ self.hidden[head] + self.hidden_bias[head], 0)
            total += _softmax(inner @ self.out[head] + self.out_bias[head])
        mean: Floats = total / np.float32(len(chosen))
        return mean


@dataclass(frozen=True)
class Scores:
    """The event scores of a Doc's words."""

    table: Floats

    def event(self, token: int) -> float:
        """The probability that a word names an event."""
        return float(1 - self.table[token, 0])

    def best(self, token: int) -> str:
        """The likeliest type of a word, if it names an event."""
        return EVENT_TYPES[int(self.table[token, 1:].argmax())]


def scores_of(doc: Doc) -> Scores | None:
    """The scores of a parsed Doc; None if the weights have no event head."""
    head = _load()
    if head is None or not doc._.scored or doc.tensor.shape[0] != len(doc) or not len(doc):
        return None
    return Scores(head.probabilities(np.asarray(doc.tensor, np.float32), doc._.held_out))


@cache
def _load() -> EventHead | None:
    path = WEIGHTS / HEADS
    if not path.is_file():
        return None
    with np.load(path) as stored:
        arrays = {name: stored[name].astype(np.float32) for name in stored.files}
    folds: dict[str, int] = json.loads((WEIGHTS / FOLDS).read_text(encoding="utf-8"))
    return EventHead(**arrays, folds=folds)


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return result


if not Doc.has_extension("held_out"):
    Doc.set_extension("held_out", default=None)
    Doc.set_extension("scored", default=True)
