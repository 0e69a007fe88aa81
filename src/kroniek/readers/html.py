"""Reads web pages: trafilatura finds the title, the date of publication and the body."""

import logging
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, Final

from trafilatura import bare_extraction
from trafilatura.settings import Document as Page

from kroniek.errors import InputError
from kroniek.readers.draft import Draft, Rejected
from kroniek.readers.raw import read_bytes

_BLOCKS: Final = ("p", "head", "item", "quote")
for _library in ("trafilatura", "htmldate"):  # what is wrong with a page is ours to say, once
    logging.getLogger(_library).setLevel(logging.CRITICAL)
_DATES: Final = {"extensive_search": False, "original_date": True}


def read_html(stream: BinaryIO, source: str) -> Iterator[Draft | Rejected]:
    """The article of one page, a paragraph a block; a heading that repeats the title is left out.

    The language that a page declares is not used: it is that of the site's template, and the
    words tell better.
    """
    data = read_bytes(stream, source)
    page = bare_extraction(
        data,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params=_DATES,
    )
    if not isinstance(page, Page):
        raise InputError(source, "is a page without an article in it")
    title = _one_line(page.title or "")
    blocks = [text for text in _paragraphs(page.body) if text != title]
    yield Draft(
        source=source,
        text="\n\n".join(blocks),
        title=title,
        published=date.fromisoformat(page.date) if page.date else None,
    )


def _paragraphs(body: Any) -> Iterator[str]:
    """The words of each block; of a block that holds blocks only what stands before them."""
    for element in body.iter(*_BLOCKS):
        nested = next(element.iterdescendants(*_BLOCKS), None) is not None
        pieces = [element.text or ""] if nested else _pieces(element)
        text = _one_line("".join(pieces))
        if text:
            yield text


def _pieces(element: Any) -> Iterator[str]:
    """The text in an element, with a space for every line break in it."""
    for part in element.iter():
        if part.tag == "lb":
            yield " "
        yield part.text or ""
        if part is not element:
            yield part.tail or ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
