"""Reads Markdown: the words without their marks, a first heading as the title."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kroniek.errors import InputError
from kroniek.readers.draft import Draft, Rejected
from kroniek.readers.raw import read_decoded
from kroniek.readers.values import to_day

_FENCE = "---"


def read_markdown(stream: BinaryIO, source: str) -> Iterator[Draft | Rejected]:
    """One article; YAML front matter may give id, title, lang and published (or date)."""
    matter, body = _front_matter(read_decoded(stream, source), source)
    blocks = list(_blocks(MarkdownIt("commonmark").parse(body)))
    title = matter.get("title")
    if title is None and blocks and blocks[0][0] == "heading":
        title = blocks.pop(0)[1]
    yield Draft(
        source=source,
        text="\n\n".join(text for _, text in blocks),
        title=None if title is None else str(title),
        id=str(matter["id"]) if "id" in matter else None,
        lang=matter.get("lang"),
        published=to_day(matter.get("published", matter.get("date")), source),
    )


def _front_matter(text: str, source: str) -> tuple[dict[str, Any], str]:
    if not text.startswith(_FENCE + "\n"):
        return {}, text
    head, fence, body = text[len(_FENCE) + 1 :].partition("\n" + _FENCE + "\n")
    if not fence:
        return {}, text
    try:
        matter = yaml.safe_load(head)
    except (yaml.YAMLError, ValueError) as error:
        raise InputError(source, f"has broken front matter: {_one_line(error)}") from error
    return (matter, body) if isinstance(matter, dict) else ({}, text)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Each block with words in it, by kind: heading or paragraph."""
    kind = "paragraph"
    for token in tokens:
        if token.type.endswith("_open"):
            kind = token.type.removesuffix("_open")
        if token.type == "inline":
            text = "".join(map(_words, token.children or [])).strip()
            if text:
                yield kind, text


def _words(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return "\n"
    return token.content if token.type in ("text", "code_inline") else ""
