"""Tokens follow the treebanks' conventions, and are the text exactly."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

ODD = st.text(
    st.sampled_from(
        "aBé.,!?'\"’‘“”„-–—/$€%1290:;()[]…\n\r\t \u00a0\u200b\u00ad\u2028\x00\x07\x0c😀🇳🇱\u0301中"
    )
)


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Amerikaans-Chinese", ["Amerikaans-Chinese"]),
        ("EU-lidstaten.", ["EU-lidstaten", "."]),
        ("Noord-Korea's leider", ["Noord-Korea's", "leider"]),
        ("foto’s en auto's", ["foto’s", "en", "auto's"]),
        ("zo’n 4,3 miljard", ["zo’n", "4,3", "miljard"]),
        ("$1.5bn", ["$", "1.5", "bn"]),
        ("€5mln", ["€", "5", "mln"]),
        ("‘nee’, zei hij", ["‘", "nee", "’", ",", "zei", "hij"]),
        ("“Nee.”", ["“", "Nee", ".", "”"]),
        ("’s Avonds", ["’s", "Avonds"]),
        ("'s-Hertogenbosch", ["'s-Hertogenbosch"]),
        ("in '69.", ["in", "'69", "."]),
        ("en/of", ["en/of"]),
        ("dhr. Bakker", ["dhr.", "Bakker"]),
        ("Dat kon.", ["Dat", "kon", "."]),
        ("2019–2020", ["2019", "–", "2020"]),
        ("(zie dat):", ["(", "zie", "dat", ")", ":"]),
    ],
)
def test_tokens_dutch(dutch: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in dutch.tokenizer(text)] == tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Iran's army didn't", ["Iran", "'s", "army", "did", "n't"]),
        ("Iran’s army didn’t", ["Iran", "’s", "army", "did", "n’t"]),
        ("well-known", ["well", "-", "known"]),
        ("non-nuclear", ["non-nuclear"]),
        ("and/or", ["and", "/", "or"]),
        ("$1.5bn", ["$", "1.5", "bn"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("the U.S. Mr. Ito", ["the", "U.S.", "Mr.", "Ito"]),
        ("F-16", ["F", "-", "16"]),
        ("the '90s", ["the", "'90s"]),
        ("10am", ["10", "am"]),
        ("What?!", ["What", "?!"]),
        ("=====", ["====="]),
        ("7:30PM", ["7:30", "PM"]),
        ("on Wed an id", ["on", "Wed", "an", "id"]),
    ],
)
def test_tokens_english(english: Language, text: str, tokens: list[str]) -> None:
    assert [token.text for token in english.tokenizer(text)] == tokens


@settings(deadline=None, max_examples=300)
@given(text=st.one_of(ODD, st.text()))
def test_tokens_are_the_text(dutch: Language, english: Language, text: str) -> None:
    for nlp in (dutch, english):
        doc = nlp.tokenizer(text)
        assert doc.text == text
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_tokens_survive_pickling(dutch: Language) -> None:
    again = pickle.loads(pickle.dumps(dutch.tokenizer))
    assert [token.text for token in again("zo’n €5mln")] == ["zo’n", "€", "5", "mln"]
