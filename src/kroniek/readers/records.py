"""Reads JSON: one article in the gold shape a file (.json), or one a line (.jsonl)."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from kroniek.errors import InputError
from kroniek.readers.draft import Found, Rejected, Row
from kroniek.readers.raw import MAX_BYTES, check_size, decode, read_decoded

_LIST: Final = "articles"
"""Where the answer of GDELT's DOC service keeps its list of articles."""


def read_json(stream: BinaryIO, source: str) -> Iterator[Found]:
    """One article: its id, lang, published, title and text, and nothing else of it.

    An object with a list of `articles` gives each of them.
    """
    record = _parse(read_decoded(stream, source), source)
    listed = record.get(_LIST) if isinstance(record, dict) else None
    if not isinstance(listed, list):
        yield _row(record, source)
        return
    if not listed:
        raise InputError(source, "is empty")
    for number, one in enumerate(listed, start=1):
        try:
            yield _row(one, f"{source}#{number}")
        except InputError as error:
            yield Rejected.by(error)


def read_jsonl(stream: BinaryIO, source: str) -> Iterator[Found]:
    """An article a line; a bad line is rejected by its number and the others go on.

    The source of an article is the file with `#` and the number of its line.
    """
    empty = True
    for number, line in enumerate(iter(lambda: stream.readline(MAX_BYTES + 1), b""), start=1):
        place = f"{source}#{number}"
        if not line.strip():
            continue
        empty = False
        try:
            check_size(line, place)
            yield _row(_parse(decode(line, place), place), place)
        except InputError as error:
            yield Rejected.by(error)
            if len(line) > MAX_BYTES:
                return
    if empty:
        raise InputError(source, "is empty")


def _parse(text: str, source: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        fault = f"is broken JSON: {error.msg} at line {error.lineno}, column {error.colno}"
        raise InputError(source, fault) from error
    except (RecursionError, ValueError) as error:
        raise InputError(source, f"is broken JSON: {error}") from error


def _row(record: Any, source: str) -> Row:
    if not isinstance(record, dict):
        raise InputError(source, 'is JSON but no article; give an object with a key "text"')
    return Row(source, record)
