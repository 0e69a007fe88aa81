"""Which coded event is which gold event: by where their words stand in the article."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kroniek.evaluation.gold import Json

Range = tuple[int, int]


@dataclass(frozen=True)
class Placed:
    """An event and every place in the article where its evidence and its trigger stand."""

    event: Json
    evidence: tuple[Range, ...]
    trigger: tuple[Range, ...]


def place(events: Sequence[Json], whole: str) -> list[Placed]:
    """The events with their places in `whole`; a trigger outside the evidence does not count."""
    return [_placed(event, whole) for event in events]


def _placed(event: Json, whole: str) -> Placed:
    texts = [words(span) for span in event.get("evidence") or ()]
    evidence = tuple(at for text in texts for at in _occurrences(text, whole))
    triggers = _occurrences(words(event.get("trigger") or ""), whole)
    inside = tuple(at for at in triggers if _touch((at,), evidence))
    return Placed(event, evidence, inside or evidence)


def match(
    gold: Sequence[Placed], coded: Sequence[Placed], typed: bool = True
) -> list[tuple[int, int]]:
    """One to one pairs of places in both lists, the best agreeing first.

    Two events can match when the trigger of one overlaps the evidence of the other and, if
    `typed`, their types are the same.
    """
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(_candidates(gold, coded, typed)):
        if all(i != k and j != m for k, m in pairs):
            pairs.append((i, j))
    return pairs


def _candidates(
    gold: Sequence[Placed], coded: Sequence[Placed], typed: bool
) -> Iterator[tuple[int, int, int]]:
    for i, wanted in enumerate(gold):
        for j, found in enumerate(coded):
            if typed and wanted.event["type"] != found.event["type"]:
                continue
            if _touch(wanted.trigger, found.evidence) or _touch(found.trigger, wanted.evidence):
                yield -_agreement(wanted, found), i, j


def _agreement(wanted: Placed, found: Placed) -> int:
    """How much two events agree; type and trigger weigh twice."""
    a, b = wanted.event, found.event
    return sum(
        (
            2 * (a["type"] == b["type"]),
            2 * _touch(wanted.trigger, found.trigger),
            codes(a["actors"]) == codes(b["actors"]),
            codes(a["recipients"]) == codes(b["recipients"]),
            a["status"] == b["status"],
        )
    )


def codes(parties: Sequence[Json]) -> frozenset[str]:
    """The codes of parties, without those that have none."""
    return frozenset(party["code"] for party in parties if party.get("code"))


def words(span: Any) -> str:
    """The text of a span, which in gold is a bare string."""
    text: str = span["text"] if isinstance(span, dict) else span
    return text


def _occurrences(text: str, whole: str) -> list[Range]:
    found: list[Range] = []
    at = whole.find(text) if text else -1
    while at >= 0:
        found.append((at, at + len(text)))
        at = whole.find(text, at + 1)
    return found


def _touch(some: Sequence[Range], others: Sequence[Range]) -> bool:
    return any(a < d and c < b for a, b in some for c, d in others)
