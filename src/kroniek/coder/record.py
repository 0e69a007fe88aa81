"""The record: drafts that tell one event become one Event, with ids and quoted words."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kroniek.coder.calendar import Moment
from kroniek.coder.drafts import Draft, Spot
from kroniek.coder.mentions import Mention, codes
from kroniek.coder.relations import find_relations
from kroniek.coder.spans import span
from kroniek.document import Event, EventDate, Party, Place, Quantity, Relation, Span
from kroniek.languages import Cues, cues

WORK = ("drafts", "clauses", "mentions")
"""What the components hand to each other; it holds tokens, which cannot be serialised."""


UNLIKE = ({"actual", "hypothetical"}, {"historical", "hypothetical"}, {"historical", "future"})
"""Statuses that no two mentions of one event have."""


def same_event(one: Draft, other: Draft) -> bool:
    """Whether two drafts of one article tell the same event."""
    if one.type != other.type or (one.status == "negated") != (other.status == "negated"):
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if {one.status, other.status} in UNLIKE:
        return False
    if one.date and other.date and one.date.value != other.date.value:
        return False
    if one.place and other.place and _apart(one.place, other.place):
        return False
    if not all(_agree(mine, its) for mine, its in zip(one.told, other.told, strict=True)):
        return False
    return one.head.lemma_ == other.head.lemma_ or _is_second_hand(one) or _is_second_hand(other)


def _apart(one: Spot, other: Spot) -> bool:
    """Whether two places, both within states, are not the same."""
    return one.lat is not None and other.lat is not None and one.name != other.name


def _agree(one: frozenset[str], other: frozenset[str]) -> bool:
    return not one or not other or one <= other or other <= one


def _is_second_hand(draft: Draft) -> bool:
    """A mention in the headline, or a noun that stands alone."""
    return draft.reading.frame is None or draft.head.idx < draft.head.doc._.title_length


def merge(drafts: list[Draft]) -> list[list[Draft]]:
    """Groups of drafts that tell one event, the fullest draft of each first."""
    groups: list[list[Draft]] = []
    for draft in drafts:
        for group in groups:
            if all(same_event(draft, other) for other in group):
                group.append(draft)
                break
        else:
            groups.append([draft])
    return [sorted(group, key=_fullness, reverse=True) for group in groups]


def _fullness(draft: Draft) -> tuple[int, int, int, int]:
    return (
        draft.reading.frame is not None,
        draft.head.idx >= draft.head.doc._.title_length,
        len(codes(draft.actors)) + len(codes(draft.recipients)),
        -draft.head.i,
    )


class Recorder:
    """Writes the events of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.cues: Cues = cues(doc.lang_)

    def events(self) -> tuple[list[Event], list[list[Draft]]]:
        """The events in the order of the text, and the drafts that each came from."""
        groups = sorted(merge(list(self.doc._.drafts)), key=lambda g: g[0].head.i)
        return [self._event(group) for group in groups], groups

    def _event(self, group: list[Draft]) -> Event:
        main = group[0]
        evidence = [self._evidence(draft) for draft in group]
        trigger = span(self.doc, main.trigger)
        date = next((d.date for d in group if d.date), None)
        place = next((d.place for d in group if d.place), None)
        return Event(
            id=_identity(main.type, trigger, evidence[0]),
            type=main.type,  # type: ignore[arg-type]
            mode=next((d.mode for d in group if d.mode), None),
            contexts=self._contexts(group),
            status=main.status,  # type: ignore[arg-type]
            actors=self._parties(next((d.actors for d in group if codes(d.actors)), main.actors)),
            recipients=self._parties(
                next((d.recipients for d in group if codes(d.recipients)), main.recipients)
            ),
            date=self._date(date),
            place=self._place(place),
            attribution=span(self.doc, main.attribution) if main.attribution else None,
            condition=span(self.doc, main.condition) if main.condition else None,
            quantities=self._quantities(group),
            trigger=trigger,
            evidence=tuple(dict.fromkeys(evidence)),
            confidence=_confidence(group),
            rule=main.reading.entry.rule(main.reading.lemma),
        )

    def _evidence(self, draft: Draft) -> Span:
        """The quoted clause; widened if the word that names the event lies outside."""
        return span(self.doc, [*draft.evidence, *draft.trigger])

    def _parties(self, mentions: list[Mention]) -> tuple[Party, ...]:
        found: dict[tuple[Any, ...], Party] = {}
        for m in mentions:
            words = span(self.doc, self.doc[m.start : m.end])
            party = Party(
                **words.model_dump(), code=m.code, sector=m.sector, name=m.name, role=m.role
            )
            key = (m.code, m.name) if m.code else (words.start,)
            found.setdefault(key, party)
        return tuple(found.values())

    def _date(self, moment: Moment | None) -> EventDate | None:
        if moment is None:
            return None
        text = self.doc.text[moment.start : moment.end]
        return EventDate(
            text=text,
            start=moment.start,
            end=moment.end,
            value=moment.value,
            precision=moment.precision,  # type: ignore[arg-type]
        )

    def _place(self, spot: Spot | None) -> Place | None:
        if spot is None:
            return None
        words = span(self.doc, [spot.token])
        return Place(
            **words.model_dump(), name=spot.name, country=spot.country, lat=spot.lat, lon=spot.lon
        )

    def _quantities(self, group: list[Draft]) -> tuple[Quantity, ...]:
        found: dict[tuple[float, str], Quantity] = {}
        for draft in group:
            for count in draft.quantities:
                words = span(self.doc, count.tokens)
                made = Quantity(**words.model_dump(), value=count.value, unit=count.unit)
                found.setdefault((count.value, count.unit), made)
        return tuple(found.values())

    def _contexts(self, group: list[Draft]) -> tuple[str, ...]:
        """Contexts of the entry and of the words in the sentence of the main mention."""
        words = set()
        for draft in group:
            for token in [*draft.evidence, *draft.trigger]:
                words |= {token.lemma_.lower(), token._.head_lemma, *token._.parts}
        shown = [c for c, lemmas in self.cues.contexts.items() if words & lemmas]
        return tuple(dict.fromkeys([*group[0].reading.entry.contexts, *shown]))


