"""Actors: which state, organisation, office and person a phrase stands for.

Each line is one article: language, day, text with the phrases in brackets, and for each of them
code, sector and name ("-": none; what is left out is not looked at). Phrases that stand for
several ("both sides") have their codes joined by "+".
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest
from spacy.language import Language

from kroniek.coder.mentions import Mention
from kroniek.coder.pipeline import load, make_doc
from kroniek.document import Document
from tests.coder.actor_cases import ARTICLES

BRACKETS = re.compile(r"\[([^\]]+)\]")


@cache
def pipeline(lang: str) -> Language:
    return load(lang, keep_work=True)


def articles() -> list[object]:
    found = []
    for topic, lines in ARTICLES.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            head, text, expected = (part.strip() for part in line.split(" | "))
            lang, day = head.split()
            found.append(pytest.param(lang, day, text, expected, id=f"{topic}: {text[:60]}"))
    return found


def told(mention: Mention | None) -> tuple[str, str, str]:
    """Code, sector and name of a mention."""
    if mention is None:
        return "-", "-", "-"
    members = mention.members or [mention]
    return (
        "+".join(str(m.code or "-") for m in members),
        mention.sector or "-",
        " + ".join(str(m.name or "-") for m in members),
    )


def mentions(lang: str, day: str, text: str) -> list[Mention | None]:
    """What the bracketed phrases of a text stand for: the widest mention headed in each."""
    plain = BRACKETS.sub(r"\1", text)
    document = Document(id="a", lang=lang, published=date.fromisoformat(day), title="", text=plain)
    doc = pipeline(lang)(make_doc(pipeline(lang), document))
    found: list[Mention | None] = []
    for number, bracket in enumerate(BRACKETS.finditer(text)):
        start = bracket.start() - 2 * number
        inside = [
            m
            for m in doc._.mentions.values()
            if start <= doc[m.head].idx < start + len(bracket.group(1))
        ]
        best = max(inside, key=lambda m: (m.end - m.start, -m.head), default=None)
        found.append(best)
    return found


@pytest.mark.parametrize(("lang", "day", "text", "expected"), articles())
def test_actors_are_resolved(lang: str, day: str, text: str, expected: str) -> None:
    found = [told(mention) for mention in mentions(lang, day, text)]
    wanted = [tuple(one.split(maxsplit=2)) for one in expected.split("; ")]
    assert [f[: len(w)] for f, w in zip(found, wanted, strict=True)] == wanted


def test_there_are_at_least_150_phrases_in_both_languages() -> None:
    texts = [line for lines in ARTICLES.values() for line in lines.splitlines()]
    assert sum(len(BRACKETS.findall(line)) for line in texts) >= 150
    assert {line.split()[0] for line in texts if line.strip()} == {"en", "nl"}
