"""What keeps the workbench safe: who is visiting, tokens on every change, and strict headers."""

import hashlib
import hmac
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from fastapi import HTTPException, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from kroniek.ledger.accounts import STAY, Account, Role, signed_in

COOKIE: Final = "kroniek_session"
NAME_COOKIE: Final = "kroniek_name"
TOKEN_HEADER: Final = "x-csrf-token"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN: Final = ("/sign-in", "/static/")
"""Paths that one reaches without having signed in."""
OWN: Final = ("/sign-", "/account")
"""Paths under which one changes nothing but what is one's own."""
MOST: Final = 25_000_000
"""Bytes of a request."""

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)

HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}

Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Visitor:
    """Who sends a request: the browser's token, and the account where one has to sign in."""

    token: str
    account: Account | None
    name: str
    csrf: str
    is_new: bool


async def protect(request: Request, call_next: Handler) -> Response:
    """Middleware: refuses other hosts, sends strangers to sign in, adds headers and cookie."""
    settings = request.app.state.settings
    host = _host(request.headers.get("host", ""))
    if settings.hosts is not None and host not in settings.hosts:
        return _harden(Response("This workbench does not answer to that name.", 421))
    length = request.headers.get("content-length", "0")
    if "transfer-encoding" in request.headers or not length.isdigit() or int(length) > MOST:
        fault = f"send at most {MOST} bytes, and say how many"
        return _harden(JSONResponse({"detail": fault}, 413))
    visitor = await run_in_threadpool(_visitor, request)
    request.state.visitor = visitor
    path = request.url.path
    if settings.accounts and visitor.account is None and not path.startswith(OPEN):
        response = _to_sign_in(request)
    else:
        response = await call_next(request)
    if visitor.is_new and COOKIE not in response.headers.get("set-cookie", ""):
        set_session(request, response, visitor.token)
    return _harden(response)


async def guard(request: Request) -> None:
    """Dependency of every route: a change needs the token of the page that it is made on, and,
    where people have accounts, the role of coder, but for one's own sign-in and account.
    """
    if request.method in SAFE:
        return
    visitor: Visitor = request.state.visitor
    origin = request.headers.get("origin")
    if origin and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, "a change must come from a page of the workbench")
    token = request.headers.get(TOKEN_HEADER) or await _form_token(request)
    if not hmac.compare_digest(token.encode(), visitor.csrf.encode()):
        raise HTTPException(403, "the token of this page is missing or old: reload the page")
    if not request.url.path.startswith(OWN) and not may(request, "coder"):
        raise HTTPException(403, "your account may read, not change")


def may(request: Request, role: Role) -> bool:
    """Whether the visitor has a role; where nobody signs in, everyone has all."""
    if not request.app.state.settings.accounts:
        return True
    account: Account | None = request.state.visitor.account
    return account is not None and account.may(role)


async def admin(request: Request) -> None:
    """Dependency of routes that are for an admin."""
    if not may(request, "admin"):
        raise HTTPException(403, "this is for an admin")


def set_session(request: Request, response: Response, token: str) -> None:
    """Gives the browser its token; over TLS only where people sign in."""
    settings = request.app.state.settings
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(STAY.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=settings.accounts or request.url.scheme == "https",
    )


def inside(back: str) -> str:
    """A path of this workbench, whatever was asked for."""
    told = urlsplit(back.replace("\\", "/"))
    if told.scheme or told.netloc or not told.path.startswith("/") or back.startswith("//"):
        return "/"
    return told.geturl()


def csrf_token(request: Request, token: str) -> str:
    """The token that a change must carry when the browser holds this session."""
    secret: bytes = request.app.state.secret
    return hmac.new(secret, token.encode(), hashlib.sha256).hexdigest()


def _visitor(request: Request) -> Visitor:
    settings = request.app.state.settings
    held = request.cookies.get(COOKIE, "")
    account = signed_in(request.app.state.ledger, held) if settings.accounts and held else None
    token = held or secrets.token_urlsafe(32)
    name = (
        account.name if account else unquote(request.cookies.get(NAME_COOKIE, "")) or settings.user
    )
    return Visitor(token, account, name, csrf_token(request, token), is_new=not held)


async def _form_token(request: Request) -> str:
    kind = request.headers.get("content-type", "")
    if not kind.startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        return ""
    value = (await request.form()).get("csrf")
    return value if isinstance(value, str) else ""


def _to_sign_in(request: Request) -> Response:
    if request.url.path.startswith("/api") or request.method not in SAFE:
        return JSONResponse({"detail": "sign in first"}, 401)
    back = quote(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
    return RedirectResponse(f"/sign-in?back={back}", 303)


def _harden(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if "cache-control" not in response.headers:
        response.headers["Cache-Control"] = "no-store"
    return response


def _host(header: str) -> str:
    """The name in a Host header, without its port."""
    if header.startswith("["):
        return header.partition("]")[0] + "]"
    return header.partition(":")[0].casefold()
