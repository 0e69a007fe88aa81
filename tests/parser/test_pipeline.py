"""From text to a parsed Doc: who did what to whom in news sentences, in any text, anywhere."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc

from kroniek.errors import LanguageError
from kroniek.parser import model, pipeline
from kroniek.parser.component import ThreadsError
from kroniek.parser.model import WeightsError

ARTICLE = (
    "Kabinet dreigt met sancties\n\n"
    "De Nederlandse regering dreigt met sancties tegen de generaals. "
    "“We wachten niet langer,” zei minister Bakker vrijdag. "
    "De junta kondigde vorige week verkiezingen aan, maar stelde die weer uit.\n\n"
    "Volgens dhr. Visser van de oppositie werden drie betogers door de politie doodgeschoten."
)


ODD = 'ab É.!?\n\r\t"’“-\u00a0\u200b\u00ad\x00\x07😀\u0301中1'


def arcs(doc: Doc) -> set[tuple[str, str, str]]:
    """(head's lemma, label, word) of all words."""
    return {(token.head.lemma_, token.dep_, token.text) for token in doc if not token.is_space}


def trees(doc: Doc) -> list[tuple[str, int, str, str]]:
    return [(token.text, token.head.i, token.dep_, token.lemma_) for token in doc]


def arcs_of(lines: str) -> set[tuple[str, str, str]]:
    """ "say nsubj minister, say ccomp withdraw" as arcs."""
    return {(head, label, word) for head, label, word in map(str.split, lines.split(", "))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rusland viel Oekraïne binnen.",
            "binnenvallen nsubj Rusland, binnenvallen obj Oekraïne",
        ),
        (
            "Donderdag kondigde de minister sancties aan.",
            "aankondigen nsubj minister, aankondigen obj sancties",
        ),
        (
            "De stad werd door het leger gebombardeerd.",
            "bombarderen nsubj:pass stad, bombarderen obl:agent leger",
        ),
        (
            "De president zei dat hij troepen zal sturen.",
            "zeggen ccomp sturen, sturen nsubj hij, sturen obj troepen",
        ),
        (
            "Iran dreigt met een aanval op Israël.",
            "dreigen nsubj Iran, aanval nmod Israël",
        ),
        (
            "De rebellen die het dorp bezetten, trokken weg.",
            "rebel acl:relcl bezetten, wegtrekken nsubj rebellen",
        ),
    ],
)
def test_pipeline_dutch_news(dutch: Language, text: str, expected: str) -> None:
    assert arcs_of(expected) <= arcs(dutch(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia invaded Ukraine.", "invade nsubj Russia, invade obj Ukraine"),
        (
            "Talks were called off by the rebels.",
            "call nsubj:pass Talks, call compound:prt off, call obl:agent rebels",
        ),
        (
            "The minister said Iran would not withdraw its troops.",
            "say nsubj minister, say ccomp withdraw, withdraw obj troops",
        ),
        ("NATO gave Ukraine new tanks.", "give iobj Ukraine, give obj tanks"),
        (
            "North Korea's army vowed to respond.",
            "vow nsubj army, vow xcomp respond, army nmod:poss Korea",
        ),
        (
            "China and Japan condemned the attack on the port.",
            "condemn nsubj China, China conj Japan, attack nmod port",
        ),
    ],
)
def test_pipeline_english_news(english: Language, text: str, expected: str) -> None:
    assert arcs_of(expected) <= arcs(english(text))


def test_pipeline_sets_what_a_doc_has(dutch: Language) -> None:
    doc = dutch(ARTICLE)
    assert [sent.text.strip()[:11] for sent in doc.sents] == [
        "Kabinet dre", "De Nederlan", "“We wachten", "De junta ko", "Volgens dhr",
    ]  # fmt: skip
    assert all(doc.has_annotation(name) for name in ("POS", "DEP", "HEAD", "LEMMA", "SENT_START"))
    assert "_" not in "".join(token.lemma_ for token in doc)
    assert doc.text == ARTICLE
    assert "<svg" in displacy.render(doc, style="dep", jupyter=False)


