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

_MARKS: Final = (
    (b"PK\x03\x04", "zip"), (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gz"), (b"BZh", "bz2"),
    (b"\xfd7zXZ\0", "xz"), (b"PAR1", "parquet"), (b"WARC/", "warc"),
)  # fmt: skip
_TAR_MARK: Final = slice(257, 262)
_XML_ROOTS: Final = (
    b"<rss", b"<feed", b"<rdf:rdf", b"<opml", b"<nitf", b"<newsitem", b"<newsmessage",
)  # fmt: skip
_KINDS: Final = {
    "": "",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/plain": "txt",
    "text/xml": "",
    "application/xml": "",
    "application/rss+xml": "rss",
    "application/atom+xml": "rss",
    "application/rdf+xml": "rss",
    "application/json": "json",
    "application/ld+json": "json",
    "text/csv": "csv",
}


def reader_for(suffix: str, start: bytes) -> Reader:
    """The reader of a file with this suffix, dot or not, that begins with these bytes."""
    points = _points()
    point = points.get(suffix.lower().lstrip(".")) or points[_look(start)]
    reader: Reader = point.load()
    return reader


def suffix_of_kind(kind: str) -> str | None:
    """The suffix for a media type; empty when its bytes must tell, None for what is not read."""
    return _KINDS.get(kind)


@cache
def _points() -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group="kroniek.readers")}


def _look(start: bytes) -> str:
    """The suffix that a file would carry, by its first bytes."""
    for mark, suffix in _MARKS:
        if start.startswith(mark):
            return suffix
    if start[_TAR_MARK] == b"ustar":
        return "tar"
    head = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] == b"<":
        return _look_markup(head.lower())
    if head[:1] != b"{":
        return "txt"
    line, newline, rest = head.partition(b"\n")
    return "jsonl" if newline and rest.strip() and _is_json(line) else "json"


def _look_markup(head: bytes) -> str:
    if any(mark in head for mark in (b"<!doctype html", b"<html")):
        return "html"
    return "xml" if any(root in head for root in _XML_ROOTS) else "txt"


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True
