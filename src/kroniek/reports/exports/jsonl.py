"""Events as JSON Lines: one entry a line, whole."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kroniek.ledger import Entry, write_events
from kroniek.reports.exports.written import Counted, Written

FILE: Final = "events.jsonl"


def write(entries: Iterable[Entry], folder: Path) -> Written:
    """Writes one file."""
    counted = Counted(entries)
    with (folder / FILE).open("wb") as stream:
        write_events(counted, "jsonl", stream)
    return Written(counted.count, 0, (FILE,))


def read(folder: Path) -> list[Entry]:
    """The entries that were written into a folder, in their order."""
    with (folder / FILE).open(encoding="utf-8") as lines:
        return [Entry.model_validate_json(line) for line in lines]
