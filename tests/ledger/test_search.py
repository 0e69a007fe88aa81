"""Asking the ledger: these events pass this filter."""

from datetime import date
from typing import Any

import pytest

from kroniek.document import EventDate
from kroniek.ledger import Filter, Ledger
from kroniek.ledger.days import days_of
from tests.made import article, event, party, sanctions, visit


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(sanctions())
    ledger.add(visit())
    title, text = "Opmars in Één dag", "Het leger van Oekraïne bezette 100% van Één_stad."
    whole = f"{title}\n\n{text}"
    told = event(
        whole,
        "Het leger van Oekraïne bezette 100% van Één_stad",
        "bezette",
        actors=(party(whole, "Het leger van Oekraïne", "UKR", sector="MIL"),),
    )
    ledger.add(article(text, told, lang="nl", title=title, source="c.txt"))
    return ledger


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        ({}, ["CONSULT", "ACCUSE", "SANCTION", "ASSAULT"]),
        ({"actor": "KOR"}, ["ACCUSE", "SANCTION"]),
        ({"actor": "kim jong"}, ["CONSULT"]),
        ({"actor": "OEKRAÏNE"}, []),
        ({"actor": "oekraïne"}, ["ASSAULT"]),
        ({"recipient": "ships"}, ["SANCTION"]),
        ({"recipient": "KOR"}, []),
        ({"type": "ACCUSE"}, ["ACCUSE"]),
        ({"status": "future"}, ["SANCTION"]),
        ({"text": "PYONGYANG on"}, ["CONSULT"]),
        ({"text": "één dag"}, ["ASSAULT"]),
        ({"text": "100%"}, ["ASSAULT"]),
        ({"text": "n_s"}, ["ASSAULT"]),
        ({"text": "1_0"}, []),
        ({"text": "' OR 1=1 --"}, []),
        ({"text": "\\"}, []),
        ({"actor": "KOR", "status": "actual"}, ["ACCUSE"]),
        ({"since": date(2024, 6, 20)}, ["ACCUSE", "SANCTION"]),
        ({"until": date(2024, 6, 19)}, ["CONSULT"]),
        ({"since": date(2024, 6, 20), "until": date(2024, 6, 20)}, ["ACCUSE"]),
    ],
)
def test_filter_passes(filled: Ledger, wanted: dict[str, Any], types: list[str]) -> None:
    assert [entry.event.type for entry in filled.events(Filter(**wanted))] == types


@pytest.mark.parametrize(
    ("value", "precision", "first", "last"),
    [
        ("2024-06-19", "day", date(2024, 6, 19), date(2024, 6, 19)),
        ("2024-06-17", "week", date(2024, 6, 17), date(2024, 6, 23)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-10", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02-31", "day", date(2025, 1, 1), date(2025, 1, 1)),
    ],
)
def test_a_date_covers_the_days_of_its_precision(
    value: str, precision: Any, first: date, last: date
) -> None:
    when = EventDate(text="x", start=0, end=1, value=value, precision=precision)
    assert days_of(when, date(2025, 1, 1)) == (first, last)


def test_without_a_date_the_day_of_publication_counts() -> None:
    assert days_of(None, date(2025, 1, 1)) == (date(2025, 1, 1), date(2025, 1, 1))
    assert days_of(None, None) == (None, None)
