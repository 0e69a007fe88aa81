"""An event moved to where its words stand in another text of its article."""

from typing import Any

from kroniek.document import Event


def moved(event: Event, whole: str) -> Event | None:
    """The event where its words stand in a text, nearest to where they stood; None when some of
    its words do not stand there.

    All its words move as its evidence did; those that do not stand there are looked for.
    """
    told = event.model_dump()
    by = _shift(told["evidence"][0], whole, 0)
    if by is None:
        return None
    spans = list(_spans(told))
    if by == 0 and all(whole[one["start"] : one["end"]] == one["text"] for one in spans):
        return event
    for one in spans:
        shift = _shift(one, whole, by)
        if shift is None:
            return None
        one["start"] += shift
        one["end"] += shift
    return Event.model_validate(told)


def _shift(span: dict[str, Any], whole: str, near: int) -> int | None:
    """How far words stand from where they stood, as near as may be to `near`."""
    text: str = span["text"]
    start: int = span["start"]
    at = max(0, start + near)
    if whole.startswith(text, at):
        return at - start
    found = [where for where in (whole.rfind(text, 0, at), whole.find(text, at)) if where >= 0]
    return min((where - start for where in found), key=lambda one: abs(one - near), default=None)


def _spans(part: Any) -> Any:
    """All parts of an event that hold words of the article."""
    if isinstance(part, dict):
        if {"text", "start", "end"} <= part.keys():
            yield part
        for value in part.values():
            yield from _spans(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _spans(value)
