"""Given a sentence, its event counts this many of these."""

import pytest

from kroniek.coder.numbers import number_words, phrase_value
from kroniek.coder.pipeline import code

COUNTED = [
    ("en", "Police arrested 12 protesters.", {(12, "person")}),
    ("en", "Police arrested at least twelve protesters in Moscow.", {(12, "person")}),
    ("en", "Russia killed 1,500 soldiers in Ukraine.", {(1500, "soldier")}),
    ("en", "Russia fired 55 missiles at Ukraine.", {(55, "missile")}),
    ("en", "Israel killed two soldiers and four civilians.", {(2, "soldier"), (4, "person")}),
    ("en", "France expelled 17 Russian diplomats.", {(17, "diplomat")}),
    ("en", "Iran seized three tankers.", {(3, "ship")}),
    ("en", "Hamas freed thirteen Israelis.", {(13, "person")}),
    ("en", "98 were arrested by Russian police.", {(98, "person")}),
    ("en", "Police arrested three of the 30 gunmen.", {(3, "person")}),
    ("en", "Germany gave Ukraine aid worth $1.5bn.", {(1_500_000_000, "USD")}),
    ("en", "Germany gave Ukraine 60 million euros.", {(60_000_000, "EUR")}),
    ("en", "The United States sent Ukraine 31 Abrams tanks.", {(31, "tank")}),
    ("en", "Russia deployed 5,000 troops to the border.", {(5000, "soldier")}),
    ("en", "Police arrested dozens of protesters.", {(12, "person")}),
    ("nl", "De politie arresteerde twaalf betogers.", {(12, "person")}),
    ("nl", "De politie heeft zeker 107 betogers opgepakt.", {(107, "person")}),
    ("nl", "Rusland doodde drieëntwintig burgers.", {(23, "person")}),
    ("nl", "Nederland wees zeventien Russische diplomaten uit.", {(17, "diplomat")}),
    ("nl", "Israël heeft vier vrouwen gedood.", {(4, "person")}),
    ("nl", "Iran nam drie schepen in beslag.", {(3, "ship")}),
    ("nl", "Nederland gaf Oekraïne 400 miljoen euro.", {(400_000_000, "EUR")}),
    ("nl", "Duitsland gaf Oekraïne 4,3 miljard euro.", {(4_300_000_000, "EUR")}),
]  # fmt: skip

UNCOUNTED = [
    ("en", "Police arrested a man of 26 on 17 June."),
    ("en", "France condemned the two countries."),
    ("en", "Russia attacked Ukraine for three days."),
    ("en", "Russia sent a Su-35 to Belarus."),
    ("nl", "De politie arresteerde op 17 juni een man."),
    ("nl", "Frankrijk veroordeelde de twee landen."),
    ("nl", "Rusland viel Oekraïne drie dagen lang aan."),
]


def counts(lang: str, text: str) -> set[tuple[float, str]]:
    """All quantities of the events of a text."""
    events = code(text, lang, published="2024-06-21").events
    assert events, "no event was found at all"
    return {(q.value, q.unit) for e in events for q in e.quantities}


@pytest.mark.parametrize(("lang", "text", "found"), COUNTED)
def test_quantities_have_english_units(lang: str, text: str, found: set[tuple[float, str]]) -> None:
    assert counts(lang, text) == found


@pytest.mark.parametrize(("lang", "text"), UNCOUNTED)
def test_quantities_leave_out_times_ages_and_what_is_known(lang: str, text: str) -> None:
    assert counts(lang, text) == set()


def test_quantities_quote_the_words_that_tell_them() -> None:
    (event,) = code("Police arrested at least 12 protesters.", "en").events
    assert [q.text for q in event.quantities] == ["at least 12 protesters"]


@pytest.mark.parametrize(
    ("lang", "words", "value"),
    [
        ("en", "12", 12),
        ("en", "1,500", 1500),
        ("en", "2.1 million", 2_100_000),
        ("en", "$1.5bn", 1_500_000_000),
        ("en", "forty-five", 45),
        ("en", "thirteen thousand", 13_000),
        ("en", "two hundred and fifty", 250),
        ("en", "tens of thousands", 10_000),
        ("en", "a dozen", 12),
        ("en", "protesters", None),
        ("nl", "21.000", 21_000),
        ("nl", "3,5 miljoen", 3_500_000),
        ("nl", "vijftienhonderd", 1500),
        ("nl", "drieëntwintig", 23),
        ("nl", "negenenveertig", 49),
        ("nl", "zestigduizend", 60_000),
        ("nl", "tweehonderdvijftig", 250),
        ("nl", "duizendvijf", 1005),
        ("nl", "anderhalf miljoen", 1_500_000),
        ("nl", "tientallen", 10),
        ("nl", "betogers", None),
    ],
)
def test_phrase_value_reads_words_and_figures(lang: str, words: str, value: float | None) -> None:
    assert phrase_value(words.split(), number_words(lang)) == value
