"""Entries to rows of the tables in `columns` and back, with nothing lost."""

from collections.abc import Iterable
from typing import Any, Final

from pydantic import BaseModel

from kroniek.document import Event
from kroniek.ledger import Entry
from kroniek.ledger.days import days_of
from kroniek.ledger.rows import SIDES

Row = dict[str, Any]

SEVERAL: Final = "; "
"""What stands between several contexts in one cell."""

_PLAIN: Final = ("type", "mode", "status", "confidence", "rule")
_OF_ARTICLE: Final = (
    "article", "revision", "lang", "published", "title", "source", "review", "reviewer",
)  # fmt: skip
_SPANS: Final = ("attribution", "condition", "trigger")
_PARTS: Final = ("parties", "evidence", "quantities")


def rows_of(entry: Entry) -> dict[str, list[Row]]:
    """The rows of an entry by table."""
    event = entry.event
    first, last = days_of(event.date, entry.published)
    row: Row = {"id": entry.id}
    row |= {name: getattr(entry, name) for name in _OF_ARTICLE}
    row |= {name: getattr(event, name) for name in _PLAIN}
    row |= {"contexts": SEVERAL.join(event.contexts), "first_day": first, "last_day": last}
    row |= _renamed(event.date, "date", {"value": "date", "precision": "date_precision"})
    named = {"name": "place", "country": "country", "lat": "lat", "lon": "lon"}
    row |= _renamed(event.place, "place", named)
    for name in _SPANS:
        row |= _renamed(getattr(event, name), name, {"text": name})
    return {
        "events": [row],
        "parties": [
            {"event": entry.id, "side": side, "position": position, **party.model_dump()}
            for side in SIDES
            for position, party in enumerate(getattr(event, side))
        ],
        "evidence": _numbered(entry.id, event.evidence),
        "quantities": [
            row | {"whole": isinstance(row["value"], int)}
            for row in _numbered(entry.id, event.quantities)
        ],
    }


def _renamed(part: BaseModel | None, prefix: str, names: dict[str, str]) -> Row:
    """A part's fields as columns: renamed, or else with a prefix."""
    if part is None:
        return {}
    told = part.model_dump()
    return {names.get(name, f"{prefix}_{name}"): value for name, value in told.items()}


def _numbered(id: str, parts: Iterable[BaseModel]) -> list[Row]:
    return [
        {"event": id, "position": position, **part.model_dump()}
        for position, part in enumerate(parts)
    ]


def entry_of(row: Row, parts: dict[str, list[Row]]) -> Entry:
    """The entry that its row of `events` and its rows of the other tables tell."""
    event: Row = {"id": row["id"]} | {name: row[name] for name in _PLAIN}
    event["contexts"] = tuple(filter(None, (row["contexts"] or "").split(SEVERAL)))
    event["date"] = _part(row, "date", {"value": "date", "precision": "date_precision"})
    event["place"] = _part(
        row, "place", {"name": "place", "country": "country", "lat": "lat", "lon": "lon"}
    )
    for name in _SPANS:
        event[name] = _part(row, name, {"text": name})
    told = {name: sorted(parts.get(name, ()), key=_position) for name in _PARTS}
    for side in SIDES:
        event[side] = [_without(one) for one in told["parties"] if one["side"] == side]
    event["evidence"] = [_without(one) for one in told["evidence"]]
    event["quantities"] = [
        _without(one) | {"value": int(one["value"]) if one["whole"] else float(one["value"])}
        for one in told["quantities"]
    ]
    article = {name: row[name] for name in _OF_ARTICLE} | {"title": row["title"] or ""}
    return Entry(id=row["id"], event=Event.model_validate(event), **article)


def _part(row: Row, prefix: str, names: dict[str, str]) -> Row | None:
    """The fields of a part that stand in columns of their own; None when it has no words."""
    columns = {name: f"{prefix}_{name}" for name in ("text", "start", "end")} | names
    found = {name: row[column] for name, column in columns.items()}
    return found if found["text"] is not None else None


def _position(row: Row) -> int:
    return int(row["position"])


def _without(row: Row) -> Row:
    return {
        name: value
        for name, value in row.items()
        if name not in ("event", "side", "position", "whole")
    }
