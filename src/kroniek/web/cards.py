"""What the script of the article page needs of an event."""

from collections.abc import Iterable
from typing import Any

from kroniek.document import Party, Span
from kroniek.ledger.reviews import Left


def to_json(left: Left) -> dict[str, Any]:
    """What the page's script needs of an event: where its words stand, and its values."""
    event = left.event
    return {
        "id": left.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "date": event.date.value if event.date else "",
        "place": event.place.name if event.place else "",
        "decision": left.decision.number if left.decision else None,
        "spans": {
            "evidence": _spans(event.evidence),
            "trigger": _spans([event.trigger]),
            "actor": _spans(event.actors),
            "recipient": _spans(event.recipients),
            "date": _spans([event.date]),
            "place": _spans([event.place]),
            "condition": _spans([event.condition]),
            "attribution": _spans([event.attribution]),
        },
    }


def _party(party: Party) -> dict[str, str]:
    return {"text": party.text, "code": party.code or ""}


def _spans(found: Iterable[Span | None]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in found if span is not None]
