"""Docs with trees made by hand: `treebank/en.txt` and `nl.txt` hold one block a sentence.

A block is a line "# sentence" and a line a word: form, POS, lemma, head (counted from 1; 0 is the
root), relation and, if they matter, features.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

import kroniek.coder.pipeline  # noqa: F401 - sets the extensions of Doc and Token

FOLDER = Path(__file__).parent / "treebank"


def tree(lang: str, sentence: str) -> Doc:
    """A sentence of the treebank, given as one reads it ("Russia isn't ready.")."""
    return parsed(lang, _blocks(lang)[_plain(sentence)])


def parsed(lang: str, lines: str) -> Doc:
    """Lines of "form POS lemma head relation [features]" as a Doc."""
    rows = [[*line.split(), ""][:6] for line in lines.strip().splitlines()]
    forms, tags, lemmas, heads, labels, feats = map(list, zip(*rows, strict=True))
    at = [number if head == "0" else int(head) - 1 for number, head in enumerate(heads)]
    return Doc(
        _vocab(lang),
        words=forms,
        pos=tags,
        lemmas=lemmas,
        heads=at,
        deps=["ROOT" if label == "root" else label for label in labels],
        morphs=feats,
        sent_starts=[number == 0 for number in range(len(rows))],
    )


@cache
def _vocab(lang: str) -> Vocab:
    return spacy.blank(lang).vocab


@cache
def _blocks(lang: str) -> dict[str, str]:
    text = (FOLDER / f"{lang}.txt").read_text(encoding="utf-8")
    blocks = [block.partition("\n") for block in text.split("\n\n")[1:]]
    return {_plain(head.removeprefix("#")): lines for head, _, lines in blocks}


def _plain(sentence: str) -> str:
    return "".join(sentence.split())
