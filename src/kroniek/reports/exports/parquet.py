"""Events as a Parquet data set: typed, with nested parts, partitioned by the month they happen."""

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from kroniek.document import Event
from kroniek.ledger import Entry
from kroniek.ledger.days import days_of
from kroniek.reports.exports.flat import Row
from kroniek.reports.exports.written import Written

ROWS: Final = 10_000
"""Rows that are held at a time, and in a row group."""

NO_MONTH: Final = "unknown"
"""The month of events without any day. Not the name that Hive gives to null: pandas fails on it."""

_NAME: Final = pa.dictionary(pa.int32(), pa.string())
_SPAN: Final = [("text", pa.string()), ("start", pa.int32()), ("end", pa.int32())]
_PARTY: Final = pa.struct(
    [*_SPAN, *((name, pa.string()) for name in ("code", "sector", "name", "role"))]
)
_PLACE: Final = [
    ("name", pa.string()), ("country", pa.string()), ("lat", pa.float64()), ("lon", pa.float64()),
]  # fmt: skip

SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("article", pa.string(), nullable=False),
        pa.field("revision", pa.int32(), nullable=False),
        ("lang", _NAME),
        ("published", pa.date32()),
        ("title", pa.string()),
        ("source", pa.string()),
        ("type", _NAME),
        ("mode", _NAME),
        ("contexts", pa.list_(pa.string())),
        ("status", _NAME),
        ("first_day", pa.date32()),
        ("last_day", pa.date32()),
        ("actors", pa.list_(_PARTY)),
        ("recipients", pa.list_(_PARTY)),
        ("date", pa.struct([*_SPAN, ("value", pa.string()), ("precision", pa.string())])),
        ("place", pa.struct([*_SPAN, *_PLACE])),
        ("attribution", pa.struct(_SPAN)),
        ("condition", pa.struct(_SPAN)),
        (
            "quantities",
            pa.list_(
                pa.struct(
                    [*_SPAN, ("value", pa.float64()), ("whole", pa.bool_()), ("unit", pa.string())]
                )
            ),
        ),
        ("trigger", pa.struct(_SPAN)),
        ("evidence", pa.list_(pa.struct(_SPAN))),
        ("confidence", pa.float64()),
        ("rule", _NAME),
    ]
)
"""Columns of every file; `month` is told by the folder that a file is in."""

_OF_ARTICLE: Final = ("article", "revision", "lang", "published", "title", "source")


def write(entries: Iterable[Entry], folder: Path) -> Written:
    """Writes `month=YYYY-MM/events.parquet`; memory does not grow with the number of events."""
    number = 0
    files = []
    for month, told in groupby(entries, _month):
        file = f"month={month}/events.parquet"
        (folder / file).parent.mkdir(exist_ok=True)
        with pq.ParquetWriter(folder / file, SCHEMA, compression="zstd") as writer:
            for rows in _in_batches(map(_row, told)):
                writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))
                number += len(rows)
        files.append(file)
    return Written(number, 0, tuple(files))


def _in_batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    while batch := list(islice(rows, ROWS)):
        yield batch


def _month(entry: Entry) -> str:
    first, _ = days_of(entry.event.date, entry.published)
    return f"{first:%Y-%m}" if first else NO_MONTH


def _row(entry: Entry) -> Row:
    first, last = days_of(entry.event.date, entry.published)
    row = entry.event.model_dump() | {"id": entry.id, "first_day": first, "last_day": last}
    row |= {name: getattr(entry, name) for name in _OF_ARTICLE}
    for quantity in row["quantities"]:
        quantity["whole"] = isinstance(quantity["value"], int)
    return row


def read(folder: Path) -> list[Entry]:
    """The entries that were written into a folder, by month."""
    if not any(folder.glob("month=*/*.parquet")):
        return []
    return [_entry(row) for row in pq.read_table(folder).to_pylist()]


def _entry(row: dict[str, Any]) -> Entry:
    event = {name: row[name] for name in Event.model_fields}
    event["quantities"] = [
        {name: value for name, value in one.items() if name != "whole"}
        | {"value": int(one["value"]) if one["whole"] else one["value"]}
        for one in row["quantities"]
    ]
    return Entry(
        id=row["id"],
        event=Event.model_validate(event),
        **{name: row[name] for name in _OF_ARTICLE},
    )
