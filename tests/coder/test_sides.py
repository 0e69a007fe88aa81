"""Sides: who does an act that is told, and to whom, wherever the grammar puts them."""

from __future__ import annotations

import pytest

from tests.coder.telling import code, told_of


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Iran rejected the plan of Paris, Berlin and London.", "FRA DEU GBR"),
        ("nl", "Iran hekelde het besluit van Parijs, Berlijn en Londen.", "FRA DEU GBR"),
        ("nl", "Brekelmans prees de moed van de inwoners van Kiev.", "UKR"),
        ("en", "Japan fended off the American demand.", "USA"),
    ],
)
def test_a_thing_stands_for_all_who_own_it(lang: str, text: str, expected: str) -> None:
    event = code(lang, text).events[0]
    assert {p.code for p in event.recipients} == set(expected.split())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russia and Ukraine exchanged prisoners."),
        ("nl", "Rusland en Oekraïne wisselden krijgsgevangenen uit."),
        ("nl", "Israël en Hamas hebben gevangenen uitgewisseld."),
    ],
)
def test_what_parties_do_to_each_other_has_no_recipients(lang: str, text: str) -> None:
    event = code(lang, text).events[0]
    assert len(event.actors) == 2
    assert event.recipients == ()


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("nl", "Oekraïne geeft zijn kernkoppen op.", "CONCEDE actual: UKR ->"),
    ],
)
def test_a_thing_of_the_actor_is_no_recipient(lang: str, text: str, expected: str) -> None:
    assert told_of(code(lang, text)) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "nl",
            "Zuid-Korea zal vier schepen, vijf organisaties en acht personen sanctioneren.",
            ["vier schepen", "vijf organisaties", "acht personen"],
        ),
        (
            "en",
            "Japan imposed sanctions on four ships and five companies.",
            ["four ships", "five companies"],
        ),
        ("en", "The EU froze $1.5bn of assets.", []),
    ],
)
def test_what_is_counted_is_sanctioned_and_belongs_to_no_state_that_is_told(
    lang: str, text: str, expected: list[str]
) -> None:
    (event,) = code(lang, text).events
    assert [p.text for p in event.recipients] == expected
    assert not any(p.code for p in event.recipients)


def test_who_condemns_an_attack_did_not_do_it() -> None:
    text = (
        "De VN-Veiligheidsraad veroordeelde de aanval op Kiev door Servische relschoppers unaniem."
    )
    assault = next(e for e in code("nl", text).events if e.type == "ASSAULT")
    assert [p.code for p in assault.actors] == ["SRB"]


def test_who_holds_talks_takes_part_in_them() -> None:
    event = code("en", "Lavrov praised Hungary after talks with Szijjarto in Moscow.").events[-1]
    assert {p.code for p in event.actors} == {"RUS", "HUN"}


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "America prevented Iran from attacking Israel.", "ASSAULT negated: IRN -> ISR"),
        ("en", "Putin ordered the army to attack Kharkiv.", "ASSAULT actual: RUS -> UKR"),
        ("en", "Germany agreed to send tanks to Ukraine.", "AGREE actual: DEU -> UKR"),
        ("en", "Germany demanded that Russia withdraw its troops.", "REQUEST actual: DEU -> RUS"),
    ],
)
def test_the_parties_of_embedded_acts_are_found(lang: str, text: str, expected: str) -> None:
    assert expected in told_of(code(lang, text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US, Iran to hold talks in Geneva", "AGREE future: IRN USA ->"),
        ("Trump to visit China", "AGREE future: USA -> CHN"),
    ],
)
def test_a_headline_of_an_infinitive_tells_who_will_do_it(text: str, expected: str) -> None:
    assert told_of(code("en", text)) == [expected]


def test_where_the_actor_is_at_home_is_no_recipient() -> None:
    text = "In Washington a State Department official voiced full support for the decision."
    assert "SUPPORT actual: USA ->" in told_of(code("en", text))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "China appealed to both Koreas for calm.", "PRK KOR"),
        ("nl", "De Bosnische president beschuldigde Parijs, Londen en Moskou.", "FRA GBR RUS"),
    ],
)
def test_each_of_several_is_a_recipient(lang: str, text: str, expected: str) -> None:
    event = code(lang, text).events[0]
    assert {p.code for p in event.recipients} == set(expected.split())


def test_forces_that_are_moved_are_no_recipient() -> None:
    event = code("en", "France withdrew its troops from Mali.").events[0]
    assert "FRA" not in {p.code for p in event.recipients}


def test_the_agent_of_a_participle_did_it() -> None:
    text = "Eritrea, dat door de Verenigde Staten van moordpartijen is beticht, zweeg."
    accused = next(e for e in code("nl", text).events if e.type == "ACCUSE")
    assert [p.code for p in accused.actors] == ["USA"]
