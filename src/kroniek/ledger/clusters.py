"""Tellings of one event taken together: clusters in which no two tellings exclude each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, product
from math import inf
from typing import Final

from kroniek.ledger.candidates import candidates
from kroniek.ledger.likeness import Point, compare, likeness, score_of
from kroniek.ledger.tellings import Telling
from kroniek.ledger.thread_decisions import Decided, ordered

LEAST: Final = 0.5
"""Score from which two tellings may be one event."""
PAIRS: Final = 400
"""Pairs of two clusters that are looked at before they are taken together."""
PART: Final = "person"
"""The part of a reason that is a person's decision."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two tellings that may be one event, by their places in the list, and why."""

    a: int
    b: int
    score: float
    points: tuple[Point, ...]


@dataclass(slots=True)
class Cluster:
    """Tellings of one event, by their places, and what took them together."""

    members: list[int]
    bonds: list[Bond] = field(default_factory=list)


def clusters(
    tellings: Sequence[Telling], originals: Mapping[int, int], decided: Decided
) -> list[Cluster]:
    """Each telling in one cluster, in the order of the first. Bonds take clusters together, the
    strongest first, unless two of their tellings exclude each other or on the whole more speaks
    against than for it. People's decisions come before all else.
    """
    made = _Clusters(tellings, originals, decided)
    at = {telling.id: number for number, telling in enumerate(tellings)}
    for (one, other), by in sorted(decided.joined.items()):
        if one in at and other in at:
            made.settle(Bond(at[one], at[other], 1.0, (Point(PART, 0.0, by),)))
    bonds = [bond for pair in candidates(tellings) if (bond := made.bond(*pair)) is not None]
    bonds.sort(key=lambda bond: (-bond.score, bond.a, bond.b))
    for bond in bonds:
        if made.fit(bond.a, bond.b):
            made.join(bond)
    return made.all()


class _Clusters:
    """Clusters as they grow."""

    def __init__(
        self, tellings: Sequence[Telling], originals: Mapping[int, int], decided: Decided
    ) -> None:
        self._tellings = tellings
        self._originals = originals
        self._decided = decided
        self._of = [Cluster([number]) for number in range(len(tellings))]
        self._settled: dict[int, int] = {}
        self._odds: dict[tuple[int, int], float | None] = {}

    def bond(self, a: int, b: int) -> Bond | None:
        """The bond of two tellings that are likelier one event than not."""
        points = self._points(a, b)
        self._odds[a, b] = None if points is None else _odds(points)
        if points is None or (score := score_of(points)) < LEAST:
            return None
        return Bond(a, b, score, tuple(points))

    def _points(self, a: int, b: int) -> list[Point] | None:
        one, other = self._tellings[a], self._tellings[b]
        points = None if self._parted(a, b) else compare(one, other)
        if points is not None and self._copied(one, other):
            points.append(Point("copies", likeness().copies["same"], one.trigger))
        return points

    def _copied(self, one: Telling, other: Telling) -> bool:
        """Whether a copy tells it in the words of its original."""
        if one.article == other.article or one.told.words != other.told.words:
            return False
        source, copied = (self._originals.get(t.article, t.article) for t in (one, other))
        return source == copied

    def fit(self, a: int, b: int) -> bool:
        """Whether the clusters of two tellings can be one. Tellings that people joined count as
        one, which tells all that any of them tells.
        """
        one, other = self._of[a], self._of[b]
        if one is other:
            return False
        best: dict[tuple[int, int], float] = {}
        for x, y in islice(product(one.members, other.members), PAIRS):
            if self._parted(x, y):
                return False
            pair = self._settled.get(x, x), self._settled.get(y, y)
            odds = self._between(min(x, y), max(x, y))
            best[pair] = max(best.get(pair, -inf), -inf if odds is None else odds)
        return sum(best.values()) > 0

    def _parted(self, a: int, b: int) -> bool:
        pair = ordered(self._tellings[a].id, self._tellings[b].id)
        return pair in self._decided.parted

    def _between(self, a: int, b: int) -> float | None:
        """What speaks for two tellings being one, in log-odds; None when they cannot be. Those of
        one article must be one in themselves.
        """
        if (a, b) not in self._odds:
            points = self._points(a, b)
            self._odds[a, b] = None if points is None else _odds(points)
        odds = self._odds[a, b]
        same = self._tellings[a].article == self._tellings[b].article
        return None if same and odds is not None and odds < 0 else odds

    def settle(self, bond: Bond) -> None:
        """Takes together what people joined."""
        self.join(bond)
        members = self._of[bond.a].members
        self._settled.update(dict.fromkeys(members, min(members)))

    def join(self, bond: Bond) -> None:
        """Takes the clusters of a bond together."""
        one, other = self._of[bond.a], self._of[bond.b]
        if one is other:
            return
        if len(one.members) < len(other.members):
            one, other = other, one
        one.members += other.members
        one.bonds += [*other.bonds, bond]
        for number in other.members:
            self._of[number] = one

    def all(self) -> list[Cluster]:
        """All clusters, the members of each in order."""
        found: dict[int, Cluster] = {}
        for cluster in self._of:
            if id(cluster) not in found:
                cluster.members.sort()
                found[id(cluster)] = cluster
        return list(found.values())


def _odds(points: Iterable[Point]) -> float:
    return likeness().start + sum(point.weight for point in points)
