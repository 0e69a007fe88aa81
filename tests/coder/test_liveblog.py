"""Live blogs: each paragraph that begins with a time is of a day."""

from __future__ import annotations

from datetime import date as Day

import kroniek
from kroniek.coder.liveblog import LiveBlog

PUBLISHED = Day(2024, 6, 21)


def days(*stamps: str) -> list[int]:
    """The day of the month of each entry of a blog of 21 June."""
    return [m.day.day for m in LiveBlog("\n\n".join(stamps), PUBLISHED).moments]


def test_entries_are_of_the_day_of_publication() -> None:
    assert days("12.10 - Rain.", "11.40 - Sun.", "09.05 - Mist.") == [21, 21, 21]


def test_the_clock_jumps_at_midnight_whichever_way_the_entries_run() -> None:
    assert days("02:10 Rain.", "00:40 Sun.", "23:05 Mist.") == [21, 21, 20]
    assert days("23:05 Mist.", "00:40 Sun.", "02:10 Rain.") == [20, 21, 21]


def test_an_article_with_two_times_is_no_live_blog() -> None:
    assert days("12.10 - Rain.", "11.40 - Sun.") == []


def test_what_an_entry_tells_as_news_has_its_day_and_what_had_happened_has_not() -> None:
    text = (
        "12.10 - France condemned Russia.\n\n11.40 - Iran has expelled two French diplomats.\n\n"
        "09.05 - Germany had arrested a Syrian general."
    )
    article = kroniek.code(text, lang="en", published=PUBLISHED)
    found = {e.type: e.date.value if e.date else None for e in article.events}
    assert found == {"ACCUSE": "2024-06-21", "SANCTION": "2024-06-21", "COERCE": None}
