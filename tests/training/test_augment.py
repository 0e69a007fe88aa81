"""Noise: the words change their look, and keep their annotation."""

from __future__ import annotations

import random

import pytest

from training import augment
from training.augment import Marked, Noise
from training.conllu import Word
from training.entities import LABELS, OUTSIDE, UNKNOWN, bits

NOISE = Noise.load(places=["Moskou", "New York"], months=["juni"])


def marked() -> Marked:
    words = (
        Word('"', '"', "PUNCT", "_", 3, "punct", space_after=False),
        Word("Poetin", "Poetin", "PROPN", "_", 3, "nsubj"),
        Word("dreigt", "dreigen", "VERB", "Number=Sing", 0, "root", space_after=False),
        Word('"', '"', "PUNCT", "_", 3, "punct"),
        Word("weer", "weer", "ADV", "_", 3, "advmod", space_after=False),
        Word(".", ".", "PUNCT", "_", 3, "punct"),
    )
    entities = (OUTSIDE, bits("B-PER"), OUTSIDE, OUTSIDE, OUTSIDE, OUTSIDE)
    return Marked(words, entities)


def is_tree(words: tuple[Word, ...]) -> bool:
    """One root, and from every word a way to it."""
    for number in range(1, len(words) + 1):
        seen = set()
        while number and number not in seen:
            seen.add(number)
            number = words[number - 1].head
        if number:
            return False
    return sum(word.head == 0 for word in words) == 1


@pytest.mark.parametrize("seed", range(200))
def test_noise_keeps_trees_and_one_label_set_a_word(seed: int) -> None:
    parts = augment.augment(marked(), NOISE, random.Random(seed))
    assert 1 <= len(parts) <= 2
    for part in parts:
        assert len(part.words) == len(part.entities)
        assert is_tree(part.words)
    verb = next(word for word in parts[-1].words if word.lemma == "dreigen")
    assert (verb.tag, verb.relation, verb.feats) == ("VERB", "root", "Number=Sing")
    subject = next(word for word in parts[-1].words if word.lemma == "Poetin")
    assert parts[-1].words[subject.head - 1] == verb


def test_quotation_marks_of_one_style_open_and_close() -> None:
    one = augment.typographic(marked(), NOISE, random.Random(0))
    pair = [word.form for word in one.words if word.relation == "punct"][:2]
    assert pair in [list(quotes) for quotes in NOISE.double_quotes]
    assert all(word.lemma == word.form for word in one.words if word.tag == "PUNCT")


def test_the_full_stop_goes_but_not_a_word() -> None:
    one = augment.without_final(marked())
    assert [word.form for word in one.words] == [word.form for word in marked().words[:-1]]
    assert one.words[-1].space_after
    assert augment.without_final(one) == one


def test_a_full_stop_that_others_depend_on_stays() -> None:
    words = (Word("ja", head=2, relation="discourse"), Word(".", tag="PUNCT", relation="root"))
    one = Marked(words, (OUTSIDE, OUTSIDE))
    assert augment.without_final(one) == one


def test_capitals_keep_lemmas_and_names() -> None:
    one = augment.recased(marked(), "capitals")
    assert [word.form for word in one.words if word.form.isalpha()] == ["POETIN", "DREIGT", "WEER"]
    assert [word.lemma for word in one.words] == [word.lemma for word in marked().words]
    assert one.entities == marked().entities


def test_names_in_lower_case_teach_nothing_of_names() -> None:
    assert augment.recased(marked(), "lower").entities[1] == UNKNOWN


def test_a_bullet_is_punctuation_of_the_root() -> None:
    one = augment.bulleted(marked(), NOISE, random.Random(1))
    assert one.words[0].relation == "punct"
    assert one.words[one.words[0].head - 1].form == "dreigt"
    assert is_tree(one.words)


@pytest.mark.parametrize("seed", range(50))
def test_a_dateline_is_a_sentence_that_begins_with_a_place(seed: int) -> None:
    line = augment.dateline(NOISE, random.Random(seed))
    assert is_tree(line.words)
    assert line.words[0].lemma in {"Moskou", "New"}
    assert line.entities[0] == bits("B-LOC")
    agencies = [n for n, word in enumerate(line.words) if word.relation == "list"]
    assert all(line.entities[number] == 1 << LABELS.index("B-ORG") for number in agencies)
    assert line.words[-1].form in NOISE.dashes


def test_joined_sentences_keep_their_heads_and_roots() -> None:
    line = augment.dateline(NOISE, random.Random(3))
    one, starts = augment.joined([line, marked()])
    first = len(line.words)
    assert [number for number, start in enumerate(starts) if start] == [0, first]
    assert [word.head for word in one.words[:first]] == [word.head for word in line.words]
    assert [word.head - first if word.head else 0 for word in one.words[first:]] == [
        word.head for word in marked().words
    ]
