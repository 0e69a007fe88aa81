"""The first pass: what is passed over is not parsed, and the events stay what they were."""

from pathlib import Path

import pytest
from spacy.language import Language

from kroniek.coder.pipeline import code_documents, load, make_doc
from kroniek.document import Document
from kroniek.evaluation import documents, load_gold

TEXT = (
    "Boris Novak sings in a choir. It is a small one. Russia expelled two French diplomats. "
    "Paris is a large city. He was sad."
)


@pytest.fixture(scope="module")
def first() -> Language:
    """The English pipeline with the first pass."""
    return load("en", first_pass=True)


def words_passed_over(nlp: Language, text: str) -> list[str]:
    """The first words of the sentences that are not parsed."""
    doc = nlp(text)
    return [doc[i].text for i in sorted(doc._.passed_over)]


def test_only_sentences_that_may_tell_an_event_are_parsed(first: Language) -> None:
    doc = first(TEXT)
    assert [doc[i].text for i in sorted(doc._.passed_over)] == ["Boris", "It", "Paris", "He"]
    assert [event.type for event in doc._.events] == ["SANCTION"]
    assert [sent.text.split()[0] for sent in doc.sents] == ["Boris", "It", "Russia", "Paris", "He"]


def test_names_in_what_is_passed_over_are_tagged(first: Language) -> None:
    doc = first(TEXT)
    passed = [token for token in doc if token.sent.start in doc._.passed_over]
    assert [token.text for token in passed if token.pos_ == "PROPN"] == ["Boris", "Novak", "Paris"]
    assert (doc[1].head.text, doc[1].dep_) == ("Boris", "flat")
    assert {token.pos_ for token in passed} == {"PROPN", ""}


def test_an_article_in_which_nothing_happens_is_not_parsed_at_all(first: Language) -> None:
    text = "The tower is made of brick. It is forty metres high."
    assert words_passed_over(first, text) == ["The", "It"]
    assert words_passed_over(first, "") == []


def test_what_ties_events_is_parsed_where_there_are_any(first: Language) -> None:
    threat = "Russia threatened to expel the French ambassador."
    assert words_passed_over(first, f"{threat} It did not.") == []
    assert words_passed_over(first, "The tower did not fall. It did not.") == ["The", "It"]


def test_a_name_that_is_passed_over_is_still_who_a_pronoun_stands_for() -> None:
    text = "Angela Merkel has a garden. She condemned the Russian attack on Ukraine."
    one = Document(id="a", lang="en", text=text)
    coded = [next(code_documents([one], first_pass=first)) for first in (False, True)]
    assert coded[0].events == coded[1].events
    assert coded[1].events[0].actors[0].name == "Angela Merkel"


def test_at_most_one_event_in_a_hundred_of_gold_is_lost(gold: Path) -> None:
    sets = ("nl", "nl-real", "en", "en-real")
    given = list(documents(load_gold([gold / name for name in sets])))[::5]
    nothing_passed = {one.id: one for one in code_documents(given, held_out=True)}
    lost = found = 0
    for one in code_documents(given, held_out=True, first_pass=True):
        whole = {(e.type, e.trigger.start) for e in nothing_passed[one.id].events}
        found += len(whole)
        lost += len(whole - {(e.type, e.trigger.start) for e in one.events})
    assert found > 50
    assert lost <= 0.01 * found


def test_a_pipeline_without_a_first_pass_parses_everything() -> None:
    nlp = load("en")
    doc = nlp(make_doc(nlp, Document(id="a", lang="en", text=TEXT)))
    assert not doc._.passed_over
    assert all(token.pos_ for token in doc)