def _identity(kind: str, trigger: Span, evidence: Span) -> str:
    """An id from what was read: the same words give the same id."""
    key = f"{kind}|{trigger.start}|{trigger.end}|{evidence.start}|{evidence.end}|{evidence.text}"
    return "e" + hashlib.sha256(key.encode()).hexdigest()[:10]


def _confidence(group: list[Draft]) -> float:
    """How far to trust an event, from what was found of it."""
    main = group[0]
    score = 0.45
    score += 0.15 * bool(codes(main.actors)) + 0.1 * bool(codes(main.recipients))
    score += 0.1 * (len(group) > 1) + 0.1 * bool(main.reading.entry.when)
    score -= 0.15 * (main.reading.frame is None)
    return round(min(0.95, max(0.05, score)), 2)


def _tokens_free(doc: Doc) -> None:
    for name in WORK:
        setattr(doc._, name, ())


@Language.factory(
    "kroniek_record",
    requires=["doc._.drafts"],
    assigns=["doc._.events", "doc._.relations"],
    default_config={"keep_work": False},
)
def record_component(nlp: Language, name: str, keep_work: bool) -> Record:
    """The component that writes the record of a Doc; `keep_work` keeps clauses and drafts."""
    return Record(keep_work)


class Record:
    """Sets `doc._.events` and `doc._.relations`, kept as JSON so that Docs serialise."""

    def __init__(self, keep_work: bool) -> None:
        self.keep_work = keep_work

    def __call__(self, doc: Doc) -> Doc:
        events, groups = Recorder(doc).events()
        relations = find_relations(doc, events, groups)
        doc.user_data["kroniek"] = json.dumps(
            {
                "events": [e.model_dump(mode="json", by_alias=True) for e in events],
                "relations": [r.model_dump(mode="json", by_alias=True) for r in relations],
            }
        )
        if not self.keep_work:
            _tokens_free(doc)
        return doc


def _recorded(doc: Doc) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        doc.user_data.get("kroniek", '{"events": [], "relations": []}')
    )
    return found


def events_of(doc: Doc) -> tuple[Event, ...]:
    """The events of a coded Doc."""
    return tuple(Event.model_validate(e) for e in _recorded(doc)["events"])


def relations_of(doc: Doc) -> tuple[Relation, ...]:
    """The relations between the events of a coded Doc."""
    return tuple(Relation.model_validate(r) for r in _recorded(doc)["relations"])


if not Doc.has_extension("events"):
    Doc.set_extension("events", getter=events_of)
    Doc.set_extension("relations", getter=relations_of)
