"""Given an expression and the day of publication, this date and precision."""

from datetime import date as Day

import pytest

from kroniek.coder.calendar import calendar

FRIDAY = Day(2024, 6, 21)
"""The day of publication, unless a test says otherwise."""

ENGLISH = [
    # written out
    ("2024-06-17", "2024-06-17"),
    ("on 17 June 2024", "2024-06-17"),
    ("on June 17, 2023", "2023-06-17"),
    ("on the 17th of June 2019", "2019-06-17"),
    ("Monday, 17 June", "2024-06-17"),
    ("Monday June 17", "2024-06-17"),
    ("on Sept. 4, 2023", "2023-09-04"),
    ("on 4 Sept 2023", "2023-09-04"),
    ("17/6/2024", "2024-06-17"),
    ("on 17 June last year", "2023-06-17"),
    ("from 3 to 5 May", "2024-05-03"),
    ("May 3-5", "2024-05-03"),
    ("between 3 and 5 May", "2024-05-03"),
    # without the year: the last such day, or the next if that is near
    ("on 17 June", "2024-06-17"),
    ("on June 21", "2024-06-21"),
    ("on 5 July", "2024-07-05"),
    ("on 20 December", "2023-12-20"),
    ("on March 1st", "2024-03-01"),
    ("on 29 February", "2024-02-29"),
    # months, quarters, seasons, years
    ("in June 2023", "2023-06"),
    ("in March", "2024-03"),
    ("in July", "2024-07"),
    ("in November", "2023-11"),
    ("in May", "2024-05"),
    ("last October", "2023-10"),
    ("next October", "2024-10"),
    ("in October last year", "2023-10"),
    ("in October of last year", "2023-10"),
    ("early May", "2024-05"),
    ("mid-July", "2024-07"),
    ("the end of March", "2024-03"),
    ("the first week of March", "2024-03"),
    ("in the first quarter of 2023", "2023-01"),
    ("the third quarter", "2024-07"),
    ("in 2022", "2022"),
    ("since 2014", "2014"),
    ("the end of 2023", "2023"),
    ("early 2024", "2024"),
    ("(2019)", "2019"),
    ("last summer", "2023"),
    ("this spring", "2024"),
    ("in the autumn of 2019", "2019"),
    ("next winter", "2024"),
    # counted from today
    ("today", "2024-06-21"),
    ("this morning", "2024-06-21"),
    ("tonight", "2024-06-21"),
    ("yesterday", "2024-06-20"),
    ("yesterday evening", "2024-06-20"),
    ("last night", "2024-06-20"),
    ("the day before yesterday", "2024-06-19"),
    ("tomorrow", "2024-06-22"),
    ("two days ago", "2024-06-19"),
    ("three weeks ago", "2024-05"),
    ("a month ago", "2024-05"),
    ("six months ago", "2023-12"),
    ("a year ago", "2023"),
    ("two decades ago", "2004"),
    ("last week", "2024-06"),
    ("this week", "2024-06"),
    ("last month", "2024-05"),
    ("late last month", "2024-05"),
    ("earlier this month", "2024-06"),
    ("last year", "2023"),
    ("next year", "2025"),
    ("in recent days", "2024-06"),
    ("at the weekend", "2024-06"),
    ("last weekend", "2024-06"),
    # weekdays
    ("on Monday", "2024-06-17"),
    ("on Friday", "2024-06-21"),
    ("on Tuesday evening", "2024-06-18"),
    ("last Tuesday", "2024-06-18"),
    ("last Friday", "2024-06-14"),
    ("next Saturday", "2024-06-29"),
    ("this coming Saturday", "2024-06-22"),
    ("Tuesday of last week", "2024-06-11"),
    ("the night of Friday to Saturday", "2024-06-15"),
    ("between Saturday and Monday", "2024-06"),
    # feasts
    ("on Christmas Eve", "2023-12-24"),
    ("before Christmas", "2023-12"),
    ("two days before Christmas", "2023-12-23"),
    ("on the Fourth of July", "2024-07-04"),
]  # fmt: skip

