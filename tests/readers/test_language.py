"""Given a text: this language, or none that is known."""

import json
from pathlib import Path

import pytest

from kroniek.errors import LanguageError
from kroniek.readers import detect_language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Iran dreigt met een aanval op Israël.", "nl"),
        ("Iran threatens to attack Israel.", "en"),
        ("Zes uur later was die alweer voorbij.", "nl"),
        ("The ministers were there on Monday.", "en"),
    ],
)
def test_short_texts_are_told_apart(text: str, lang: str) -> None:
    assert detect_language(text) == lang


@pytest.mark.parametrize(
    "text",
    [
        "Le président a menacé jeudi de revoir la doctrine nucléaire, a rapporté le journal.",
        "Президент пригрозил пересмотреть ядерную доктрину.",
        "Prezydent zagroził w czwartek rewizją doktryny nuklearnej.",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(LanguageError, match="known are en, nl"):
        detect_language(text)


def test_a_text_without_words_is_refused() -> None:
    with pytest.raises(LanguageError, match="no words"):
        detect_language("1234567890 --- 42")


def test_every_gold_article_is_in_its_language(gold: Path) -> None:
    for path in sorted(gold.glob("*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        assert detect_language(record["text"]) == record["lang"], path.name
