"""What a reader is, and what it may find in a file: articles, rows, files within, addresses."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from typing import Any, BinaryIO

from kroniek.errors import InputError


@dataclass(frozen=True)
class Draft:
    """An article as its file gives it; None is what the file does not say.

    `source` is where it stands, `address` where it was published.
    """

    source: str
    text: str
    title: str | None = None
    id: str | None = None
    lang: str | None = None
    published: Day | None = None
    address: str | None = None


@dataclass(frozen=True)
class Row:
    """An article as values by name, which the caller may map to those of a Draft.

    `fixed` says that every row of the file has the same names.
    """

    source: str
    values: Mapping[str, Any]
    fixed: bool = False


@dataclass(frozen=True)
class Member:
    """A file within a file, to be read by its own kind before the next thing is asked for."""

    source: str
    suffix: str
    stream: BinaryIO
    address: str | None = None


@dataclass(frozen=True)
class Link:
    """An article or feed of which a list gives the address, and what the list says of it."""

    source: str
    url: str
    title: str | None = None
    published: Day | None = None


@dataclass(frozen=True)
class Rejected:
    """Input that gave no article: where it stands and what is wrong with it."""

    source: str
    fault: str

    @classmethod
    def by(cls, error: InputError) -> "Rejected":
        return cls(error.source, error.fault)

    def __str__(self) -> str:
        return f"{self.source}: {self.fault}"


@dataclass(frozen=True)
class Skipped(Rejected):
    """What a file holds beside articles, such as pictures beside web pages: no fault of it."""

    count: int = 1


Found = Draft | Row | Member | Link | Rejected

Reader = Callable[[BinaryIO, str], Iterator[Found]]
"""Reads one file, given its bytes and its name; raises InputError when all of it is bad."""
