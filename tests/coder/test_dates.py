"""Given a sentence and its publication date, this event has this date, or none."""

import pytest

from kroniek.coder.pipeline import code

FRIDAY = "2024-06-21"

DATED = [
    ("en", "Russia shelled Kharkiv on 17 June.", "ASSAULT", "2024-06-17"),
    ("en", "Russia attacked Ukraine yesterday.", "ASSAULT", "2024-06-20"),
    ("en", "Iran attacked Israel in April.", "ASSAULT", "2024-04"),
    ("en", "Russia invaded Ukraine in 2022.", "ASSAULT", "2022"),
    ("en", "On Monday Iran arrested two French journalists.", "COERCE", "2024-06-17"),
    ("en", "Police arrested 12 protesters on Tuesday evening.", "COERCE", "2024-06-18"),
    ("en", "France condemned Russia last week.", "ACCUSE", "2024-06"),
    ("en", "The United States will sanction Iran on Monday.", "SANCTION", "2024-06-24"),
    ("en", "France condemned Iran on Thursday and expelled two diplomats.",
     "SANCTION", "2024-06-20"),
    ("en", "The attack by Russia on Kharkiv on 17 June was condemned by France.",
     "ASSAULT", "2024-06-17"),
    ("en", "Israel bombed Gaza shortly after midnight.", "ASSAULT", "2024-06-21"),
    ("nl", "Rusland heeft op 17 juni Charkov beschoten.", "ASSAULT", "2024-06-17"),
    ("nl", "Rusland viel gisteren Oekraïne aan.", "ASSAULT", "2024-06-20"),
    ("nl", "Iran viel in april Israël aan.", "ASSAULT", "2024-04"),
    ("nl", "In 2022 viel Rusland Oekraïne binnen.", "ASSAULT", "2022"),
    ("nl", "De politie arresteerde dinsdagavond twaalf betogers.", "COERCE", "2024-06-18"),
    ("nl", "Frankrijk veroordeelde vorige week de aanval van Rusland.", "ACCUSE", "2024-06"),
    ("nl", "De Verenigde Staten zullen Iran maandag sancties opleggen.", "SANCTION", "2024-06-24"),
    ("nl", "Vorige week dinsdag arresteerde Iran twee journalisten.", "COERCE", "2024-06-11"),
    ("nl", "Op oudejaarsdag beschoot Rusland Charkov.", "ASSAULT", "2023-12-31"),
]  # fmt: skip

UNDATED = [
    ("en", "Russia shelled Kharkiv.", "ASSAULT"),
    ("en", "On Monday France said that Russia had shelled Kharkiv.", "ASSAULT"),
    ("en", "By Friday Russia had not attacked Ukraine.", "ASSAULT"),
    ("en", "The United States will sanction Iran by 2030.", "SANCTION"),
    ("nl", "Rusland heeft Charkov beschoten.", "ASSAULT"),
    ("nl", "Frankrijk zei maandag dat Rusland Charkov had beschoten.", "ASSAULT"),
    ("nl", "Tot dinsdag had Rusland Oekraïne niet aangevallen.", "ASSAULT"),
]


def dates(lang: str, text: str, kind: str, title: str = "") -> list[str | None]:
    """The dates of the events of a type in a text."""
    article = code(text, lang, published=FRIDAY, title=title)
    return [e.date.value if e.date else None for e in article.events if e.type == kind]


@pytest.mark.parametrize(("lang", "text", "kind", "value"), DATED)
def test_date_is_what_the_clause_tells(lang: str, text: str, kind: str, value: str) -> None:
    assert dates(lang, text, kind) == [value]


@pytest.mark.parametrize(("lang", "text", "kind"), UNDATED)
def test_date_is_left_out_where_nothing_ties_it(lang: str, text: str, kind: str) -> None:
    assert dates(lang, text, kind) == [None]


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        ("en", "Russia shells Kharkiv", "Russia shelled Kharkiv on 17 June."),
        ("nl", "Rusland beschiet Charkov", "Rusland heeft Charkov op 17 juni beschoten."),
    ],
)
def test_date_of_a_headline_is_that_of_the_text(lang: str, title: str, text: str) -> None:
    assert set(dates(lang, text, "ASSAULT", title)) == {"2024-06-17"}


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "On 3 May Russia attacked Ukraine. The next day Israel bombed Gaza.", "2024-05-04"),
        ("nl", "Op 3 mei viel Rusland Oekraïne aan. De dag erna bombardeerde Israël Gaza.",
         "2024-05-04"),
    ],
)  # fmt: skip
def test_date_counts_from_the_one_before(lang: str, text: str, value: str) -> None:
    assert dates(lang, text, "ASSAULT")[-1] == value


def test_date_points_to_the_words_that_tell_it() -> None:
    text = "Russia shelled Kharkiv on 17 June."
    (event,) = code(text, "en", published=FRIDAY).events
    assert event.date is not None
    assert (event.date.text, event.date.precision) == ("17 June", "day")


def test_date_of_a_dateline_dates_no_event() -> None:
    text = "LONDON, June 17 (AP) - Russia shelled Kharkiv."
    assert dates("en", text, "ASSAULT") == [None]


COUNTED = [
    ("en", "Iran bombed Iraq on Thursday, two days after Israel shelled Tyre.", "2024-06-18"),
    ("en", "Iran bombed Iraq on Thursday, four months after Israel shelled Tyre.", "2024-02"),
    ("nl", "Iran bombardeerde Irak donderdag, twee dagen nadat Israël Tyrus had beschoten.",
     "2024-06-18"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "value"), COUNTED)
def test_date_at_a_distance_is_counted_from_the_clause_it_is_told_in(
    lang: str, text: str, value: str
) -> None:
    assert value in dates(lang, text, "ASSAULT")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "France is sanctioning Iran. That was announced by the ministry on Thursday."),
        (
            "nl",
            "Frankrijk legt Iran sancties op. Dat heeft het ministerie donderdag bekendgemaakt.",
        ),
    ],
)
def test_date_of_a_decision_is_the_day_on_which_it_was_made_known(lang: str, text: str) -> None:
    assert dates(lang, text, "SANCTION")[0] == "2024-06-20"


def test_date_near_a_relative_clause_is_that_of_the_clause() -> None:
    text = "France condemned a raid on men who were arrested by Iran in January."
    assert dates("en", text, "COERCE") == ["2024-01"]
    assert dates("en", text, "ACCUSE") == [None]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In 2022 Russia invaded Ukraine. At the time France condemned Russia.", "2022"),
        ("On Wednesday last France condemned Russia.", "2024-06-19"),
        ("France condemned Russia between March and May 2023.", "2023"),
    ],
)
def test_date_words_of_other_kinds(text: str, value: str) -> None:
    assert dates("en", text, "ACCUSE") == [value]
