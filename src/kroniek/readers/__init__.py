"""Readers: bytes of any known format to `Document`s; what cannot be read becomes `Rejected`."""

from kroniek.readers.dateline import Dateline, find_dateline
from kroniek.readers.draft import Draft, Reader, Rejected
from kroniek.readers.language import detect_language
from kroniek.readers.paragraphs import paragraphs
from kroniek.readers.reading import content_id, document, read

__all__ = [
    "Dateline",
    "Draft",
    "Reader",
    "Rejected",
    "content_id",
    "detect_language",
    "document",
    "find_dateline",
    "paragraphs",
    "read",
]
