"""The spaCy component `kroniek_parser`: tags, trees, lemmas, features and names."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kroniek.errors import KroniekError
from kroniek.parser import model, unseen
from kroniek.parser.annotate import annotate
from kroniek.parser.decode import decode
from kroniek.parser.event_model import load_events
from kroniek.parser.lemmatise import Lemmatiser
from kroniek.parser.model import Floats
from kroniek.parser.parts import Part, parts_of
from kroniek.parser.pieces import joined
from kroniek.parser.rules import load_rules

NAME = "kroniek_parser"
THREADS_VARIABLE = "KRONIEK_THREADS"


class ThreadsError(KroniekError):
    """A number of threads that is none."""


class UDParser:
    """Parses documents with the shipped weights, which are loaded when first needed."""

    def __init__(self, language: str, threads: int, weights: Path) -> None:
        self.language = language
        self.threads = threads
        self.weights = weights
        self.rules = load_rules(language)

    def __call__(self, doc: Doc) -> Doc:
        """Parse one document."""
        loaded = model.load(self.weights)
        parts = list(parts_of(doc, loaded.tokeniser, loaded.positions, self.rules.read_as))
        results = loaded.run([joined(part.pieces) for part in parts], self.threads)
        parsed = []
        vectors: list[tuple[Part, Floats]] = []
        events: list[tuple[Part, Floats]] = []
        event_model = load_events(self.weights) if doc._.scored else None
        for part, scores in zip(parts, results, strict=True):
            unsure = [doc[i].is_sent_start is None for i in part.tokens]
            parsed.append((part, decode(scores, loaded.names, unsure)))
            if scores.words is not None:
                vectors.append((part, scores.words))
            if scores.pieces is not None and event_model is not None:
                events.append((part, event_model.scores(scores.pieces, joined(part.pieces))))
        known = unseen.load(self.weights, self.language)
        lemmatiser = Lemmatiser(known, self.rules, frozenset(loaded.names.particles))
        doc.tensor = _tensor(doc, vectors)  # type: ignore[assignment]  # spaCy's stub says float64
        doc._.event_scores = _tensor(doc, events) if events else None
        return annotate(doc, parsed, lemmatiser)


def _tensor(doc: Doc, vectors: Sequence[tuple[Part, Floats]]) -> Floats:
    """Vectors of words, a row a token (whitespace has zeros); empty if there are none."""
    if not vectors:
        return np.zeros((0, 0), np.float32)
    tensor = np.zeros((len(doc), vectors[0][1].shape[-1]), np.float32)
    for part, words in vectors:
        tensor[list(part.tokens)] = words[1 : len(part.tokens) + 1]
    return tensor


@Language.factory(
    NAME,
    default_config={"threads": None, "weights": None},
    requires=["token.is_sent_start"],
    assigns=["token.pos", "token.dep", "token.head", "token.lemma", "token.morph",
             "token.is_sent_start", "doc.sents", "doc.ents", "doc.tensor", "doc._.event_scores",
             "token._.parts"],
)  # fmt: skip
def create_parser(
    nlp: Language,
    name: str,  # noqa: ARG001 - spaCy gives it
    threads: int | None,
    weights: str | None,
) -> UDParser:
    """The component; `threads` by configuration, else by KRONIEK_THREADS, else 1."""
    folder = Path(weights) if weights else model.WEIGHTS
    return UDParser(str(nlp.lang), threads or _threads_of_environment(), folder)


def _threads_of_environment() -> int:
    value = os.environ.get(THREADS_VARIABLE, "1")
    if not (value.isdecimal() and int(value) > 0):
        raise ThreadsError(f"{THREADS_VARIABLE}={value}: not a number of threads; use 1, 2, ...")
    return int(value)
