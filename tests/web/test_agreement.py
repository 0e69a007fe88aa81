"""Agreement of two coders, against figures worked out by hand."""

from datetime import datetime

import pytest

from kroniek.ledger.reviews import Decision
from kroniek.web.agreement import agreement, differ, pair_up
from tests.made import VISIT, event

VISITED = event(VISIT, "Putin visited Kim", "visited", type="CONSULT")
OTHER = VISITED.model_copy(update={"type": "AID"})


def test_full_agreement_on_two_values_is_one() -> None:
    figures = {one.field: one for one in agreement([(VISITED, VISITED), (OTHER, OTHER)])}
    assert (figures["type"].alpha, figures["type"].kappa) == (1.0, 1.0)
    assert (figures["type"].units, figures["type"].same) == (2, 2)


def test_one_value_alone_has_no_agreement_beyond_chance() -> None:
    figures = {one.field: one for one in agreement([(VISITED, VISITED)])}
    assert figures["type"].alpha is None


def test_kappa_and_alpha_are_those_of_the_textbook() -> None:
    """Two of four types the same: observed 0.5, expected 0.5 for kappa (each coder uses both
    types twice), and alpha 1 - (2 / 4) / (32 / 56) over eight values of two kinds.
    """
    pairs = [(VISITED, VISITED), (VISITED, OTHER), (OTHER, VISITED), (OTHER, OTHER)]
    figures = {one.field: one for one in agreement(pairs)}
    assert figures["type"].kappa == pytest.approx(0.0)
    assert figures["type"].alpha == pytest.approx(1 - 0.5 / (32 / 56), abs=0.001)


def test_a_rejected_event_differs_in_being_there() -> None:
    assert differ((VISITED, None)) == ("event",)
    assert differ((VISITED, OTHER)) == ("type",)
    assert differ((VISITED, VISITED)) == ()


def test_events_that_both_added_are_paired_by_their_words() -> None:
    def added(by: str, found: object) -> Decision:
        return Decision(
            number=1,
            article=1,
            event_id=by,
            verdict="add",
            event=found,
            by=by,
            at=datetime(2024, 1, 1),
        )

    elsewhere = event(VISIT, "Seoul condemned the visit", "condemned", id="e3")
    pairs = pair_up([], [added("a", VISITED)], [added("b", OTHER), added("c", elsewhere)])
    assert pairs == [(VISITED, OTHER), (None, elsewhere)]
