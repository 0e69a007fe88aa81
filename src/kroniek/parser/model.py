"""The shipped weights: word pieces in, scores of tags, arcs, labels and the other heads out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from kroniek.errors import KroniekError
from kroniek.parser.pieces import PAD, PieceTokeniser, Segmented

WEIGHTS = Path(__file__).parent / "weights"
GRAPH, EMBEDDINGS, PIECES, NORMALISER, LABELS = (
    "parser.onnx", "embeddings.q4", "pieces.tsv", "normaliser.json", "labels.json",
)  # fmt: skip
BLOCK, BLOCK_BYTES = 32, 18  # 4-bit numbers that share a float16 scale, and their bytes together
BATCH_PIECES = 1600  # with padding; more gains nothing on the machines measured
REQUIRED = ("tags", "arcs", "labels")
OPTIONAL = ("feats", "lemmas", "entities", "starts")

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
    log-odds that a sentence begins. A head that the graph has not is None.
    """

    tags: Ints
    arcs: Floats
    labels: Ints
    feats: Ints | None = None
    lemmas: Ints | None = None
    entities: Floats | None = None
    starts: Floats | None = None


@dataclass
class Model:
    """One loaded set of weights; `positions` is the encoder's limit of pieces."""

    names: Names
    positions: int
    tokeniser: PieceTokeniser
    embeddings: Floats
    session: onnxruntime.InferenceSession
    outputs: list[str] = field(default_factory=list)

    def run(self, inputs: Sequence[Segmented]) -> Iterator[tuple[int, Scores]]:
        """Number and scores of each input, in batches of like length, so not in order."""
        order = sorted(range(len(inputs)), key=lambda number: len(inputs[number].ids))
        while order:
            count = 1
            while (
                count < len(order) and len(inputs[order[count]].ids) * (count + 1) <= BATCH_PIECES
            ):
                count += 1
            batch, order = order[:count], order[count:]
            yield from zip(batch, self._batch([inputs[i] for i in batch]), strict=True)

    def _batch(self, inputs: Sequence[Segmented]) -> list[Scores]:
        ids = _padded([one.ids for one in inputs], PAD)
        first = _padded([one.first for one in inputs], 0)
        sizes = np.array([len(one.first) for one in inputs])
        values = self.session.run(
            self.outputs,
            {
                "embeddings": self.embeddings[ids],
                "real_pieces": (ids != PAD).astype(np.int32),
                "first": first,
                "last": _padded([one.last for one in inputs], 0),
                "real_words": (np.arange(first.shape[1]) < sizes[:, None]).astype(np.float32),
            },
        )
        named = dict(zip(self.outputs, values, strict=True))
        return [_cut(named, row, int(size)) for row, size in enumerate(sizes)]


def load(folder: Path, threads: int) -> Model:
    """The weights in `folder`, read once a process for each number of threads."""
    return _load(folder, threads, os.getpid())


@lru_cache(maxsize=4)
def _load(folder: Path, threads: int, _process: int) -> Model:
    """A forked process can't use its parent's threads, so the process is part of the key."""
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
    session = _session(folder / GRAPH, threads)
    has = {output.name for output in session.get_outputs()}
    return Model(
        names=Names(**{
            name: tuple(settings.get(name, ())) for name in Names.__dataclass_fields__
        }),
        positions=settings["positions"],
        tokeniser=PieceTokeniser(folder / PIECES, folder / NORMALISER),
        embeddings=_dequantised(blocks),
        session=session,
        outputs=[*REQUIRED, *(name for name in OPTIONAL if name in has)],
    )  # fmt: skip


def _session(graph: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(graph), options, providers=["CPUExecutionProvider"]
    )  # fmt: skip


def _cut(named: dict[str, NDArray[np.generic]], row: int, size: int) -> Scores:
    square = {name: named[name][row, :size, :size] for name in ("arcs", "labels")}
    flat = {name: named[name][row, :size] for name in named if name not in square}
    return Scores(**square, **flat)  # type: ignore[arg-type]


def _padded(rows: Sequence[Sequence[int]], value: int) -> Ints:
    padded = np.full((len(rows), max(map(len, rows))), value, np.int64)
    for target, row in zip(padded, rows, strict=True):
        target[: len(row)] = row
    return padded


def _dequantised(blocks: NDArray[np.uint8]) -> Floats:
    """Numbers of 4-bit blocks (float16 scale, low halves, high halves) as float32."""
    parts = blocks.reshape(*blocks.shape[:-1], -1, BLOCK_BYTES)
    scales = np.ascontiguousarray(parts[..., :2]).view("<f2").astype(np.float32)
    packed = parts[..., 2:]
    numbers = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
    return (numbers * scales).reshape(*blocks.shape[:-1], -1)
