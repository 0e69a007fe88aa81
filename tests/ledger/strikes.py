"""Made-up articles of one strike each, for the tests of threads."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from kroniek.document import CodedArticle, EventDate, Quantity
from kroniek.ledger.threads import Thread
from tests.made import article, event, party, span

ENGLISH = "Russia shelled Kherson on 6 March, killing 12 people."
LVIV = "Russia shelled Lviv on 6 March, killing 3 people."
DUTCH = "Rusland heeft op 6 maart Cherson beschoten. Er vielen 14 doden."
PLACES: dict[str, dict[str, Any]] = {
    "Kherson": {"country": "UKR", "lat": 46.64, "lon": 32.62},
    "Lviv": {"country": "UKR", "lat": 49.84, "lon": 24.02},
    "Ukraine": {"country": "UKR", "lat": None, "lon": None},
}
NAMES = {"Cherson": "Kherson"}


def strike(
    id: str,
    text: str = ENGLISH,
    actor: tuple[str, str] = ("Russia", "RUS"),
    recipient: tuple[str, str] | None = None,
    trigger: str = "shelled",
    day: tuple[str, str] | None = ("6 March", "2023-03-06"),
    place: str | None = "Kherson",
    people: tuple[str, int] | None = ("12 people", 12),
    **more: Any,
) -> CodedArticle:
    """An article with one event, an ASSAULT unless `event` says otherwise."""
    told: dict[str, Any] = {"mode": "heavy-weapons"} | more.pop("event", {})
    if day is not None:
        words, value = day
        told["date"] = EventDate(**span(text, words).model_dump(), value=value, precision="day")
    if place is not None:
        name = NAMES.get(place, place)
        told["place"] = {"name": name, **PLACES[name]} | span(text, place).model_dump()
    if people is not None:
        words, count = people
        told["quantities"] = (
            Quantity(**span(text, words).model_dump(), value=count, unit="person"),
        )
    whom = () if recipient is None else (party(text, *recipient),)
    made = event(
        text, text.split(".")[0], trigger, actors=(party(text, *actor),), recipients=whom, **told
    )
    about = {"id": id, "published": date(2023, 3, 6), "source": f"{id}.txt"}
    return article(text, made, **about | more)


def dutch(id: str, **more: Any) -> CodedArticle:
    """The strike in a Dutch paper that counts two more dead."""
    given: dict[str, Any] = {
        "text": DUTCH, "actor": ("Rusland", "RUS"), "trigger": "beschoten", "lang": "nl",
        "day": ("6 maart", "2023-03-06"), "place": "Cherson", "people": ("14 doden", 14),
    }  # fmt: skip
    return strike(id, **given | more)


def told_by(threads: Iterable[Thread]) -> set[frozenset[str]]:
    """The articles of each thread."""
    return {frozenset(member.told.article for member in one.members) for one in threads}
