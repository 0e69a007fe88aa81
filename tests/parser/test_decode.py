"""Scores become sentences, trees and names."""

from __future__ import annotations

import numpy as np
import pytest

from kroniek.parser.decode import best_path, decode
from kroniek.parser.model import Names, Scores

NAMES = Names(
    tags=("NOUN", "VERB"),
    labels=("dep", "nsubj", "root"),
    feats=("_", "Number=Sing"),
    lemmas=("l|||||", "k|||||"),
    entities=("O", "B-PER", "I-PER", "B-LOC", "I-LOC"),
)


def scores(starts: list[float] | None = None, entities: list[list[float]] | None = None) -> Scores:
    """Four words: 2 heads 1, 4 heads 3, both 1 and 3 would like to be root."""
    arcs = np.zeros((5, 5), np.float32)
    for dependent, head in ((1, 0), (2, 1), (3, 0), (4, 3)):
        arcs[dependent, head] = 5.0
    arcs[1, 0] = 6.0
    return Scores(
        tags=np.array([0, 1, 0, 1, 0]),
        arcs=arcs,
        labels=np.ones((5, 5), np.int64),
        starts=None if starts is None else np.array([0.0, *starts], np.float32),
        entities=None if entities is None else np.array([[0.0] * 5, *entities], np.float32),
    )


def test_decode_without_starts_is_one_tree() -> None:
    words = decode(scores(), NAMES, [False] * 4)
    assert [word.label for word in words].count("root") == 1


def test_decode_splits_where_a_start_is_confident_and_allowed() -> None:
    sure = [0.0, -9.0, 9.0, -9.0]
    split = decode(scores(sure), NAMES, [False, True, True, True])
    assert [word.label for word in split] == ["root", "nsubj", "root", "nsubj"]
    assert [word.starts for word in split] == [False, False, True, False]
    assert [word.head for word in split] == [0, -1, 0, -1]
    whole = decode(scores(sure), NAMES, [False] * 4)
    assert [word.label for word in whole].count("root") == 1


def test_decode_doubtful_starts_do_not_split() -> None:
    words = decode(scores([0.0, 0.1, 0.9, 0.2]), NAMES, [True] * 4)
    assert [word.label for word in words].count("root") == 1


@pytest.mark.parametrize(
    ("best", "labels"),
    [
        ([1, 2, 0, 3], ["B-PER", "I-PER", "O", "B-LOC"]),
        ([0, 2, 0, 0], ["O", "O", "O", "O"]),
    ],
)
def test_decode_names_begin_before_they_go_on(best: list[int], labels: list[str]) -> None:
    rows = [[0.0 if number == label else -2.0 for number in range(5)] for label in best]
    rows[1][0] = -0.5
    words = decode(scores(entities=rows), NAMES, [False] * 4)
    assert [word.entity for word in words] == labels


def test_best_path_ties_go_to_the_lowest_label() -> None:
    assert best_path(np.zeros((3, 2), np.float32), np.zeros((3, 2), np.float32)) == [0, 0, 0]
