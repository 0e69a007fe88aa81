"""What the event head makes of words for which no entry of the lexicon fires."""

import numpy as np
import pytest

from kroniek.coder.pipeline import load
from kroniek.coder.proposals import FITTING, proposed
from kroniek.coder.scores import Scores, scores_of
from kroniek.lexicon.entries import Entry
from kroniek.ontology import EVENT_TYPES


def scored(**types: float) -> Scores:
    """The scores of one word."""
    table = np.zeros((1, 1 + len(EVENT_TYPES)), np.float32)
    for name, score in types.items():
        table[0, 1 + EVENT_TYPES.index(name)] = score
    table[0, 0] = 1 - table.sum()
    return Scores(table)


def entry(code: str) -> Entry:
    """An entry of the verb "move" with a condition that cannot be seen here."""
    return Entry.model_validate(
        {"kind": "verb", "lemmas": "move", "file": "test", "code": code, "if": {"object": "x"}}
    )


ENTRIES = [entry("MOBILIZE"), entry("RETREAT")]


def test_among_the_types_of_a_word_s_entries_the_likeliest_fires() -> None:
    found = proposed(scored(RETREAT=FITTING, MOBILIZE=0.1), 0, ENTRIES)
    assert found is ENTRIES[1]


def test_an_entry_does_not_fire_when_its_type_is_unlikely() -> None:
    assert proposed(scored(RETREAT=FITTING - 0.01), 0, ENTRIES) is None


def test_a_word_without_entries_is_not_coded() -> None:
    assert proposed(scored(AID=0.99), 0, []) is None


def test_a_type_that_no_entry_has_does_not_fire() -> None:
    assert proposed(scored(AID=0.99), 0, ENTRIES) is None


@pytest.mark.parametrize(
    ("lang", "text", "word", "kind"),
    [
        ("en", "Turkish warplanes bombed villages in northern Iraq.", "bombed", "ASSAULT"),
        ("nl", "De minister veroordeelde de aanval.", "aanval", "ASSAULT"),
        ("en", "France imposed sanctions on Mali.", "imposed", "SANCTION"),
    ],
)
def test_the_head_finds_plain_event_words_and_their_type(
    lang: str, text: str, word: str, kind: str
) -> None:
    doc = load(lang, keep_work=True)(text)
    scores = scores_of(doc)
    assert scores is not None
    at = next(t.i for t in doc if t.text == word)
    assert scores.event(at) > 0.5
    assert scores.best(at) == kind
    assert all(scores.event(t.i) < FITTING for t in doc if t.is_punct or t.pos_ == "DET")


def test_without_scores_the_lexicon_decides_alone() -> None:
    nlp = load("en", keep_work=True)
    doc = nlp.make_doc("Turkish warplanes bombed villages in northern Iraq.")
    doc._.scored = False
    assert scores_of(nlp(doc)) is None
