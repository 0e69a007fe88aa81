"""The pages and the API for adding articles."""

from typing import Annotated, Any, Final

from fastapi import APIRouter, Form, HTTPException, Request, Response, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from kroniek.errors import InputError
from kroniek.languages import languages
from kroniek.readers.values import to_day
from kroniek.web.jobs import Job, from_address, from_file, from_text
from kroniek.web.pages import page

MOST: Final = 20_000_000
"""Bytes of an upload."""

router = APIRouter()
Field_ = Annotated[str, Form(max_length=2_000_000)]


class Addition(BaseModel):
    """An article to add: its text, or the address of a page."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=2_000_000)] = ""
    address: Annotated[str, Field(max_length=2000)] = ""
    title: Annotated[str, Field(max_length=1000)] = ""
    lang: str = ""
    published: str = ""


@router.get("/add", include_in_schema=False)
def form(request: Request) -> HTMLResponse:
    """The form for a text, a file or an address."""
    return page(request, "add.html", coded_languages=languages())


@router.post("/add", include_in_schema=False)
async def add(
    request: Request,
    text: Field_ = "",
    address: Field_ = "",
    title: Field_ = "",
    lang: Field_ = "",
    published: Field_ = "",
    file: UploadFile | None = None,
) -> Response:
    """Starts adding what was given, and goes to its progress."""
    if file is not None and file.filename:
        data = await file.read(MOST + 1)
        if len(data) > MOST:
            raise InputError(file.filename, f"is larger than {MOST // 1_000_000} MB")
        name, day = file.filename, to_day(published, "published") if published else None
        job = request.app.state.jobs.start(name, lambda: from_file(name, data, lang, day))
    else:
        told = Addition(text=text, address=address, title=title, lang=lang, published=published)
        job = _start(request, told)
    return RedirectResponse(f"/jobs/{job.id}", 303)


@router.get("/jobs/{id}", include_in_schema=False)
def progress(request: Request, id: str) -> HTMLResponse:
    """How far an addition is."""
    return page(request, "job.html", job=_job(request, id))


@router.post("/api/articles", status_code=202, tags=["articles"])
def add_by_api(request: Request, addition: Addition) -> dict[str, Any]:
    """Starts adding an article; its progress is at /api/jobs/ID."""
    return vars(_start(request, addition))


@router.get("/api/jobs/{id}", tags=["articles"])
def progress_by_api(request: Request, id: str) -> dict[str, Any]:
    """How far an addition is: its stage, the articles kept, and what was refused."""
    return vars(_job(request, id))


def _start(request: Request, told: Addition) -> Job:
    day = to_day(told.published, "published") if told.published else None
    if told.lang and told.lang not in languages():
        raise InputError(
            "lang", f"{told.lang!r} is not coded; choose from {', '.join(languages())}"
        )
    jobs = request.app.state.jobs
    started: Job
    if told.address.strip():
        where = told.address.strip()
        started = jobs.start(where, lambda: from_address(where, told.lang, day))
    elif told.text.strip():
        name = told.title or told.text.strip()[:60]
        started = jobs.start(name, lambda: from_text(told.text, told.title, told.lang, day))
    else:
        raise InputError("add", "there is nothing to add: give a text, a file or an address")
    return started


def _job(request: Request, id: str) -> Job:
    job: Job | None = request.app.state.jobs.get(id)
    if job is None:
        raise HTTPException(404, f"there is no job {id!r}")
    return job
