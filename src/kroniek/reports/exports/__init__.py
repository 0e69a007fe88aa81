"""Events leave the ledger in the formats of others: one module a format, each with a `write`."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from kroniek.ledger import Entry
from kroniek.reports.exports.csv import write as write_csv
from kroniek.reports.exports.ftm import write as write_ftm
from kroniek.reports.exports.gdelt import write as write_gdelt
from kroniek.reports.exports.jsonl import write as write_jsonl
from kroniek.reports.exports.package import write as write_package
from kroniek.reports.exports.parquet import write as write_parquet
from kroniek.reports.exports.plover import write as write_plover
from kroniek.reports.exports.written import Written

Writer = Callable[[Iterable[Entry], Path], Written]
"""Writes entries, ordered by day as the ledger gives them, into a folder that is there."""

FORMATS: Final[dict[str, Writer]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
    "plover": write_plover,
    "gdelt": write_gdelt,
    "ftm": write_ftm,
    "package": write_package,
}
"""Ways to export events, by name."""

__all__ = ["FORMATS", "Writer", "Written"]
