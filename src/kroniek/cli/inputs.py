"""Input files of a command, read one after the other; what is bad is said, kept and counted."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

import typer

from kroniek.cli.root import FAILED, complain
from kroniek.document import Document
from kroniek.errors import InputError
from kroniek.readers import Rejected, Skipped, read
from kroniek.readers.mapping import Columns
from kroniek.readers.reading import Fetch, files_in

_ADDRESSES = ("http://", "https://")


class Inputs:
    """The documents in files; after iterating, `rejected` counts what gave none, `skipped` what
    was passed over because it is no article."""

    def __init__(
        self,
        files: Sequence[str],
        lang: str | None,
        published: date | None,
        *,
        columns: Columns | None = None,
        fetches: bool = False,
        rejects: TextIO | None = None,
        on_read: Callable[[int], None] | None = None,
    ) -> None:
        self._files = files
        self._lang = lang
        self._published = published
        self._columns = columns
        self._fetch = _fetcher() if fetches or any(map(_is_address, files)) else None
        self._fetches = fetches
        self._rejects = rejects
        self._on_read = on_read
        self.rejected = 0
        self.skipped = 0

    def __iter__(self) -> Iterator[Document]:
        for file in self._files:
            fetch = self._fetch if self._fetches or _is_address(file) else None
            for found in read(
                file, self._lang, self._published,
                columns=self._columns, fetch=fetch, on_read=self._on_read,
            ):  # fmt: skip
                if isinstance(found, Rejected):
                    self._tell(found)
                else:
                    yield found

    def bytes(self) -> int:
        """The size of all files together, as far as it can be known before reading."""
        return sum(map(_size, self._files))

    def failed(self, error: InputError) -> None:
        """Says and counts a document that could be read but not coded."""
        self._tell(Rejected.by(error))

    def finish(self) -> None:
        """Ends the command with a failure when any input was bad."""
        if self.rejected:
            raise typer.Exit(FAILED)

    def _tell(self, found: Rejected) -> None:
        complain(str(found))
        if isinstance(found, Skipped):
            self.skipped += found.count
        else:
            self.rejected += 1
        if self._rejects is not None:
            line = {"source": found.source, "fault": found.fault}
            self._rejects.write(json.dumps(line, ensure_ascii=False) + "\n")
            self._rejects.flush()


@contextmanager
def writing(path: Path | None) -> Iterator[TextIO | None]:
    """A new text file at the path, or None without one."""
    if path is None:
        yield None
        return
    try:
        stream = path.open("w", encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), f"cannot be written: {error.strerror}") from error
    with stream:
        yield stream


def _is_address(file: str) -> bool:
    return file.lower().startswith(_ADDRESSES)


def _fetcher() -> Fetch:
    from kroniek.readers.polite import Polite

    return Polite().fetch


def _size(file: str) -> int:
    path = Path(file)
    try:
        if path.is_dir():
            return sum(one.stat().st_size for one in files_in(path))
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0
