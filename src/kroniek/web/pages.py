"""Pages from templates: in the visitor's language, with everything escaped."""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml
from babel.dates import format_date
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from kroniek.ontology import EVENT_TYPES, MODES, STATUSES
from kroniek.web.cards import to_json
from kroniek.web.marks import plain
from kroniek.web.naming import called, language_name
from kroniek.web.security import may

LANGUAGES: Final = ("en", "nl")
LANGUAGE_COOKIE: Final = "kroniek_lang"


@cache
def words(lang: str) -> Mapping[str, Any]:
    """What stands on the pages in a language, by key."""
    text = files("kroniek.web").joinpath(f"words/{lang}.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found


def language(request: Request) -> str:
    """The visitor's language: chosen, else the first of the browser's that there is."""
    chosen = request.cookies.get(LANGUAGE_COOKIE)
    if chosen in LANGUAGES:
        return chosen
    for part in request.headers.get("accept-language", "").split(","):
        if (lang := part.strip()[:2].casefold()) in LANGUAGES:
            return lang
    return LANGUAGES[0]


def page(request: Request, template: str, status: int = 200, /, **values: Any) -> HTMLResponse:
    """A page, for who visits it."""
    lang = language(request)
    visitor = request.state.visitor
    back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    html = environment().get_template(template).render(
        t=words(lang),
        lang=lang,
        languages=[(code, words(code)["name"]) for code in LANGUAGES],
        visitor=visitor,
        may_change=may(request, "coder"),
        may_settle=may(request, "admin"),
        accounts=request.app.state.settings.accounts,
        path=request.url.path,
        here=back,
        day=lambda value: _day(value, lang),
        **values,
    )  # fmt: skip
    return HTMLResponse(html, status)


@cache
def environment() -> Environment:
    """The templates; a value that a template lacks is an error, not an empty place."""
    made = Environment(
        loader=PackageLoader("kroniek.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        plain=plain, card=to_json, label=_label, called=called, language_name=language_name
    )
    made.globals.update(EVENT_TYPES=EVENT_TYPES, STATUSES=STATUSES, modes_json=json.dumps(MODES))
    return made


def _label(value: str, names: Mapping[str, str]) -> tuple[str, str]:
    """A value with what it is called."""
    return value, names[value]


def _day(value: date | None, lang: str) -> str:
    return format_date(value, "d MMM y", locale=lang) if value else ""
