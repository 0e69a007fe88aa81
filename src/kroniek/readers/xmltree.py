"""XML to a tree, with no entity expanded, no DTD loaded and nothing fetched."""

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree

from kroniek.errors import InputError
from kroniek.readers.draft import Found, Member
from kroniek.readers.markup import name_of
from kroniek.readers.raw import read_bytes

_FEEDS = ("rss", "feed", "rdf")
_KINDS = {
    **dict.fromkeys(_FEEDS, "rss"),
    **dict.fromkeys(("nitf", "newsitem", "newsmessage", "packageitem"), "nitf"),
    "opml": "opml",
    "html": "html",
}


def parse_xml(data: bytes, source: str) -> Any:
    """The root of an XML document; InputError when it is broken or declares entities."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        reason = " ".join(str(error).split())
        raise InputError(source, f"is broken XML: {reason}") from error
    subset = root.getroottree().docinfo.internalDTD
    if subset is not None and next(subset.iterentities(), None) is not None:
        raise InputError(source, "declares XML entities, which are not expanded; write them out")
    return root


def read_xml(stream: BinaryIO, source: str) -> Iterator[Found]:
    """What the root element says it is: a feed, a list of feeds, news or a page."""
    data = read_bytes(stream, source)
    name = name_of(parse_xml(data, source))
    if name not in _KINDS:
        raise InputError(source, f"is XML of an unknown kind, {name!r}; known are {_known()}")
    yield Member(source, _KINDS[name], io.BytesIO(data))


def _known() -> str:
    return ", ".join(sorted(_KINDS))
