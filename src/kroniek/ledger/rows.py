"""Coded articles to rows of the ledger and back."""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel

from kroniek.document import CodedArticle, Event, Party, Span
from kroniek.ledger.days import days_of
from kroniek.ledger.schema import EventRow, RevisionRow
from kroniek.readers import content_id

Values = dict[str, Any]
"""A row by its columns."""

SIDES = ("actors", "recipients")
_SAME = (
    "id", "type", "mode", "contexts", "status", "date", "place", "attribution", "condition",
    "trigger", "confidence", "rule",
)  # fmt: skip
"""Fields that an event and its row have alike."""

UNTOLD = {"id", "source", "coder"}
"""What of a coded article may differ without there being anything new to tell."""


def article_key(article: CodedArticle) -> str:
    """What an article is recognised by: its own id, else the file it is in, else its words.

    A place within a file ("#12") and standard input recognise nothing.
    """
    source = article.source
    hashed = article.id == content_id(article.title, article.text)
    if hashed and source and source != "-" and "#" not in source:
        return f"source:{source}"
    return f"id:{article.id}"


def digest(article: CodedArticle) -> str:
    """The hash of all that an article and its coding tell."""
    told = article.model_dump(mode="json", by_alias=True, exclude=UNTOLD)
    return _hash(json.dumps(told, sort_keys=True))


def revision_values(article: CodedArticle, number: int, revision: int) -> Values:
    """The row of a revision of article `number`; `revision` counts from 1."""
    return {
        "article_number": number,
        "revision": revision,
        "digest": digest(article),
        "added": datetime.now(UTC).replace(tzinfo=None),
        "coder_version": article.coder.version,
        "coder_lexicon": article.coder.lexicon,
        **article.model_dump(exclude={"events", "relations", "coder"}),
    }


def event_values(article: CodedArticle, ids: Sequence[str], revision_number: int) -> list[Values]:
    """The rows of an article's events, under these ids."""
    return [
        event_row(article, *told) | {"revision_number": revision_number, "position": position}
        for position, told in enumerate(zip(article.events, ids, strict=True))
    ]


def relation_values(
    article: CodedArticle, ids: Sequence[str], revision_number: int
) -> list[Values]:
    """The rows of an article's relations, between the ids that its events have in the ledger."""
    named = dict(zip((event.id for event in article.events), ids, strict=True))
    return [
        {
            "revision_number": revision_number,
            "type": relation.type,
            "source": named[relation.source],
            "target": named[relation.target],
            **_span(relation),
        }
        for relation in article.relations
    ]


def party_values(event: Event, event_number: int) -> list[Values]:
    """The rows of an event's actors and recipients."""
    return [
        {"event_number": event_number, "side": side, "position": position, **_party(party)}
        for side in SIDES
        for position, party in enumerate(getattr(event, side))
    ]


def evidence_values(event: Event, event_number: int) -> list[Values]:
    """The rows of an event's evidence."""
    return [
        {"event_number": event_number, "position": position, **_span(span)}
        for position, span in enumerate(event.evidence)
    ]


def quantity_values(event: Event, event_number: int) -> list[Values]:
    """The rows of an event's counts."""
    return [
        {
            "event_number": event_number,
            "position": position,
            "value": quantity.value,
            "whole": isinstance(quantity.value, int),
            "unit": quantity.unit,
            **_span(quantity),
        }
        for position, quantity in enumerate(event.quantities)
    ]


def event_ids(article: CodedArticle, key: str) -> list[str]:
    """Ids that stay while an event's words stay, whatever else in the article changes."""
    ids = []
    seen: Counter[str] = Counter()
    for event in article.events:
        told = "\n".join((key, event.type, event.trigger.text, event.evidence[0].text))
        seen[told] += 1
        ids.append(_hash(f"{told}\n{seen[told]}")[:16])
    return ids


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def event_row(article: CodedArticle | RevisionRow, event: Event, id: str) -> Values:
    """What the row of an event says of it alone, under this id."""
    first, last = days_of(event.date, article.published)
    return {
        "id": id,
        "local": event.id,
        "type": event.type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "status": event.status,
        "first_day": first,
        "last_day": last,
        "confidence": event.confidence,
        "rule": event.rule,
        "date": _plain(event.date),
        "place": _plain(event.place),
        "attribution": _plain(event.attribution),
        "condition": _plain(event.condition),
        "trigger": _plain(event.trigger),
        "words": "\n".join((article.title, *(span.text for span in event.evidence))).casefold(),
    }


def _party(party: Party) -> Values:
    words = "\n".join(filter(None, (party.code, party.name, party.text))).casefold()
    return {"words": words, **party.model_dump()}


def _span(span: Span) -> dict[str, Any]:
    return span.model_dump(include={"text", "start", "end"})


def _plain(model: BaseModel | None) -> dict[str, Any] | None:
    return None if model is None else model.model_dump(mode="json")


def event_of(row: EventRow) -> Event:
    """The event as it was coded, under its id in the ledger."""
    sides = {
        side: [fields(party, Party) for party in row.parties if party.side == side]
        for side in SIDES
    }
    quantities = [
        fields(quantity, Span)
        | {"value": int(quantity.value) if quantity.whole else quantity.value}
        | {"unit": quantity.unit}
        for quantity in row.quantities
    ]
    evidence = [fields(span, Span) for span in row.evidence]
    parts = {name: getattr(row, name) for name in _SAME}
    return Event.model_validate(parts | sides | {"evidence": evidence, "quantities": quantities})


def fields(row: Any, model: type[BaseModel]) -> dict[str, Any]:
    """What a row holds of a model's fields, which carry the same names."""
    return {name: getattr(row, name) for name in model.model_fields}
