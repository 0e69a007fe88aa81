"""Lemmas and their parts."""

from __future__ import annotations

import pytest

from kroniek.parser import lemmas, model, unseen
from kroniek.parser.lemmatise import Lemmatiser
from kroniek.parser.rules import load_rules


def lemmatiser(language: str) -> Lemmatiser:
    return Lemmatiser(unseen.load(model.WEIGHTS, language), load_rules(language), frozenset({"op"}))


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "parts"),
    [
        ("Aanvallen", "NOUN", "aanval", ("aanval",)),
        ("landen", "NOUN", "land", ("land",)),
        ("had", "AUX", "hebben", ("hebben",)),
        ("ging", "VERB", "gaan", ("gaan",)),
        ("aangekondigd", "VERB", "aankondigen", ("aan", "kondigen")),
        ("verzekeringsmaatschappijen", "NOUN", "verzekeringsmaatschappij",
         ("verzekering", "maatschappij")),
        ("wapenleveranties", "NOUN", "wapenleverantie", ("wapen", "leverantie")),
        ("Oekraïne", "PROPN", "Oekraïne", ("Oekraïne",)),
        ("NAVO", "PROPN", "NAVO", ("NAVO",)),
        ("VN", "NOUN", "VN", ("VN",)),
    ],
)  # fmt: skip
def test_lemma_dutch(form: str, tag: str, lemma: str, parts: tuple[str, ...]) -> None:
    assert lemmatiser("nl").lemma(form, tag) == (lemma, parts)


@pytest.mark.parametrize(
    ("form", "tag", "lemma"),
    [
        ("Countries", "NOUN", "country"),
        ("n't", "PART", "not"),
        ("n’t", "PART", "not"),
        ("'s", "PART", "'s"),
        ("denouncing", "VERB", "denounce"),
        ("shelled", "VERB", "shell"),
        ("threat\u00adens", "VERB", "threaten"),
    ],
)
def test_lemma_english(form: str, tag: str, lemma: str) -> None:
    assert lemmatiser("en").lemma(form, tag)[0] == lemma


def test_lemma_takes_in_the_particle_that_stands_apart() -> None:
    assert lemmatiser("nl").lemma("kondigde", "VERB", apart=["aan"]) == (
        "aankondigen",
        ("aan", "kondigen"),
    )


def test_lemma_particle_is_not_taken_twice() -> None:
    assert lemmatiser("nl").lemma("aangekondigd", "VERB", apart=["aan"])[0] == "aankondigen"


def test_lemma_of_unseen_words_is_what_the_script_makes() -> None:
    assert lemmatiser("nl").lemma("bezorgdronden", "NOUN", "l|||2:e||")[0] == "bezorgdronde"
    assert lemmatiser("nl").lemma("opflansten", "VERB", "l|+||3:en||") == (
        "opflansen",
        ("op", "flansen"),
    )


def test_lemma_script_that_does_not_fit_gives_way_to_the_ending() -> None:
    assert lemmatiser("nl").lemma("zoef", "NOUN", "l|||9:en||")[0] == "zoef"


def test_lemma_writes_a_compound_with_its_linking_letters() -> None:
    assert lemmas.as_one_word("Vredesprocessen", "vrede_proces", "NOUN") == "vredesproces"
    assert lemmas.as_one_word("opgegeten", "op_eten", "VERB") == "opeten"


def test_lemma_table_of_an_unknown_language_is_empty() -> None:
    assert lemmas.load(model.WEIGHTS, "xx").lookup("huis", "NOUN") is None


@pytest.mark.parametrize(
    ("form", "tag", "lemma", "parts"),
    [
        ("tegenvielen", "VERB", "tegenvallen", ("tegen", "vallen")),
        ("afgezworen", "VERB", "afzweren", ("af", "zweren")),
        ("opgelaaid", "VERB", "oplaaien", ("op", "laaien")),
        ("bejubelde", "VERB", "bejubelen", ("bejubelen",)),
        ("gegund", "VERB", "gunnen", ("gunnen",)),
        ("ontmantelde", "VERB", "ontmantelen", ("ontmantelen",)),
        ("grensproblemen", "NOUN", "grensprobleem", ("grens", "probleem")),
        ("IJslander", "PROPN", "IJslander", ("IJslander",)),
        ("Wout-Jan", "PROPN", "Wout-Jan", ("Wout-Jan",)),
        ("C", "SYM", "C", ("C",)),
    ],
)
def test_lemma_of_unseen_forms_by_the_known_words_in_them(
    form: str, tag: str, lemma: str, parts: tuple[str, ...]
) -> None:
    assert lemmatiser("nl").lemma(form, tag) == (lemma, parts)
