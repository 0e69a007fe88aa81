"""Drafts to documents: all that a file left unsaid is filled in."""

import hashlib
from datetime import date
from typing import Final

from kroniek.document import TITLE_BREAK, Document
from kroniek.errors import InputError, LanguageError
from kroniek.readers.draft import Draft
from kroniek.readers.head import find_published, split_title
from kroniek.readers.language import check_language, detect_language
from kroniek.readers.raw import check_characters

MAX_CHARACTERS: Final = 1_000_000
"""Code points of one article's text: as much as spaCy takes in one piece."""


def document(
    text: str,
    title: str | None = None,
    lang: str | None = None,
    published: date | None = None,
    id: str | None = None,
    source: str = "text",
) -> Document:
    """A document from a text in memory; InputError when it cannot be one."""
    return complete(Draft(source, text, title, id, lang, published))


def content_id(title: str, text: str) -> str:
    """The id of an article that came without one: 16 hexadecimal digits from its words."""
    return hashlib.sha256((title + TITLE_BREAK + text).encode()).hexdigest()[:16]


def complete(draft: Draft) -> Document:
    """The document of a draft; its source is the address when there is one."""
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
        source=draft.address or draft.source,
    )
