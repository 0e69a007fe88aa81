"""JSON Lines hold entries whole."""

from pathlib import Path

from kroniek.ledger import Entry
from kroniek.reports.exports import jsonl


def test_entries_come_back_as_they_were(entries: list[Entry], folder: Path) -> None:
    assert jsonl.write(entries, folder).events == 4
    assert jsonl.read(folder) == entries


def test_no_entries_make_an_empty_file(folder: Path) -> None:
    assert jsonl.write([], folder).files == (jsonl.FILE,)
    assert (folder / jsonl.FILE).read_bytes() == b""
