"""Threads: one event as all articles that tell it tell it, to read, split and join."""

from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from kroniek.ledger import Filter, Ledger
from kroniek.ledger.threads import Thread, copies_in, decide, find_threads, thread_of
from kroniek.web.keeping import threads as kept_threads
from kroniek.web.pages import page
from kroniek.web.wanted import query_of, wanted

PAGE: Final = 50
"""Threads in one list: the newest first."""

router = APIRouter()
Wanted = Annotated[Filter, Depends(wanted)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]
Sources = Annotated[int, Query(ge=1, le=1000)]
Short = Annotated[str, Form(max_length=1000)]


@router.get("/threads", include_in_schema=False)
def threads(
    request: Request, filter: Wanted, sources: Sources = 2, offset: Offset = 0
) -> HTMLResponse:
    """Events that several sources tell."""
    with kept_threads(request) as fresh:
        found = find_threads(request.app.state.ledger, filter, offset + PAGE, sources)
    query = query_of(filter, sources=sources)
    return page(
        request, "threads.html", fresh=fresh, filter=filter, sources=sources, total=found.total,
        found=list(found)[::-1][offset : offset + PAGE], offset=offset, size=PAGE,
        at=lambda start: f"?{query}&{urlencode({'offset': start})}",
    )  # fmt: skip


@router.get("/threads/{id}", include_in_schema=False)
def thread(request: Request, id: str) -> HTMLResponse:
    """One thread, by its id or that of one of its events."""
    ledger: Ledger = request.app.state.ledger
    with kept_threads(request) as fresh:
        found = thread_of(ledger, id)
        likeness = {twin.article: twin.likeness for twin in copies_in(ledger, found)}
    return page(request, "thread.html", fresh=fresh, thread=found, likeness=likeness)


@router.post("/threads/{id}", include_in_schema=False)
def judge(
    request: Request, id: str, verdict: Short, note: Short = "", other: Short = ""
) -> Response:
    """Takes an event out of its thread, joins two threads, or undoes that."""
    who = request.state.visitor.name
    left = decide(request.app.state.ledger, id, verdict, who, note.strip(), other.strip() or None)
    return RedirectResponse(f"/threads/{left.id}", 303)


@router.get("/api/threads", tags=["threads"])
def threads_by_api(
    request: Request, filter: Wanted, sources: Sources = 1, offset: Offset = 0
) -> list[Thread]:
    """Events as all articles tell them, the newest first, told by at least so many sources."""
    found = find_threads(request.app.state.ledger, filter, offset + PAGE, sources)
    return list(found)[::-1][offset : offset + PAGE]


@router.get("/api/threads/{id}", tags=["threads"])
def thread_by_api(request: Request, id: str) -> Thread:
    """One thread, by its id or that of one of its events."""
    return thread_of(request.app.state.ledger, id)
