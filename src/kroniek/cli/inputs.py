"""Input files of a command, read one after the other; what is bad is said and counted."""

from collections.abc import Iterator, Sequence
from datetime import date

import typer

from kroniek.cli.root import FAILED, complain
from kroniek.document import Document
from kroniek.errors import InputError
from kroniek.readers import Rejected, read


class Inputs:
    """The documents in files; after iterating, `rejected` counts what gave none."""

    def __init__(self, files: Sequence[str], lang: str | None, published: date | None) -> None:
        self._files = files
        self._lang = lang
        self._published = published
        self.rejected = 0

    def __iter__(self) -> Iterator[Document]:
        for file in self._files:
            for found in read(file, self._lang, self._published):
                if isinstance(found, Rejected):
                    complain(str(found))
                    self.rejected += 1
                else:
                    yield found

    def failed(self, error: InputError) -> None:
        """Says and counts a document that could be read but not coded."""
        complain(str(error))
        self.rejected += 1

    def finish(self) -> None:
        """Ends the command with a failure when any input was bad."""
        if self.rejected:
            raise typer.Exit(FAILED)
