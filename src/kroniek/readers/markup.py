"""Pieces of HTML or news XML to plain paragraphs, without running or fetching anything."""

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree, html

_BLOCKS: Final = {
    "p", "div", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "hl1", "hl2",
    "section", "article", "body", "table", "tr", "td", "pre", "block", "figure", "figcaption",
}  # fmt: skip
_UNREAD: Final = {"script", "style", "noscript", "iframe", "media", "svg"}


def html_text(fragment: str) -> str:
    """The words of a piece of HTML; a blank line divides its blocks."""
    if not fragment.strip():
        return ""
    try:
        parsed = html.fragment_fromstring(fragment, create_parent="div")
    except (etree.LxmlError, ValueError):
        return ""
    return block_text(parsed)


def block_text(element: Any) -> str:
    """The words of an element and all below it; a blank line divides its blocks."""
    blocks = "".join(_pieces(element)).split("\0")
    return "\n\n".join(text for block in blocks if (text := " ".join(block.split())))


def name_of(element: Any) -> str:
    """An element's name without its namespace, in lower case; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _pieces(root: Any) -> Iterator[str]:
    """Text in its order, with a NUL where a block starts or ends."""
    unread: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = name_of(element)
        if event == "start" and unread is None:
            if name in _UNREAD:
                unread = element
            else:
                yield "\0" if name in _BLOCKS else " " if name == "br" else ""
                yield element.text or ""
        elif event != "start" and (unread is None or unread is element):
            unread = None
            yield "\0" if event == "end" and name in _BLOCKS else ""
            yield (element.tail or "") if element is not root else ""
