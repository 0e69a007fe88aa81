"""Lemma scripts: what is learnt from a form and its lemma makes that lemma again."""

from __future__ import annotations

import pytest

from kroniek.parser.edits import apply_edit, parse_edit
from training.conllu import Sentence, Word
from training.scripts import choose_scripts, known_particles, script_of

PARTICLES = {"aan", "mee", "op", "terug", "voor"}


@pytest.mark.parametrize(
    ("form", "lemma", "tag", "dependents"),
    [
        ("dreigde", "dreigen", "VERB", ()),
        ("Dreigde", "dreigen", "VERB", ()),
        ("DREIGDE", "dreigen", "VERB", ()),
        ("gedreigd", "dreigen", "VERB", ()),
        ("is", "zijn", "AUX", ()),
        ("went", "go", "VERB", ()),
        ("moskou", "Moskou", "PROPN", ()),
        ("MOSKOU", "Moskou", "PROPN", ()),
        ("CD&V", "CD&V", "PROPN", ()),
        ("NAVO", "NAVO", "PROPN", ()),
        ("Zuid-Amerikanen", "Zuid-Amerikaan", "NOUN", ()),
        ("kondigde", "aan_kondigen", "VERB", ("aan",)),
        ("Kondigde", "aan_kondigen", "VERB", ("AAN",)),
        ("meegedaan", "mee_doen", "VERB", ()),
        ("Meedoen", "mee_doen", "VERB", ()),
        ("voorkomen", "voorkomen", "VERB", ()),
        ("voorkomt", "voor_komen", "VERB", ()),
        (".", ".", "PUNCT", ()),
    ],
)
def test_a_script_makes_the_lemma_it_was_learnt_from(
    form: str, lemma: str, tag: str, dependents: tuple[str, ...]
) -> None:
    script = script_of(form, lemma, tag, dependents, PARTICLES)
    assert apply_edit(parse_edit(script), form, dependents, PARTICLES) == lemma


def test_a_script_says_the_same_of_words_that_inflect_alike() -> None:
    assert script_of("dreigde", "dreigen", "VERB", (), PARTICLES) == script_of(
        "zwaaide", "zwaaien", "VERB", (), PARTICLES
    )


def test_a_separable_verb_has_one_script_whatever_its_particle() -> None:
    assert script_of("kondigde", "aan_kondigen", "VERB", ("aan",), PARTICLES) == script_of(
        "huldigde", "terug_huldigen", "VERB", ("terug",), PARTICLES
    )


def test_a_compound_is_inflected_by_the_script_and_split_by_what_is_given() -> None:
    script = script_of("verzekeringsmaatschappijen", "verzekering_maatschappij", "NOUN", (), set())
    asked = []

    def split(word: str) -> str:
        asked.append(word)
        return "verzekering_maatschappij"

    made = apply_edit(parse_edit(script), "Verzekeringsmaatschappijen", split=split)
    assert (made, asked) == ("verzekering_maatschappij", ["verzekeringsmaatschappij"])


def test_a_script_that_does_not_fit_gives_nothing() -> None:
    script = script_of("gedreigd", "dreigen", "VERB", (), PARTICLES)
    assert apply_edit(parse_edit(script), "ge") is None


def test_particles_are_the_first_parts_of_verbs_seen_more_than_once() -> None:
    sentence = Sentence(
        (
            Word("meedoen", "mee_doen", "VERB"),
            Word("meegaan", "mee_gaan", "VERB"),
            Word("opgaan", "op_gaan", "VERB"),
            Word("tuinhuis", "tuin_huis", "NOUN"),
            Word("tuinman", "tuin_man", "NOUN"),
        )
    )
    assert known_particles([sentence]) == ["mee"]


def test_the_most_frequent_script_comes_first_and_rare_ones_not_at_all() -> None:
    sentence = Sentence(
        (
            *[Word("man", "man", "NOUN")] * 5,
            *[Word("mannen", "man", "NOUN")] * 3,
            Word("ging", "gaan", "VERB"),
        )
    )
    chosen = choose_scripts([sentence], ())
    assert chosen[0] == script_of("man", "man", "NOUN", (), ())
    assert script_of("mannen", "man", "NOUN", (), ()) in chosen
    assert script_of("ging", "gaan", "VERB", (), ()) not in chosen
