"""Track record: how often an actor carried out what it threatened or promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, get_args

from kroniek.ledger.commitments import Commitment, Outcome
from kroniek.ledger.told_by import Frozen

PRIOR: Final = (0.5, 0.5)
"""Jeffreys' prior for a rate, Beta(0.5, 0.5): it weighs as much as one threat."""
INTERVAL: Final = 0.9
"""The share of the posterior that the interval holds, with equal tails."""
DONE: Final = ("carried out", "partly")
NOT_DONE: Final = ("withdrawn", "lapsed", "contradicted")


class Record(Frozen):
    """How often it was done. `made` counts all commitments; those whose demand was met, and those
    open or unclear, tell nothing of the rate. The posterior is Beta(a, b), `mean` its mean, `low`
    to `high` hold 90 % of it.
    """

    made: int
    carried_out: int
    not_carried_out: int
    demand_met: int
    undecided: int
    by_status: dict[Outcome, int]
    prior: tuple[float, float]
    a: float
    b: float
    mean: float
    low: float
    high: float


def track_record(commitments: Iterable[Commitment], prior: tuple[float, float] = PRIOR) -> Record:
    """The record of commitments; what was done in part counts as done."""
    from scipy.special import betaincinv  # takes long to load, and only this needs it

    all_of_them = list(commitments)
    met = [c for c in all_of_them if c.findings and c.findings[0].how == "demand met"]
    tested = [c for c in all_of_them if c not in met]
    done = sum(c.status in DONE for c in tested)
    not_done = sum(c.status in NOT_DONE for c in tested)
    a, b = prior[0] + done, prior[1] + not_done
    tail = (1 - INTERVAL) / 2
    counts = Counter(c.status for c in all_of_them)
    return Record(
        made=len(all_of_them),
        carried_out=done,
        not_carried_out=not_done,
        demand_met=len(met),
        undecided=len(tested) - done - not_done,
        by_status={status: counts[status] for status in get_args(Outcome)},
        prior=prior,
        a=a,
        b=b,
        mean=a / (a + b),
        low=float(betaincinv(a, b, tail)),
        high=float(betaincinv(a, b, 1 - tail)),
    )
