"""Which articles are copies: wire stories that papers print with small changes."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kroniek.ledger.sources import DAYS, Copy, Text, copies

STORY = (
    "The Sudanese army bombed a market in Omdurman on Tuesday, killing at least 31 people, a "
    "doctors' union said. Residents said that the planes came at noon, when the market was at its "
    "busiest, and that many of the wounded could not be taken to a hospital. The army denied it."
)
OWN = (
    "At least thirty people died on Tuesday when war planes attacked a market in Omdurman, across "
    "the Nile from the Sudanese capital. Doctors spoke of the worst attack since the war began. "
    "The army denied that it had bombed civilians, and blamed its enemies for the bloodshed."
)
DAY = date(2023, 7, 4)


def text(article: int, words: str = STORY, day: date | None = DAY, lang: str = "en") -> Text:
    return Text(article, lang, day, words)


def pairs(found: list[Copy]) -> dict[int, int]:
    return {copy.article: copy.original for copy in found}


def test_a_story_with_another_dateline_and_end_is_a_copy() -> None:
    changed = "KHARTOUM (Reuters) - " + STORY.replace(" The army denied it.", "")
    (found,) = copies([text(1), text(2, changed)])
    assert (found.article, found.original) == (2, 1)
    assert 0.7 < found.likeness < 1


def test_another_reporters_story_is_no_copy() -> None:
    assert copies([text(1), text(2, OWN)]) == []


def test_the_one_that_was_published_first_is_the_original() -> None:
    assert pairs(copies([text(1, day=date(2023, 7, 5)), text(2), text(3)])) == {1: 2, 3: 2}


def test_copies_of_a_copy_have_its_original() -> None:
    words = STORY.split()
    chain = [text(n, " ".join(words[n * 6 :] + OWN.split()[: n * 6])) for n in range(3)]
    found = pairs(copies(chain))
    assert set(found.values()) == {0}
    assert 1 in found


def test_what_is_printed_again_much_later_is_no_copy() -> None:
    assert copies([text(1), text(2, day=date(2023, 7, 4 + DAYS + 1))]) == []


def test_a_text_without_a_day_may_be_a_copy() -> None:
    assert pairs(copies([text(1, day=None), text(2)])) == {1: 2}


def test_languages_are_not_compared() -> None:
    assert copies([text(1), text(2, lang="nl")]) == []


def test_a_line_that_many_articles_could_print_is_no_copy() -> None:
    assert (
        copies([text(1, "Talks will go on tomorrow."), text(2, "Talks will go on tomorrow.")]) == []
    )


@given(st.permutations(range(6)))
def test_the_order_in_which_articles_came_in_does_not_count(order: list[int]) -> None:
    days = [date(2023, 7, 4 + number) for number in range(6)]
    every = [text(number, (STORY, OWN)[number % 2], days[number]) for number in range(6)]
    assert pairs(copies(every[number] for number in order)) == {2: 0, 4: 0, 3: 1, 5: 1}
