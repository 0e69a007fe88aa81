"""Given the first lines of an article: this title, this dateline, this day of publication."""

from datetime import date

import pytest

from kroniek.readers import find_dateline
from kroniek.readers.daynames import find_day
from kroniek.readers.head import find_published, split_title

STORY = (
    "De minister van Buitenlandse Zaken heeft de ambassadeur van het buurland ontboden, "
    "nadat troepen in de nacht van dinsdag op woensdag de grensrivier waren overgestoken en er "
    "twee dorpen hadden bezet. Het is de derde keer dit jaar."
)


@pytest.mark.parametrize(
    ("text", "place", "agency", "month_and_day"),
    [
        ("BRUSSEL (ANP) - De EU dreigt.", "BRUSSEL", "ANP", None),
        ("LONDON, June 3 - Britain said.", "LONDON", None, (6, 3)),
        ("LONDON, June 3 (Reuters) - Britain said.", "LONDON", "Reuters", (6, 3)),
        ("THE HAGUE, 27 November - Karim Khan said.", "THE HAGUE", None, (11, 27)),
        ("BEIRUT/JERUSALEM, Dec. 3 - At least nine died.", "BEIRUT/JERUSALEM", None, (12, 3)),
        ("KYIV, Ukraine (AP) — Russia said.", "KYIV", "AP", None),
        ("NEW DELHI: The motion fell.", "NEW DELHI", None, None),
        ("GENÈVE (Belga) - Vertegenwoordigers praten.", "GENÈVE", "Belga", None),
        ("Moscow, June 3 - Russia said.", "Moscow", None, (6, 3)),
        ("MANILA, April 27. The rebels threatened.", "MANILA", None, (4, 27)),
        ("From our correspondent\n\nLIMA, April 8 - Tanks rolled.", "LIMA", None, (4, 8)),
    ],
)
def test_dateline_gives_place_agency_and_day(
    text: str, place: str, agency: str | None, month_and_day: tuple[int, int] | None
) -> None:
    found = find_dateline(text, "en")
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert (found.day and (found.day.month, found.day.day)) == month_and_day
    assert text[found.end].isupper()


@pytest.mark.parametrize(
    "text",
    [
        "De minister - een oudgediende - dreigt met sancties.",
        "Putin, who spoke in Hanoi - his second stop - threatened Kyiv.",
        "15.10 uur - President Macron zegt dat hij komt.",
        "NATO said on Monday that it would send ships.",
        "NAVO, EU. De rest zweeg.",
    ],
)
def test_no_dateline_in_running_text(text: str) -> None:
    assert find_dateline(text, "nl") is None


def test_title_is_a_first_line_that_stands_apart() -> None:
    title = "Minister ontbiedt ambassadeur na bezetting van dorpen"
    assert split_title(f"{title}\n\n{STORY}", "nl") == (title, STORY)
    assert split_title(f"{title}\n{STORY}", "nl") == (title, STORY)
    dated = f"DEN HAAG, 3 mei - {STORY}"
    assert split_title(f"{title}\n{dated}", "nl") == (title, dated)


def test_title_may_hold_a_date_of_its_own() -> None:
    title = "Wat wij weten over de aanslag van 11 september 2001"
    assert split_title(f"{title}\n\n{STORY}", "nl")[0] == title


@pytest.mark.parametrize(
    "text",
    [
        f"{STORY}\n\n{STORY}",
        "De minister is boos.\n\nHij ontbood de ambassadeur.",
        "Een regel die niet ophoudt maar\nop de volgende verder gaat, zoals in\nbrieven.",
        "Den Haag, 3 mei 2021\n\nDe minister is boos.",
        "Een kop zonder verhaal",
    ],
)
def test_no_title_where_the_story_begins_at_once(text: str) -> None:
    assert split_title(text, "nl") == ("", text)


@pytest.mark.parametrize(
    ("text", "lang", "published"),
    [
        (f"Den Haag, 3 mei 2021\n\n{STORY}", "nl", date(2021, 5, 3)),
        (f"DEN HAAG, 3 mei 2021 - {STORY}", "nl", date(2021, 5, 3)),
        (f"Gepubliceerd op vrijdag 21 juni 2024, 14:05 uur\n\n{STORY}", "nl", date(2024, 6, 21)),
        (f"News release\nNairobi, 25 November 2022\n\n{STORY}", "en", date(2022, 11, 25)),
        ("MONTEVIDEO, March 1, 1995 - The ministers met.", "en", date(1995, 3, 1)),
        (f"2024-06-21\n\n{STORY}", "nl", date(2024, 6, 21)),
        (f"DEN HAAG, 3 mei - {STORY}", "nl", None),
        (f"Op 3 mei 2021 trok het leger de rivier over.\n\n{STORY}", "nl", None),
        (f"{STORY}\n\n3 mei 2021", "nl", None),
        (f"Den Haag, 31 februari 2021\n\n{STORY}", "nl", None),
    ],
)
def test_published_is_the_full_day_above_the_story(
    text: str, lang: str, published: date | None
) -> None:
    assert find_published(text, lang) == published


@pytest.mark.parametrize(
    ("text", "lang", "day"),
    [
        ("op 17 juni 2024 sprak hij", "nl", (2024, 6, 17)),
        ("op 1 mrt. 2022", "nl", (2022, 3, 1)),
        ("on June 3rd, 2023", "en", (2023, 6, 3)),
        ("the 4th March 1999", "en", (1999, 3, 4)),
        ("on 5 August", "en", (None, 8, 5)),
    ],
)
def test_days_are_read_by_the_month_names_of_the_language(
    text: str, lang: str, day: tuple[int | None, int, int]
) -> None:
    found = find_day(text, lang)
    assert found is not None
    assert (found.year, found.month, found.day) == day
