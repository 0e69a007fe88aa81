"""The best dependency tree with one root (Chu-Liu-Edmonds)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

IMPOSSIBLE = -1e18

Scores = NDArray[np.float64]
Heads = NDArray[np.int64]


def best_tree(scores: NDArray[np.floating]) -> Heads:
    """Heads of the highest-scoring tree with one root.

    `scores[d, h]` is the score of head h for dependent d; index 0 is the root, whose own
    entry in the result is 0. Of equal scores the lowest head wins. Root arcs are lowered by
    more than all arcs together can differ, so the best tree has as few of them as it can: one.
    """
    size = scores.shape[0]
    arcs = scores.astype(np.float64)
    np.fill_diagonal(arcs, IMPOSSIBLE)
    heads: Heads = arcs.argmax(axis=1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) == 1 and _cycle(heads) is None:
        return heads
    arcs[1:, 0] -= size * (float(np.ptp(scores)) + 1.0)
    return _arborescence(arcs)


def _cycle(heads: Heads) -> Heads | None:
    """The nodes of one cycle in `heads`, or None."""
    above: list[int] = heads.tolist()
    visited_from = [0] * len(above)
    for start in range(1, len(above)):
        node = start
        while node != 0 and visited_from[node] == 0:
            visited_from[node] = start
            node = above[node]
        if node != 0 and visited_from[node] == start:
            cycle = [node]
            while (node := above[node]) != cycle[0]:
                cycle.append(node)
            return np.array(cycle)
    return None


def _arborescence(arcs: Scores) -> Heads:
    """Heads of the highest-scoring tree: contract cycles until none is left, expand them again."""
    contracted: list[tuple[Heads, Heads, Scores, Scores, Heads]] = []
    while True:
        np.fill_diagonal(arcs, IMPOSSIBLE)
        heads: Heads = arcs.argmax(axis=1)
        heads[0] = 0
        cycle = _cycle(heads)
        if cycle is None:
            break
        rest = np.setdiff1d(np.arange(len(heads)), cycle)
        leaving = arcs[np.ix_(rest, cycle)]
        entering = arcs[np.ix_(cycle, rest)] - arcs[cycle, heads[cycle]][:, None]
        smaller = np.full((len(rest) + 1, len(rest) + 1), IMPOSSIBLE)
        smaller[:-1, :-1] = arcs[np.ix_(rest, rest)]
        smaller[:-1, -1] = leaving.max(axis=1)
        smaller[-1, :-1] = entering.max(axis=0)
        contracted.append((rest, cycle, leaving, entering, heads))
        arcs = smaller
    for rest, cycle, leaving, entering, larger in reversed(contracted):
        new = len(rest)
        for index, node in enumerate(rest):
            if node != 0:
                inside = heads[index] == new
                larger[node] = cycle[leaving[index].argmax()] if inside else rest[heads[index]]
        entrance = int(heads[new])
        larger[cycle[entering[:, entrance].argmax()]] = rest[entrance]
        heads = larger
    return heads
