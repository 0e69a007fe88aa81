"""Forty groups of articles in one ledger: their threads are those that a person would make."""

from pathlib import Path

import pytest

from kroniek.ledger import Ledger
from tests.threads.measure import Item, apart, b_cubed, found, groups_of, items_of, keep

LEAST = 0.8
"""F1 that threads must reach."""


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> list[Item]:
    groups = groups_of("groups")
    path: Path = tmp_path_factory.mktemp("threads") / "ledger.db"
    with Ledger(path) as ledger:
        keep(groups, ledger)
        return items_of(groups, ledger)


def test_there_are_forty_groups_of_two_to_five_articles() -> None:
    groups = groups_of("groups")
    assert len(groups) == 40
    assert all(2 <= len(group["articles"]) <= 5 for group in groups)


def test_threads_agree_with_gold_over_the_events_that_the_coder_found(items: list[Item]) -> None:
    assert b_cubed(found(items)).f1 >= LEAST


def test_threads_agree_with_gold_over_all_events_that_articles_tell(items: list[Item]) -> None:
    assert b_cubed(items).f1 >= LEAST


def test_threads_do_better_than_each_event_on_its_own(items: list[Item]) -> None:
    assert b_cubed(found(items)).f1 > b_cubed(apart(found(items))).f1 + 0.1


def test_b_cubed_of_a_known_case() -> None:
    # Bagga and Baldwin (1998), figure 2: 12 items, response with the two links; P 16/27... worked
    # by hand for gold {1..5} {6,7} {8..C} and response {1..5} {6..C}.
    gold = "aaaaabbccccc"
    thread = "xxxxxyyyyyyy"
    made = [Item("", g, t, "") for g, t in zip(gold, thread, strict=True)]
    figure = b_cubed(made)
    assert figure.precision == pytest.approx((5 + 2 * 2 / 7 + 5 * 5 / 7) / 12)
    assert figure.recall == 1
