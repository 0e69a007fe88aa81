"""The API for events and decisions."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Request
from pydantic import BaseModel, ConfigDict

from kroniek.document import Event
from kroniek.errors import InputError, LedgerError
from kroniek.ledger.articles import Told, told_article
from kroniek.ledger.reviews import (
    Decision,
    as_left,
    decide,
    decisions,
    event_article,
    undo,
)
from kroniek.ledger.schema import Verdict
from kroniek.web.changes import EventChange, NewEvent, added, corrected
from kroniek.web.security import may

Number = Annotated[int, Path(ge=0, le=2**31 - 1)]

router = APIRouter(prefix="/api", tags=["decisions"])


class Ruling(BaseModel):
    """What someone decides about an event; `change` only goes with correct."""

    model_config = ConfigDict(extra="forbid")

    verdict: Verdict
    change: EventChange | None = None
    blind: bool = False


@router.get("/session")
def session(request: Request) -> dict[str, str]:
    """Who you are, and the token that each change must carry in the header X-CSRF-Token."""
    visitor = request.state.visitor
    return {"name": visitor.name, "csrf": visitor.csrf}


@router.get("/decisions")
def all_decisions(request: Request, article: int | None = None) -> list[Decision]:
    """The decisions that stand, oldest first."""
    if article is not None and not 0 <= article < 2**31:
        return []
    return decisions(request.app.state.ledger, article)


@router.post("/events/{event}/decisions", status_code=201)
def decide_event(request: Request, event: str, ruling: Ruling) -> Decision:
    """Accepts, rejects or corrects an event."""
    ledger, who = request.app.state.ledger, request.state.visitor.name
    told = told_article(ledger, event_article(ledger, event))
    coder = who if ruling.blind else None
    found = _event(told, event, decisions(ledger, told.number, coder))
    left: Event | None = found
    if ruling.verdict == "add":
        raise InputError("verdict", "an event is added to its article, not to another event")
    if ruling.verdict == "correct":
        if ruling.change is None:
            raise InputError("change", "is missing: a correction says what changes")
        left = corrected(found, ruling.change, told.document.whole)
    elif ruling.verdict == "reject":
        left = None
    return decide(ledger, told.number, event, ruling.verdict, left, who, ruling.blind)


@router.post("/articles/{number}/events", status_code=201)
def add_event(request: Request, number: Number, new: NewEvent, blind: bool = False) -> Decision:
    """Adds an event that the coding lacks."""
    ledger = request.app.state.ledger
    event = added(new, told_article(ledger, number).document.whole)
    who = request.state.visitor.name
    return decide(ledger, number, event.id, "add", event, who, blind)


@router.delete("/decisions/{number}")
def undo_decision(request: Request, number: Number) -> Decision:
    """Takes a decision back; the one before it holds again. Another's only an admin takes back."""
    ledger, who = request.app.state.ledger, request.state.visitor.name
    return undo(ledger, number, who, others=may(request, "admin"))


def _event(told: Told, id: str, found: list[Decision]) -> Event:
    """The event as it stands: as decided, else as coded."""
    for one in as_left(told, found):
        if one.id == id:
            return one.event
    raise LedgerError(f"no event {id!r} stands in article {told.number}")


def responses() -> dict[int | str, dict[str, Any]]:
    """What the API answers when it refuses."""
    shape = {"content": {"application/json": {"schema": {"type": "object"}}}}
    return {
        400: {"description": "The change cannot be made", **shape},
        403: {"description": "The token of the page is missing", **shape},
        404: {"description": "There is no such thing in the ledger", **shape},
    }
