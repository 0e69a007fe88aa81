"""Deadlines: the last day by which something was promised or demanded."""

from datetime import date

import pytest

from kroniek.ledger.deadlines import deadline

TODAY = date(2024, 1, 15)


@pytest.mark.parametrize(
    ("lang", "text", "day", "words"),
    [
        ("en", "to send tanks by 1 May", "2024-05-01", "by 1 May"),
        ("en", "to send tanks by the end of June", "2024-06-30", "by the end of June"),
        ("en", "to leave before the end of the year", "2024-12-31", "before the end of the year"),
        ("en", "to leave before 3 January", "2025-01-03", "before 3 January"),
        ("en", "to withdraw within two weeks", "2024-01-29", "within two weeks"),
        ("en", "to withdraw within 48 hours", "2024-01-17", "within 48 hours"),
        ("en", "to withdraw within three months", "2024-04-15", "within three months"),
        ("nl", "voor 1 maart troepen terugtrekken", "2024-03-01", "voor 1 maart"),
        ("nl", "uiterlijk 1 maart leveren", "2024-03-01", "uiterlijk 1 maart"),
        ("nl", "voor het einde van het jaar vertrekken", "2024-12-31",
         "voor het einde van het jaar"),
        ("nl", "binnen tien dagen leveren", "2024-01-25", "binnen tien dagen"),
        ("nl", "binnen een maand leveren", "2024-02-15", "binnen een maand"),
    ],
)  # fmt: skip
def test_a_deadline_is_a_day_to_come_behind_a_word_for_it(
    lang: str, text: str, day: str, words: str
) -> None:
    found = deadline(text, lang, TODAY)
    assert found is not None
    assert (str(found[0]), found[1]) == (day, words)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "threatened to attack Israel"),
        ("en", "promised on 10 January to send tanks"),
        ("en", "the ceasefire of 1 May"),
        ("en", "by the end of 2023"),
        ("nl", "beloofde op 10 januari tanks"),
        ("nl", "de top voor staatshoofden op 1 maart"),
    ],
)
def test_a_day_alone_or_one_that_has_passed_is_no_deadline(lang: str, text: str) -> None:
    assert deadline(text, lang, TODAY) is None
