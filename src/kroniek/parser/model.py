"""The shipped weights: word pieces in, scores of tags, arcs, labels and the other heads out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from kroniek.errors import KroniekError
from kroniek.parser.pieces import PieceTokeniser, Segmented

WEIGHTS = Path(__file__).parent / "weights"
GRAPH, EMBEDDINGS, PIECES, NORMALISER, LABELS = (
    "parser.onnx", "embeddings.q4", "pieces.tsv", "normaliser.json", "labels.json",
)  # fmt: skip
BLOCK, BLOCK_BYTES = 32, 18  # 4-bit numbers that share a float16 scale, and their bytes together
REQUIRED = ("tags", "arcs", "labels")
OPTIONAL = ("feats", "lemmas", "entities", "starts", "words", "pieces")

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


class WeightsError(KroniekError):
    """Parser weights that are not there: names the folder and what to do."""


@dataclass(frozen=True)
class Names:
    """What the numbers in the graph's outputs stand for."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]
    feats: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()  # that begin separable verbs


@dataclass(frozen=True)
class Scores:
    """The graph's outputs for one input of n words; index 0 is the root.

    `tags`, `feats` and `lemmas` [n] and `labels` [n, n] number the names; `arcs` [n, n] are
    scores of heads (second axis); `entities` [n, label] are log-scores; `starts` [n] are
    log-odds that a sentence begins; `words` [n, width] are the encoder's vectors, `pieces`
    [pieces, width] what the event head reads. A head that the graph has not is None.
    """

    tags: Ints
    arcs: Floats
    labels: Ints
    feats: Ints | None = None
    lemmas: Ints | None = None
    entities: Floats | None = None
    starts: Floats | None = None
    words: Floats | None = None
    pieces: Floats | None = None


@dataclass(frozen=True)
class Model:
    """One loaded set of weights; `positions` is the encoder's limit of pieces."""

    names: Names
    positions: int
    tokeniser: PieceTokeniser
    embeddings: Floats
    session: onnxruntime.InferenceSession
    outputs: tuple[str, ...]

    def run(self, inputs: Sequence[Segmented], threads: int) -> Iterator[Scores]:
        """The scores of each input.

        Each input is run alone and on one thread, `threads` of them at a time. In a batch, the
        scales of int8 products would depend on all that is in it, and so would the trees;
        alone they are the same whatever else is parsed and on however many threads. Measured
        on 2,965 words of news, the best batches (120 to 200 pieces) are 12 % faster than none,
        those of 1,600 pieces 30 % slower.
        """
        if threads == 1 or len(inputs) < 2:
            yield from map(self._scores, inputs)
        else:
            with ThreadPoolExecutor(threads) as pool:
                yield from pool.map(self._scores, inputs)

    def _scores(self, given: Segmented) -> Scores:
        values = self.session.run(
            self.outputs,
            {
                "embeddings": self.embeddings[np.array([given.ids])],
                "real_pieces": np.ones((1, len(given.ids)), np.int32),
                "first": np.array([given.first], np.int64),
                "last": np.array([given.last], np.int64),
                "real_words": np.ones((1, len(given.first)), np.float32),
            },
        )
        return Scores(**{name: value[0] for name, value in zip(self.outputs, values, strict=True)})


@lru_cache(maxsize=4)
def load(folder: Path) -> Model:
    """The weights in `folder`, read once a process."""
    missing = [name for name in (GRAPH, EMBEDDINGS, PIECES, NORMALISER, LABELS)
               if not (folder / name).is_file()]  # fmt: skip
    if missing:
        raise WeightsError(
            f"{folder}: parser weights without {', '.join(missing)}; reinstall kroniek, or run "
            "`make train` to make them"
        )
    settings = json.loads((folder / LABELS).read_text(encoding="utf-8"))
    row = settings["width"] // BLOCK * BLOCK_BYTES
    blocks = np.fromfile(folder / EMBEDDINGS, np.uint8).reshape(-1, row)
    session = new_session(folder / GRAPH)
    has = {output.name for output in session.get_outputs()}
    return Model(
        names=Names(**{name: tuple(settings.get(name, ())) for name in Names.__annotations__}),
        positions=settings["positions"],
        tokeniser=PieceTokeniser(folder / PIECES, folder / NORMALISER),
        embeddings=_dequantised(blocks),
        session=session,
        outputs=(*REQUIRED, *(name for name in OPTIONAL if name in has)),
    )


def new_session(graph: Path) -> onnxruntime.InferenceSession:
    """A session without threads of its own, so that it survives forks."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def _dequantised(blocks: NDArray[np.uint8]) -> Floats:
    """Numbers of 4-bit blocks (float16 scale, low halves, high halves) as float32."""
    parts = blocks.reshape(*blocks.shape[:-1], -1, BLOCK_BYTES)
    scales = np.ascontiguousarray(parts[..., :2]).view("<f2").astype(np.float32)
    packed = parts[..., 2:]
    numbers = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
    return (numbers * scales).reshape(*blocks.shape[:-1], -1)
