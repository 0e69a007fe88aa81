"""Reads any file or standard input into documents, with all that the file left unsaid filled in."""

import hashlib
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from kroniek.document import TITLE_BREAK, Document
from kroniek.errors import InputError, LanguageError
from kroniek.readers.draft import Draft, Rejected
from kroniek.readers.head import find_published, split_title
from kroniek.readers.language import check_language, detect_language
from kroniek.readers.raw import check_characters
from kroniek.readers.registry import LOOKED_AT, reader_for

MAX_CHARACTERS: Final = 1_000_000
"""Code points of one article's text: as much as spaCy takes in one piece."""

STDIN: Final = "-"


def read(
    path: str | Path, lang: str | None = None, published: date | None = None
) -> Iterator[Document | Rejected]:
    """The articles in a file, or in standard input for "-".

    `lang` and `published` go before what the file says. Bad input never raises: it gives one
    `Rejected`, and what else the file holds goes on.
    """
    source = str(path)
    try:
        with _open(source) as stream:
            start = stream.peek(LOOKED_AT)[:LOOKED_AT]
            suffix = "" if source == STDIN else Path(source).suffix
            for draft in reader_for(suffix, start)(stream, source):
                yield draft if isinstance(draft, Rejected) else _finish(draft, lang, published)
    except InputError as error:
        yield Rejected.by(error)
    except OSError as error:
        yield Rejected(source, f"cannot be read: {error.strerror or error}")


def document(
    text: str,
    title: str | None = None,
    lang: str | None = None,
    published: date | None = None,
    id: str | None = None,
    source: str = "text",
) -> Document:
    """A document from a text in memory; InputError when it cannot be one."""
    return _complete(Draft(source, text, title, id, lang, published))


def content_id(title: str, text: str) -> str:
    """The id of an article that came without one: 16 hexadecimal digits from its words."""
    return hashlib.sha256((title + TITLE_BREAK + text).encode()).hexdigest()[:16]


@contextmanager
def _open(source: str) -> Iterator[io.BufferedReader]:
    if source != STDIN:
        with Path(source).open("rb") as stream:
            yield stream
        return
    stdin = sys.stdin.buffer
    yield (
        stdin
        if isinstance(stdin, io.BufferedReader)
        else io.BufferedReader(io.BytesIO(stdin.read()))
    )


def _finish(draft: Draft, lang: str | None, published: date | None) -> Document | Rejected:
    try:
        return _complete(
            replace(draft, lang=lang or draft.lang, published=published or draft.published)
        )
    except InputError as error:
        return Rejected.by(error)


def _complete(draft: Draft) -> Document:
    text = draft.text.strip()
    check_characters((draft.title or "") + text, draft.source)
    if not text:
        raise InputError(draft.source, "is empty: there is no text in it")
    if len(text) > MAX_CHARACTERS:
        fault = f"has {len(text):,} characters of text; at most {MAX_CHARACTERS:,} are one article"
        raise InputError(draft.source, fault)
    try:
        lang = check_language(draft.lang) if draft.lang else detect_language(text)
    except LanguageError as error:
        raise InputError(draft.source, str(error)) from error
    title, body = (
        (draft.title.strip(), text) if draft.title is not None else split_title(text, lang)
    )
    return Document(
        id=draft.id or content_id(title, body),
        lang=lang,
        published=draft.published or find_published(body, lang),
        title=title,
        text=body,
        source=draft.source,
    )