DUTCH = [
    ("op 17 juni 2024", "2024-06-17"),
    ("op maandag 17 juni", "2024-06-17"),
    ("17 juni jl.", "2024-06-17"),
    ("op 17 juni vorig jaar", "2023-06-17"),
    ("van 3 tot 5 mei", "2024-05-03"),
    ("op 5 juli", "2024-07-05"),
    ("op 20 december", "2023-12-20"),
    ("1 mrt. 2023", "2023-03-01"),
    ("in maart", "2024-03"),
    ("in mei", "2024-05"),
    ("in november", "2023-11"),
    ("begin juni", "2024-06"),
    ("eind mei", "2024-05"),
    ("half februari", "2024-02"),
    ("medio maart", "2024-03"),
    ("in juni van dit jaar", "2024-06"),
    ("afgelopen oktober", "2023-10"),
    ("het eerste kwartaal van 2025", "2025-01"),
    ("in 2022", "2022"),
    ("sinds 1962", "1962"),
    ("eind 2023", "2023"),
    ("(2019)", "2019"),
    ("dit voorjaar", "2024"),
    ("vorige zomer", "2023"),
    ("in de herfst van 2019", "2019"),
    ("vandaag", "2024-06-21"),
    ("vanochtend", "2024-06-21"),
    ("vannacht", "2024-06-21"),
    ("zojuist", "2024-06-21"),
    ("gisteren", "2024-06-20"),
    ("gisteravond", "2024-06-20"),
    ("eergisteren", "2024-06-19"),
    ("morgen", "2024-06-22"),
    ("overmorgen", "2024-06-23"),
    ("twee dagen geleden", "2024-06-19"),
    ("drie weken geleden", "2024-05"),
    ("een jaar geleden", "2023"),
    ("over twee jaar", "2026"),
    ("vorige week", "2024-06"),
    ("vorige maand", "2024-05"),
    ("begin deze maand", "2024-06"),
    ("eerder deze maand", "2024-06"),
    ("vorig jaar", "2023"),
    ("volgend jaar", "2025"),
    ("de afgelopen dagen", "2024-06"),
    ("dezer dagen", "2024-06"),
    ("in het weekend", "2024-06"),
    ("maandag", "2024-06-17"),
    ("zaterdagavond", "2024-06-15"),
    ("afgelopen dinsdag", "2024-06-18"),
    ("vorige week dinsdag", "2024-06-11"),
    ("dinsdag vorige week", "2024-06-11"),
    ("volgende week woensdag", "2024-06-26"),
    ("komende zaterdag", "2024-06-22"),
    ("in de nacht van vrijdag op zaterdag", "2024-06-15"),
    ("tussen zaterdag en maandag", "2024-06"),
    ("op oudejaarsdag", "2023-12-31"),
    ("voor Kerst", "2023-12"),
    ("twee dagen voor Kerst", "2023-12-23"),
]  # fmt: skip

CASES = [("en", *case) for case in ENGLISH] + [("nl", *case) for case in DUTCH]


