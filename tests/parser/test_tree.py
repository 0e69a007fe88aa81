"""The best tree with one root."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from kroniek.parser.tree import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    """`heads[d - 1]` is the head of d: one root, and everything hangs on it."""
    if heads.count(0) != 1:
        return False
    for node in range(1, len(heads) + 1):
        seen = set()
        while node:
            if node in seen:
                return False
            seen.add(node)
            node = heads[node - 1]
    return True


@pytest.mark.parametrize("words", [1, 2, 3, 4, 5])
def test_tree_is_the_best_of_all(words: int) -> None:
    random = np.random.default_rng(words)
    trees = [heads for heads in product(range(words + 1), repeat=words) if is_tree(heads)]
    for _ in range(30):
        scores = random.normal(size=(words + 1, words + 1))
        totals = [sum(scores[d + 1, head] for d, head in enumerate(tree)) for tree in trees]
        found = best_tree(scores)[1:]
        assert tuple(found) == trees[int(np.argmax(totals))]


def test_tree_ties_go_to_the_lowest_head() -> None:
    assert list(best_tree(np.zeros((4, 4)))) == list(best_tree(np.zeros((4, 4))))
    scores = np.zeros((3, 3))
    scores[2, 0] = -1.0
    assert list(best_tree(scores)) == [0, 0, 1]


def test_tree_of_many_cycles_is_a_tree() -> None:
    size = 401
    scores = np.full((size, size), -10.0)
    for node in range(1, size - 1, 2):
        scores[node, node + 1] = scores[node + 1, node] = 5.0
    heads = best_tree(scores)[1:]
    assert is_tree(tuple(int(head) for head in heads))
