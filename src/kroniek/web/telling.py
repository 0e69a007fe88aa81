"""The page of one event: how it stands, how it came to stand so, and who else tells it."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from kroniek.ledger import Entry, Ledger
from kroniek.ledger.reviews import event_article, history
from kroniek.web.pages import page

router = APIRouter()


@router.get("/events/{id}", include_in_schema=False)
def event(request: Request, id: str) -> HTMLResponse:
    """One event, at an address that stays."""
    ledger: Ledger = request.app.state.ledger
    number, entry = event_article(ledger, id), _entry(ledger, id)
    tied = [
        (relation, ledger.event(relation.target if relation.source == id else relation.source))
        for relation in ledger.relations(entry)
    ]
    return page(
        request, "event.html", entry=entry, article=number, tied=tied,
        steps=history(ledger, number, id),
    )  # fmt: skip


@router.get("/api/events/{id}", tags=["events"])
def event_by_api(request: Request, id: str) -> Entry:
    """One event as it stands."""
    return _entry(request.app.state.ledger, id)


def _entry(ledger: Ledger, id: str) -> Entry:
    found = ledger.event(id)
    if found.id != id:
        raise HTTPException(404, f"no event {id!r} in the ledger")
    return found
