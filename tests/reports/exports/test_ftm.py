"""FollowTheMoney entities: its schemata and properties, ids that stay, each entity once."""

import json
from pathlib import Path
from typing import Any

import pytest

from kroniek.ledger import Entry
from kroniek.reports.exports import ftm

THING = {"name", "country", "summary", "sourceUrl", "keywords"}
BODY = THING | {"abbreviation", "sector"}
PROPERTIES = {
    "Article": {"title", "publishedAt", "language", "sourceUrl", "fileName"},
    "Person": THING | {"position"},
    "LegalEntity": BODY,
    "Organization": BODY,
    "PublicBody": BODY,
    "Event": THING
    | {"organizer", "involved", "location", "startDate", "endDate", "recordId", "proof"},
}
"""Properties of FollowTheMoney 4.11 that we use, as its schema files define or inherit them."""

LEGAL = {"Person", "LegalEntity", "Organization", "PublicBody"}
RANGES = {"organizer": LEGAL, "involved": LEGAL, "proof": {"Article"}}


@pytest.fixture
def entities(entries: list[Entry], folder: Path) -> list[dict[str, Any]]:
    assert ftm.write(entries, folder).events == 4
    return [
        json.loads(line) for line in (folder / ftm.FILE).read_text(encoding="utf-8").splitlines()
    ]


def test_entities_have_the_shape_of_the_schema(entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        if entity["schema"] != "Article":
            assert entity["properties"]["name"], "FollowTheMoney requires a name"
        for values in entity["properties"].values():
            assert values
            assert all(isinstance(value, str) and value for value in values)


def test_what_is_referred_to_is_there_once(entities: list[dict[str, Any]]) -> None:
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    assert len(schemata) == len(entities)
    for entity in entities:
        for name, wanted in RANGES.items():
            for other in entity["properties"].get(name, ()):
                assert schemata[other] in wanted


def test_an_event_with_its_parties(entities: list[dict[str, Any]]) -> None:
    by_id = {entity["id"]: entity["properties"] for entity in entities}
    (sanction,) = (
        entity["properties"] for entity in entities
        if "SANCTION" in entity["properties"].get("keywords", ())
    )  # fmt: skip
    assert sanction["name"] == ["South Korea SANCTION four ships"]
    assert sanction["keywords"] == ["SANCTION", "discontinue", "future", "economic", "diplomatic"]
    assert sanction["country"] == ["kr"]
    assert sanction["startDate"] == ["2024-06-21"]
    assert sanction["sourceUrl"] == ["https://example.org/a"]
    assert by_id[sanction["organizer"][0]]["name"] == ["South Korea (GOV)"]
    assert by_id[sanction["involved"][0]]["name"] == ["four ships"]


def test_people_hold_office_and_the_same_are_one(entities: list[dict[str, Any]]) -> None:
    people = [one["properties"] for one in entities if one["schema"] == "Person"]
    assert people[0] == {
        "name": ["Vladimir Putin"], "position": ["head of state"], "country": ["ru"],
    }  # fmt: skip
    bodies = [one["properties"]["name"] for one in entities if one["schema"] == "PublicBody"]
    assert bodies.count(["South Korea (GOV)"]) == 1, "told in two articles"


def test_all_that_is_told_of_a_person_is_kept(entries: list[Entry], folder: Path) -> None:
    visit = entries[0]
    putin, kim = visit.event.actors
    again = visit.event.model_copy(
        update={"actors": (putin.model_copy(update={"role": "PM"}), kim)}
    )
    later = visit.model_copy(update={"id": "later", "event": again})
    ftm.write([visit, later], folder)
    told = [json.loads(line) for line in (folder / ftm.FILE).read_text().splitlines()]
    (person,) = (one for one in told if one["properties"].get("name") == ["Vladimir Putin"])
    assert person["properties"]["position"] == ["head of state", "PM"]


def test_ids_stay(entries: list[Entry], entities: list[dict[str, Any]], folder: Path) -> None:
    (folder / "again").mkdir()
    ftm.write(reversed(entries), folder / "again")
    again = (folder / "again" / ftm.FILE).read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["id"] for line in again} == {entity["id"] for entity in entities}
