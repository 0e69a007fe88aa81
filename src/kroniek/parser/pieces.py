"""Words to the encoder's word pieces (SentencePiece's unigram model, word by word)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tokenizers import models

START, END, UNKNOWN = 0, 2, 3
SPACE = "\u2581"
MOST_PIECES_PER_WORD = 20
MOST_CHARACTERS_PER_WORD = 400  # pieces are at most 16 long, so 20 of them end before this
CACHED_WORDS = 100_000


@dataclass(frozen=True)
class Segmented:
    """Words in pieces between <s> and </s>; `first` and `last` are each word's, <s> before."""

    ids: tuple[int, ...]
    first: tuple[int, ...]
    last: tuple[int, ...]


class PieceTokeniser:
    """The pruned multilingual tokeniser that belongs to the weights."""

    def __init__(self, pieces: Path, normaliser: Path) -> None:
        """Read `pieces` (lines of piece, tab, score) and `normaliser` (JSON replacements)."""
        with pieces.open(encoding="utf-8", newline="\n") as lines:
            rows = [line[:-1].split("\t") for line in lines]
        rest = json.loads(normaliser.read_text(encoding="utf-8"))
        self._replacements = str.maketrans(rest["replacements"])
        self._unigram = models.Unigram(
            [(piece, float(score)) for piece, score in rows], unk_id=UNKNOWN, byte_fallback=False
        )
        self.word = lru_cache(CACHED_WORDS)(self._word)

    def _word(self, form: str, space_before: bool) -> tuple[int, ...]:
        text = form[:MOST_CHARACTERS_PER_WORD].translate(self._replacements)
        text = SPACE.join(text.split(" ")).strip(SPACE)
        while SPACE + SPACE in text:
            text = text.replace(SPACE + SPACE, SPACE)
        text = SPACE + text if space_before else text
        found = [token.id for token in self._unigram.tokenize(text)] if text else []
        return tuple(found[:MOST_PIECES_PER_WORD]) or (UNKNOWN,)

    def words(self, forms: Sequence[str], space_before: Sequence[bool]) -> list[tuple[int, ...]]:
        """The pieces of each word."""
        word = self.word
        return [word(form, space) for form, space in zip(forms, space_before, strict=True)]


def joined(words: Sequence[tuple[int, ...]]) -> Segmented:
    """The words of one encoder input."""
    ids, first, last = [START], [0], [0]
    for pieces in words:
        first.append(len(ids))
        ids.extend(pieces)
        last.append(len(ids) - 1)
    return Segmented((*ids, END), tuple(first), tuple(last))
