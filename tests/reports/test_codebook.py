"""The codebook: every entry of a language on one page, by type, with its first examples."""

from __future__ import annotations

import pytest

from kroniek.languages import BUILT_IN
from kroniek.lexicon.entries import read_entries
from kroniek.ontology import EVENT_TYPES
from kroniek.reports.codebook import codebook


@pytest.fixture(scope="module", params=BUILT_IN)
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def chapters(page: str) -> list[str]:
    return [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]


def test_the_chapters_are_the_types_in_their_order_and_then_operators_and_what_is_no_event(
    lang: str,
) -> None:
    found = chapters(codebook(lang))
    assert found[: len(EVENT_TYPES)] == list(EVENT_TYPES)
    rest = found[len(EVENT_TYPES) :]
    assert all(title.startswith("Operator ") or title == "No event" for title in rest)
    assert "No event" in rest
    assert len(set(found)) == len(found)


def test_every_entry_is_there_once_with_its_lemmas_and_mode(lang: str) -> None:
    lines = codebook(lang).splitlines()
    told = sorted(line for line in lines if line.startswith("**"))
    entries = read_entries(lang)
    assert told == sorted(
        f"**{', '.join(entry.lemmas)}**, {entry.kind}" + (f" ({entry.mode})" if entry.mode else "")
        for entry in entries
    )


def test_conditions_parties_and_at_most_three_examples_are_told(lang: str) -> None:
    page = codebook(lang)
    blocks = [block for block in page.split("\n\n") if block.startswith("**")]
    assert any("- if " in block for block in blocks)
    assert any("- unless " in block for block in blocks)
    assert any("- recipient: " in block for block in blocks)
    assert max(block.count("\n- *") for block in blocks) == 3


def test_the_first_examples_of_every_entry_are_quoted(lang: str) -> None:
    page = codebook(lang)
    for entry in read_entries(lang):
        for example in entry.examples[:3]:
            assert f"- *{example.text}*" in page


def test_the_page_is_the_same_at_every_call(lang: str) -> None:
    assert codebook(lang) == codebook(lang)
