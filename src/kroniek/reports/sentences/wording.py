"""Filling templates, and making what comes out a proper sentence.

Words of another language than the text around them stand between marks, so that a page can say
which language they are in: `pieces` gives them apart, `plain` leaves the marks out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

_OPEN, _SPLIT, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKS: Final = re.compile(f"[{_OPEN}{_SPLIT}{_CLOSE}]")
_FOREIGN: Final = re.compile(f"{_OPEN}([^{_SPLIT}]*){_SPLIT}([^{_CLOSE}]*){_CLOSE}")
_GROUP: Final = re.compile(r"\[([^\[\]]*)\]")
_SLOT: Final = re.compile(r"\{([\w-]+)\}")


class Piece(NamedTuple):
    """Words of a text, and their language where it is another than that of the text."""

    text: str
    lang: str | None


def foreign(text: str, lang: str) -> str:
    """Words of another language, marked."""
    return f"{_OPEN}{lang}{_SPLIT}{clean(text)}{_CLOSE}"


def clean(text: str) -> str:
    """Words of an article on one line, without signs that mean something here."""
    return " ".join(_MARKS.sub("", text).split())


def plain(text: str) -> str:
    """A text without marks."""
    return _FOREIGN.sub(r"\2", text)


def pieces(text: str) -> list[Piece]:
    """A text in pieces of one language each."""
    found: list[Piece] = []
    at = 0
    for match in _FOREIGN.finditer(text):
        found += [Piece(text[at : match.start()], None), Piece(match[2], match[1])]
        at = match.end()
    return [piece for piece in (*found, Piece(text[at:], None)) if piece.text]


def slots(template: str) -> list[str]:
    """The slots that must be filled: those outside [ ]."""
    return _SLOT.findall(_GROUP.sub("", template))


def fill(template: str, values: Mapping[str, str]) -> str:
    """A template filled in; what stands between [ ] is left out if a slot in it is empty."""

    def group(match: re.Match[str]) -> str:
        inner: str = match[1]
        return inner if all(values.get(name) for name in _SLOT.findall(inner)) else ""

    filled = _SLOT.sub(lambda match: values.get(match[1], ""), _GROUP.sub(group, template))
    return tidy(filled)


def first_filled(templates: Iterable[str], values: Mapping[str, str]) -> str:
    """The first template all of whose slots outside [ ] have a value, filled in."""
    for template in templates:
        if all(values.get(name) for name in slots(template)):
            return fill(template, values)
    return ""


def tidy(text: str) -> str:
    """Single spaces, and none before signs that end something."""
    text = re.sub(r"[ \t\n]+", " ", text)
    return re.sub(r" +([,.;:)])", r"\1", text).replace("( ", "(").strip()


def sentence(text: str) -> str:
    """A text with a capital and an end."""
    text = capitalised(tidy(text))
    if not text:
        return ""
    return text if plain(text).rstrip("”’\"')").endswith((".", "!", "?", "…")) else f"{text}."


def capitalised(text: str) -> str:
    """A text with its first letter as a capital."""
    for at, sign in enumerate(text):
        if sign == _OPEN:
            return text
        if sign.isalnum():
            return text[:at] + sign.upper() + text[at + 1 :]
    return text


def listed(parts: Sequence[str], word: str) -> str:
    """Parts as a list: a, b and c."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
