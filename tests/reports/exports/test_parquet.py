"""Parquet is typed and partitioned by month, and others read it without our help."""

from datetime import date
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow.parquet as pq
import pytest

from kroniek.ledger import Entry
from kroniek.reports.exports import parquet

MONTHS = ["month=2024-06/events.parquet", f"month={parquet.NO_MONTH}/events.parquet"]


def test_entries_come_back_as_they_were(entries: list[Entry], folder: Path) -> None:
    written = parquet.write(entries, folder)
    assert (written.events, list(written.files)) == (4, MONTHS)
    assert parquet.read(folder) == entries


def test_no_entries_make_no_file(folder: Path) -> None:
    assert parquet.write([], folder).files == ()
    assert parquet.read(folder) == []


def test_large_exports_are_written_in_pieces(
    entries: list[Entry], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet, "ROWS", 2)
    assert parquet.write(entries, folder).events == 4
    assert pq.ParquetFile(folder / MONTHS[0]).num_row_groups == 2
    assert parquet.read(folder) == entries


def test_columns_are_typed(entries: list[Entry], folder: Path) -> None:
    parquet.write(entries, folder)
    schema = pq.read_schema(folder / MONTHS[0])
    types = {name: str(schema.field(name).type) for name in ("published", "confidence", "type")}
    assert types["published"] == "date32[day]"
    assert types["confidence"] == "double"
    assert types["type"].startswith("dictionary<values=string")


def test_pandas_reads_it(entries: list[Entry], folder: Path) -> None:
    parquet.write(entries, folder)
    frame = pd.read_parquet(folder)
    assert list(frame["id"]) == [entry.id for entry in entries]
    assert list(frame["type"].astype(str)) == [entry.event.type for entry in entries]
    assert frame["published"][0] == date(2024, 6, 20)
    assert [party["code"] for party in frame["actors"][0]] == ["RUS", "PRK"]
    assert list(frame["month"]) == ["2024-06"] * 3 + [parquet.NO_MONTH]


def test_duckdb_reads_it(entries: list[Entry], folder: Path) -> None:
    parquet.write(entries, folder)
    found = duckdb.sql(
        f"""
        SELECT month, type, party.code, place.lat
        FROM read_parquet('{folder}/*/*.parquet', hive_partitioning=true), UNNEST(actors) a(party)
        WHERE party.code = 'KOR' ORDER BY type
        """
    ).fetchall()
    assert found == [("2024-06", "ACCUSE", "KOR", None), ("2024-06", "SANCTION", "KOR", 37.57)]
    (days,) = duckdb.sql(f"SELECT min(first_day) FROM '{folder}/*/*.parquet'").fetchall()
    assert days == (date(2024, 6, 19),)
