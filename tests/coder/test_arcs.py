"""Arcs: what a word is and has by its dependents."""

from __future__ import annotations

import pytest

from kroniek.coder.arcs import is_counted, is_definite, is_description, particle_after
from tests.coder.trees import parsed

DECISION = """
    The    DET  the     2 det    Definite=Def
    move   NOUN move    3 nsubj
    angers VERB anger   0 root
    two    NUM  two     5 nummod
    states NOUN state   3 obj
"""
OCCUPIED = """
    Syria  PROPN Syria  3 nsubj
    calls  VERB  call   0 root
    off    ADP   off    2 compound:prt
    seized ADJ   seized 5 amod
    land   NOUN  land   2 obj
"""


@pytest.mark.parametrize(("word", "expected"), [("move", True), ("states", False)])
def test_a_noun_with_an_article_is_definite(word: str, expected: bool) -> None:
    doc = parsed("en", DECISION)
    assert is_definite(next(t for t in doc if t.text == word)) is expected


@pytest.mark.parametrize(("word", "expected"), [("move", False), ("two", True), ("states", True)])
def test_numbers_and_what_has_them_are_counted(word: str, expected: bool) -> None:
    doc = parsed("en", DECISION)
    assert is_counted(next(t for t in doc if t.text == word)) is expected


def test_a_participle_before_a_noun_describes_it() -> None:
    doc = parsed("en", OCCUPIED)
    assert [t.text for t in doc if is_description(t)] == ["seized"]


def test_a_particle_stands_right_after_its_verb() -> None:
    doc = parsed("en", OCCUPIED)
    assert [t.text for t in particle_after(doc[1])] == ["off"]
