"""PETRARCH and Phoenix actor dictionaries (`*.actors.txt`), read as they are.

A name stands on a line of its own, its synonyms on lines that begin with `+`; codes follow in
brackets, on the same line or on lines of their own, each for a time or for good:

    KOFI_ANNAN
    +SECRETARY-GENERAL_KOFI_ANNAN
        [IGOUNO 970101-061231]
        [ELI]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from kroniek.errors import LexiconError
from kroniek.languages.yamlfiles import read_yaml
from kroniek.lexicon.dictionaries import Dated, Entry

CENTURY = 30
"""Two-digit years up to this one are of this century: the dictionaries end in 2014 and 2020."""
LONGEST_CAPITALS = 4
"""A name of one word in capitals is an abbreviation up to this length: UN, NATO."""

_CODE = re.compile(r"\[([^\]]*)\]")
_DATE = re.compile(r"\d{6}|\d{8}")


def read_actors(where: str, lines: Iterable[str]) -> list[Entry]:
    """The actors of a dictionary. Codes with a faulty date or without a meaning here are left out.
    Raises LexiconError for a synonym or code before any name.
    """
    entries: list[Entry] = []
    for number, line in enumerate(lines, 1):
        text = line.split("#")[0].split(";")[0].rstrip()
        if not text.strip():
            continue
        name = _name(_CODE.sub("", text).strip().lstrip("+"))
        if name and not text.lstrip().startswith("+"):
            entries.append(Entry([name]))
        elif not entries:
            raise LexiconError(f"{where}: line {number}: a synonym or code before any name")
        elif name:
            entries[-1].names.append(name)
        entries[-1].codes.extend(_codes(text))
    return [entry for entry in entries if entry.codes]


def _name(text: str) -> str:
    words = text.replace("_", " ").split()
    if len(words) == 1 and len(words[0]) <= LONGEST_CAPITALS:
        return words[0]
    if words and words[0].lower() == "the":
        words = words[1:]
    return " ".join(w.title() if w.isupper() and len(w) > 1 else w for w in words)


def _codes(text: str) -> Iterator[Dated]:
    for inside in _CODE.findall(text):
        parts = inside.split()
        if not parts:
            continue
        span = _span(parts[1]) if len(parts) > 1 else (None, None)
        found = _meaning(parts[0])
        if span is not None and found is not None:
            yield Dated(*found, *span)


def _span(text: str) -> tuple[str | None, str | None] | None:
    """From and to which day, as ISO dates; None if the dates are faulty."""
    start, dash, end = text.lstrip("<>").partition("-")
    days = [_day(part) for part in (start, end) if part]
    if not days or None in days:
        return None
    if text.startswith(">"):
        return days[0], None
    if text.startswith("<"):
        return None, days[0]
    return (days[0], days[-1]) if dash and len(days) == 2 else None


def _day(text: str) -> str | None:
    if not _DATE.fullmatch(text):
        return None
    if len(text) == 6:
        text = ("20" if int(text[:2]) <= CENTURY else "19") + text
    return f"{text[:4]}-{text[4:6]}-{text[6:]}"


def _meaning(cameo: str) -> tuple[str | None, str | None] | None:
    """Code and sector of a CAMEO code, read three letters at a time: KORGOVMIL is KOR, MIL."""
    table = _table()
    code = next((table["codes"][k] for k in (cameo[:9], cameo[:6]) if k in table["codes"]), None)
    triples = [cameo[at : at + 3] for at in range(0, len(cameo), 3)]
    sectors = [table["sectors"][t] for t in triples if t in table["sectors"]]
    if code is None and triples[0] not in table["sectors"] and triples[0] not in table["others"]:
        code = triples[0]
    if code is None and not sectors:
        return None
    return code, sectors[-1] if sectors else "GOV"


@cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = read_yaml(files("kroniek.lexicon") / "cameo.yaml")
    return found
