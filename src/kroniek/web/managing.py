"""Accounts in the browser: one's own password, and for an admin those of all."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Form, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from kroniek.errors import InputError
from kroniek.ledger.accounts import (
    LONGEST_PASSWORD,
    ROLES,
    accounts,
    add_account,
    last_seen,
    remove_account,
    set_password,
    set_role,
    sign_in,
)
from kroniek.web.pages import page
from kroniek.web.security import admin, set_session

MOST: Final = 100
"""Characters of a name."""

router = APIRouter(include_in_schema=False)
Name = Annotated[str, Form(max_length=MOST)]
Password = Annotated[str, Form(max_length=LONGEST_PASSWORD)]


@router.get("/account")
def account(request: Request) -> HTMLResponse:
    """The form for a new password of one's own."""
    _needs_accounts(request)
    return page(request, "account.html")


@router.post("/account")
def change(request: Request, password: Password, new: Password) -> Response:
    """Changes one's own password, and signs one out everywhere else."""
    _needs_accounts(request)
    ledger, name = request.app.state.ledger, request.state.visitor.name
    if sign_in(ledger, name, password) is None:
        raise InputError("password", "is not that of your account")
    set_password(ledger, name, new)
    response = RedirectResponse("/account", 303)
    set_session(request, response, sign_in(ledger, name, new) or "")
    return response


@router.get("/users", dependencies=[Depends(admin)])
def users(request: Request) -> HTMLResponse:
    """All accounts, their roles, and when they were last active."""
    _needs_accounts(request)
    ledger = request.app.state.ledger
    return page(request, "users.html", found=accounts(ledger), seen=last_seen(ledger), roles=ROLES)


@router.post("/users", dependencies=[Depends(admin)])
def add(request: Request, name: Name, role: Name, password: Password) -> Response:
    """Makes an account."""
    add_account(request.app.state.ledger, name.strip(), role, password)
    return RedirectResponse("/users", 303)


@router.post("/users/{name:path}", dependencies=[Depends(admin)])
def manage(request: Request, name: str, act: Name, role: Name = "", new: Password = "") -> Response:
    """Changes the role or password of another's account, or removes it."""
    ledger = request.app.state.ledger
    if name == request.state.visitor.name:
        raise HTTPException(403, "another admin must change your account")
    if act == "role":
        set_role(ledger, name, role)
    elif act == "password":
        set_password(ledger, name, new)
    elif act == "remove":
        remove_account(ledger, name)
    else:
        raise HTTPException(400, f"unknown act {act!r}")
    return RedirectResponse("/users", 303)


def _needs_accounts(request: Request) -> None:
    if not request.app.state.settings.accounts:
        raise HTTPException(404, "nobody signs in to this workbench")
