"""The explore page, and the events of its filter by the API and to take along."""

import tempfile
from collections.abc import Iterator
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from kroniek.ledger import Entry, Filter, Ledger, write_events
from kroniek.ledger.facets import Facets, facets
from kroniek.ledger.listing import page_of_events
from kroniek.web import drawing
from kroniek.web.pages import page
from kroniek.web.wanted import linker, query_of, wanted

PAGE: Final = 50
"""Events in one list."""

TYPES: Final = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "json": ("jsonl", "application/jsonl; charset=utf-8"),
    "parquet": ("parquet", "application/vnd.apache.parquet"),
}
"""The ledger's form and the media type of each download."""

router = APIRouter()
Wanted = Annotated[Filter, Depends(wanted)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]


@router.get("/explore", include_in_schema=False)
def explore(request: Request, filter: Wanted, offset: Offset = 0) -> HTMLResponse:
    """Facets, figures and events of one filter."""
    ledger: Ledger = request.app.state.ledger
    found = facets(ledger, filter)
    nodes, ties = drawing.network(found)
    return page(
        request, "explore.html", filter=filter, found=found, offset=offset, size=PAGE,
        entries=page_of_events(ledger, filter, PAGE, offset), link=linker("/explore", filter),
        query=query_of(filter), bars=drawing.timeline(found), matrix=drawing.matrix(found),
        nodes=nodes, ties=ties, dots=drawing.dots(found),
    )  # fmt: skip


@router.get("/explore/events.{form}", include_in_schema=False)
@router.get("/api/events.{form}", tags=["events"])
def download(
    request: Request, form: Literal["csv", "json", "parquet"], filter: Wanted
) -> StreamingResponse:
    """All events that pass the filter, as CSV, JSON Lines or Parquet."""
    name, media = TYPES[form]
    suffix = {"json": "jsonl"}.get(form, form)
    body = tempfile.SpooledTemporaryFile(max_size=10_000_000)  # noqa: SIM115, closed when sent
    write_events(request.app.state.ledger.events(filter), name, body)  # type: ignore[arg-type]
    body.seek(0)

    def parts() -> Iterator[bytes]:
        with body:
            while part := body.read(1 << 16):
                yield part

    headers = {"Content-Disposition": f'attachment; filename="events.{suffix}"'}
    return StreamingResponse(parts(), media_type=media, headers=headers)


@router.get("/api/events", tags=["events"])
def events(
    request: Request,
    filter: Wanted,
    limit: Annotated[int, Query(ge=1, le=1000)] = 100,
    offset: Offset = 0,
) -> list[Entry]:
    """Events that pass the filter, by day, a page at a time."""
    found = page_of_events(request.app.state.ledger, filter, limit, offset)
    return [entry for _, entry in found]


@router.get("/api/facets", tags=["events"])
def counts(request: Request, filter: Wanted) -> Facets:
    """What the events that pass the filter have in common."""
    return facets(request.app.state.ledger, filter)
