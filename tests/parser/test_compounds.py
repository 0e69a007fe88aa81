"""The parts of compounds that no table holds."""

from __future__ import annotations

import pytest

from kroniek.parser.compounds import Compounds

KNOWN = [
    ("verzekeringsmaatschappij", "verzekering_maatschappij"),
    ("regeringsleider", "regering_leider"),
    ("oorlogsmisdaad", "oorlog_misdaad"),
    ("partijleiders", "partij_leider"),
    ("maatschappij", "maatschappij"),
    ("grens", "grens"),
    ("wapens", "wapen"),
    ("conflict", "conflict"),
    ("vrouwenteam", "vrouw_team"),
]


@pytest.fixture(scope="module")
def compounds() -> Compounds:
    return Compounds.learn(KNOWN)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("verzekeringsleider", "verzekering_leider"),
        ("grensconflict", "grens_conflict"),
        ("wapenmaatschappij", "wapen_maatschappij"),
        ("grensteam", "grens_team"),
        ("vrouwenconflict", "vrouw_conflict"),
        ("Grensconflict", "Grens_conflict"),
        ("conflictsteam", "conflict_team"),
        ("NAVO-grens", "NAVO_grens"),
    ],
)
def test_a_new_compound_is_split_where_both_sides_are_known(
    compounds: Compounds, word: str, parts: str
) -> None:
    assert compounds.split(word) == parts


def test_a_word_too_short_for_two_parts_stays_whole(compounds: Compounds) -> None:
    assert compounds.split("raam") == "raam"
