"""What someone types is understood as words, phrases, beginnings, exclusions and alternatives."""

import pytest

from kroniek.ledger.query import MOST_TERMS, Query, Term, fold, parse, words_in


def term(words: str, begins: bool = False) -> Term:
    return Term(tuple(words.split()), begins)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("iran Oil", Query(((term("iran"),), (term("oil"),)))),
        ('"New York" x', Query(((term("new york"),), (term("x"),)))),
        ("noord-korea", Query(((term("noord korea"),),))),
        ("dreig*", Query(((term("dreig", begins=True),),))),
        ("a OR b c", Query(((term("a"), term("b")), (term("c"),)))),
        ("a or b", Query(((term("a"),), (term("or"),), (term("b"),)))),
        ("OR a OR", Query(((term("a"),),))),
        ('a -b -"c d"', Query(((term("a"),),), (term("b"), term("c d")))),
        ("Één", Query(((term("een"),),))),
        ('"open quote', Query(((term("open quote"),),))),
        ("?! -- * \" ' ()", Query()),
    ],
)
def test_parse(text: str, wanted: Query) -> None:
    assert parse(text) == wanted


def test_a_query_without_a_wanted_word_asks_nothing() -> None:
    assert not parse("-a")
    assert not parse("")
    assert parse("a")


def test_very_long_queries_are_cut() -> None:
    assert len(parse("a " * 1000).all) == MOST_TERMS


def test_words_are_folded_where_they_stand() -> None:
    assert fold("CAFÉ Ångström") == "cafe angstrom"
    assert words_in("Eén e\u0301é, 4x") == [(0, 3, "een"), (4, 7, "ee"), (9, 11, "4x")]
