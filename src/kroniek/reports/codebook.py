"""The codebook: the event lexicon of a language as a readable page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from kroniek.lexicon.entries import OPERATORS, Entry, read_entries
from kroniek.ontology import EVENT_TYPES


def codebook(lang: str) -> str:
    """All entries of a language as Markdown, by event type, each with its first examples."""
    entries = sorted(read_entries(lang), key=_place)
    lines = [f"# Codebook: {lang}", ""]
    for chapter, group in groupby(entries, key=_chapter):
        lines += [f"## {chapter}", ""]
        for entry in group:
            lines += [*_lines(entry), ""]
    return "\n".join(lines)


def _chapter(entry: Entry) -> str:
    if entry.operator is not None:
        return f"Operator {entry.operator}: {OPERATORS[entry.operator]}"
    return entry.code or "No event"


def _place(entry: Entry) -> tuple[int, str, str, str]:
    order = EVENT_TYPES.index(entry.code) if entry.code else len(EVENT_TYPES)
    return order, _chapter(entry), entry.kind, entry.lemmas[0]


def _lines(entry: Entry) -> Iterator[str]:
    mode = f" ({entry.mode})" if entry.mode else ""
    yield f"**{', '.join(entry.lemmas)}**, {entry.kind}{mode}"
    for title, conditions in (("if", entry.when), ("unless", entry.unless)):
        for role, words in conditions.items():
            yield f"- {title} {role}: {', '.join(words)}"
    if entry.actor:
        yield f"- actor: {', '.join(entry.actor)}"
    if entry.recipient:
        yield f"- recipient: {', '.join(entry.recipient)}"
    for example in entry.examples[:3]:
        codes = [", ".join(c) if c else "" for c in (example.actors, example.recipients)]
        told = f" ({codes[0]} → {codes[1]})" if any(codes) else ""
        yield f"- *{example.text}*{told}"
