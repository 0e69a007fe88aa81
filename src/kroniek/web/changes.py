"""A person's correction or addition, made into an event that rests on the article's words."""

import hashlib
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kroniek.document import Event, Party, Span
from kroniek.errors import InputError
from kroniek.ontology import MODES, EventType, Status

Words = Annotated[str, Field(min_length=1, max_length=500)]


class PartyChange(BaseModel):
    """A party by its words in the article, and the code of who that is."""

    model_config = ConfigDict(extra="forbid")

    text: Words
    code: Annotated[str, Field(max_length=40)] = ""


class EventChange(BaseModel):
    """The fields of an event that a person sets; one that is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    type: EventType | None = None
    mode: str | None = None
    status: Status | None = None
    actors: Annotated[list[PartyChange], Field(max_length=20)] | None = None
    recipients: Annotated[list[PartyChange], Field(max_length=20)] | None = None
    date: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] | None = None
    place: Annotated[str, Field(max_length=200)] | None = None


class NewEvent(EventChange):
    """An event that the coding lacks: `start` to `end` is its evidence in the article, and
    `trigger` words in it.
    """

    start: Annotated[int, Field(ge=0, le=10_000_000)]
    end: Annotated[int, Field(ge=0, le=10_000_000)]
    trigger: Words
    type: EventType
    status: Status = "actual"


def corrected(event: Event, change: EventChange, whole: str) -> Event:
    """The event with a change made to it; InputError when the change cannot stand."""
    near = event.trigger.start
    told: dict[str, Any] = event.model_dump()
    for name in change.model_fields_set & {"type", "status"}:
        told[name] = getattr(change, name) or told[name]
    if "mode" in change.model_fields_set:
        told["mode"] = change.mode or None
    if told["mode"] not in (None, *MODES[told["type"]]):
        if "mode" in change.model_fields_set and change.mode:
            raise InputError("mode", f"{told['mode']!r} is no mode of {told['type']}")
        told["mode"] = None
    for side in ("actors", "recipients"):
        parties = getattr(change, side)
        if parties is not None:
            old = {(party.text, party.code or ""): party for party in getattr(event, side)}
            told[side] = [
                old.get((one.text, one.code)) or _party(one, whole, near) for one in parties
            ]
    if change.date is not None and change.date != (event.date.value if event.date else ""):
        told["date"] = _date(change.date, event)
    if change.place is not None and change.place != (event.place.name if event.place else ""):
        told["place"] = _place(change.place, whole, near)
    return _event(told)


def added(change: NewEvent, whole: str) -> Event:
    """A new event from words of the article; InputError when they do not stand there."""
    evidence = whole[change.start : change.end]
    if not evidence.strip() or change.end > len(whole):
        raise InputError("evidence", "no words of the article stand there")
    at = evidence.find(change.trigger)
    if at < 0:
        raise InputError("trigger", f"{change.trigger!r} does not stand in the evidence")
    name = hashlib.sha256(f"{change.start}:{change.end}:{change.type}".encode()).hexdigest()[:16]
    start = change.start + at
    event = _event(
        {
            "id": name,
            "type": change.type,
            "status": change.status,
            "trigger": _span(change.trigger, start),
            "evidence": [_span(evidence, change.start)],
            "confidence": 1.0,
            "rule": "person",
        }
    )
    return corrected(event, change, whole)


def _event(told: dict[str, Any]) -> Event:
    try:
        return Event.model_validate(told)
    except ValidationError as error:
        fault = error.errors()[0]
        where = ".".join(map(str, fault["loc"])) or "event"
        raise InputError(where, str(fault["msg"])) from error


def _span(text: str, start: int) -> dict[str, Any]:
    return {"text": text, "start": start, "end": start + len(text)}


def _find(words: str, whole: str, near: int, what: str) -> Span:
    """Where words stand nearest to a place in the article."""
    before, after = whole.rfind(words, 0, near + len(words)), whole.find(words, near)
    found = [at for at in (before, after) if at >= 0]
    if not found:
        raise InputError(what, f"{words!r} does not stand in the article")
    at = min(found, key=lambda one: abs(one - near))
    return Span(text=words, start=at, end=at + len(words))


def _party(change: PartyChange, whole: str, near: int) -> Party:
    span = _find(change.text, whole, near, "party")
    return Party(**span.model_dump(), code=change.code.strip().upper() or None)


def _date(value: str, event: Event) -> dict[str, Any] | None:
    """A day, month or year; it rests on the words of the old date, else on the trigger."""
    if not value:
        return None
    precision = ("year", "month", "day")[value.count("-")]
    span = event.date or event.trigger
    return _span(span.text, span.start) | {"value": value, "precision": precision}


def _place(name: str, whole: str, near: int) -> dict[str, Any] | None:
    return _find(name, whole, near, "place").model_dump() | {"name": name} if name else None
