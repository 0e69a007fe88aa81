"""Figures over sentences that people coded for one event each (PLOVER gold standard records).

As only one event of a sentence was coded, precision has a ceiling below 1 for every coder.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from typing import Any, Final

from kroniek.evaluation.figures import count, ratio
from kroniek.evaluation.gold import Json

ORGANISATION: Final = "IGO"
"""What these records code every organisation as."""

_NO_STATES: Final = frozenset({"IGO", "NGO", "IMG", "ISM", "ICC", "ICJ", "RSF", "M23", "PLO"})
"""Codes of three letters that are no ISO 3166 codes of states."""

Triple = tuple[str, str | None, str | None]


@dataclass
class SentenceFigures:
    """Counts over sentences: distinct event types, and distinct type, actor and recipient."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)

    def to_json(self) -> dict[str, Any]:
        """P, R, F1 and n of types, of triples and of each type."""
        names = sorted({name for name, _ in self.types})
        return {
            "type": ratio(self.counts, "type"),
            "triple": ratio(self.counts, "triple"),
            "types": {name: ratio(self.types, name) for name in names},
        }


def score_sentences(golds: Iterable[Json], coded: Mapping[str, Json]) -> SentenceFigures:
    """Figures over gold sentences; one that was not coded counts as one without events."""
    figures = SentenceFigures()
    for gold in golds:
        events = coded[gold["id"]]["events"] if gold["id"] in coded else []
        wanted, found = _types(gold["gold"]), _types(events)
        count(figures.counts, "type", len(wanted & found), len(found), len(wanted))
        for name in wanted | found:
            hit = name in wanted and name in found
            count(figures.types, name, hit, name in found, name in wanted)
        a, b = _triples(gold["gold"]), _triples(events)
        count(figures.counts, "triple", len(a & b), len(b), len(a))
    return figures


def _types(events: Sequence[Json]) -> set[str]:
    return {event["type"] for event in events}


def _triples(events: Sequence[Json]) -> set[Triple]:
    return {triple for event in events for triple in _event_triples(event)}


def _event_triples(event: Json) -> set[Triple]:
    """Who and whom; an event of several actors without recipient gives each pair of them."""
    kind, actors, recipients = event["type"], _sides(event["actors"]), _sides(event["recipients"])
    if recipients:
        return {(kind, a, b) for a, b in product(actors or [None], recipients)}
    if len(actors) > 1:
        return {(kind, a, b) for a, b in combinations(actors, 2)}
    return {(kind, actor, None) for actor in actors or [None]}


def _sides(parties: Sequence[Any]) -> list[str | None]:
    codes = (party["code"] if isinstance(party, dict) else party for party in parties)
    return [*sorted({_state_or_organisation(code) for code in codes if code})]


def _state_or_organisation(code: str) -> str:
    return code if len(code) == 3 and code not in _NO_STATES else ORGANISATION
