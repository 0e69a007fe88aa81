"""Makes threads of clusters: what most sources tell, and side by side what they tell otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date as Day
from math import log
from typing import Final, TypeVar

from kroniek.ledger import tellings as told
from kroniek.ledger.clusters import PART, Bond, Cluster
from kroniek.ledger.likeness import likeness
from kroniek.ledger.tellings import Telling
from kroniek.ledger.thread import PREFIX, Count, Figure, Member, Merge, Reason, Spot, Thread
from kroniek.ledger.told_by import Who

RATIO: Final = 3.0
"""Of several values of one unit, those within this ratio may be the same count."""

K = TypeVar("K", bound=Hashable)
Originals = Mapping[int, int]


def woven(cluster: Cluster, tellings: Sequence[Telling], originals: Originals) -> Thread:
    """The thread of a cluster."""
    members = sorted((tellings[number] for number in cluster.members), key=_order)
    first = members[0]
    days = _days(members, originals)
    articles = {one.article: one.told.article for one in members}
    return Thread(
        id=PREFIX + first.id,
        type=_most(members, originals, lambda one: one.type) or first.type,
        mode=_most(members, originals, lambda one: one.mode),
        status=_most(members, originals, lambda one: one.status) or first.status,
        contexts=tuple(sorted({context for one in members for context in one.contexts})),
        actors=_parties(members, originals, lambda one: one.actors),
        recipients=_parties(members, originals, lambda one: one.recipients),
        first=days[0],
        last=days[1],
        dated=any(one.dated for one in members),
        place=_place(members, originals),
        figures=tuple(_figures(members, originals)),
        members=tuple(_member(one, articles, originals) for one in members),
        merges=tuple(_merge(bond, tellings) for bond in cluster.bonds),
        sources=len({_source(one, originals) for one in members}),
    )


def _order(telling: Telling) -> tuple[Day, int, int]:
    return telling.published, telling.article, telling.position


def _source(telling: Telling, originals: Originals) -> int:
    """The article that a telling comes from, that of a copy being its original."""
    return originals.get(telling.article, telling.article)


def _most(
    members: Iterable[Telling], originals: Originals, of: Callable[[Telling], K | None]
) -> K | None:
    """What most sources tell, of as many the first; None when none tells it."""
    ranked = _ranked((_source(one, originals), value) for one in members if (value := of(one)))
    return ranked[0] if ranked else None


def _ranked(told: Iterable[tuple[int, K]]) -> list[K]:
    """Values by the number of sources that tell them, of as many the first first."""
    sources: dict[K, set[int]] = defaultdict(set)
    for source, value in told:
        sources[value].add(source)
    return sorted(sources, key=lambda value: -len(sources[value]))


def _parties(
    members: Sequence[Telling], originals: Originals, of: Callable[[Telling], tuple[Who, ...]]
) -> tuple[Who, ...]:
    named: dict[str, Who] = {}
    for one in members:
        for who in of(one):
            named.setdefault(who.key, who)
    told = ((_source(one, originals), who.key) for one in members for who in of(one))
    return tuple(named[key] for key in _ranked(told))


def _days(members: Sequence[Telling], originals: Originals) -> tuple[Day, Day]:
    """The shortest time that most sources give; without any, that of the first publication."""
    dated = [one for one in members if one.dated]
    if not dated:
        return members[0].first, members[0].last
    exact = min(one.last - one.first for one in dated)
    shortest = [one for one in dated if one.last - one.first == exact]
    found = _most(shortest, originals, lambda one: (one.first, one.last))
    return found or (dated[0].first, dated[0].last)


def _place(members: Sequence[Telling], originals: Originals) -> Spot | None:
    """The place that most sources give; one with coordinates before a state or region."""
    exact = [one for one in members if one.place is not None and one.place.lat is not None]
    where = _most(exact or members, originals, lambda one: one.place)
    if where is None:
        return None
    return Spot(name=where.name, country=where.country, lat=where.lat, lon=where.lon)


def _member(one: Telling, articles: Mapping[int, str], originals: Originals) -> Member:
    original = originals.get(one.article)
    return Member(
        told=one.told, type=one.type, mode=one.mode, status=one.status, first=one.first,
        last=one.last, copies=articles.get(original) if original is not None else None,
    )  # fmt: skip


def _merge(bond: Bond, tellings: Sequence[Telling]) -> Merge:
    one, other = sorted((tellings[bond.a], tellings[bond.b]), key=_order)
    by = next((point.words for point in bond.points if point.part == PART), None)
    reasons = [Reason(part=p.part, weight=p.weight, words=p.words) for p in bond.points]
    start = Reason(part="start", weight=likeness().start, words="")
    return Merge(
        earlier=one.id, later=other.id, score=round(bond.score, 4), by=by,
        reasons=(start, *reasons) if by is None else (),
    )  # fmt: skip


def _figures(members: Sequence[Telling], originals: Originals) -> Iterable[Figure]:
    """The counts that sources give, the values for one count side by side."""
    for unit in dict.fromkeys(count.unit for one in members for count in one.counts):
        slots: list[list[tuple[Telling, told.Count]]] = []
        for counts in _by_article(members, unit).values():
            _fill(slots, counts)
        yield from (_figure(unit, slot, originals) for slot in slots)


def _by_article(
    members: Sequence[Telling], unit: str
) -> dict[int, list[tuple[Telling, told.Count]]]:
    """Each article's values of a unit, once each."""
    found: dict[int, dict[float, tuple[Telling, told.Count]]] = defaultdict(dict)
    for one in members:
        for count in one.counts:
            if count.unit == unit:
                found[one.article].setdefault(count.value, (one, count))
    return {article: list(values.values()) for article, values in found.items()}


def _fill(
    slots: list[list[tuple[Telling, told.Count]]], counts: Sequence[tuple[Telling, told.Count]]
) -> None:
    """Puts an article's values beside the values of others that come closest; a new count where
    none does. The only value of an article is of the only count there is.
    """
    alone = len(slots) == 1 == len(counts)
    pairs = sorted(
        (abs(log(max(count.value, 1) / max(value.value, 1))), row, at)
        for row, (_, count) in enumerate(counts)
        for at, slot in enumerate(slots)
        for _, value in slot
    )
    taken: dict[int, int] = {}
    for far, row, at in pairs:
        if row not in taken and at not in taken.values() and (alone or far <= log(RATIO)):
            taken[row] = at
    for row, pair in enumerate(counts):
        if row in taken:
            slots[taken[row]].append(pair)
        else:
            slots.append([pair])


def _figure(unit: str, slot: Sequence[tuple[Telling, told.Count]], originals: Originals) -> Figure:
    words: dict[float, str] = {}
    articles: dict[float, dict[str, None]] = defaultdict(dict)
    for one, count in slot:
        words.setdefault(count.value, count.words)
        articles[count.value][one.told.article] = None
    values = _ranked((_source(one, originals), count.value) for one, count in slot)
    return Figure(
        unit=unit,
        counts=tuple(
            Count(value=value, words=words[value], articles=tuple(articles[value]))
            for value in values
        ),
    )
