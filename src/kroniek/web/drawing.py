"""Figures of the explore page as shapes for an SVG: timeline, matrix, network, map.

Sizes are units of the drawing; the templates give every shape a link to the filter it stands for.
"""

from calendar import monthrange
from collections import Counter, defaultdict
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from typing import Final

from kroniek.ledger.facets import Facets
from kroniek.ontology import EVENT_TYPES
from kroniek.web.projection import project

MOST_BARS: Final = 60
"""Bars of the timeline: above so many months, years are drawn."""

SIDES: Final = 14
"""Actors and recipients of the matrix and the network: the commonest."""


@dataclass(frozen=True)
class Bar:
    """The events of a month or year; `parts` are type, top and height, for each type in it."""

    label: str
    since: str
    until: str
    x: float
    width: float
    total: int
    parts: tuple[tuple[str, float, float], ...]


def timeline(found: Facets, width: float = 960, height: float = 160) -> list[Bar]:
    """A bar for each month, or each year when there are many, of its events by type."""
    by_month: dict[str, Counter[str]] = defaultdict(Counter)
    for month, kind, number in found.months:
        by_month[month][kind] += number
    periods = _months(min(by_month), max(by_month)) if by_month else []
    if len(periods) > MOST_BARS:
        by_year: dict[str, Counter[str]] = defaultdict(Counter)
        for month, counts in by_month.items():
            by_year[month[:4]] += counts
        by_month = by_year
        periods = [f"{year:04}" for year in range(int(min(by_year)), int(max(by_year)) + 1)]
        periods = periods[-200:]
    most = max((sum(counts.values()) for counts in by_month.values()), default=1)
    step = width / max(len(periods), 12)
    bars = []
    for place, period in enumerate(periods):
        counts = by_month.get(period, Counter())
        top, parts = height, []
        for kind in EVENT_TYPES:
            if counts[kind]:
                part = height * counts[kind] / most
                top -= part
                parts.append((kind, round(top, 2), round(part, 2)))
        since, until = _days(period)
        bars.append(
            Bar(
                period, since, until, round(place * step, 2), round(step * 0.82, 2),
                sum(counts.values()), tuple(parts),
            )
        )  # fmt: skip
    return bars


@dataclass(frozen=True)
class Matrix:
    """Events by actor (rows) and recipient (columns); `shade` of a cell is 0 to 5."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    cells: dict[tuple[str, str], tuple[int, int]]


def matrix(found: Facets) -> Matrix:
    """Who did how much to whom, for the commonest on either side."""
    rows: Counter[str] = Counter()
    columns: Counter[str] = Counter()
    for actor, recipient, number in found.pairs:
        rows[actor] += number
        columns[recipient] += number
    actors = tuple(code for code, _ in rows.most_common(SIDES))
    recipients = tuple(code for code, _ in columns.most_common(SIDES))
    most = max((number for *_, number in found.pairs), default=1)
    cells = {
        (actor, recipient): (number, 1 + round(4 * sqrt(number / most)))
        for actor, recipient, number in found.pairs
        if actor in actors and recipient in recipients
    }
    return Matrix(actors, recipients, cells)


@dataclass(frozen=True)
class Node:
    """A side in the network."""

    code: str
    x: float
    y: float
    label_x: float
    label_y: float
    anchor: str
    size: float
    events: int


@dataclass(frozen=True)
class Tie:
    """Events of one side towards another, as a curve; `shade` is 1 to 5."""

    actor: str
    recipient: str
    path: str
    shade: int
    events: int


def network(found: Facets, radius: float = 190) -> tuple[list[Node], list[Tie]]:
    """The commonest sides in a ring, and who does something to whom across it."""
    weight: Counter[str] = Counter()
    for actor, recipient, number in found.pairs:
        weight[actor] += number
        weight[recipient] += number
    codes = [code for code, _ in weight.most_common(SIDES)]
    most = max(weight.values(), default=1)
    nodes = {}
    for place, code in enumerate(codes):
        angle = 2 * pi * place / len(codes) - pi / 2
        x, y = radius * cos(angle), radius * sin(angle)
        anchor = "middle" if abs(cos(angle)) < 0.3 else ("start" if x > 0 else "end")
        size = 4 + 10 * sqrt(weight[code] / most)
        out = 1 + (size + 8) / radius
        nodes[code] = Node(
            code, round(x, 1), round(y, 1), round(x * out, 1), round(y * out + 4, 1), anchor,
            round(size, 1), weight[code],
        )  # fmt: skip
    pairs = [pair for pair in found.pairs if pair[0] in nodes and pair[1] in nodes]
    strongest = max((number for *_, number in pairs), default=1)
    ties = [
        Tie(a, b, _curve(nodes[a], nodes[b]), 1 + round(4 * sqrt(number / strongest)), number)
        for a, b, number in pairs[:80]
        if a != b
    ]
    return list(nodes.values()), ties


@dataclass(frozen=True)
class Dot:
    """A place on the map."""

    name: str
    country: str | None
    x: float
    y: float
    size: float
    events: int


def dots(found: Facets) -> list[Dot]:
    """The places of events, by how many there were."""
    most = max((spot.events for spot in found.spots), default=1)
    made = []
    for spot in found.spots:
        x, y = project(spot.lat, spot.lon)
        size = 2.5 + 11 * sqrt(spot.events / most)
        made.append(
            Dot(spot.name, spot.country, round(x, 1), round(y, 1), round(size, 1), spot.events)
        )
    return made


def _months(first: str, last: str) -> list[str]:
    at, until = _number(first), _number(last)
    if until - at > 12 * 300:
        return [f"{n // 12:04}-{n % 12 + 1:02}" for n in (at, until)] + [""] * MOST_BARS
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(at, until + 1)]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _days(period: str) -> tuple[str, str]:
    """First and last day of a month or year."""
    if len(period) == 4:
        return f"{period}-01-01", f"{period}-12-31"
    last = monthrange(int(period[:4]), int(period[5:]))[1]
    return f"{period}-01", f"{period}-{last:02}"


def _curve(a: Node, b: Node) -> str:
    """A line that bends to one side of the middle, so that both ways can be told apart."""
    x, y = (a.x + b.x) / 2 * 0.35, (a.y + b.y) / 2 * 0.35
    bend_x, bend_y = (b.y - a.y) * 0.08, (a.x - b.x) * 0.08
    return f"M{a.x} {a.y}Q{x + bend_x:.1f} {y + bend_y:.1f} {b.x} {b.y}"
