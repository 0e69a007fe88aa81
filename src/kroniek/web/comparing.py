"""Two coders: who coded what blind, how far they agree, and the page to settle differences."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Form, HTTPException, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from kroniek.ledger import Ledger
from kroniek.ledger.articles import (
    ArticleFilter,
    article_lines,
    coded_ids,
    list_articles,
    told_article,
)
from kroniek.ledger.reviews import Decision, blind_codings, decide, decisions, latest
from kroniek.web.agreement import Pair, agreement, differ, pair_up
from kroniek.web.pages import page
from kroniek.web.security import admin

PAGE: Final = 50
"""Articles to code blind in one list."""

router = APIRouter()


@dataclass(frozen=True)
class Double:
    """An article, by its number, that two people coded in full, and every event as both left it."""

    article: int
    coders: tuple[str, str]
    pairs: tuple[Pair, ...]

    @property
    def different(self) -> tuple[tuple[Pair, tuple[str, ...]], ...]:
        """The events that they left differently, and in what."""
        found = ((pair, differ(pair)) for pair in self.pairs)
        return tuple((pair, fields) for pair, fields in found if fields)


@router.get("/coders", include_in_schema=False)
def coders(request: Request, offset: Annotated[int, Query(ge=0, le=2**31 - 1)] = 0) -> HTMLResponse:
    """Agreement between coders, and the articles to code or settle."""
    ledger = request.app.state.ledger
    blind = _blind(ledger)
    doubles = _doubles(ledger, blind)
    by_pair: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for double in doubles:
        by_pair[double.coders].extend(double.pairs)
    shown = list_articles(ledger, ArticleFilter(), PAGE, offset)
    mine = {number: by[who] for number, by in blind.items() if (who := _name(request)) in by}
    return page(
        request, "coders.html", doubles=doubles, shown=shown, offset=offset, size=PAGE,
        lines=article_lines(ledger, [double.article for double in doubles]),
        figures={names: agreement(pairs) for names, pairs in by_pair.items()},
        mine=_full(ledger, mine),
    )  # fmt: skip


@router.get("/api/agreement", tags=["coders"])
def agreement_by_api(request: Request) -> list[dict[str, Any]]:
    """Agreement between each two coders, by field."""
    by_pair: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    ledger = request.app.state.ledger
    for double in _doubles(ledger, _blind(ledger)):
        by_pair[double.coders].extend(double.pairs)
    return [
        {"coders": names, "fields": [vars(one) for one in agreement(pairs)]}
        for names, pairs in by_pair.items()
    ]


@router.get("/coders/{number}", include_in_schema=False)
def settle_page(request: Request, number: int) -> HTMLResponse:
    """The differences about one article, side by side."""
    ledger = request.app.state.ledger
    double = _double(ledger, number)
    return page(
        request, "settle.html", double=double, settled=latest(decisions(ledger, number)),
        line=article_lines(ledger, [number])[number],
    )  # fmt: skip


@router.post("/coders/{number}", include_in_schema=False, dependencies=[Depends(admin)])
def settle(
    request: Request,
    number: int,
    event: Annotated[str, Form(max_length=100)],
    coder: Annotated[int, Form(ge=0, le=1)],
) -> Response:
    """Takes one coder's reading of an event as the decision about it."""
    ledger = request.app.state.ledger
    double = _double(ledger, number)
    for pair, _ in double.different:
        held = next(one for one in pair if one is not None)
        if held.id != event:
            continue
        left = pair[coder]
        coded = {one.id: one for one in told_article(ledger, number).events}
        if left is None:
            verdict = "reject"
        else:
            verdict = "add" if event not in coded else "correct"
            verdict = "accept" if left == coded.get(event) else verdict
        who = request.state.visitor.name
        decide(ledger, number, event, verdict, left, who)  # type: ignore[arg-type]
        return RedirectResponse(f"/coders/{number}", 303)
    raise HTTPException(404, f"the coders do not differ about {event!r}")


def _double(ledger: Ledger, number: int) -> Double:
    blind = _blind(ledger)
    found = _doubles(ledger, {number: blind[number]} if number in blind else {})
    if not found:
        raise HTTPException(404, f"article {number} has not been coded by two people")
    return found[0]


Blind = dict[int, dict[str, list[Decision]]]
"""What was coded blind, by article and coder."""


def _blind(ledger: Ledger) -> Blind:
    made: Blind = defaultdict(lambda: defaultdict(list))
    for one in blind_codings(ledger):
        made[one.article][one.by].append(one)
    return made


def _doubles(ledger: Ledger, blind: Blind) -> list[Double]:
    """Every article that two people coded in full; of more, the first two by name."""
    ids = coded_ids(ledger, list(blind))
    made = []
    for number, by in blind.items():
        full = sorted(name for name, mine in by.items() if set(ids[number]) <= set(latest(mine)))
        if len(full) > 1:
            a, b = full[:2]
            made.append(Double(number, (a, b), tuple(pair_up(ids[number], by[a], by[b]))))
    return made


def _full(ledger: Ledger, mine: dict[int, list[Decision]]) -> set[int]:
    """The articles of which someone coded every event."""
    ids = coded_ids(ledger, list(mine))
    return {number for number, found in mine.items() if set(ids[number]) <= set(latest(found))}


def _name(request: Request) -> str:
    name: str = request.state.visitor.name
    return name
