"""Tables of words: which names a text has words for, and where."""

import pytest

from kroniek.languages import languages
from kroniek.ledger.words import words
from kroniek.ledger.wordtables import WordTable, pattern
from tests.ledger.news import CODES

TABLE = {
    "missile": ["missile*", "*raket", "cruise missile*"],
    "air": ["air strike*", "bomb", "(?:fighter|war) jets?"],
    "naval": ["warship*"],
}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two missiles fell.", {"missile"}),
        ("Een kruisraket viel.", {"missile"}),
        ("An air strike and a bomb.", {"air"}),
        ("An air\nstrike.", {"air"}),
        ("Warships with cruise missiles.", {"naval", "missile"}),
        ("An anti-missile shield.", {"missile"}),
        ("A fighter jet.", {"air"}),
        ("The air was clear; a strike followed.", set()),
        ("Bombast and submissiles.", set()),
        ("", set()),
    ],
)
def test_a_text_has_the_names_whose_words_it_has(text: str, names: set[str]) -> None:
    assert set(WordTable(TABLE).first(text)) == names


def test_the_first_place_of_a_name_is_told() -> None:
    found = WordTable(TABLE).first("A warship fired missiles: cruise missiles.")
    assert found == {"naval": (2, 7), "missile": (16, 8)}


def test_a_table_finds_what_its_patterns_find() -> None:
    table, patterns = WordTable(TABLE), {name: pattern(words) for name, words in TABLE.items()}
    for text in (f"{who} fired a missile; war jets and bombs of {who} fell." for who in CODES):
        assert set(table.first(text)) == {n for n, one in patterns.items() if one.search(text)}


def test_no_words_match_nothing() -> None:
    assert pattern([]).search("anything") is None


def test_the_languages_have_words_for_the_same_means_acts_and_occasions() -> None:
    first, *others = map(words, languages())
    for other in others:
        assert set(other.means.names) == set(first.means.names)
        assert set(other.acts.names) == set(first.acts.names)
        assert set(other.occasions.names) == set(first.occasions.names)
