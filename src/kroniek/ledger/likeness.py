"""How alike two tellings are: reasons for and against their being one event, with weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from itertools import product
from math import asin, cos, exp, log, radians, sin, sqrt
from typing import Final

from pydantic import BaseModel, ConfigDict

from kroniek.languages.yamlfiles import read_model
from kroniek.ledger.tellings import Count, Telling, Where
from kroniek.lexicon.names import names
from kroniek.ontology import VERBAL_TYPES

EARTH_KM: Final = 6371.0
"""Mean radius of the earth."""
ALIKE: Final = 0.5
"""Share of their long words that sentences of one language have in common when they tell the same;
below half of it they tell something else."""
FEWEST: Final = 3
"""Long words that a sentence must have for its words to count."""
PAIRED: Final = 2
"""Parties of an act that is done by all of them to each other."""


class Likeness(BaseModel):
    """The weights of `likeness.yaml`, whose comments say what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: float
    type: dict[str, float]
    kin: tuple[frozenset[str], ...]
    mode: dict[str, float]
    mode_of: dict[str, dict[str, float]]
    status: dict[str, float]
    actors: dict[str, float]
    recipients: dict[str, float]
    persons: dict[str, float]
    date: dict[str, float]
    place: dict[str, float]
    place_of_speech: dict[str, float]
    counts: dict[str, float]
    names: dict[str, float]
    themes: dict[str, float]
    words: dict[str, float]
    words_of_speech: dict[str, float]
    contexts: dict[str, float]
    article: dict[str, float]
    copies: dict[str, float]
    limits: dict[str, float]


@cache
def likeness() -> Likeness:
    """The weights by which tellings are compared."""
    return read_model(files("kroniek.ledger") / "likeness.yaml", Likeness)


@dataclass(frozen=True, slots=True)
class Point:
    """One reason: its part, its weight in log-odds (above 0: for), and what it rests on."""

    part: str
    weight: float
    words: str


def score_of(points: list[Point]) -> float:
    """The score between 0 and 1 of reasons."""
    return 1 / (1 + exp(-likeness().start - sum(point.weight for point in points)))


def kin_of(type: str) -> frozenset[str]:
    """Types that a telling of this type may share an event with, itself among them."""
    return frozenset((type,)).union(*(pair for pair in likeness().kin if type in pair))


def compare(a: Telling, b: Telling) -> list[Point] | None:
    """The reasons for and against two tellings being one event; None when they cannot be."""
    if _conflict(a, b):
        return None
    points = [*_acts(a, b), *_sides(a, b), *_when(a, b), *_counts(a, b), *_content(a, b)]
    where = _place(a.place, b.place)
    if where == _APART and a.type not in VERBAL_TYPES:
        return None
    if where:
        own = likeness().place_of_speech if a.type in VERBAL_TYPES else likeness().place
        words = _both(a.place.name, b.place.name)  # type: ignore[union-attr]
        points.append(Point("place", own[where], words))
    if a.article == b.article:
        points.append(_same_article(a, b))
    return points


def _point(part: str, key: str, words: str = "") -> Point:
    return Point(part, getattr(likeness(), part)[key], words)


def _both(one: str, other: str) -> str:
    return one if one == other else f"{one} / {other}"


def _conflict(a: Telling, b: Telling) -> bool:
    """What no other likeness outweighs: type, denial, days, who acts and who undergoes."""
    if b.type not in kin_of(a.type) or (a.status == "negated") != (b.status == "negated"):
        return True
    if _gap(a, b) > _slack(a, b):
        return True
    if _paired(a) or _paired(b):
        fewest = min(PAIRED, len(a.parties), len(b.parties))
        return len(a.parties & b.parties) < fewest
    disjoint = (x and y and not x & y for x, y in ((a.who, b.who), (a.whom, b.whom)))
    return any(disjoint)


def _paired(telling: Telling) -> bool:
    """Whether all of its parties do it to each other: met, fought, signed."""
    return not telling.whom and len(telling.who) >= PAIRED


def _gap(a: Telling, b: Telling) -> int:
    """Days between two times; 0 when they overlap."""
    return max(0, (max(a.first, b.first) - min(a.last, b.last)).days)


def _slack(a: Telling, b: Telling) -> int:
    """How many days apart two tellings may be: one that is not dated may tell of something earlier,
    not of what is still to come.
    """
    limits = likeness().limits
    days = limits["days"]
    for one, other in ((a, b), (b, a)):
        if not one.dated and other.first <= one.published:
            days = max(days, limits["earlier_days"])
    return int(days)


def _acts(a: Telling, b: Telling) -> Iterator[Point]:
    same = a.type == b.type
    yield _point("type", "same" if same else "kin", _both(a.type, b.type))
    if same and a.mode and b.mode:
        own = likeness().mode_of.get(a.type, {}) if a.mode != b.mode else {}
        key = "same" if a.mode == b.mode else "other"
        yield Point("mode", own.get(key, likeness().mode[key]), _both(a.mode, b.mode))
    if _status(a) != _status(b):
        yield _point("status", "other", _both(a.status, b.status))
    if shared := set(a.contexts) & set(b.contexts):
        yield _point("contexts", "same", ", ".join(sorted(shared)))


def _status(telling: Telling) -> str:
    """The status, that of an earlier episode being as good as that of the news."""
    return "actual" if telling.status == "historical" else telling.status


