"""Reads JSON: one article in the gold shape a file (.json), or one a line (.jsonl)."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from kroniek.errors import InputError
from kroniek.readers.draft import Draft, Rejected
from kroniek.readers.raw import MAX_BYTES, check_size, decode, read_decoded
from kroniek.readers.values import to_day

_WORDS = ("id", "lang", "title", "text")


def read_json(stream: BinaryIO, source: str) -> Iterator[Draft | Rejected]:
    """One article: its id, lang, published, title and text, and nothing else of it."""
    yield _draft(_parse(read_decoded(stream, source), source), source)


def read_jsonl(stream: BinaryIO, source: str) -> Iterator[Draft | Rejected]:
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
            yield _draft(_parse(decode(line, place), place), place)
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


def _draft(record: Any, source: str) -> Draft:
    if not isinstance(record, dict):
        raise InputError(source, 'is JSON but no article; give an object with a key "text"')
    for key in _WORDS:
        if not isinstance(record.get(key, ""), str | None):
            raise InputError(source, f"has a {key!r} that is no string")
    return Draft(
        source=source,
        text=record.get("text") or "",
        title=record.get("title"),
        id=record.get("id") or None,
        lang=record.get("lang") or None,
        published=to_day(record.get("published"), source),
    )
