"""The event head: how likely each word names an event, and of what type (PLOVER's order).

events.onnx goes on from the parser's lower layers (`pieces` of its graph) with layers of its own.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from kroniek.parser.model import Floats, new_session
from kroniek.parser.pieces import Segmented

EVENTS, HELD_OUT = "events.onnx", "heldout.npz"


class EventModel:
    """One loaded event head."""

    def __init__(self, path: Path) -> None:
        self._session = new_session(path)

    def scores(self, pieces: Floats, given: Segmented) -> Floats:
        """[word, class] probabilities, word 0 the root: class 0 is no event, the others the
        event types in their order.
        """
        inputs = {
            "pieces": pieces[None],
            "real_pieces": np.ones((1, len(pieces)), np.int32),
            "first": np.array([given.first], np.int64),
            "last": np.array([given.last], np.int64),
        }
        found: Floats = self._session.run(None, inputs)[0][0]
        return found


@lru_cache(maxsize=4)
def load_events(folder: Path) -> EventModel | None:
    """The event head in a weights folder; None if there is none."""
    path = folder / EVENTS
    return EventModel(path) if path.is_file() else None


@lru_cache(maxsize=1)
def held_out_tables(folder: Path) -> dict[str, NDArray[np.float16]]:
    """The scores of the articles that trained the head, each by a head that had not seen it."""
    path = folder / HELD_OUT
    if not path.is_file():
        return {}
    with np.load(path) as stored:
        return {name: stored[name] for name in stored.files}


Doc.set_extension("event_scores", default=None, force=True)  # [token, class], or None
Doc.set_extension("scored", default=True, force=True)  # False: the lexicon decides alone
