"""Relations between the events of an article, where the text says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Doc

from kroniek.coder.drafts import Draft
from kroniek.document import Event, Relation
from kroniek.languages import cues
from kroniek.ontology import RelationType

Groups = list[list[Draft]]


def find_relations(doc: Doc, events: list[Event], groups: Groups) -> list[Relation]:
    """Relations marked by the phrases of cues.yaml, each from the event that holds or precedes
    the phrase to the event after it in the sentence, else to the last one told before.
    """
    words = cues(doc.lang_)
    found: list[Relation] = []
    kinds: list[tuple[RelationType, tuple[str, ...]]] = [
        ("reaction", words.reactions),
        ("contradicts", words.contradictions),
        ("fails", words.failures),
        ("fulfils", words.fulfilments),
    ]
    for kind, phrases in kinds:
        for start, end in _phrases(doc.text, phrases):
            pair = _pair(doc, events, groups, start, end)
            if pair is not None:
                text = doc.text[start:end]
                found.append(
                    Relation(
                        type=kind,
                        source=pair[0].id,
                        target=pair[1].id,
                        text=text,
                        start=start,
                        end=end,
                    )
                )
    return list(dict.fromkeys(found))


def _phrases(text: str, phrases: Iterable[str]) -> list[tuple[int, int]]:
    ordered = sorted(phrases, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered))})\b", re.IGNORECASE)
    return [(m.start(), m.end()) for m in pattern.finditer(text)] if ordered else []


def _pair(
    doc: Doc, events: list[Event], groups: Groups, start: int, end: int
) -> tuple[Event, Event] | None:
    """The event that a phrase is said of, and the event that it points to."""
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return None
    sentence = words.sent
    told = sorted((draft.head.i, number) for number, group in enumerate(groups) for draft in group)
    here = [(i, n) for i, n in told if sentence.start <= i < sentence.end]
    before = [n for i, n in here if i < words.start]
    after = [n for i, n in here if i >= words.end]
    inside = [n for i, n in here if words.start <= i < words.end]
    earlier = [n for i, n in told if i < sentence.start]
    if words.start - sentence.start <= 1 and len(after) > 1:
        source, target = after[-1], after[0]
    elif before and after:
        source, target = before[-1], after[0]
    else:
        source = next(iter([*inside, *before[-1:], *after]), None)  # type: ignore[assignment]
        target = next((n for n in reversed(earlier) if n != source), None)  # type: ignore[assignment]
    if source is None or target is None or source == target:
        return None
    return events[source], events[target]
