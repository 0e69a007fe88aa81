"""Given a sentence, its event was done, is to come, may be, was not, or is history."""

import pytest

from kroniek.coder.pipeline import code

CASES = [
    ("en", "Russia attacked Ukraine.", "ASSAULT", "actual"),
    ("en", "Russia has attacked Ukraine.", "ASSAULT", "actual"),
    ("en", "Russia is attacking Ukraine.", "ASSAULT", "actual"),
    ("en", "France said that Russia had attacked Ukraine.", "ASSAULT", "actual"),
    ("en", "Iran arrested two journalists three months ago.", "COERCE", "actual"),
    ("en", "Putin threatened to attack Ukraine.", "THREATEN", "actual"),
    ("en", "France promised to send Ukraine tanks.", "AGREE", "actual"),
    ("en", "The EU will sanction Iran.", "SANCTION", "future"),
    ("en", "Britain plans to sanction Iran.", "SANCTION", "future"),
    ("en", "The EU will sanction Iran on Monday.", "SANCTION", "future"),
    ("en", "Russia may attack Ukraine.", "ASSAULT", "hypothetical"),
    ("en", "Russia could attack Ukraine.", "ASSAULT", "hypothetical"),
    ("en", "Russia did not attack Ukraine.", "ASSAULT", "negated"),
    ("en", "Russia has never attacked Ukraine.", "ASSAULT", "negated"),
    ("en", "Russia denied having attacked Ukraine.", "ASSAULT", "negated"),
    ("en", "Nor has Russia attacked Ukraine.", "ASSAULT", "negated"),
    ("en", "In 2014 Russia invaded Ukraine.", "ASSAULT", "historical"),
    ("en", "Iran arrested two journalists two years ago.", "COERCE", "historical"),
    ("nl", "Rusland viel Oekraïne aan.", "ASSAULT", "actual"),
    ("nl", "Rusland heeft Oekraïne aangevallen.", "ASSAULT", "actual"),
    ("nl", "Frankrijk zei dat Rusland Oekraïne had aangevallen.", "ASSAULT", "actual"),
    ("nl", "Rusland zou Oekraïne hebben aangevallen.", "ASSAULT", "actual"),
    ("nl", "Poetin dreigde Oekraïne aan te vallen.", "THREATEN", "actual"),
    ("nl", "Frankrijk beloofde Oekraïne tanks te sturen.", "AGREE", "actual"),
    ("nl", "De EU zal Iran sancties opleggen.", "SANCTION", "future"),
    ("nl", "De EU gaat Iran sancties opleggen.", "SANCTION", "future"),
    ("nl", "Rusland kan Oekraïne aanvallen.", "ASSAULT", "hypothetical"),
    ("nl", "Rusland viel Oekraïne niet aan.", "ASSAULT", "negated"),
    ("nl", "Rusland heeft Oekraïne nooit aangevallen.", "ASSAULT", "negated"),
    ("nl", "Rusland ontkende Oekraïne te hebben aangevallen.", "ASSAULT", "negated"),
    ("nl", "In 2014 viel Rusland Oekraïne binnen.", "ASSAULT", "historical"),
    ("nl", "Iran arresteerde twee jaar geleden twee journalisten.", "COERCE", "historical"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "kind", "status"), CASES)
def test_status_is_told_by_tense_mood_negation_and_date(
    lang: str, text: str, kind: str, status: str
) -> None:
    events = code(text, lang, published="2024-06-21").events
    assert [e.status for e in events if e.type == kind] == [status]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "France will not forget the journalists whom Iran arrested."),
        ("nl", "Frankrijk zal de journalisten niet vergeten die Iran heeft gearresteerd."),
    ],
)
def test_status_of_a_relative_clause_is_its_own(lang: str, text: str) -> None:
    events = code(text, lang, published="2024-06-21").events
    assert [e.status for e in events if e.type == "COERCE"] == ["actual"]
