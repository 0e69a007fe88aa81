"""Given a sentence, this is whom its event is from, and this what it depends on."""

import pytest

from kroniek.coder.pipeline import code

ATTRIBUTED = [
    ("en", "France said that Russia had attacked Ukraine.", "ASSAULT", "France"),
    ("en", "Russia attacked Ukraine, France said.", "ASSAULT", "France"),
    ("en", "According to France, Russia attacked Ukraine.", "ASSAULT", "France"),
    ("en", "The police said that Iran had arrested two journalists.", "COERCE", "The police"),
    ("en", "Macron claimed that Russia had shelled Kharkiv.", "ASSAULT", "Macron"),
    ("en", "Russia denied having attacked Ukraine.", "ASSAULT", "Russia"),
    ("nl", "Frankrijk zei dat Rusland Oekraïne had aangevallen.", "ASSAULT", "Frankrijk"),
    ("nl", "Volgens Frankrijk heeft Rusland Oekraïne aangevallen.", "ASSAULT", "Frankrijk"),
    ("nl", "Rusland heeft volgens Macron Oekraïne aangevallen.", "ASSAULT", "Macron"),
    ("nl", "De politie meldde dat Iran twee journalisten had gearresteerd.",
     "COERCE", "De politie"),
]  # fmt: skip

OWN = [
    ("en", "Russia attacked Ukraine.", "ASSAULT"),
    ("en", "Putin threatened to attack Ukraine.", "THREATEN"),
    ("en", "France condemned Russia.", "ACCUSE"),
    ("en", "France promised to send Ukraine tanks.", "AGREE"),
    ("en", "France, which Russia said it admired, condemned Iran.", "ACCUSE"),
    ("nl", "Rusland viel Oekraïne aan.", "ASSAULT"),
    ("nl", "Poetin dreigde Oekraïne aan te vallen.", "THREATEN"),
    ("nl", "Frankrijk veroordeelde Rusland.", "ACCUSE"),
    ("nl", "Betogers demonstreerden bij de ambassade van Rusland.", "PROTEST"),
]

CONDITIONAL = [
    ("en", "Iran threatened to attack Israel if Israel bombed Tehran.", "THREATEN",
     "if Israel bombed Tehran"),
    ("en", "The EU will sanction Iran unless it frees the journalists.", "THREATEN",
     "unless it frees the journalists"),
    ("en", "Should Israel attack, Iran will sanction the United States.", "THREATEN",
     "Should Israel attack"),
    ("en", "France will send tanks to Ukraine if Germany agrees.", "AGREE",
     "if Germany agrees"),
    ("en", "If Iran refuses, the EU will sanction Tehran.", "THREATEN", "If Iran refuses"),
    ("nl", "Iran dreigde Israël aan te vallen als Israël Teheran bombardeert.", "THREATEN",
     "als Israël Teheran bombardeert"),
    ("nl", "De EU zal Iran sancties opleggen tenzij het de journalisten vrijlaat.", "THREATEN",
     "tenzij het de journalisten vrijlaat"),
    ("nl", "Mocht Iran weigeren, dan zal de EU Teheran sancties opleggen.", "THREATEN",
     "Mocht Iran weigeren"),
    ("nl", "Als Iran weigert, zal de EU Teheran sancties opleggen.", "THREATEN",
     "Als Iran weigert"),
]  # fmt: skip

UNCONDITIONAL = [
    ("en", "Russia attacked Ukraine when France left."),
    ("en", "Iran arrested two journalists and will free them if France pays."),
    ("en", "Police arrested two protesters until order was restored."),
    ("nl", "Rusland viel Oekraïne aan toen Frankrijk vertrok."),
]


def told(lang: str, text: str, kind: str, field: str) -> list[str | None]:
    """Attribution or condition of the events of a type in a text."""
    events = [e for e in code(text, lang, published="2024-06-21").events if e.type == kind]
    found = [getattr(e, field) for e in events]
    return [span.text if span else None for span in found]


@pytest.mark.parametrize(("lang", "text", "kind", "source"), ATTRIBUTED)
def test_attribution_is_the_speaker(lang: str, text: str, kind: str, source: str) -> None:
    assert told(lang, text, kind, "attribution") == [source]


@pytest.mark.parametrize(("lang", "text", "kind"), OWN)
def test_attribution_is_left_out_for_ones_own_act(lang: str, text: str, kind: str) -> None:
    assert set(told(lang, text, kind, "attribution")) == {None}


@pytest.mark.parametrize(("lang", "text", "kind", "condition"), CONDITIONAL)
def test_condition_is_the_clause_that_the_act_depends_on(
    lang: str, text: str, kind: str, condition: str
) -> None:
    assert told(lang, text, kind, "condition") == [condition]


@pytest.mark.parametrize(("lang", "text"), UNCONDITIONAL)
def test_condition_is_left_out_for_what_was_done(lang: str, text: str) -> None:
    events = code(text, lang, published="2024-06-21").events
    assert [e.condition for e in events if e.type in ("ASSAULT", "COERCE")][:1] == [None]
