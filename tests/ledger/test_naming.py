"""Who a few words name, with the office held on a day."""

from datetime import date

import pytest

from kroniek.ledger.naming import named

DAY = date(2024, 6, 1)


@pytest.mark.parametrize(
    ("text", "lang", "codes"),
    [
        ("if the United States imposes sanctions", "en", ["USA"]),
        ("tenzij Athene zijn troepen terugtrekt", "nl", ["GRC"]),
        ("the White House", "en", ["USA"]),
        ("Iran and the United Nations", "en", ["IRN", "UN"]),
        ("if it buys French howitzers", "en", []),
        ("news agency Yonhap", "en", []),
        ("an adviser", "en", []),
    ],
)
def test_states_and_organisations_are_named(text: str, lang: str, codes: list[str]) -> None:
    assert [who.code for who in named(text, lang, DAY)] == codes


def test_a_person_is_named_with_the_office_of_the_day() -> None:
    (now,) = named("president Vladimir Putin", "en", DAY)
    (then,) = named("Vladimir Putin", "en", date(2010, 6, 1))
    assert (now.name, now.code, now.office) == ("Vladimir Putin", "RUS", "head of state")
    assert then.office == "head of government"


def test_an_adjective_names_a_state_where_that_is_asked() -> None:
    assert named("a Russian official", "en", DAY) == ()
    (who,) = named("a Russian official", "en", DAY, adjectives=True)
    assert who.code == "RUS"
