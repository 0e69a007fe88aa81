"""Explanations: each sentence says which entry fired on which words, or why none did."""

from __future__ import annotations

from datetime import date

import pytest

from kroniek.coder.explain import Note, explain
from kroniek.document import Document

ENGLISH = (
    "Israel said that Iran did not attack Saudi Arabia on Monday. "
    "Iran agreed to withdraw its troops from Iraq. "
    "Turkey hopes to meet Syria. "
    "If Iran attacks Israel, the United States will impose sanctions on Iran. "
    "Good morning!"
)
DUTCH = "Israël zei dat Iran maandag Saoedi-Arabië niet heeft aangevallen. Het regende in Wenen."


def notes(lang: str, text: str, event: str = "") -> list[Note]:
    made = Document(id="a", lang=lang, published=date(2024, 6, 21), text=text)
    return list(explain(made, event))


@pytest.fixture(scope="module")
def english() -> list[Note]:
    return notes("en", ENGLISH)


def test_every_sentence_has_a_note_in_the_order_of_the_text(english: list[Note]) -> None:
    assert " ".join(note.sentence for note in english) == ENGLISH


def test_an_event_names_its_entry_and_the_words_of_each_decision(english: list[Note]) -> None:
    ((_, reasons),) = english[0].events
    told = "\n".join(reasons)
    assert reasons[0].startswith("ASSAULT, negated")
    for part in (
        "en/assault: attack",
        "subject 'Iran'",
        "actor: 'Iran' = IRN",
        "recipient: 'Saudi Arabia' = SAU",
        "negated by 'not'",
        "auxiliaries: 'did'",
        "under: said",
        "date 2024-06-17 by 'Monday'",
        "told by 'Israel'",
    ):
        assert part in told


def test_a_dutch_event_is_explained_by_dutch_words() -> None:
    first, second = notes("nl", DUTCH)
    ((_, reasons),) = first.events
    told = "\n".join(reasons)
    assert "negated by 'niet'" in told
    assert "auxiliaries: 'heeft'" in told
    assert "told by 'Israël'" in told
    assert second.events == ()


def test_an_embedded_act_is_told_as_taken_up_and_as_no_event_of_its_own(
    english: list[Note],
) -> None:
    ((_, reasons),) = english[1].events
    assert reasons[0].startswith("CONCEDE, actual")
    assert any("takes up: RETREAT 'withdraw'" in reason for reason in reasons)
    assert english[1].silent == ("'withdraw': RETREAT is part of the event 'agreed'",)


def test_a_sentence_without_event_says_why_for_each_predicate(english: list[Note]) -> None:
    assert english[2].events == ()
    hopes, meet = english[2].silent
    assert hopes.startswith("'hopes': an operator: leaves it uncoded")
    assert meet == "'meet': CONSULT is a wish, a purpose or a condition"


def test_a_condition_is_quoted_as_it_stands(english: list[Note]) -> None:
    ((_, reasons),) = english[3].events
    assert any("on condition: 'If Iran attacks Israel'" in reason for reason in reasons)


def test_a_sentence_without_predicate_says_so(english: list[Note]) -> None:
    assert (english[4].events, len(english[4].silent)) == ((), 1)
    assert "no verb" in english[4].silent[0]


def test_a_verb_without_entry_is_named() -> None:
    (note,) = notes("en", "The farmer peeled an apple.")
    assert note.silent == ("'peeled': no entry for verb 'peel'",)


def test_one_event_can_be_asked_for_by_the_beginning_of_its_id(english: list[Note]) -> None:
    name = english[1].events[0][0]
    (note,) = notes("en", ENGLISH, name[:6])
    assert note.sentence == english[1].sentence
    assert notes("en", ENGLISH, "no-such-id") == []
