"""Bytes of a file, within limits, to text: binary and oversized input is refused here."""

import codecs
import re
from typing import BinaryIO, Final

from kroniek.errors import InputError

MAX_BYTES: Final = 5_000_000
"""Of one article as stored. News pages with all their markup stay below 2 MB."""

_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ud800-\udfff]")
_BINARY = "is not text but binary data; give plain text, Markdown, HTML or JSON"
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_bytes(stream: BinaryIO, source: str) -> bytes:
    """All bytes of one article; InputError when there are none or more than MAX_BYTES."""
    data = stream.read(MAX_BYTES + 1)
    check_size(data, source)
    if not data.strip():
        raise InputError(source, "is empty")
    return data


def check_size(data: bytes, source: str) -> None:
    """InputError when `data` is larger than an article can be."""
    if len(data) > MAX_BYTES:
        raise InputError(
            source,
            f"is larger than {MAX_BYTES // 1_000_000} MB, too large for one article; "
            "split it, or give one article a line as .jsonl",
        )


def decode(data: bytes, source: str) -> str:
    """Text from UTF-8, UTF-16 with a byte order mark, or else Windows-1252; lines end in \\n."""
    encodings = ["utf-16"] if data.startswith(_UTF16_MARKS) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        check_characters(text, source)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    raise InputError(source, _BINARY)


def check_characters(text: str, source: str) -> None:
    """InputError when there are characters that no text has: control codes, half surrogates."""
    if _NO_TEXT.search(text):
        raise InputError(source, _BINARY)


def read_decoded(stream: BinaryIO, source: str) -> str:
    """All of one article's file as text."""
    return decode(read_bytes(stream, source), source)
