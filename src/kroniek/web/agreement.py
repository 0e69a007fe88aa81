"""How far two coders agree, by field: Krippendorff's alpha and Cohen's kappa, both nominal."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import isnan
from typing import Final

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score  # type: ignore[import-untyped]

from kroniek.document import Event, Party
from kroniek.ledger.reviews import Decision, latest

Pair = tuple[Event | None, Event | None]
"""One event as two people coded it; None where one has none."""

FIELDS: Final[dict[str, Callable[[Event], str]]] = {
    "event": lambda _: "yes",
    "type": lambda event: event.type,
    "mode": lambda event: event.mode or "-",
    "status": lambda event: event.status,
    "actors": lambda event: _codes(event.actors),
    "recipients": lambda event: _codes(event.recipients),
    "date": lambda event: event.date.value if event.date else "-",
    "place": lambda event: event.place.name if event.place else "-",
}
"""The value of an event that is compared, by field. `event` is whether there is one at all."""

NONE: Final = "none"


@dataclass(frozen=True)
class Agreement:
    """How two coders agree on one field; alpha and kappa are at most 1, None where undefined."""

    field: str
    units: int
    same: int
    alpha: float | None
    kappa: float | None


def agreement(pairs: Sequence[Pair]) -> list[Agreement]:
    """The figures for every field, over events that either coder has."""
    made = []
    for field, value in FIELDS.items():
        both = [tuple(value(one) if one else NONE for one in pair) for pair in pairs]
        first, second = [a for a, _ in both], [b for _, b in both]
        same = sum(a == b for a, b in both)
        made.append(Agreement(field, len(both), same, _alpha(first, second), _kappa(first, second)))
    return made


def pair_up(
    ids: Sequence[str], first: Iterable[Decision], second: Iterable[Decision]
) -> list[Pair]:
    """Each event of an article as both left it: those coded by their ids, those added by their
    words.
    """
    one, other = latest(first), latest(second)
    coded = [event for event in ids if event in one and event in other]
    pairs: list[Pair] = [(one[event].event, other[event].event) for event in coded]
    known = set(ids)
    mine = [d.event for d in one.values() if d.event and d.event_id not in known]
    theirs = [d.event for d in other.values() if d.event and d.event_id not in known]
    for event in mine:
        match = next((found for found in theirs if _overlap(event, found)), None)
        if match is not None:
            theirs.remove(match)
        pairs.append((event, match))
    return [pair for pair in pairs + [(None, event) for event in theirs] if pair != (None, None)]


def differ(pair: Pair) -> tuple[str, ...]:
    """The fields in which two codings of one event differ."""
    a, b = pair
    if a is None or b is None:
        return ("event",)
    return tuple(name for name, value in FIELDS.items() if value(a) != value(b))


def _overlap(a: Event, b: Event) -> bool:
    return a.trigger.start < b.trigger.end and b.trigger.start < a.trigger.end


def _codes(parties: Iterable[Party]) -> str:
    told = {party.code or party.text for party in parties}
    return "; ".join(sorted(told)) or "-"


def _alpha(first: Sequence[str], second: Sequence[str]) -> float | None:
    values = sorted({*first, *second})
    if len(values) < 2:
        return None
    place = {value: number for number, value in enumerate(values)}
    data = np.array([[place[v] for v in first], [place[v] for v in second]], dtype=float)
    return _figure(krippendorff.alpha(data, level_of_measurement="nominal"))


def _kappa(first: Sequence[str], second: Sequence[str]) -> float | None:
    if len({*first, *second}) < 2:
        return None
    return _figure(cohen_kappa_score(first, second))


def _figure(value: float) -> float | None:
    return None if isnan(value) else round(float(value), 3)
