"""What an export wrote."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kroniek.ledger import Entry


@dataclass(frozen=True)
class Written:
    """Events written, events that the format cannot hold, and the files' names in order."""

    events: int
    left_out: int
    files: tuple[str, ...]


class Counted:
    """Entries that are counted as they pass."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self.count = 0

    def __iter__(self) -> Iterator[Entry]:
        for entry in self._entries:
            self.count += 1
            yield entry
