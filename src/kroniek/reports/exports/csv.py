"""Events as CSV: a table of events, and tables of their parties, evidence and counts."""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, Final

from kroniek.ledger import Entry
from kroniek.reports.exports.columns import TABLES, Column, Table
from kroniek.reports.exports.flat import Row, entry_of, rows_of
from kroniek.reports.exports.written import Counted, Written

_TRUE: Final = "true"

_READ: Final[dict[str, Callable[[str], Any]]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": _TRUE.__eq__,
    "date": date.fromisoformat,
}


def file_of(table: Table) -> str:
    """The name of a table's file."""
    return f"{table.name}.csv"


def write(entries: Iterable[Entry], folder: Path) -> Written:
    """Writes one file a table, UTF-8 with a header; an empty cell is what is not known."""
    counted = Counted(entries)
    with ExitStack() as files:
        writers = {}
        for table in TABLES:
            stream = (folder / file_of(table)).open("w", encoding="utf-8", newline="")
            files.enter_context(stream)
            names = [column.name for column in table.columns]
            writers[table.name] = csv.DictWriter(stream, names)
            writers[table.name].writeheader()
        for entry in counted:
            for name, rows in rows_of(entry).items():
                writers[name].writerows(map(_told, rows))
    return Written(counted.count, 0, tuple(map(file_of, TABLES)))


def _told(row: Row) -> Row:
    return {
        name: str(value).lower() if isinstance(value, bool) else value
        for name, value in row.items()
    }


def read(folder: Path) -> list[Entry]:
    """The entries that were written into a folder, in their order."""
    events, *others = (list(_rows(folder, table)) for table in TABLES)
    parts: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for table, rows in zip(TABLES[1:], others, strict=True):
        for row in rows:
            parts[row["event"]][table.name].append(row)
    return [entry_of(row, parts[row["id"]]) for row in events]


def _rows(folder: Path, table: Table) -> Iterator[Row]:
    with (folder / file_of(table)).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield {column.name: _value(column, row[column.name]) for column in table.columns}


def _value(column: Column, told: str) -> Any:
    return _READ[column.kind](told) if told else None
