"""Reads RSS and Atom feeds and the OPML lists that name them."""

import io
from calendar import timegm
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, BinaryIO
from urllib.parse import urldefrag, urljoin

import feedparser

from kroniek.errors import InputError
from kroniek.readers.draft import Draft, Found, Link, Rejected
from kroniek.readers.markup import html_text, name_of
from kroniek.readers.raw import read_bytes
from kroniek.readers.xmltree import parse_xml


@dataclass(frozen=True)
class Entry:
    """One entry of a feed; `whole` says that the feed gives the article, not a summary."""

    id: str
    link: str | None
    title: str
    text: str
    published: date | None
    whole: bool


def parse_feed(data: bytes, source: str) -> list[Entry]:
    """The entries of a feed, in its order; InputError when this is no feed.

    An entry without an id or a link has none to be recognised by and is left out.
    """
    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        raise InputError(source, "is no RSS or Atom feed")
    base = parsed.feed.get("link") or source
    entries = (_entry(entry, base) for entry in parsed.entries)
    return [entry for entry in entries if entry.id]


def read_feed(stream: BinaryIO, source: str) -> Iterator[Found]:
    """An article an entry, as much of it as the feed gives."""
    entries = parse_feed(read_bytes(stream, source), source)
    if not entries:
        raise InputError(source, "is a feed without entries")
    for number, entry in enumerate(entries, start=1):
        place = f"{source}#{number}"
        if entry.text:
            yield Draft(
                source=place,
                text=entry.text,
                title=entry.title,
                published=entry.published,
                address=entry.link,
            )
        elif entry.link:
            yield Link(place, entry.link, entry.title or None, entry.published)
        else:
            yield Rejected(place, "is an entry with neither text nor an address")


def feed_addresses(data: bytes, source: str) -> list[str]:
    """The addresses of the feeds that an OPML list names, each once."""
    root = parse_xml(data, source)
    if name_of(root) != "opml":
        raise InputError(source, "is no OPML list")
    outlines = (element for element in root.iter() if name_of(element) == "outline")
    given = (outline.get("xmlUrl") or outline.get("xmlurl") or "" for outline in outlines)
    return list(dict.fromkeys(address.strip() for address in given if address.strip()))


def read_opml(stream: BinaryIO, source: str) -> Iterator[Found]:
    """A link a feed; nothing of them is fetched here."""
    addresses = feed_addresses(read_bytes(stream, source), source)
    if not addresses:
        raise InputError(source, "is an OPML list without feeds")
    for number, address in enumerate(addresses, start=1):
        yield Link(f"{source}#{number}", address)


def _entry(entry: Any, base: str) -> Entry:
    link = urldefrag(urljoin(base, entry.get("link") or "")).url if entry.get("link") else None
    content = max((_words(part) for part in entry.get("content") or []), key=len, default="")
    summary = _words(entry.get("summary_detail") or {"value": entry.get("summary") or ""})
    return Entry(
        id=str(entry.get("id") or link or ""),
        link=link,
        title=" ".join(html_text(str(entry.get("title") or "")).split()),
        text=content if len(content) >= len(summary) else summary,
        published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        whole=bool(content) and len(content) > len(summary),
    )


def _words(part: Any) -> str:
    """The words of a piece of content; summaries hold HTML whatever they say they are."""
    return html_text(str(part.get("value") or ""))


def _day(moment: Any) -> date | None:
    """The day of a moment that feedparser has turned to UTC."""
    try:
        return datetime.fromtimestamp(timegm(moment), UTC).date() if moment else None
    except (ValueError, OverflowError, OSError):
        return None
