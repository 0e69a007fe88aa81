"""Rules: what an embedded act makes of the act that embeds it, the same in every language."""

from __future__ import annotations

import pytest

from kroniek.languages import Words
from kroniek.lexicon.rules import Rules, rules
from kroniek.ontology import EVENT_TYPES, MODES


def test_every_table_names_types_of_the_ontology() -> None:
    named: list[Words] = [
        rules().absorbing,
        rules().attributing,
        rules().directed,
        rules().domestic,
        rules().reflexive,
    ]
    for names in named:
        for name in names:
            kind, _, mode = name.partition(".")
            assert kind in EVENT_TYPES
            assert not mode or mode in MODES[kind]  # type: ignore[index]


def test_every_mode_that_a_table_gives_is_one_of_its_type() -> None:
    for kind, table in rules().modes.items():
        for embedded, mode in table.items():
            assert mode in MODES[kind]
            inner, _, inner_mode = embedded.partition(".")
            assert inner == "OTHER" or inner in EVENT_TYPES
            assert not inner_mode or inner_mode in MODES[inner]  # type: ignore[index]


@pytest.mark.parametrize(
    ("kind", "embedded", "mode", "expected"),
    [
        ("REQUEST", "AID", None, "assist"),
        ("REQUEST", "CONSULT", None, "meet"),
        ("REQUEST", "RETREAT", "release", "yield"),
        ("REQUEST", "RETREAT", "resign", "change"),
        ("REQUEST", "SANCTION", None, "change"),
        ("REJECT", "CONSULT", "visit", "meet"),
        ("THREATEN", "ASSAULT", "aerial", "violence"),
        ("THREATEN", "SANCTION", "expel", "expel"),
        ("THREATEN", "SANCTION", "discontinue", "restrict"),
        ("THREATEN", "COERCE", "arrest", "arrest"),
        ("THREATEN", "AID", None, None),
        ("ASSAULT", "AID", None, None),
    ],
)
def test_what_is_asked_refused_or_threatened_gives_the_mode(
    kind: str, embedded: str, mode: str | None, expected: str | None
) -> None:
    assert rules().mode(kind, embedded, mode) == expected


@pytest.mark.parametrize(
    ("kind", "embedded", "considered", "expected"),
    [
        ("AGREE", ["RETREAT"], False, "CONCEDE"),
        ("AGREE", ["ASSAULT"], False, "THREATEN"),
        ("AGREE", ["AID"], False, "AGREE"),
        ("AGREE", [], False, "AGREE"),
        ("REQUEST", ["RETREAT"], False, "REQUEST"),
        ("SANCTION", [], True, "THREATEN"),
        ("AID", [], True, "AID"),
    ],
)
def test_what_is_promised_or_weighed_gives_the_type(
    kind: str, embedded: list[str], considered: bool, expected: str
) -> None:
    assert rules().changed(kind, embedded, considered) == expected


def test_a_planned_act_that_helps_is_a_promise_and_a_planned_retreat_a_concession() -> None:
    future = rules().future
    assert {kind for kind, planned in future.items() if planned == "AGREE"} == {
        "AID",
        "CONSULT",
        "SUPPORT",
        "COOPERATE",
    }
    assert future["RETREAT"] == "CONCEDE"


def test_a_table_may_list_a_type_with_one_mode() -> None:
    made = rules()
    names = frozenset({"COERCE", "SANCTION.convict"})
    assert made.is_one(names, "COERCE", "arrest")
    assert made.is_one(names, "SANCTION", "convict")
    assert not made.is_one(names, "SANCTION", "expel")
    assert not made.is_one(names, "ASSAULT", None)


def test_the_rules_are_read_once_and_frozen() -> None:
    assert rules() is rules()
    with pytest.raises(ValueError, match="frozen"):
        rules().modes = {}
    with pytest.raises(ValueError, match="Extra inputs"):
        Rules.model_validate(rules().model_dump() | {"more": {}})
