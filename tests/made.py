"""Coded articles made by hand, for tests of what comes after the coder."""

from datetime import date
from typing import Any

from kroniek.document import (
    TITLE_BREAK,
    CodedArticle,
    Coder,
    Event,
    EventDate,
    Party,
    Quantity,
    Span,
)
from kroniek.readers import content_id

CODER = Coder(version="1.0", lexicon="abc")


def span(whole: str, text: str) -> Span:
    """The first place where `text` stands."""
    at = whole.index(text)
    return Span(text=text, start=at, end=at + len(text))


def party(whole: str, text: str, code: str | None = None, **more: Any) -> Party:
    """A party as mentioned in `whole`."""
    return Party(**span(whole, text).model_dump(), code=code, **more)


def event(whole: str, evidence: str, trigger: str, **more: Any) -> Event:
    """An event told by `evidence`; it is an actual ASSAULT unless said otherwise."""
    told = {"id": "e1", "type": "ASSAULT", "status": "actual", "confidence": 0.5, "rule": "test"}
    return Event(**told | more, trigger=span(whole, trigger), evidence=(span(whole, evidence),))


def article(text: str, *events: Event, **more: Any) -> CodedArticle:
    """An English article; its id is that of its words unless given."""
    told = {"id": content_id(more.get("title", ""), text), "lang": "en", "source": "a.txt"}
    return CodedArticle(**told | more, text=text, events=events, coder=CODER)


SANCTIONS = "South Korea will sanction four ships if Russia goes on, said adviser Chang in Seoul."
VISIT = "Putin visited Kim in Pyongyang on 19 June 2024. Seoul condemned the visit."


def sanctions(title: str = "", **more: Any) -> CodedArticle:
    """One future event with every part that an event can have."""
    whole = title + TITLE_BREAK + SANCTIONS if title else SANCTIONS
    told = event(
        whole,
        "South Korea will sanction four ships",
        "sanction",
        type="SANCTION",
        mode="discontinue",
        contexts=("economic", "diplomatic"),
        status="future",
        actors=(party(whole, "South Korea", "KOR", sector="GOV"),),
        recipients=(party(whole, "four ships"),),
        attribution=span(whole, "adviser Chang"),
        condition=span(whole, "if Russia goes on"),
        quantities=(Quantity(**span(whole, "four ships").model_dump(), value=4, unit="ship"),),
        place={"name": "Seoul", "country": "KOR", "lat": 37.57, "lon": 126.98}
        | span(whole, "Seoul").model_dump(),
    )
    return article(SANCTIONS, told, **{"published": date(2024, 6, 21), "title": title} | more)


def visit(**more: Any) -> CodedArticle:
    """A dated visit, and a reaction to it by another side."""
    day = EventDate(**span(VISIT, "19 June 2024").model_dump(), value="2024-06-19", precision="day")
    made = event(
        VISIT,
        "Putin visited Kim in Pyongyang on 19 June 2024",
        "visited",
        type="CONSULT",
        mode="visit",
        date=day,
        actors=(
            party(VISIT, "Putin", "RUS", name="Vladimir Putin", role="head of state"),
            party(VISIT, "Kim", "PRK", name="Kim Jong-un"),
        ),
    )
    condemned = event(
        VISIT,
        "Seoul condemned the visit",
        "condemned",
        id="e2",
        type="ACCUSE",
        mode="disapprove",
        actors=(party(VISIT, "Seoul", "KOR", sector="GOV"),),
    )
    relation = {"type": "reaction", "from": "e2", "to": "e1"} | span(
        VISIT, "the visit"
    ).model_dump()
    told = {"published": date(2024, 6, 20), "relations": (relation,), "source": "b.txt"}
    return article(VISIT, made, condemned, **told | more)
