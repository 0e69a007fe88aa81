"""Reads tables: CSV and Parquet, a row an article."""

import csv
from collections.abc import Iterator
from typing import BinaryIO, Final

import pyarrow as pa
import pyarrow.parquet as pq

from kroniek.errors import InputError
from kroniek.readers.draft import Found, Rejected, Row
from kroniek.readers.raw import MAX_BYTES
from kroniek.readers.spooled import seekable

_DELIMITERS: Final = ",;\t|"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
BATCH: Final = 64
"""Rows of Parquet in memory at a time; beside them one row group's pages."""


def read_csv(stream: BinaryIO, source: str) -> Iterator[Found]:
    """A row an article, by the names in the first row; commas, semicolons, tabs or bars divide.

    A row with too many or too few cells is rejected by its line and the others go on.
    """
    csv.field_size_limit(MAX_BYTES)
    lines = _lines(stream, source)
    head = next(lines, "")
    if not head.strip():
        raise InputError(source, "is empty")
    delimiter = max(_DELIMITERS, key=head.count)
    names = [name.strip() for name in next(csv.reader([head], delimiter=delimiter))]
    rows = csv.reader(lines, delimiter=delimiter)
    while True:
        place = f"{source}#{rows.line_num + 2}"
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Rejected(place, f"is a broken row: {error}")
            continue
        if cells is None:
            return
        if len(cells) == len(names):
            yield Row(place, dict(zip(names, cells, strict=True)), fixed=True)
        elif cells:
            fault = f"is a row of {len(cells)} cells where the first row names {len(names)}"
            yield Rejected(place, fault)


def _lines(stream: BinaryIO, source: str) -> Iterator[str]:
    """Decoded lines; one that is no UTF-8 is taken for Windows-1252."""
    for number, line in enumerate(iter(lambda: stream.readline(MAX_BYTES), b"")):
        if number == 0:
            if line.startswith(_UTF16):
                raise InputError(source, "is UTF-16; write the table as UTF-8")
            line = line.removeprefix(b"\xef\xbb\xbf")
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:
            yield line.decode("cp1252", errors="replace")


def read_parquet(stream: BinaryIO, source: str) -> Iterator[Found]:
    """A row an article, by the names of the columns; a few rows in memory at a time."""
    number = 0
    try:
        with pq.ParquetFile(seekable(stream), pre_buffer=False, memory_map=False) as table:
            for batch in table.iter_batches(BATCH):
                for values in batch.to_pylist():
                    number += 1
                    yield Row(f"{source}#{number}", values, fixed=True)
    except (pa.ArrowException, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(source, f"is broken Parquet: {reason}") from error
    if number == 0:
        raise InputError(source, "is empty")
