"""CoNLL-U treebanks as sentences of words, with the document each sentence belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, groupby
from pathlib import Path

PARTICLE = "compound:prt"
NUMBERED = re.compile(r"\.p\.|-\d+$")  # where the document's name ends in a sentence's


@dataclass(frozen=True)
class Word:
    """A syntactic word. `head` counts from 1; 0 is the root."""

    form: str
    lemma: str = "_"
    tag: str = "_"
    feats: str = "_"
    head: int = 0
    relation: str = "_"
    misc: str = "_"
    space_after: bool = True


@dataclass(frozen=True)
class Sentence:
    """Words, their text, and where it stands: its document, and whether a paragraph begins."""

    words: tuple[Word, ...]
    document: str = ""
    text: str = ""
    paragraph: bool = False

    def particles(self, number: int) -> tuple[str, ...]:
        """The forms of the particles that depend on word `number` (from 1)."""
        return tuple(w.form for w in self.words if w.head == number and w.relation == PARTICLE)


def read(path: Path) -> list[Sentence]:
    """Read a CoNLL-U file."""
    with path.open(encoding="utf-8") as lines:
        return list(read_lines(lines))


def read_lines(lines: Iterable[str]) -> Iterator[Sentence]:
    """Read CoNLL-U. Empty nodes are skipped.

    No space follows a word inside a multiword token ("do" of "don't") if the words' forms
    together are the token; else (French "du": "de" "le") they count as written apart.
    """
    rows: list[list[str]] = []
    document = named = text = place = ""
    paragraph = True
    for line in (text.rstrip("\n") for text in chain(lines, [""])):
        if line.startswith("# newdoc id"):
            document = named = _value(line)
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# text ="):
            text = _value(line)
        elif line.startswith("# sent_id") and not named:
            document = NUMBERED.split(_value(line))[0]
            paragraph, place = place != (here := _value(line).partition(".s.")[0]), here
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Sentence(tuple(_words(rows)), document, text, paragraph)
            rows, paragraph = [], False


def _value(comment: str) -> str:
    return comment.partition("=")[2].strip()


def _words(rows: list[list[str]]) -> list[Word]:
    words = [
        Word(
            form=fields[1],
            lemma=fields[2],
            tag=fields[3],
            feats=fields[5],
            head=0 if fields[6] == "_" else int(fields[6]),
            relation=fields[7],
            misc=fields[9],
            space_after="SpaceAfter=No" not in fields[9].split("|"),
        )
        for fields in rows
        if fields[0].isdigit()
    ]
    for fields in rows:
        if "-" in fields[0]:
            first, last = map(int, fields[0].split("-"))
            inside = words[first - 1 : last]
            apart = "".join(word.form for word in inside) != fields[1]
            ends = [apart] * (len(inside) - 1) + ["SpaceAfter=No" not in fields[9].split("|")]
            words[first - 1 : last] = [
                replace(word, space_after=end) for word, end in zip(inside, ends, strict=True)
            ]
    return words


def documents(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Neighbouring sentences of one document together."""
    return [list(group) for _, group in groupby(sentences, key=lambda one: one.document)]
