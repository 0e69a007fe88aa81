"""Given a sentence, its event happens at this place, or at none that the text tells."""

import pytest

from kroniek.coder.pipeline import code

PLACED = [
    ("en", "Russia attacked a hospital in Kharkiv.", "ASSAULT", "Kharkiv", "UKR"),
    ("en", "Russia shelled Kharkiv.", "ASSAULT", "Kharkiv", "UKR"),
    ("en", "Russia shelled the centre of Kharkiv.", "ASSAULT", "Kharkiv", "UKR"),
    ("en", "Police arrested two journalists in Istanbul.", "COERCE", "Istanbul", "TUR"),
    ("en", "Macron met Putin in Moscow.", "CONSULT", "Moscow", "RUS"),
    ("en", "In Geneva, Iran signed the treaty with France.", "SUPPORT", "Geneva", "CHE"),
    ("en", "Protesters stormed the embassy in Tehran.", "PROTEST", "Tehran", "IRN"),
    ("en", "Israel killed two civilians near the Lebanese city of Tyre.", "ASSAULT", "Tyre", "LBN"),
    ("en", "Farmers protested in Paris.", "PROTEST", "Paris", "FRA"),
    ("en", "Israel bombed targets in Syria.", "ASSAULT", "Syria", "SYR"),
    ("en", "France arrested two Russians in Nice.", "COERCE", "Nice", "FRA"),
    ("nl", "Rusland heeft een ziekenhuis in Charkov aangevallen.", "ASSAULT", "Kharkiv", "UKR"),
    ("nl", "Rusland bombardeerde Charkov.", "ASSAULT", "Kharkiv", "UKR"),
    ("nl", "De politie arresteerde twee journalisten in Den Haag.", "COERCE", "The Hague", "NLD"),
    ("nl", "Macron sprak met Poetin in Moskou.", "CONSULT", "Moscow", "RUS"),
    ("nl", "In Genève tekende Iran het verdrag met Frankrijk.", "SUPPORT", "Geneva", "CHE"),
    ("nl", "Boeren betoogden in Parijs.", "PROTEST", "Paris", "FRA"),
    ("nl", "Israël bombardeerde doelen in Syrië.", "ASSAULT", "Syria", "SYR"),
    ("nl", "In het Chinese Kunming arresteerde de politie twee betogers.",
     "COERCE", "Kunming", "CHN"),
    ("nl", "In Straatsburg betoogden boeren.", "PROTEST", "Strasbourg", "FRA"),
]  # fmt: skip

UNPLACED = [
    ("en", "Russia attacked Ukraine.", "ASSAULT"),
    ("en", "The government in Khartoum condemned Ethiopia.", "ACCUSE"),
    ("en", "NATO condemned Russia on Monday.", "ACCUSE"),
    ("en", "Putin threatened Ukraine.", "THREATEN"),
    ("nl", "Rusland viel Oekraïne aan.", "ASSAULT"),
    ("nl", "De NAVO veroordeelde Rusland maandag.", "ACCUSE"),
    ("nl", "Poetin bedreigde Oekraïne.", "THREATEN"),
]


def places(lang: str, text: str, kind: str) -> list[str | None]:
    """The places of the events of a type in a text."""
    article = code(text, lang, published="2024-06-21")
    return [e.place.name if e.place else None for e in article.events if e.type == kind]


@pytest.mark.parametrize(("lang", "text", "kind", "name", "country"), PLACED)
def test_place_is_named_in_english(
    lang: str, text: str, kind: str, name: str, country: str
) -> None:
    events = [e for e in code(text, lang, published="2024-06-21").events if e.type == kind]
    assert [(e.place.name, e.place.country) for e in events if e.place] == [(name, country)]


@pytest.mark.parametrize(("lang", "text", "kind"), UNPLACED)
def test_place_is_left_out_where_nothing_tells_it(lang: str, text: str, kind: str) -> None:
    assert set(places(lang, text, kind)) == {None}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russia attacked a hospital in Kharkiv."),
        ("nl", "Rusland heeft een ziekenhuis in Charkov aangevallen."),
    ],
)
def test_place_has_coordinates(lang: str, text: str) -> None:
    (event,) = code(text, lang, published="2024-06-21").events
    assert event.place is not None
    assert event.place.lat == pytest.approx(49.98, abs=0.1)
    assert event.place.lon == pytest.approx(36.25, abs=0.1)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("France arrested two students in Tripoli, Libya said.", "LBY"),
        ("Lebanon's army arrested two students in Tripoli.", "LBN"),
    ],
)
def test_place_of_two_cities_is_in_a_country_of_the_article(text: str, country: str) -> None:
    events = [e for e in code(text, "en", published="2024-06-21").events if e.place]
    assert {e.place.country for e in events if e.place} == {country}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "GENEVA, June 3 (AP) - Iran and France signed a treaty here.", "Geneva"),
        ("nl", "GENÈVE (ANP) - Iran en Frankrijk tekenden hier een verdrag.", "Geneva"),
    ],
)
def test_here_is_the_place_of_the_dateline(lang: str, text: str, name: str) -> None:
    assert name in places(lang, text, "SUPPORT")


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Israel bombed an airport in the Syrian capital.", "Damascus"),
        (
            "nl",
            "Israël bombardeerde een vliegveld in de Syrische hoofdstad.",
            "Damascus",
        ),
    ],
)
def test_the_capital_is_that_of_the_state_named_last(lang: str, text: str, name: str) -> None:
    assert places(lang, text, "ASSAULT") == [name]


@pytest.mark.parametrize(
    ("lang", "text", "kind", "name"),
    [
        ("en", "Russia met rebels in Niger. French soldiers left the country.", "RETREAT", "Niger"),
        ("en", "Poland expelled two Russian diplomats.", "SANCTION", "Poland"),
        ("nl", "Polen zette twee Russische diplomaten uit.", "SANCTION", "Poland"),
    ],
)
def test_place_is_the_state_that_the_text_points_to(
    lang: str, text: str, kind: str, name: str
) -> None:
    assert name in places(lang, text, kind)
