"""A language's token rules are data, read and checked."""

from __future__ import annotations

import pytest

from kroniek.errors import LanguageError
from kroniek.languages import BUILT_IN
from kroniek.parser.rules import load_rules


@pytest.mark.parametrize("language", BUILT_IN)
def test_rules_every_language_has_them(language: str) -> None:
    rules = load_rules(language)
    assert rules.never_last
    assert rules.openers


@pytest.mark.parametrize("language", BUILT_IN)
def test_rules_abbreviations_either_may_or_may_not_end_a_sentence(language: str) -> None:
    rules = load_rules(language)
    assert not rules.never_last & rules.sometimes_last


def test_rules_abbreviations_are_known_in_capitals() -> None:
    assert {"dhr", "Dhr", "DHR"} <= load_rules("nl").never_last


def test_rules_of_an_unknown_language() -> None:
    with pytest.raises(LanguageError, match="'xx'"):
        load_rules("xx")
