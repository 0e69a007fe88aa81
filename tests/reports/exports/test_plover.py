"""PLOVER JSON: an object an event, in PLOVER's terms."""

import json
from pathlib import Path

from kroniek.ledger import Entry
from kroniek.reports.exports import plover


def test_an_event_in_plovers_terms(entries: list[Entry], folder: Path) -> None:
    assert plover.write(entries, folder).events == 4
    lines = (folder / plover.FILE).read_text(encoding="utf-8").splitlines()
    made, _, sanction, odd = map(json.loads, lines)
    assert (made["type"], made["mode"], made["quad"]) == ("CONSULT", "visit", "verbal cooperation")
    assert (made["date"], made["end_date"], made["date_precision"]) == (
        "2024-06-19", "2024-06-19", "day",
    )  # fmt: skip
    assert made["actor"][0] == {
        "text": "Putin", "name": "Vladimir Putin", "role": "head of state", "country": "RUS",
        "organization": None, "sector": None,
    }  # fmt: skip
    assert sanction["status"] == "future"
    assert sanction["context"] == ["economic", "diplomatic"]
    assert sanction["recipient"][0]["text"] == "four ships"
    assert sanction["location"]["country"] == "KOR"
    assert sanction["magnitude"] == [{"value": 4, "unit": "ship"}]
    assert sanction["condition"] == "if Russia goes on"
    assert sanction["story"]["source"] == "https://example.org/a"
    assert (odd["date"], odd["story"]["published"], odd["location"]) == (None, None, None)
