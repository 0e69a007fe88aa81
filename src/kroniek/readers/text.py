"""Reads plain text: one article a file."""

from collections.abc import Iterator
from typing import BinaryIO

from kroniek.readers.draft import Draft, Rejected
from kroniek.readers.raw import read_decoded


def read_text(stream: BinaryIO, source: str) -> Iterator[Draft | Rejected]:
    """One article, whose title and date are still to be found."""
    yield Draft(source=source, text=read_decoded(stream, source))
