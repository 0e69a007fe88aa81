"""The web application: its routes, what it holds while it runs, and what it says when it fails."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import Final

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from kroniek.errors import KroniekError, LedgerError
from kroniek.ledger import Ledger
from kroniek.ledger.reviews import AnothersError
from kroniek.web import (
    adding,
    briefing,
    comparing,
    deciding,
    exploring,
    joining,
    managing,
    reading,
    recording,
    signing,
    telling,
)
from kroniek.web.attempts import Attempts
from kroniek.web.jobs import Jobs
from kroniek.web.pages import page
from kroniek.web.security import guard, protect
from kroniek.web.settings import Settings

ROUTERS: Final = (
    reading, deciding, adding, exploring, telling, recording, joining, comparing, briefing,
    signing, managing,
)  # fmt: skip


def create_app(settings: Settings) -> FastAPI:
    """The workbench on one ledger, which it closes when it stops."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        app.state.jobs.warm()
        yield
        app.state.jobs.close()
        app.state.ledger.close()

    app = FastAPI(
        title="Kroniek",
        description="Events in the news, tied to the words that report them.",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        dependencies=[Depends(guard)],
        responses=deciding.responses(),
    )
    app.state.settings = settings
    app.state.ledger = Ledger(settings.ledger)
    app.state.jobs = Jobs(app.state.ledger)
    app.state.attempts = Attempts()
    app.state.secret = secrets.token_bytes(32)
    app.middleware("http")(protect)
    app.add_exception_handler(KroniekError, _refused)
    app.add_exception_handler(HTTPException, _refused)
    for module in ROUTERS:
        app.include_router(module.router)
    folder = files("kroniek.web").joinpath("static")
    app.mount("/static", StaticFiles(directory=str(folder)), name="static")
    return app


def _refused(request: Request, error: Exception) -> Response:
    """One line of what is wrong: as JSON for the API, as a page for a person."""
    if isinstance(error, HTTPException):
        status, detail = error.status_code, str(error.detail)
    elif isinstance(error, AnothersError):
        status, detail = 403, str(error)
    else:
        status, detail = (404 if isinstance(error, LedgerError) else 400), str(error)
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": detail}, status)
    return page(request, "error.html", status, detail=detail)
