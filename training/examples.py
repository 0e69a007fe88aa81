"""Sentences as numbers: noise, neighbours joined, pieces, targets, batches of like length."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from kroniek.parser.pieces import UNKNOWN, PieceTokeniser, Segmented, joined
from training import augment
from training.augment import Marked, Noise
from training.inventory import Inventory
from training.scripts import script_of
from training.wheel import PAD

IGNORED = -100  # target of padding, of the root, and of what is not known
LONGEST = 200  # pieces; longer inputs are left out of training
TOGETHER = ((1, 0.55), (2, 0.28), (3, 0.17))  # sentences to an input, and how often
DROPPED_WORDS = 0.04


@dataclass(frozen=True)
class Example:
    """An input as numbers; the targets' first entry belongs to the root."""

    pieces: Segmented
    tags: tuple[int, ...]
    feats: tuple[int, ...]
    lemmas: tuple[int, ...]
    heads: tuple[int, ...]
    labels: tuple[int, ...]
    entities: tuple[int, ...]  # bits of what may be; 0 is not known
    starts: tuple[int, ...]


class Numbering:
    """Makes examples: knows the tokeniser and what the numbers stand for."""

    def __init__(self, tokeniser: PieceTokeniser, inventory: Inventory) -> None:
        self.tokeniser = tokeniser
        self.inventory = inventory
        self.particles = frozenset(inventory.particles)
        self._numbers = {
            name: {value: number for number, value in enumerate(getattr(inventory, name))}
            for name in ("tags", "labels", "feats", "lemmas")
        }

    def example(
        self, marked: Marked, starts: Sequence[bool], dropped: frozenset[int] = frozenset()
    ) -> Example:
        """Numbers of words; names that the inventory lacks are ignored.

        Words `dropped` (from 0) are shown as unknown pieces, and their lemma is not asked for.
        """
        words = marked.words
        sentence = marked.sentence()
        before = [True, *(word.space_after for word in words[:-1])]
        pieces = self.tokeniser.words([word.form for word in words], before)
        pieces = [(UNKNOWN,) if n in dropped else one for n, one in enumerate(pieces)]
        lemmas = []
        for number, word in enumerate(words):
            dependents = sentence.particles(number + 1) if "_" in word.lemma[1:-1] else ()
            script = script_of(word.form, word.lemma, word.tag, dependents, self.particles)
            lemmas.append(IGNORED if number in dropped else self._number("lemmas", script))
        return Example(
            pieces=joined(pieces),
            tags=(IGNORED, *(self._number("tags", word.tag) for word in words)),
            feats=(IGNORED, *(self._number("feats", word.feats) for word in words)),
            lemmas=(IGNORED, *lemmas),
            heads=(IGNORED, *(word.head for word in words)),
            labels=(IGNORED, *(self._number("labels", word.relation) for word in words)),
            entities=(0, *marked.entities),
            starts=(IGNORED, IGNORED, *(int(start) for start in starts[1:])),
        )

    def _number(self, name: str, value: str) -> int:
        return self._numbers[name].get(value, IGNORED)


def epoch(
    documents: Iterable[Sequence[Marked]], numbering: Numbering, noise: Noise, chance: random.Random
) -> list[Example]:
    """All sentences once, with fresh noise, one to three neighbours to an input."""
    found = []
    for group in _groups(documents, chance):
        parts = [part for one in group for part in augment.augment(one, noise, chance)]
        marked, starts = augment.joined(parts)
        count = len(marked.words)
        dropped = frozenset(n for n in range(count) if chance.random() < DROPPED_WORDS)
        example = numbering.example(marked, starts, dropped)
        if len(example.pieces.ids) <= LONGEST:
            found.append(example)
    return found


def _groups(
    documents: Iterable[Sequence[Marked]], chance: random.Random
) -> Iterator[Sequence[Marked]]:
    counts = [count for count, _ in TOGETHER]
    chances = [part for _, part in TOGETHER]
    for document in documents:
        at = 0
        while at < len(document):
            (count,) = chance.choices(counts, chances)
            yield document[at : at + count]
            at += count


@dataclass(frozen=True)
class Batch:
    """Examples padded to [batch, pieces] and [batch, words]."""

    ids: Tensor
    first: Tensor
    last: Tensor
    tags: Tensor
    feats: Tensor
    lemmas: Tensor
    heads: Tensor
    labels: Tensor
    entities: Tensor
    starts: Tensor
    words: Tensor

    @property
    def real(self) -> Tensor:
        """Which pieces are not padding."""
        return self.ids != PAD


def collate(examples: Sequence[Example]) -> Batch:
    """One padded batch."""
    targets = {
        name: _pad([getattr(example, name) for example in examples], empty)
        for name, empty in (
            ("tags", IGNORED), ("feats", IGNORED), ("lemmas", IGNORED), ("heads", IGNORED),
            ("labels", IGNORED), ("entities", 0), ("starts", IGNORED),
        )
    }  # fmt: skip
    return Batch(
        ids=_pad([example.pieces.ids for example in examples], PAD),
        first=_pad([example.pieces.first for example in examples], 0),
        last=_pad([example.pieces.last for example in examples], 0),
        words=_pad([[1] * len(example.heads) for example in examples], 0).bool(),
        **targets,
    )


def _pad(rows: Sequence[Sequence[int]], value: int) -> Tensor:
    length = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (length - len(row))] for row in rows])


def batches(
    examples: Sequence[Example], pieces: int, shuffle: random.Random | None = None
) -> list[list[int]]:
    """Indexes of examples of like length, at most `pieces` with padding to a batch."""

    def length(index: int) -> float:
        return len(examples[index].pieces.ids) + (shuffle.random() * 4 if shuffle else 0)

    found: list[list[int]] = [[]]
    longest = 0
    for index in sorted(range(len(examples)), key=length):
        longest = max(longest, len(examples[index].pieces.ids))
        if found[-1] and longest * (len(found[-1]) + 1) > pieces:
            found.append([])
            longest = len(examples[index].pieces.ids)
        found[-1].append(index)
    if shuffle:
        shuffle.shuffle(found)
    return found
