"""Words in word pieces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kroniek.parser import model
from kroniek.parser.pieces import END, MOST_PIECES_PER_WORD, START, UNKNOWN, PieceTokeniser, joined


@pytest.fixture(scope="module")
def tokeniser() -> PieceTokeniser:
    return model.load(model.WEIGHTS).tokeniser


def test_pieces_of_a_frequent_word_are_one(tokeniser: PieceTokeniser) -> None:
    assert len(tokeniser.word("president", True)) == 1
    assert tokeniser.word("president", True) != tokeniser.word("president", False)


def test_pieces_take_signs_of_equal_meaning_as_equal(tokeniser: PieceTokeniser) -> None:
    assert tokeniser.word("ﬁnancial", True) == tokeniser.word("financial", True)
    assert tokeniser.word("pres\x07ident", True) == tokeniser.word("president", True)


@pytest.mark.parametrize("nothing", ["\x00", "\u200b", ""])
def test_pieces_of_nothing_are_unknown(tokeniser: PieceTokeniser, nothing: str) -> None:
    assert tokeniser.word(nothing, False) == (UNKNOWN,)


@given(word=st.text(min_size=1))
def test_pieces_are_few_and_in_the_table(tokeniser: PieceTokeniser, word: str) -> None:
    pieces = tokeniser.word(word, True)
    assert 1 <= len(pieces) <= MOST_PIECES_PER_WORD
    assert all(0 <= piece < len(model.load(model.WEIGHTS).embeddings) for piece in pieces)


def test_pieces_of_a_sentence_have_their_words_firsts_and_lasts() -> None:
    assert joined([(7,), (8, 9)]).ids == (START, 7, 8, 9, END)
    assert joined([(7,), (8, 9)]).first == (0, 1, 2)
    assert joined([(7,), (8, 9)]).last == (0, 1, 3)
