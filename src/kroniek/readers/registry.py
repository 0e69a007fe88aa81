"""Which reader reads what: by the file's suffix, or else by how its first bytes look.

Readers are entry points in the group `kroniek.readers`, named by suffix; a package that
declares one adds a format.
"""

import json
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from kroniek.readers.draft import Reader

LOOKED_AT: Final = 4096
"""Bytes from the start of a file without a known suffix that are looked at."""


def reader_for(suffix: str, start: bytes) -> Reader:
    """The reader of a file with this suffix, dot or not, that begins with these bytes."""
    points = _points()
    point = points.get(suffix.lower().lstrip(".")) or points[_look(start)]
    reader: Reader = point.load()
    return reader


@cache
def _points() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="kroniek.readers")}


def _look(start: bytes) -> str:
    """The suffix that a file would carry, by its first bytes."""
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"<" and any(mark in head.lower() for mark in (b"<!doctype html", b"<html")):
        return "html"
    if head[:1] != b"{":
        return "txt"
    line, newline, rest = head.partition(b"\n")
    return "jsonl" if newline and rest.strip() and _is_json(line) else "json"


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
