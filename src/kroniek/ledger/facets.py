"""What the events that pass a filter have in common, counted."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from kroniek.ledger.columns import Columns, Ints, Names, chosen, columns
from kroniek.ledger.schema import STATES
from kroniek.ledger.search import Filter
from kroniek.ledger.store import Ledger

SHOWN: Final = 25
"""Values of a facet with very many that are counted out: the commonest."""

PAIRS: Final = 1000
"""Pairs of an actor and a recipient that are counted out: the commonest."""

PLACES: Final = 400
"""Places that are put on the map: the commonest."""

Count = tuple[str, int]


@dataclass(frozen=True)
class Spot:
    """A place and how many events happened there; degrees north and east."""

    name: str
    country: str | None
    lat: float
    lon: float
    events: int


@dataclass(frozen=True)
class Facets:
    """Events counted by each of their parts; those with most first, then by name; months in order.

    `pairs` counts events by code of an actor and of a recipient. `reviews` counts them by how they
    stand after people's decisions, with those rejected, which are no part of `events` unless asked
    for.
    """

    events: int
    types: tuple[Count, ...]
    statuses: tuple[Count, ...]
    contexts: tuple[Count, ...]
    actors: tuple[Count, ...]
    recipients: tuple[Count, ...]
    reviews: tuple[Count, ...]
    months: tuple[tuple[str, str, int], ...]
    pairs: tuple[tuple[str, str, int], ...]
    spots: tuple[Spot, ...]


def facets(ledger: Ledger, wanted: Filter) -> Facets:
    """Counts over all events that pass."""
    with columns(ledger) as (session, known):
        at = chosen(session, known, wanted)
        rejected = len(chosen(session, known, replace(wanted, review="rejected")))
        passes = np.zeros(len(known.number), bool)
        passes[at] = True
        actors, recipients = (_codes(known, passes, side) for side in (0, 1))
        return Facets(
            events=len(at),
            types=_ordered(_counts(known.type[at], known.types)),
            statuses=_ordered(_counts(known.status[at], known.statuses)),
            contexts=_contexts(known, at),
            actors=actors,
            recipients=recipients,
            reviews=_reviews(known, passes, len(at), rejected),
            months=_months(known, at),
            pairs=_pairs(known, passes),
            spots=_spots(known, at),
        )


def _counts(numbers: Ints, names: Names) -> Iterable[tuple[Any, int]]:
    """How often each name occurs that does; what has none is left out."""
    counts = np.bincount(numbers[numbers >= 0], minlength=len(names.all)).tolist()
    return [(name, count) for name, count in zip(names.all, counts, strict=True) if count]


def _ordered(counts: Iterable[Count], most: int | None = None) -> tuple[Count, ...]:
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0]))[:most])


def _contexts(known: Columns, at: Ints) -> tuple[Count, ...]:
    found: Counter[str] = Counter()
    for told, count in _counts(known.contexts[at], known.contexts_):
        for name in told.strip("[]").replace('"', "").split(", "):
            if name:
                found[name] += count
    return _ordered(found.items())


def _codes(known: Columns, passes: Any, side: int) -> tuple[Count, ...]:
    """The commonest codes on a side."""
    fits = passes[known.party_event] & (known.party_side == side)
    return _ordered(_counts(known.party_code[fits], known.codes), SHOWN)


def _reviews(known: Columns, passes: Any, events: int, rejected: int) -> tuple[Count, ...]:
    counts = {state: int(passes[at].sum()) for state, at in known.decided.items()}
    counts["open"] = events - sum(counts.values())
    counts["rejected"] = rejected
    return tuple((state, counts[state]) for state in STATES if counts.get(state))


def _months(known: Columns, at: Ints) -> tuple[tuple[str, str, int], ...]:
    """Events by month and type."""
    dated = at[known.month[at] >= 0]
    kinds = max(len(known.types.all), 1)
    keys, counts = np.unique(known.month[dated] * kinds + known.type[dated], return_counts=True)
    told = (
        (f"{key // kinds // 12:04}-{key // kinds % 12 + 1:02}", known.types.all[key % kinds], count)
        for key, count in zip(keys.tolist(), counts.tolist(), strict=True)
    )
    return tuple(sorted(told))


def _pairs(known: Columns, passes: Any) -> tuple[tuple[str, str, int], ...]:
    fits = passes[known.pair_event]
    codes = known.codes.all
    width = max(len(codes), 1)
    keys, counts = np.unique(
        known.pair_actor[fits] * width + known.pair_recipient[fits], return_counts=True
    )
    told = [
        (codes[key // width], codes[key % width], count)
        for key, count in zip(keys.tolist(), counts.tolist(), strict=True)
    ]
    return tuple(sorted(told, key=lambda one: (-one[2], one[0], one[1]))[:PAIRS])


def _spots(known: Columns, at: Ints) -> tuple[Spot, ...]:
    counts = _counts(known.spot[at], known.spots)
    told = sorted(counts, key=lambda one: (-one[1], one[0][0], one[0][1] or "", one[0][2:]))
    return tuple(
        Spot(name, country, lat, lon, events) for (name, country, lat, lon), events in told[:PLACES]
    )
