"""The public API: what `import kroniek` gives, and coding the spaCy way."""

from __future__ import annotations

import pickle
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import kroniek
from kroniek.coder.pipeline import COMPONENTS
from kroniek.parser import pipeline

TEXT = "Rusland viel Oekraïne donderdag aan. Zuid-Korea zal sancties opleggen aan Rusland."
TOLD = ["ASSAULT", "SANCTION"]


@pytest.fixture(scope="module")
def dutch() -> Language:
    return kroniek.load("nl")


def types(doc: Doc) -> list[str]:
    return [event.type for event in doc._.events]


def test_the_public_names_are_these() -> None:
    assert kroniek.__all__ == [
        "CodedArticle",
        "Document",
        "Event",
        "EventDate",
        "InputError",
        "KroniekError",
        "LanguageError",
        "LedgerError",
        "LexiconError",
        "Party",
        "Place",
        "Quantity",
        "Relation",
        "Span",
        "code",
        "code_documents",
        "load",
    ]
    assert all(getattr(kroniek, name) for name in kroniek.__all__)


def test_a_text_is_coded_in_one_call() -> None:
    coded = kroniek.code(TEXT, lang="nl", published="2024-06-21")
    assert isinstance(coded, kroniek.CodedArticle)
    assert (coded.lang, coded.published) == ("nl", date(2024, 6, 21))
    attack, sanctions = coded.events
    assert [party.code for party in attack.actors + attack.recipients] == ["RUS", "UKR"]
    assert attack.date is not None
    assert attack.date.value == "2024-06-20"
    assert sanctions.status == "future"


def test_language_date_title_and_id_may_be_given_or_left_out() -> None:
    bare = kroniek.code(TEXT)
    assert (bare.lang, bare.published, bare.title) == ("nl", None, "")
    given = kroniek.code(TEXT, published=date(2024, 6, 21), title="Oorlog", id="nl-1")
    assert (given.published, given.title, given.id) == (date(2024, 6, 21), "Oorlog", "nl-1")
    assert bare.id == kroniek.code(TEXT).id != kroniek.code(TEXT + " Einde.").id


@pytest.mark.parametrize("text", ["", "   \n"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(kroniek.InputError):
        kroniek.code(text, lang="nl")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(kroniek.LanguageError, match="'xx': choose from en, nl"):
        kroniek.load("xx")
    with pytest.raises(kroniek.KroniekError):
        kroniek.code(TEXT, lang="xx")


def test_an_impossible_date_is_refused() -> None:
    with pytest.raises(kroniek.InputError, match="'2024-02-31' is no date"):
        kroniek.code(TEXT, lang="nl", published="2024-02-31")


def test_many_documents_are_coded_in_their_order() -> None:
    documents = [
        kroniek.Document(id=str(n), lang=lang, text=text)
        for n, (lang, text) in enumerate(
            [("nl", TEXT), ("en", "Iran attacked Israel."), ("nl", "Het regent.")]
        )
    ]
    coded = list(kroniek.code_documents(documents))
    assert [(one.id, len(one.events)) for one in coded] == [("0", 2), ("1", 1), ("2", 0)]


def test_a_document_that_fails_is_told_and_the_others_are_coded() -> None:
    documents = [
        kroniek.Document(id="a", lang="xx", text="…", source="a.txt"),
        kroniek.Document(id="b", lang="nl", text=TEXT),
    ]
    faults: list[kroniek.InputError] = []
    assert [one.id for one in kroniek.code_documents(documents, faults.append)] == ["b"]
    assert [fault.source for fault in faults] == ["a.txt"]
    with pytest.raises(kroniek.InputError, match=r"a\.txt"):
        list(kroniek.code_documents(documents))


def test_a_loaded_pipeline_codes_the_spacy_way(dutch: Language) -> None:
    doc = dutch(TEXT)
    assert types(doc) == TOLD
    assert doc._.events[0].trigger.text == "viel"
    assert doc._.relations == ()


def test_every_step_is_a_registered_factory(dutch: Language) -> None:
    assert set(COMPONENTS) <= set(dutch.pipe_names)
    assert all(Language.has_factory(name) for name in COMPONENTS)


def test_a_step_says_what_it_needs_and_the_pipeline_gives_it(dutch: Language) -> None:
    problems = dutch.analyze_pipes()["problems"]
    assert {name: missing for name, missing in problems.items() if missing} == {}


def test_a_step_can_be_added_alone() -> None:
    nlp = pipeline("nl")
    nlp.add_pipe("kroniek_clauses")
    (clause,) = nlp("Rusland viel Oekraïne aan.")._.clauses
    assert (clause.lemma, clause.particle) == ("aanvallen", "aan")


def test_a_coded_doc_can_be_pickled(dutch: Language) -> None:
    doc = dutch(TEXT)
    again = pickle.loads(pickle.dumps(doc))
    assert again._.events == doc._.events
    assert Doc(dutch.vocab).from_bytes(doc.to_bytes())._.events == doc._.events


def test_texts_are_coded_by_several_processes_in_their_order(dutch: Language) -> None:
    texts = [TEXT, "Het regent.", "Israël bombardeerde Gaza."]
    docs = list(dutch.pipe(texts, n_process=2, batch_size=1))
    assert [types(doc) for doc in docs] == [TOLD, [], ["ASSAULT"]]
