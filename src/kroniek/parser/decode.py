"""Scores to words: sentence starts, one tree a sentence, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kroniek.parser.model import Floats, Ints, Names, Scores
from kroniek.parser.tree import best_tree

CONFIDENT_START = 2.0  # log-odds above which a sentence is split where no rule tells
NEVER = -1e9
ROOT = "root"
OUTSIDE = "O"


@dataclass(frozen=True)
class Parsed:
    """One parsed word. `head` is its head's distance, 0 for a root."""

    tag: str
    head: int
    label: str
    feats: str = ""
    script: str = ""
    entity: str = OUTSIDE
    starts: bool = False  # a sentence that no rule has set


def decode(scores: Scores, names: Names, may_start: Sequence[bool]) -> list[Parsed]:
    """The words of one encoder input; `may_start` says where a sentence may be split."""
    bounds = _bounds(scores, may_start)
    entities = _entities(scores, names, bounds)
    words: list[Parsed] = []
    for begin, end in pairwise(bounds):
        rows = [0, *range(begin + 1, end + 1)]
        heads = best_tree(scores.arcs[np.ix_(rows, rows)])
        for number, row in enumerate(rows[1:], 1):
            head = int(heads[number])
            label = names.labels[int(scores.labels[row, rows[head]])]
            words.append(
                Parsed(
                    tag=names.tags[int(scores.tags[row])],
                    head=head - number if head else 0,
                    label=ROOT if head == 0 else label,
                    feats=_name(scores.feats, row, names.feats),
                    script=_name(scores.lemmas, row, names.lemmas),
                    entity=entities[row - 1],
                    starts=number == 1 and begin > 0,
                )
            )
    return words


def _name(numbers: Ints | None, row: int, names: Sequence[str]) -> str:
    return "" if numbers is None else names[int(numbers[row])]


def _bounds(scores: Scores, may_start: Sequence[bool]) -> list[int]:
    """Where sentences begin in the input, and its end."""
    bounds = [0]
    if scores.starts is not None:
        bounds += [
            word
            for word in range(1, len(may_start))
            if may_start[word] and scores.starts[word + 1] > CONFIDENT_START
        ]
    return [*bounds, len(may_start)]


def _entities(scores: Scores, names: Names, bounds: Sequence[int]) -> list[str]:
    """The best sequence of BIO labels in each sentence."""
    if scores.entities is None:
        return [OUTSIDE] * bounds[-1]
    follows = _may_follow(names.entities)
    found: list[str] = []
    for begin, end in pairwise(bounds):
        path = best_path(scores.entities[begin + 1 : end + 1], follows)
        found.extend(names.entities[number] for number in path)
    return found


def _may_follow(labels: Sequence[str]) -> Floats:
    """[label, label after it]: 0 where the second may follow, else NEVER; the last row: start."""
    allowed = np.zeros((len(labels) + 1, len(labels)), np.float32)
    for after, label in enumerate(labels):
        if label.startswith("I-"):
            for before, other in enumerate([*labels, OUTSIDE]):
                if other[2:] != label[2:]:
                    allowed[before, after] = NEVER
    return allowed


def best_path(scores: Floats, follows: Floats) -> list[int]:
    """The best labels of a sequence (Viterbi); of equal ones the lowest."""
    best = scores[0] + follows[-1]
    came_by = []
    for row in scores[1:]:
        all_ways = best[:, None] + follows[:-1]
        came_by.append(all_ways.argmax(axis=0))
        best = all_ways.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came_by):
        path.append(int(back[path[-1]]))
    return path[::-1]
