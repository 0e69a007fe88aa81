"""Reads the IPTC's news formats: NITF, and NewsML-G2 around NITF, HTML or plain text."""

from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO, Final

from kroniek.errors import InputError
from kroniek.readers.draft import Draft, Found, Rejected
from kroniek.readers.markup import block_text, name_of
from kroniek.readers.raw import read_bytes
from kroniek.readers.values import to_day
from kroniek.readers.xmltree import parse_xml

_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADLINES: Final = ("hl1", "headline")
_DAYS: Final = ("contentcreated", "contentmodified", "firstcreated", "versioncreated")
_BODIES: Final = ("body.content", "body", "inlinedata")
"""Where the story stands, the closest first: NITF's, HTML's, plain text."""


def read_news(stream: BinaryIO, source: str) -> Iterator[Found]:
    """An article an item; items without words, such as pictures, are rejected one by one."""
    root = parse_xml(read_bytes(stream, source), source)
    if name_of(root) == "nitf":
        yield _nitf(root, source)
        return
    items = [element for element in root.iter() if name_of(element) == "newsitem"]
    if not items:
        raise InputError(source, "is no NITF and holds no item of NewsML-G2")
    for number, item in enumerate(items, start=1):
        place = source if len(items) == 1 else f"{source}#{number}"
        try:
            yield _item(item, place)
        except InputError as error:
            yield Rejected.by(error)


def _nitf(root: Any, source: str) -> Draft:
    docid, issued = _first(root, "doc-id"), _first(root, "date.issue", "date.release")
    headline = _words(root, *_HEADLINES) or _words(_first(root, "head"), "title")
    return Draft(
        source=source,
        text=_story(root, source),
        title=headline,
        id=docid.get("id-string") if docid is not None else None,
        lang=_lang(root),
        published=_day(issued.get("norm") if issued is not None else None, source),
    )


def _item(item: Any, source: str) -> Draft:
    days = (_words(item, name) for name in _DAYS)
    content = _first(item, "contentset")
    if content is None:
        raise InputError(source, "is an item without content")
    return Draft(
        source=source,
        text=_story(content, source),
        title=_words(item, *_HEADLINES) or None,
        id=item.get("guid"),
        lang=_lang(item),
        published=_day(next(filter(None, days), None), source),
    )


def _story(element: Any, source: str) -> str:
    body = next((found for name in _BODIES if (found := _first(element, name)) is not None), None)
    text = "" if body is None else _body_text(body)
    if not text:
        raise InputError(source, "is an item without words")
    return text


def _body_text(body: Any) -> str:
    """Paragraphs; plain text keeps its own blank lines."""
    if len(body) == 0:
        return (body.text or "").strip()
    return block_text(body)


def _first(element: Any, *names: str) -> Any:
    """The first element below that carries one of these names, or None."""
    if element is None:
        return None
    return next((found for found in element.iter() if name_of(found) in names), None)


def _words(element: Any, *names: str) -> str:
    found = _first(element, *names)
    return "" if found is None else " ".join(block_text(found).split())


def _lang(element: Any) -> str | None:
    """The language without its region: "nl" of "nl-NL"."""
    given = element.get(_LANG) or ""
    return given.partition("-")[0].lower() or None


def _day(value: str | None, source: str) -> date | None:
    """The day of an ISO 8601 moment, also in NITF's short form, 20240613T101500Z."""
    return to_day(value.strip(), source) if value else None