def _sides(a: Telling, b: Telling) -> Iterator[Point]:
    if _paired(a) or _paired(b):
        shared = a.parties & b.parties
        yield _point("actors", "same" if shared else "unknown", ", ".join(sorted(shared)))
        key = "same" if len(shared) >= PAIRED else "unknown"
        yield _point("recipients", key, ", ".join(sorted(shared)))
    else:
        for part, x, y in (("actors", a.who, b.who), ("recipients", a.whom, b.whom)):
            if x or y:
                yield _point(
                    part, "same" if x & y else "unknown", ", ".join(sorted(x & y or x | y))
                )
    if a.persons and b.persons:
        same = a.persons & b.persons
        key, shown = ("same", same) if same else ("other", a.persons | b.persons)
        yield _point("persons", key, ", ".join(sorted(shown)))


def _when(a: Telling, b: Telling) -> Iterator[Point]:
    gap, words = _gap(a, b), _both(_days(a), _days(b))
    if a.dated and b.dated:
        exact = max(a.last - a.first, b.last - b.first) == timedelta(0)
        yield _point("date", "near" if gap else "same" if exact else "within", words)
    elif gap <= likeness().limits["days"]:
        yield _point("date", "published", words)
    else:
        soon = gap <= likeness().limits["soon_days"]
        yield _point("date", "soon" if soon else "earlier", words)


def _days(telling: Telling) -> str:
    span = str(telling.first)
    if telling.last != telling.first:
        span += f" to {telling.last}"
    return span if telling.dated else f"told {span}"


_APART: Final = "apart"


def _place(a: Where | None, b: Where | None) -> str:
    """How two places lie: same, near, far, within (a state), other, apart; "" if not known."""
    if a is None or b is None:
        return ""
    if a.name == b.name:
        return "same"
    if a.country and b.country and a.country != b.country:
        return _APART
    if a.country and any(states().get(a.country) == place.name for place in (a, b)):
        return "within" if a.country == b.country else ""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return "other" if a.country == b.country else ""
    limits = likeness().limits
    apart = kilometres(a.lat, a.lon, b.lat, b.lon)
    if apart > limits["apart_km"]:
        return _APART
    return "near" if apart <= limits["near_km"] else "far"


@cache
def states() -> dict[str, str]:
    """English names of states by code."""
    return names("en").states


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The great-circle distance between two points in degrees (haversine formula)."""
    up, across = radians(other_lat - lat), radians(other_lon - lon)
    half = sin(up / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def _counts(a: Telling, b: Telling) -> Iterator[Point]:
    pairs = [(x, y) for x, y in product(a.counts, b.counts) if x.unit == y.unit and x.value > 1]
    if not pairs:
        return
    x, y = min(pairs, key=lambda pair: _ratio(*pair))
    near = _ratio(x, y) <= log(likeness().limits["near_ratio"])
    key = "same" if x.value == y.value else "near" if near else "other"
    yield _point("counts", key, _both(x.words, y.words))


def _ratio(x: Count, y: Count) -> float:
    return abs(log(x.value / y.value)) if x.value > 0 and y.value > 0 else float(x.value != y.value)


def _content(a: Telling, b: Telling) -> Iterator[Point]:
    """What the sentences tell besides who, whom, when and where."""
    verbal = a.type in VERBAL_TYPES
    if shared := _shared_names(a, b):
        weights = likeness().names
        weight = min(weights["first"] + weights["more"] * (len(shared) - 1), weights["most"])
        yield Point("names", weight, ", ".join(shared))
    elif verbal and a.names and b.names:
        yield _point("names", "other", _lists(a.names.values(), b.names.values()))
    if verbal and a.themes and b.themes:
        if themes := a.themes & b.themes:
            yield _point("themes", "same", ", ".join(sorted(themes)))
        else:
            yield _point("themes", "other", _lists(a.themes, b.themes))
    if a.told.lang == b.told.lang and min(len(a.stems), len(b.stems)) >= FEWEST:
        same = a.stems.keys() & b.stems.keys()
        share = len(same) / min(len(a.stems), len(b.stems))
        own = likeness().words_of_speech if verbal else likeness().words
        if share >= ALIKE:
            yield Point("words", own["same"], ", ".join(sorted(a.stems[s] for s in same)))
        elif share < ALIKE / 2 and (verbal or not same):
            key = "few" if same else "none"
            rest = ([one.stems[stem] for stem in one.stems.keys() - same] for one in (a, b))
            yield Point("words", own[key], _lists(*rest))


def _shared_names(a: Telling, b: Telling) -> list[str]:
    """The names that both tell, as the first of them writes them; that of one may be a party of the
    other.
    """
    both = a.names.keys() & (b.names.keys() | b.parties) | b.names.keys() & a.parties
    return sorted(a.names.get(key) or b.names[key] for key in both)


def _lists(some: Iterable[str], others: Iterable[str]) -> str:
    return f"{', '.join(sorted(some))} / {', '.join(sorted(others))}"


def _same_article(a: Telling, b: Telling) -> Point:
    """An article tells of two acts as a rule, but for what one of its sentences joins: struck a
    market, killing nine.
    """
    if a.headline != b.headline:
        return _point("article", "headline", a.told.article)
    if a.type in VERBAL_TYPES:
        return _point("article", "speech", a.told.article)
    if a.type != b.type:
        return _point("article", "kin", a.told.article)
    first, second = sorted((a, b), key=lambda one: one.start)
    alike = a.mode == b.mode or None in (a.mode, b.mode)
    joined = alike and second.start - first.end <= JOINED
    return _point("article", "joined" if joined else "apart", a.told.article)


JOINED: Final = 40
"""Characters at most between two pieces of evidence that tell of one act."""
