"""Lemma tables, from a treebank to the shipped file and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from kroniek.parser.lemmas import LemmaTable, edit_between, edited, load
from training.make_lemmas import most_frequent, words, write

ROWS = [
    ("stak", "uit_steken", "VERB"),
    ("uitgestoken", "uit_steken", "VERB"),
    ("werkte", "werken", "VERB"),
    ("merkte", "merken", "VERB"),
    ("gewerkt", "werken", "VERB"),
    ("gemerkt", "merken", "VERB"),
    ("was", "zijn", "AUX"),
    ("was", "zijn", "AUX"),
    ("was", "wassen", "AUX"),
    ("Vredesprocessen", "vrede_proces", "NOUN"),
]


@pytest.fixture
def table(tmp_path: Path) -> LemmaTable:
    treebank = tmp_path / "nl_own.conllu"
    lines = (
        f"{i}\t{form}\t{lemma}\t{tag}" + "\t_" * 6 for i, (form, lemma, tag) in enumerate(ROWS, 1)
    )
    treebank.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    write(tmp_path / "lemmas-nl.json.gz", most_frequent(words([treebank])))
    return load(tmp_path, "nl")


def test_table_knows_the_most_frequent_lemma(table: LemmaTable) -> None:
    assert table.lookup("Was", "AUX") == "zijn"


def test_table_takes_auxiliaries_and_verbs_for_each_other(table: LemmaTable) -> None:
    assert table.lookup("was", "VERB") == "zijn"
    assert table.lookup("was", "NOUN") is None


def test_table_leaves_out_particles_that_stand_elsewhere(table: LemmaTable) -> None:
    assert table.lookup("stak", "VERB") == "steken"
    assert table.lookup("uitgestoken", "VERB") == "uit_steken"


def test_table_guesses_by_the_ending(table: LemmaTable) -> None:
    assert table.guess("sterkte", "VERB") == "sterken"
    assert table.guess("gesterkt", "VERB") == "sterken"


def test_table_is_written_the_same_twice(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write(tmp_path / name, most_frequent(ROWS))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("gewerkt", "werken"), ("huizen", "huis"), ("liep", "lopen"), ("is", "zijn")],
)
def test_edits_make_the_lemma_again(form: str, lemma: str) -> None:
    edit = edit_between(form, lemma)
    assert edit is None or edited(form, edit) == lemma
