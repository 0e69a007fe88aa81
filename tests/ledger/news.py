"""Short news coded by hand, and ledgers that keep it, for tests of the record over time."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from kroniek.document import TITLE_BREAK, CodedArticle, Event, Party, Quantity, Relation, Span
from kroniek.ledger import Ledger
from tests.made import CODER, span

CODES = {
    "Iran": "IRN", "Israel": "ISR", "Russia": "RUS", "Rusland": "RUS", "Ukraine": "UKR",
    "Oekraïne": "UKR", "China": "CHN", "Germany": "DEU", "Duitsland": "DEU", "Poland": "POL",
    "Polen": "POL", "Putin": "RUS", "Turkey": "TUR", "Turkije": "TUR", "Greece": "GRC",
    "Moscow": "RUS",
}  # fmt: skip
"""Who the names in these tests stand for."""
PERSONS = {"Putin": ("Vladimir Putin", "head of state")}


@dataclass(frozen=True)
class Told:
    """An event of made news, by the words that tell it; `count` is words, number and unit."""

    type: str
    trigger: str
    who: str | None = None
    whom: str | None = None
    mode: str | None = None
    status: str = "actual"
    condition: str | None = None
    by: str | None = None
    on: str | None = None
    count: tuple[str, float, str] | None = None


def news(
    day: str,
    text: str,
    *events: Told,
    lang: str = "en",
    title: str = "",
    id: str | None = None,
    relations: tuple[tuple[str, int, int, str], ...] = (),
) -> CodedArticle:
    """An article of a day. A relation is its type, the numbers of the two events, and its words."""
    whole = title + TITLE_BREAK + text if title else text
    coded = [_event(f"e{number}", one, whole, day) for number, one in enumerate(events)]
    ties = tuple(
        Relation.model_validate(
            {"type": kind, "from": f"e{one}", "to": f"e{other}", **span(whole, words).model_dump()}
        )
        for kind, one, other, words in relations
    )
    return CodedArticle(
        id=id or f"{day} {text[:40]}", lang=lang, published=date.fromisoformat(day), title=title,
        text=text, events=tuple(coded), relations=ties, coder=CODER, source="made",
    )  # fmt: skip


def _event(id: str, told: Told, whole: str, day: str) -> Event:
    trigger = span(whole, told.trigger)
    start = max(
        (
            whole.rfind(sign, 0, trigger.start) + len(sign)
            for sign in (". ", "\n")
            if sign in whole[: trigger.start]
        ),
        default=0,
    )
    ends = [at for sign in (".", "\n") if (at := whole.find(sign, trigger.end)) >= 0]
    end = min(ends, default=len(whole))

    def within(words: str) -> dict[str, Any]:
        at = whole.index(words, start)
        return {"text": words, "start": at, "end": at + len(words)}

    def party(words: str | None) -> tuple[Party, ...]:
        if words is None:
            return ()
        name, role = PERSONS.get(words, (None, None))
        return (Party(**within(words), code=CODES.get(words), name=name, role=role),)

    when = {**within(told.on), "value": day, "precision": "day"} if told.on else None
    counts: tuple[Quantity, ...] = ()
    if told.count is not None:
        words, value, unit = told.count
        counts = (Quantity(**within(words), value=value, unit=unit),)
    return Event.model_validate(
        {
            "id": id, "type": told.type, "mode": told.mode, "status": told.status,
            "actors": party(told.who), "recipients": party(told.whom), "date": when,
            "condition": Span(**within(told.condition)) if told.condition else None,
            "attribution": Span(**within(told.by)) if told.by else None, "quantities": counts,
            "trigger": trigger, "confidence": 0.5, "rule": "made",
            "evidence": (Span(text=whole[start:end], start=start, end=end),),
        }
    )  # fmt: skip


@cache
def _empty() -> bytes:
    """An empty ledger in SQLite, as the bytes of its file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        Ledger(path).close()
        return path.read_bytes()


@contextmanager
def kept(*articles: CodedArticle) -> Iterator[Ledger]:
    """A ledger in SQLite of some articles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ledger.db"
        path.write_bytes(_empty())
        with Ledger(path) as ledger:
            ledger.add_many(articles)
            yield ledger