def test_pipeline_finds_the_heads_of_compounds(dutch: Language) -> None:
    doc = dutch("De wapenleveranties gaan door.")
    assert doc[1]._.parts == ("wapen", "leverantie")
    assert doc[1]._.head_lemma == "leverantie"


@settings(deadline=None, max_examples=60)
@given(
    text=st.text(
        st.sampled_from('ab É.!?\n\r\t"’“-\u00a0\u200b\u00ad\x00\x07😀\u0301中1'), max_size=80
    )
)
def test_pipeline_parses_anything(dutch: Language, text: str) -> None:
    doc = dutch(text)
    assert doc.text == text
    assert all(token.is_space == (token.pos_ == "SPACE") for token in doc)
    for sent in doc.sents:
        assert [token for token in sent if token.head == token] == [sent.root]


def test_pipeline_long_sentences_are_cut_but_stay_one(dutch: Language) -> None:
    doc = dutch("de mannen en de vrouwen, " * 300 + "kwamen.")
    assert len(list(doc.sents)) == 1
    assert [token.dep_ for token in doc].count("ROOT") == 1


def test_pipeline_long_words_and_many_spaces(english: Language) -> None:
    text = "a" * 50_000 + " " * 50_000 + "left the city"
    assert english(text).text == text


@pytest.mark.slow
def test_pipeline_time_grows_linearly_with_length(dutch: Language) -> None:
    sentence = "De minister kondigde in juni nieuwe maatregelen tegen de generaals aan. "

    def seconds(times: int) -> float:
        begun = time.perf_counter()
        dutch(sentence * times)
        return time.perf_counter() - begun

    seconds(50)
    assert seconds(1400) < 25 * seconds(140)


def test_pipeline_survives_pickling(dutch: Language) -> None:
    again = pickle.loads(pickle.dumps(dutch))
    assert trees(again(ARTICLE)) == trees(dutch(ARTICLE))


def test_pipeline_does_not_pickle_the_weights(dutch: Language) -> None:
    dutch(ARTICLE)
    assert len(pickle.dumps(dutch.get_pipe("kroniek_parser"))) < 100_000


def test_pipeline_two_processes_parse_alike(dutch: Language) -> None:
    texts = [ARTICLE, "Rusland viel Oekraïne binnen.", ""] * 2
    alone = [trees(doc) for doc in dutch.pipe(texts)]
    assert [trees(doc) for doc in dutch.pipe(texts, n_process=2, batch_size=2)] == alone


def test_pipeline_two_processes_with_two_threads_each_do_not_hang() -> None:
    nlp = pipeline("nl", threads=2)
    alone = trees(nlp(ARTICLE))
    assert [trees(doc) for doc in nlp.pipe([ARTICLE] * 3, n_process=2, batch_size=1)] == [alone] * 3


def test_pipeline_one_thread_and_two_give_the_same_trees(dutch: Language) -> None:
    assert trees(pipeline("nl", threads=2)(ARTICLE)) == trees(dutch(ARTICLE))


def test_pipeline_documents_do_not_depend_on_their_neighbours(dutch: Language) -> None:
    texts = [ARTICLE, "Kort.", ARTICLE[:80]]
    together = [trees(doc) for doc in dutch.pipe(texts)]
    assert together == [trees(dutch(text)) for text in texts]


def test_pipeline_sentences_do_not_depend_on_their_neighbours(dutch: Language) -> None:
    alone = dutch("De stad werd door het leger gebombardeerd.")
    among = dutch(f"{alone.text} {ARTICLE}")
    assert trees(among)[: len(alone)] == trees(alone)


def test_pipeline_threads_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KRONIEK_THREADS", "2")
    assert pipeline("nl").get_pipe("kroniek_parser").threads == 2  # type: ignore[attr-defined]
    monkeypatch.setenv("KRONIEK_THREADS", "many")
    with pytest.raises(ThreadsError, match="KRONIEK_THREADS=many"):
        pipeline("nl")


def test_pipeline_unknown_language() -> None:
    with pytest.raises(LanguageError, match="xx"):
        pipeline("xx")


def test_weights_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"parser\.onnx"):
        model.load(tmp_path)
