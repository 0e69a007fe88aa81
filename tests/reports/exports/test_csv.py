"""CSV tables hold entries whole, in columns that pandas reads."""

from pathlib import Path

import pandas as pd
import pytest

from kroniek.ledger import Entry
from kroniek.reports.exports import csv
from kroniek.reports.exports.columns import TABLES


def test_entries_come_back_as_they_were(entries: list[Entry], folder: Path) -> None:
    assert csv.write(entries, folder).events == len(entries) == 4
    assert csv.read(folder) == entries


def test_no_entries_make_tables_without_rows(folder: Path) -> None:
    assert csv.write([], folder).events == 0
    assert csv.read(folder) == []
    assert len((folder / "events.csv").read_text().splitlines()) == 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_tables_are_those_that_are_described(
    entries: list[Entry], folder: Path, table: csv.Table
) -> None:
    csv.write(entries, folder)
    frame = pd.read_csv(folder / csv.file_of(table))
    assert list(frame.columns) == [column.name for column in table.columns]
    assert len(frame.drop_duplicates(list(table.key))) == len(frame) > 0
    for column in table.columns:
        if column.required:
            assert frame[column.name].notna().all()


def test_parties_are_joined_to_events_by_id(entries: list[Entry], folder: Path) -> None:
    csv.write(entries, folder)
    events, parties = (pd.read_csv(folder / f"{name}.csv") for name in ("events", "parties"))
    joined = events.merge(parties, left_on="id", right_on="event")
    seoul = joined[(joined.code == "KOR") & (joined.side == "actors")]
    assert list(seoul.type) == ["ACCUSE", "SANCTION"]
