"""The data package is valid, and its codebook tells every column."""

import json
from pathlib import Path

import frictionless
import pytest

from kroniek.ledger import Entry
from kroniek.ontology import EVENT_TYPES
from kroniek.reports.exports import csv, package
from kroniek.reports.exports.columns import TABLES


@pytest.fixture
def made(entries: list[Entry], folder: Path) -> Path:
    package.write(entries, folder)
    return folder


def test_frictionless_finds_it_valid(made: Path) -> None:
    report = frictionless.validate(str(made / package.DESCRIPTOR))
    assert report.valid, report.flatten(["title", "message"])
    assert len(report.tasks) == len(TABLES)


def test_frictionless_finds_what_breaks_it(made: Path) -> None:
    parties = made / "parties.csv"
    parties.write_text(parties.read_text(encoding="utf-8").replace("actors", "bystanders"))
    assert not frictionless.validate(str(made / package.DESCRIPTOR)).valid


def test_the_same_entries_come_back(entries: list[Entry], made: Path) -> None:
    assert csv.read(made) == entries
    listed = {
        one["path"] for one in json.loads((made / package.DESCRIPTOR).read_text())["resources"]
    }
    assert listed == {csv.file_of(table) for table in TABLES}


def test_the_codebook_tells_every_column_and_type(made: Path) -> None:
    told = (made / package.CODEBOOK).read_text(encoding="utf-8")
    for table in TABLES:
        for column in table.columns:
            assert f"| {column.name} | {column.kind} | {column.meaning}" in told
    for kind in EVENT_TYPES:
        assert f"| {kind} |" in told