@pytest.mark.parametrize(("lang", "text", "value"), CASES)
def test_find_resolves_against_publication(lang: str, text: str, value: str) -> None:
    found = calendar(lang).find(text, FRIDAY)
    assert [moment.value for moment in found] == [value]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "On 3 May they met; the next day they left.", ["2024-05-03", "2024-05-04"]),
        ("en", "On 3 May they met, four days earlier than planned.", ["2024-05-03", "2024-04-29"]),
        ("en", "On 3 May they met and that day they signed.", ["2024-05-03", "2024-05-03"]),
        ("en", "In 2021 it began. The same year it ended.", ["2021", "2021"]),
        ("en", "On 3 May they met. Hours later they left.", ["2024-05-03", "2024-05-03"]),
        ("nl", "Op 3 mei kwam hij; de dag erna ging hij.", ["2024-05-03", "2024-05-04"]),
        ("nl", "Op 3 mei kwam hij, diezelfde middag ging hij.", ["2024-05-03", "2024-05-03"]),
        ("nl", "In juli 2007 kwam hij; diezelfde maand ging hij.", ["2007-07", "2007-07"]),
        ("nl", "Op 3 mei kwam hij; twee dagen later ging hij.", ["2024-05-03", "2024-05-05"]),
        ("nl", "Op 3 mei kwam hij, enkele uren later ging hij.", ["2024-05-03", "2024-05-03"]),
    ],
)
def test_find_counts_from_the_day_named_before(lang: str, text: str, values: list[str]) -> None:
    assert [moment.value for moment in calendar(lang).find(text, FRIDAY)] == values


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Spring will come; they may march, and the man sat there."),
        ("en", "The 24-hour strike of 3,000 workers aged 45."),
        ("en", "In the 1990s it was otherwise."),
        ("en", "He sold 17 percent in two days."),
        ("en", "It took three years and 20 days."),
        ("nl", "In de jaren negentig was het anders."),
        ("nl", "Hij kreeg drie jaar cel voor 17 inbraken."),
        ("nl", "Het duurde twee weken."),
        ("nl", "De komende weken blijft het stil."),
    ],
)
def test_find_leaves_other_words_alone(lang: str, text: str) -> None:
    assert calendar(lang).find(text, FRIDAY) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "by Friday"),
        ("en", "until 3 May"),
        ("en", "no later than 2030"),
        ("nl", "tot dinsdagavond"),
        ("nl", "uiterlijk in 2030"),
        ("nl", "tot eind 2028"),
    ],
)
def test_find_marks_deadlines(lang: str, text: str) -> None:
    assert [moment.limit for moment in calendar(lang).find(text, FRIDAY)] == [True]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "at 15:35"),
        ("en", "shortly after nine"),
        ("en", "around midnight"),
        ("nl", "om 15.35 uur"),
        ("nl", "kort na middernacht"),
    ],
)
def test_find_marks_times_of_day(lang: str, text: str) -> None:
    (moment,) = calendar(lang).find(text, FRIDAY)
    assert moment.clock
    assert moment.value == "2024-06-21"


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("on Monday", Day(2024, 6, 17), Day(2024, 6, 24)),
        ("on Friday", Day(2024, 6, 21), Day(2024, 6, 28)),
        ("on 17 June", Day(2024, 6, 17), Day(2025, 6, 17)),
        ("in November", Day(2023, 11, 1), Day(2024, 11, 1)),
        ("in the autumn", Day(2023, 1, 1), Day(2024, 1, 1)),
    ],
)
def test_find_keeps_both_directions(text: str, back: Day, ahead: Day) -> None:
    (moment,) = calendar("en").find(text, FRIDAY)
    assert (moment.back, moment.ahead) == (back, ahead)


def test_find_without_publication_keeps_only_full_dates() -> None:
    found = calendar("en").find("Yesterday, on Monday, on 3 May 2021 and in 2022", None)
    assert [moment.value for moment in found] == ["2021-05-03", "2022"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("on 17 June", "day"),
        ("last week", "week"),
        ("in June", "month"),
        ("in the first quarter of 2023", "quarter"),
        ("in 2022", "year"),
    ],
)
def test_moment_tells_its_precision(text: str, precision: str) -> None:
    assert [moment.precision for moment in calendar("en").find(text, FRIDAY)] == [precision]


def test_moment_stands_where_it_was_read() -> None:
    text = "They met on 17 June, two days before Christmas was mentioned."
    found = calendar("en").find(text, FRIDAY)
    assert [text[m.start : m.end] for m in found] == ["17 June", "two days before Christmas"]
