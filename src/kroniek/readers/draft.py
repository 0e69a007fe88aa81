"""What a reader is, and what it makes: drafts of articles, or what it had to reject."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from typing import BinaryIO

from kroniek.errors import InputError


@dataclass(frozen=True)
class Draft:
    """An article as its file gives it; None is what the file does not say."""

    source: str
    text: str
    title: str | None = None
    id: str | None = None
    lang: str | None = None
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


Reader = Callable[[BinaryIO, str], Iterator[Draft | Rejected]]
"""Reads one file, given its bytes and its name; raises InputError when all of it is bad."""
