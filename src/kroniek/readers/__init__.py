"""Readers: bytes of any known format to `Document`s; what cannot be read becomes `Rejected`."""

from kroniek.readers.completing import content_id, document
from kroniek.readers.dateline import Dateline, find_dateline
from kroniek.readers.draft import Draft, Found, Link, Member, Reader, Rejected, Row, Skipped
from kroniek.readers.language import detect_language
from kroniek.readers.paragraphs import paragraphs
from kroniek.readers.reading import How, read, read_data, read_stream

__all__ = [
    "Dateline",
    "Draft",
    "Found",
    "How",
    "Link",
    "Member",
    "Reader",
    "Rejected",
    "Row",
    "Skipped",
    "content_id",
    "detect_language",
    "document",
    "find_dateline",
    "paragraphs",
    "read",
    "read_data",
    "read_stream",
]
