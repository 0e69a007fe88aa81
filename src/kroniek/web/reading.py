"""The pages for reading: the list of articles, and one article with its events."""

from dataclasses import dataclass
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Path, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from kroniek.languages import languages
from kroniek.ledger.articles import ArticleFilter, Told, list_articles, told_article
from kroniek.ledger.reviews import Left, as_left, decisions
from kroniek.web.days import Day
from kroniek.web.marks import paragraphs, pieces
from kroniek.web.pages import page

PAGE: Final = 50
"""Articles in one list."""

CARDS: Final = 200
"""Events beside one article at once; those before and after are a page away."""

Number = Annotated[int, Query(ge=0, le=2**31 - 1)]

ArticleNumber = Annotated[int, Path(ge=0, le=2**31 - 1)]

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Window:
    """The events shown of those that there are."""

    shown: tuple[Left, ...]
    first: int
    total: int


@router.get("/")
def home() -> Response:
    """The workbench opens with the articles."""
    return RedirectResponse("/articles", 303)


@router.get("/articles")
def articles(
    request: Request,
    words: Annotated[str, Query(max_length=200)] = "",
    lang: Annotated[str, Query(max_length=10)] = "",
    since: Day = None,
    until: Day = None,
    offset: Number = 0,
) -> HTMLResponse:
    """The articles that pass a filter."""
    wanted = ArticleFilter(words or None, lang or None, since, until)
    found = list_articles(request.app.state.ledger, wanted, PAGE, offset)
    told = {"words": words, "lang": lang, "since": since, "until": until}
    asked = {name: str(value) for name, value in told.items() if value}
    return page(
        request, "articles.html", found=found, wanted=wanted, offset=offset, size=PAGE,
        at=lambda start: "?" + urlencode(asked | {"offset": start}), coded_languages=languages(),
        pieces=pieces,
    )  # fmt: skip


@router.get("/articles/{number}")
def article(
    request: Request,
    number: ArticleNumber,
    first: Number = 0,
    blind: bool = False,
    event: Annotated[str, Query(max_length=100)] = "",
) -> HTMLResponse:
    """One article, its evidence marked, and its events: those from `first`, or around `event`."""
    told, every = _cards(request, number, blind)
    at = next((place for place, one in enumerate(every) if one.id == event), first)
    first = at - at % CARDS if event else first
    return page(
        request, "article.html", told=told, blind=blind,
        paragraphs=paragraphs(told.document, [card.event for card in every]), every=every,
        window=Window(tuple(every[first : first + CARDS]), first, len(every)), size=CARDS,
    )  # fmt: skip


@router.get("/articles/{number}/events/{event}")
def card(request: Request, number: ArticleNumber, event: str, blind: bool = False) -> HTMLResponse:
    """One event of an article as it now stands, to put in the page."""
    told, every = _cards(request, number, blind)
    found = next((one for one in every if one.id == event), None)
    if found is None:
        raise HTTPException(404, f"no event {event!r} in article {number}")
    return page(request, "card.html", card=found, told=told)


def _cards(request: Request, number: int, blind: bool) -> tuple[Told, list[Left]]:
    ledger = request.app.state.ledger
    told = told_article(ledger, number)
    coder = request.state.visitor.name if blind else None
    return told, as_left(told, decisions(ledger, number, coder))
