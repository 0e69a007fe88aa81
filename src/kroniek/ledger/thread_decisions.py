"""What people decided about threads: which two events are one, and which are not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from kroniek.ledger.verdicts import holding, keep_verdict

PART: Final = "thread"
"""The part of the record under which decisions about threads are kept: each about a pair of events,
by their ids with a space between."""
JOIN: Final = "join"
SPLIT: Final = "split"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of ids that are one event, and by whom; pairs that are not."""

    joined: Mapping[Pair, str]
    parted: Mapping[Pair, str]

    def about(self, ids: set[str]) -> list[Pair]:
        """The pairs with one of these events in them, in order."""
        return sorted(pair for pair in (*self.joined, *self.parted) if ids & set(pair))


def ordered(one: str, other: str) -> Pair:
    """Two ids in the order by which pairs are kept."""
    return (one, other) if one < other else (other, one)


def decided(session: Session) -> Decided:
    """What holds of what people decided about pairs of events."""
    found: dict[str, dict[Pair, str]] = {JOIN: {}, SPLIT: {}}
    for (part, ids), verdict in holding(session).items():
        if part == PART:
            one, _, other = ids.partition(" ")
            found[verdict.verdict][one, other] = verdict.by
    return Decided(found[JOIN], found[SPLIT])


def keep(session: Session, a: str, b: str, verdict: str, by: str, note: str) -> None:
    """Adds a decision about two events."""
    keep_verdict(session, PART, " ".join(ordered(a, b)), verdict, by, note)
