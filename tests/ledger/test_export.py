"""Events leave the ledger as CSV, JSON Lines or Parquet with nothing lost on the way."""

import csv
import io
import json
from datetime import date

import pyarrow.parquet as pq
import pytest

from kroniek.ledger import Entry, Ledger, write_events
from kroniek.ledger.export import FIELDS, flat
from tests.made import sanctions, visit


@pytest.fixture
def entries(ledger: Ledger) -> list[Entry]:
    ledger.add(sanctions(title='Seoul: "enough", it says'))
    ledger.add(visit())
    return list(ledger.events())


def written(entries: list[Entry], format: str) -> io.BytesIO:
    stream = io.BytesIO()
    write_events(entries, format, stream)
    stream.seek(0)
    return stream


def test_csv_has_a_row_an_event(entries: list[Entry]) -> None:
    rows = list(csv.DictReader(io.TextIOWrapper(written(entries, "csv"), encoding="utf-8")))
    assert [tuple(row) for row in rows] == [FIELDS] * 3
    assert [row["id"] for row in rows] == [entry.id for entry in entries]
    last = rows[-1]
    assert last["title"] == 'Seoul: "enough", it says'
    assert (last["actor_codes"], last["recipients"], last["quantities"]) == (
        "KOR", "four ships", "4 ship",
    )  # fmt: skip
    assert rows[0]["actors"] == "Vladimir Putin; Kim Jong-un"


def test_json_lines_read_back_as_the_same_entries(entries: list[Entry]) -> None:
    lines = written(entries, "jsonl").read().decode().splitlines()
    assert [Entry.model_validate(json.loads(line)) for line in lines] == entries


def test_parquet_is_typed(entries: list[Entry]) -> None:
    table = pq.read_table(written(entries, "parquet"))
    assert table.to_pylist() == [flat(entry) for entry in entries]
    assert table.column("published").to_pylist()[0] == date(2024, 6, 20)
    assert str(table.schema.field("lat").type) == "double"


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_no_events_make_a_file_without_rows(format: str) -> None:
    stream = written([], format)
    if format == "parquet":
        assert pq.read_table(stream).num_rows == 0
    else:
        assert len(stream.read().splitlines()) == (format == "csv")
