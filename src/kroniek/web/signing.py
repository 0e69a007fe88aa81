"""Signing in and out, and what a visitor sets: name and language."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from kroniek.ledger.accounts import LONGEST_PASSWORD, sign_in, sign_out
from kroniek.web.attempts import Attempts
from kroniek.web.pages import LANGUAGE_COOKIE, LANGUAGES, page
from kroniek.web.security import COOKIE, NAME_COOKIE, inside, set_session

router = APIRouter(include_in_schema=False)
Short = Annotated[str, Form(max_length=2000)]
Password = Annotated[str, Form(max_length=LONGEST_PASSWORD)]


@router.get("/sign-in")
def form(request: Request, back: str = "/") -> HTMLResponse:
    """The form for name and password."""
    return page(request, "sign_in.html", back=inside(back), wrong=False, wait=0)


@router.post("/sign-in")
def enter(request: Request, account: Short, password: Password, back: Short = "/") -> Response:
    """Signs in under a new token, so that one planted before is worth nothing."""
    attempts: Attempts = request.app.state.attempts
    address = request.client.host if request.client else ""
    wait = attempts.wait(account, address)
    if wait:
        refused = page(request, "sign_in.html", 429, back=inside(back), wrong=True, wait=wait)
        refused.headers["Retry-After"] = str(wait)
        return refused
    token = sign_in(request.app.state.ledger, account, password)
    if token is None:
        attempts.failed(account, address)
        return page(request, "sign_in.html", 401, back=inside(back), wrong=True, wait=0)
    attempts.entered(account, address)
    response = RedirectResponse(inside(back), 303)
    set_session(request, response, token)
    return response


@router.post("/sign-out")
def leave(request: Request) -> Response:
    """Signs out."""
    sign_out(request.app.state.ledger, request.state.visitor.token)
    response = RedirectResponse("/", 303)
    response.delete_cookie(COOKIE)
    return response


@router.post("/sign-as")
def rename(request: Request, name: Short, back: Short = "/") -> Response:
    """Sets under which name one decides, where nobody signs in."""
    response = RedirectResponse(inside(back), 303)
    if not request.app.state.settings.accounts and name.strip():
        response.set_cookie(NAME_COOKIE, quote(name.strip()), httponly=True, samesite="lax")
    return response


@router.post("/sign-language")
def language(lang: Short, back: Short = "/") -> Response:
    """Sets the language of the pages."""
    response = RedirectResponse(inside(back), 303)
    if lang in LANGUAGES:
        response.set_cookie(
            LANGUAGE_COOKIE, lang, max_age=365 * 86400, httponly=True, samesite="lax"
        )
    return response
