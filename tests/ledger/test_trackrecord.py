"""The track record: how often an actor carried out what it threatened, and how sure that is."""

from datetime import date
from math import pi, sin

import pytest

from kroniek.ledger.commitments import Commitment, Finding, How, Outcome
from kroniek.ledger.trackrecord import Record, track_record


def ended(status: Outcome, how: How | None = "event") -> Commitment:
    """A threat that ended so."""
    day = date(2024, 1, 10)
    found = (Finding(status=status, how=how, day=day, score=1.0),) if how else ()
    return Commitment(
        id="a", kind="threat", day=day, actors=(), recipients=(), acts=(), means=(), contexts=(),
        explicit=True, logic=None, condition=None, deadline=None, deadline_words=None,
        quantities=(), told=(), status=status, findings=found,
    )  # fmt: skip


def record(*statuses: Outcome) -> Record:
    """The record of threats that ended so."""
    return track_record(ended(status, None if status == "open" else "event") for status in statuses)


def test_what_was_done_in_part_counts_as_done_and_taking_back_as_not() -> None:
    found = record("carried out", "partly", "withdrawn", "lapsed", "contradicted")
    assert (found.made, found.carried_out, found.not_carried_out) == (5, 2, 3)
    assert found.by_status["partly"] == 1


def test_open_and_unclear_ones_are_made_but_tell_nothing_of_the_rate() -> None:
    found = record("carried out", "open", "unclear")
    assert (found.made, found.undecided) == (3, 2)
    assert (found.a, found.b) == (1.5, 0.5)


def test_a_threat_whose_demand_was_met_was_never_put_to_the_test() -> None:
    found = track_record([ended("lapsed", "demand met"), ended("lapsed", "deadline")])
    assert (found.demand_met, found.not_carried_out, found.undecided) == (1, 1, 0)


def test_the_interval_without_any_threat_is_that_of_the_prior() -> None:
    """Beta(0.5, 0.5) is the arcsine distribution: its quantile of p is sin(pi p / 2) squared."""
    found = record()
    expected = [sin(pi * p / 2) ** 2 for p in (0.05, 0.95)]
    assert (found.mean, found.low, found.high) == pytest.approx((0.5, *expected))


@pytest.mark.parametrize("failed", [1, 4, 40])
def test_the_interval_holds_nine_tenths_of_the_posterior(failed: int) -> None:
    """Of Beta(1, n) the quantile of p is 1 - (1 - p) ** (1 / n)."""
    found = track_record([ended("lapsed")] * failed, prior=(1, 1))
    expected = [1 - (1 - p) ** (1 / (failed + 1)) for p in (0.05, 0.95)]
    assert (found.low, found.high) == pytest.approx(expected)
    assert found.mean == pytest.approx(1 / (failed + 2))


def test_the_record_of_what_was_always_done_mirrors_that_of_what_never_was() -> None:
    always, never = record(*["carried out"] * 6), record(*["lapsed"] * 6)
    assert (always.low, always.high) == pytest.approx((1 - never.high, 1 - never.low))


def test_the_prior_is_stated_and_may_be_another() -> None:
    assert record("lapsed").prior == (0.5, 0.5)
    flat = track_record([ended("lapsed")], prior=(1, 1))
    assert (flat.prior, flat.mean) == ((1, 1), pytest.approx(1 / 3))


def test_a_decision_counts_like_any_outcome() -> None:
    assert track_record([ended("carried out", "decision")]).carried_out == 1
