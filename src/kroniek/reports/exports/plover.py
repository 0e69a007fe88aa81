"""Events as PLOVER JSON Lines: one object an event, in the terms of the PLOVER manual 0.8.

The manual names the fields of an event and leaves their spelling open; here they are in lower case,
with parties as lists, because an event may have several, and with the status that PLOVER lacks.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import pycountry

from kroniek.document import Party
from kroniek.ledger import Entry
from kroniek.ledger.days import days_of
from kroniek.reports.exports import cameo
from kroniek.reports.exports.written import Counted, Written

FILE: Final = "events.plover.jsonl"
VERSION: Final = "0.8"
"""Of the PLOVER manual."""

QUADS: Final = {1: "verbal cooperation", 2: "material cooperation"} | {
    3: "verbal conflict", 4: "material conflict",
}  # fmt: skip


def write(entries: Iterable[Entry], folder: Path) -> Written:
    """Writes one file."""
    counted = Counted(entries)
    with (folder / FILE).open("w", encoding="utf-8") as stream:
        for entry in counted:
            stream.write(json.dumps(record(entry), ensure_ascii=False) + "\n")
    return Written(counted.count, 0, (FILE,))


def record(entry: Entry) -> dict[str, Any]:
    """An event as one object; what is not known is null or an empty list."""
    event = entry.event
    first, last = days_of(event.date, entry.published)
    return {
        "id": entry.id,
        "plover": VERSION,
        "type": event.type,
        "mode": event.mode,
        "context": list(event.contexts),
        "quad": QUADS[cameo.quad_class(cameo.code_of(event))],
        "status": event.status,
        "date": str(first) if first else None,
        "end_date": str(last) if last else None,
        "date_precision": event.date.precision if event.date else None,
        "actor": _parties(event.actors),
        "recipient": _parties(event.recipients),
        "location": event.place and {
            "name": event.place.name,
            "country": event.place.country,
            "latitude": event.place.lat,
            "longitude": event.place.lon,
        },
        "magnitude": [{"value": one.value, "unit": one.unit} for one in event.quantities],
        "attribution": event.attribution and event.attribution.text,
        "condition": event.condition and event.condition.text,
        "text": " … ".join(span.text for span in event.evidence),
        "confidence": event.confidence,
        "story": {
            "id": entry.article,
            "published": str(entry.published) if entry.published else None,
            "language": entry.lang,
            "headline": entry.title,
            "source": entry.source,
        },
    }  # fmt: skip


def _parties(parties: Sequence[Party]) -> list[dict[str, str | None]]:
    """Parties with a country, or else the organisation they are or belong to."""
    return [
        {
            "text": party.text,
            "name": party.name,
            "role": party.role,
            "country": party.code if _is_country(party) else None,
            "organization": None if _is_country(party) else party.code,
            "sector": party.sector,
        }
        for party in parties
    ]


def _is_country(party: Party) -> bool:
    return bool(party.code and pycountry.countries.get(alpha_3=party.code))
