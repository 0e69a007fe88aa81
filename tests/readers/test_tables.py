"""Given a table: an article a row, by the caller's names, and a line for every bad row."""

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kroniek.document import Document
from kroniek.errors import InputError
from kroniek.readers import Rejected, read
from kroniek.readers.mapping import parse_columns
from kroniek.readers.records import read_jsonl
from kroniek.readers.tables import read_csv, read_parquet

DUTCH = "Iran heeft donderdag gedreigd de inspecteurs uit te zetten. Dat zei de minister."
COLUMNS = {"title": "headline", "text": "body", "published": "day"}


def test_a_mapping_names_our_fields() -> None:
    assert parse_columns("title=headline, text=body") == {"title": "headline", "text": "body"}
    for bad in ("headline", "kop=headline", "title=", ""):
        with pytest.raises(InputError, match="write FIELD=NAME, of id, lang"):
            parse_columns(bad)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_by_a_mapping(tmp_path: Path, delimiter: str) -> None:
    rows = [["headline", "body", "day"], ["Kop", f'"{DUTCH}\n\nEn ""dat""."', "2024-06-13"]]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(delimiter.join(row) for row in rows))
    (found,) = read(path, columns=COLUMNS)
    assert isinstance(found, Document)
    assert (found.title, found.published) == ("Kop", date(2024, 6, 13))
    assert found.text == f'{DUTCH}\n\nEn "dat".'
    assert found.source == f"{path}#2"


def test_bad_rows_are_told_by_their_lines_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(
        b"title,text,published\n"
        + f"Een,{DUTCH},2024-06-13\n".encode()
        + b"Twee,te kort\n"
        + f"Drie,{DUTCH},gisteren\n".encode()
        + "Vier,De crisis in België is groot; de regering weigert te buigen.,\n".encode("cp1252")
    )
    first, short, undated, last = read(path)
    assert isinstance(first, Document)
    assert str(short) == f"{path}#3: is a row of 2 cells where the first row names 3"
    assert str(undated).startswith(f"{path}#4: impossible date 'gisteren'")
    assert isinstance(last, Document)
    assert "België" in last.text


def test_a_mapping_that_does_not_fit_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text\n" + f"Kop,{DUTCH}\n" * 5)
    (found,) = read(path, columns={"text": "body"})
    assert str(found) == f"{path}: has no column 'body'; there are title, text"


def test_parquet_and_json_lines_by_a_mapping(tmp_path: Path) -> None:
    rows = [{"headline": "Kop", "body": DUTCH, "day": date(2024, 6, 13), "nr": 7}]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    lines = json.dumps(rows[0], default=str)
    (tmp_path / "a.jsonl").write_text(lines + "\n" + json.dumps({"body": DUTCH}) + "\n")
    columns = COLUMNS | {"id": "nr"}
    (found,) = read(tmp_path / "a.parquet", columns=columns)
    assert isinstance(found, Document)
    assert (found.id, found.title, found.published) == ("7", "Kop", date(2024, 6, 13))
    same, bad = read(tmp_path / "a.jsonl", columns=columns)
    assert same == found.model_copy(update={"source": f"{tmp_path}/a.jsonl#1"})
    assert "a.jsonl#2: has no column 'headline'; there are body" in str(bad)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.csv", b"title,text\n", "is empty"),
        ("a.csv", "title,text\n".encode("utf-16"), "is UTF-16"),
        ("a.parquet", b"PAR1 and no more", "is broken Parquet"),
    ],
)
def test_tables_that_are_none(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = read(tmp_path / name)
    assert isinstance(found, Rejected)
    assert words in found.fault


class _Endless(io.RawIOBase):
    """A table made while it is read."""

    def __init__(self, head: bytes, row: bytes, rows: int) -> None:
        self._pieces: Iterator[bytes] = iter([head, *([row] * rows)])

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = next(self._pieces, b"")
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_memory_is_flat_over_any_number_of_rows(tmp_path: Path, kind: str) -> None:
    def peak(rows: int) -> int:
        text = "woord " * 300
        if kind == "csv":
            stream = io.BufferedReader(_Endless(b"text\n", f"{text}\n".encode(), rows))
            found = read_csv(stream, "x")
        elif kind == "jsonl":
            line = json.dumps({"text": text}).encode() + b"\n"
            found = read_jsonl(io.BufferedReader(_Endless(b"\n", line, rows)), "x")
        else:
            path = tmp_path / f"{rows}.parquet"
            table = pa.table({"text": [text] * rows})
            pq.write_table(table, path, row_group_size=200)
            found = read_parquet(path.open("rb"), "x")
        tracemalloc.start()
        count = sum(1 for _ in found)
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count == rows
        return top

    peak(200)
    assert peak(4000) < 1.3 * peak(400) + 100_000
