"""Sentences go into the encoder whole, or cut where its positions end."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kroniek.parser import model
from kroniek.parser.parts import Part, parts_of, spaces_before


def parts(doc: Doc, positions: int) -> list[Part]:
    return list(parts_of(doc, model.load(model.WEIGHTS).tokeniser, positions, {}))


def sentence(nlp: Language, words: str, starts: list[int] | None = None) -> Doc:
    split = words.split()
    return Doc(
        nlp.vocab, words=split, sent_starts=[i in (starts or [0]) for i in range(len(split))]
    )


def test_parts_are_the_sentences(english: Language) -> None:
    doc = sentence(english, "He left . She stayed .", [0, 3])
    assert [part.tokens for part in parts(doc, 512)] == [(0, 1, 2), (3, 4, 5)]
    assert not any(part.continues for part in parts(doc, 512))


def test_parts_leave_whitespace_out(english: Language) -> None:
    doc = english.tokenizer("\n\nHe\tleft\n\n")
    assert [part.tokens for part in parts(doc, 512)] == [(1, 3)]


@pytest.mark.parametrize("positions", [22, 24, 30])
def test_parts_fit_the_encoder_and_lose_no_word(english: Language, positions: int) -> None:
    doc = sentence(english, "incomprehensibilities , " * 40)
    found = parts(doc, positions)
    assert all(2 + sum(map(len, part.pieces)) <= positions for part in found)
    assert [token for part in found for token in part.tokens] == list(range(len(doc)))
    assert [part.continues for part in found] == [False] + [True] * (len(found) - 1)


def test_parts_are_cut_after_punctuation(english: Language) -> None:
    doc = sentence(english, "one two three four five , six seven eight nine ten")
    assert parts(doc, 11)[0].tokens[-1] == 5


def test_spaces_are_those_of_the_text(english: Language) -> None:
    doc = english.tokenizer("He didn't\nleave.")
    assert list(zip([token.text for token in doc], spaces_before(doc), strict=True)) == [
        ("He", True), ("did", True), ("n't", False), ("\n", False), ("leave", True), (".", False),
    ]  # fmt: skip
