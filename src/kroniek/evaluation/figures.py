"""Figures over articles: what was found, and how right it is where it was found."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kroniek.evaluation.gold import Json
from kroniek.evaluation.matching import Placed, codes, match, place, words

RATIOS: Final = (
    "detect", "untyped", "tuple", "full", "actor", "recipient", "quantity", "relation",
)  # fmt: skip
"""Figures with precision, recall and F1: events by type and place, whatever their type, with the
same parties, with the same parties, status and date; and the parts of matched events."""

ACCURACIES: Final = ("status", "mode", "date", "place", "names")
"""Shares of matched events (of gold names, for `names`) that are right."""

_NOTHING: Final[Json] = {"events": [], "relations": []}


@dataclass(frozen=True)
class Fault:
    """One error: `kind` is missed, extra or the part that is wrong; `words` the evidence."""

    article: str
    kind: str
    wanted: str
    got: str
    words: str

    def __str__(self) -> str:
        if self.kind in ("missed", "extra"):
            return f"{self.article} {self.kind:10} {self.wanted or self.got} | {self.words}"
        return f"{self.article} {self.kind:10} {self.wanted} got {self.got} | {self.words}"


@dataclass
class Figures:
    """Counts over any number of articles, from which every figure follows."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """Every figure: P, R, F1 and n of a ratio, accuracy and n of the rest, and each type."""
        rows: dict[str, Any] = {name: ratio(self.counts, name) for name in RATIOS}
        rows |= {name: self._accuracy(name) for name in ACCURACIES}
        names = sorted({name for name, _ in self.types})
        rows["types"] = {name: ratio(self.types, name) for name in names}
        return rows

    def _accuracy(self, name: str) -> dict[str, float]:
        right, of = self.counts[name, "right"], self.counts[name, "of"]
        return {"acc": round(right / max(1, of), 3), "n": of}


def ratio(counts: Counter[tuple[str, str]], name: str) -> dict[str, float]:
    """Precision, recall, F1 and the number wanted, rounded to three digits."""
    hit, found, wanted = (counts[name, part] for part in ("hit", "found", "wanted"))
    p = hit / found if found else 0.0
    r = hit / wanted if wanted else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(p, 3), "r": round(r, 3), "f1": round(f1, 3), "n": wanted}


def count(counts: Counter[tuple[str, str]], name: str, hit: int, found: int, wanted: int) -> None:
    """Adds to what a ratio is computed from."""
    counts.update({(name, "hit"): hit, (name, "found"): found, (name, "wanted"): wanted})


def score(golds: Iterable[Json], coded: Mapping[str, Json]) -> Figures:
    """Figures over gold articles; an article that was not coded counts as one without events."""
    figures = Figures()
    for gold in golds:
        _score_article(figures, gold, coded.get(gold["id"], _NOTHING))
    return figures


def _score_article(figures: Figures, gold: Json, coded: Json) -> None:
    whole = gold["title"] + "\n" + gold["text"]
    wanted, found = place(gold["events"], whole), place(coded["events"], whole)
    pairs = match(wanted, found)
    loose = match(wanted, found, typed=False)
    count(figures.counts, "detect", len(pairs), len(found), len(wanted))
    count(figures.counts, "untyped", len(loose), len(found), len(wanted))
    _count_types(figures, wanted, found, pairs)
    same = full = 0
    for i, j in pairs:
        a, b = wanted[i].event, found[j].event
        agree = _compare_parties(figures, a, b)
        same += agree
        full += _compare_rest(figures, a, b) and agree
    count(figures.counts, "tuple", same, len(found), len(wanted))
    count(figures.counts, "full", full, len(found), len(wanted))
    _count_relations(figures, gold, coded, {
        wanted[i].event["id"]: found[j].event["id"] for i, j in pairs
    })  # fmt: skip
    figures.confusions.update(
        (a, b)
        for a, b in ((wanted[i].event["type"], found[j].event["type"]) for i, j in loose)
        if a != b
    )
    figures.faults.extend(_faults(gold["id"], wanted, found, pairs))


def _count_types(
    figures: Figures, wanted: list[Placed], found: list[Placed], pairs: list[tuple[int, int]]
) -> None:
    figures.types.update((item.event["type"], "wanted") for item in wanted)
    figures.types.update((item.event["type"], "found") for item in found)
    figures.types.update((wanted[i].event["type"], "hit") for i, _ in pairs)


def _compare_parties(figures: Figures, gold: Json, coded: Json) -> bool:
    """Counts codes and names of both sides; whether all codes agree."""
    agree = True
    for side, name in (("actors", "actor"), ("recipients", "recipient")):
        a, b = codes(gold[side]), codes(coded[side])
        count(figures.counts, name, len(a & b), len(b), len(a))
        agree = agree and a == b
        names = {party.get("name") for party in coded[side]}
        for party in gold[side]:
            if party["name"]:
                _judge(figures, "names", party["name"] in names)
    return agree


def _compare_rest(figures: Figures, gold: Json, coded: Json) -> bool:
    """Counts status, date, mode, place and quantities; whether status and date are right."""
    status: bool = gold["status"] == coded.get("status")
    date: bool = gold["date"] == _value(coded.get("date"), "value")
    _judge(figures, "status", status)
    _judge(figures, "date", date)
    if gold["mode"]:
        _judge(figures, "mode", gold["mode"] == coded.get("mode"))
    if gold["place"]:
        _judge(figures, "place", gold["place"] == _value(coded.get("place"), "name"))
    a, b = _quantities(gold), _quantities(coded)
    count(figures.counts, "quantity", len(a & b), len(b), len(a))
    return status and date


def _judge(figures: Figures, name: str, right: bool) -> None:
    figures.counts.update({(name, "right"): int(right), (name, "of"): 1})


def _value(thing: Any, key: str) -> Any:
    """The plain value of what gold writes as a string and the coder as an object."""
    return thing.get(key) if isinstance(thing, dict) else thing


def _quantities(event: Json) -> set[tuple[Any, Any]]:
    return {(quantity["value"], quantity["unit"]) for quantity in event.get("quantities") or ()}


def _count_relations(figures: Figures, gold: Json, coded: Json, ids: dict[str, str]) -> None:
    wanted = gold["relations"]
    a = {(r["type"], ids.get(r["from"]), ids.get(r["to"])) for r in wanted}
    b = {(r["type"], r["from"], r["to"]) for r in coded.get("relations") or ()}
    count(figures.counts, "relation", len(a & b), len(b), len(wanted))


def _faults(
    article: str, wanted: list[Placed], found: list[Placed], pairs: list[tuple[int, int]]
) -> list[Fault]:
    hit_wanted, hit_found = {i for i, _ in pairs}, {j for _, j in pairs}
    faults = [
        Fault(article, "missed", _summary(item.event), "", _evidence(item.event))
        for i, item in enumerate(wanted)
        if i not in hit_wanted
    ]
    faults += [
        Fault(article, "extra", "", _summary(item.event), _evidence(item.event))
        for j, item in enumerate(found)
        if j not in hit_found
    ]
    for i, j in pairs:
        a, b = wanted[i].event, found[j].event
        for part, left, right in _parts(a, b):
            if left != right:
                faults.append(Fault(article, part, left, right, _evidence(a)))
    return faults


def _parts(gold: Json, coded: Json) -> list[tuple[str, str, str]]:
    """Part by part of an event, what gold has and what was coded."""
    parts = [(side, _codes(gold[side]), _codes(coded[side])) for side in ("actors", "recipients")]
    parts.append(("status", str(gold["status"]), str(coded.get("status"))))
    parts.append(("date", str(gold["date"]), str(_value(coded.get("date"), "value"))))
    return parts


def _codes(parties: list[Json]) -> str:
    return "[" + ", ".join(sorted(codes(parties))) + "]"


def _summary(event: Json) -> str:
    return f"{event['type']:9} {_codes(event['actors'])} -> {_codes(event['recipients'])}"


def _evidence(event: Json) -> str:
    return words(event["evidence"][0])
