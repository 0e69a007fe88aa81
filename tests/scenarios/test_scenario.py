"""Sixty articles over eighteen months are coded and kept; the record tells what a reader finds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kroniek import Document, InputError, code_documents
from kroniek.ledger import Filter, Ledger
from kroniek.ledger.commitments import OUTCOMES, THREATS, Commitment
from kroniek.ledger.reactions import Reaction, chains
from kroniek.ledger.record import (
    find_commitments,
    find_contradictions,
    find_reactions,
    find_statements,
    record_of,
)
from kroniek.ledger.statements import Statement
from kroniek.readers import Rejected, read

HERE = Path(__file__).parent
ARTICLES = HERE / "articles.jsonl"
EXPECTED: dict[str, Any] = yaml.safe_load((HERE / "expected.yaml").read_text("utf-8"))


def failed(error: InputError) -> None:
    """No article of the scenario may fail."""
    raise AssertionError(str(error))


@pytest.fixture(scope="module")
def articles() -> list[Document]:
    """The articles; they are invented."""
    found = list(read(ARTICLES))
    assert not [one for one in found if isinstance(one, Rejected)]
    return [one for one in found if isinstance(one, Document)]


@pytest.fixture(scope="module")
def ledger(articles: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger of all articles, coded by the real pipeline."""
    with Ledger(tmp_path_factory.mktemp("scenario") / "ledger.db") as made:
        made.add_many(code_documents(articles, failed))
        yield made


def test_the_scenario_has_sixty_articles_over_eighteen_months(articles: list[Document]) -> None:
    days = sorted(one.published for one in articles if one.published is not None)
    assert len(days) == len(articles) == 60
    assert days[-1] - days[0] > (date(2025, 6, 1) - date(2024, 1, 1))
    assert {one.lang for one in articles} == {"en", "nl"}


def test_commitments_end_in_every_status() -> None:
    assert {one["status"] for one in EXPECTED["commitments"].values()} == set(OUTCOMES)


def test_no_commitment_is_missed_and_none_is_made_up(ledger: Ledger) -> None:
    found = [one.told[0].article for one in find_commitments(ledger)]
    assert sorted(found) == sorted(EXPECTED["commitments"])


@pytest.mark.parametrize("article", EXPECTED["commitments"])
def test_a_commitment_is_as_a_reader_finds_it(ledger: Ledger, article: str) -> None:
    (one,) = (c for c in find_commitments(ledger) if c.told[0].article == article)
    assert told(one) == EXPECTED["commitments"][article]


def told(one: Commitment) -> dict[str, Any]:
    """A commitment in the form of expected.yaml."""
    best = one.findings[0] if one.findings else None
    every: dict[str, Any] = {
        "kind": one.kind,
        "veiled": not one.explicit,
        "who": "+".join(who.key for who in one.actors),
        "whom": "+".join(who.key for who in one.recipients),
        "acts": list(one.acts),
        "means": list(one.means),
        "logic": one.logic,
        "condition": one.condition,
        "deadline": one.deadline,
        "quantities": [list(count) for count in one.quantities],
        "also": sorted({source.article for source in one.told} - {one.told[0].article}),
        "status": one.status,
        "how": best.how if best else None,
        "by": best.source.article if best and best.source else None,
        "day": best.day if best else None,
    }
    return {name: value for name, value in every.items() if value}


def test_reactions_are_those_that_a_reader_finds(ledger: Ledger) -> None:
    assert sorted(map(answer, find_reactions(ledger)), key=str) == sorted(
        EXPECTED["reactions"], key=str
    )


def answer(one: Reaction) -> dict[str, Any]:
    """A reaction in the form of expected.yaml."""
    assert (one.how == "said") == (one.words is not None)
    every = {
        "answer": one.answer.told.article,
        "type": one.answer.type,
        "to": one.cause.told.article,
        "act": one.cause.type,
        "words": one.words,
    }
    return {name: value for name, value in every.items() if value}


def test_reactions_to_reactions_are_chains(ledger: Ledger) -> None:
    found = [
        [chain[0].cause.told.article, *(one.answer.told.article for one in chain)]
        for chain in chains(find_reactions(ledger))
    ]
    assert found == EXPECTED["chains"]


def test_contradictions_are_those_that_a_reader_finds(ledger: Ledger) -> None:
    found = [
        {
            "earlier": one.earlier.told.article,
            "later": one.later.told.article,
            "reason": one.reason,
            "state": one.state,
        }
        | ({"words": one.words} if one.words else {})
        for one in find_contradictions(ledger)
    ]
    assert found == EXPECTED["contradictions"]


@pytest.mark.parametrize("article", EXPECTED["statements"])
def test_a_statement_is_told_with_how_it_came(ledger: Ledger, article: str) -> None:
    wanted = EXPECTED["statements"][article]
    found = [said(one) for one in find_statements(ledger) if one.told.article == article]
    assert found == [wanted]


def said(one: Statement) -> dict[str, Any]:
    """A statement in the form of expected.yaml; its chain ends in the article."""
    (who,) = one.speakers
    assert one.chain[0].role == "speaker"
    assert one.chain[-1].role == "article"
    every: dict[str, Any] = {
        "type": one.type,
        "speaker": who.name,
        "code": who.code,
        "office": who.office,
        "to": [whom.key for whom in one.addressees],
        "occasions": list(one.occasions),
        "form": one.form,
        "quoted": one.quoted,
        "outlet": "+".join(link.name for link in one.chain if link.role == "outlet"),
    }
    return {name: value for name, value in every.items() if value}


@pytest.mark.parametrize("wanted", EXPECTED["records"], ids=lambda wanted: str(wanted["of"]))
def test_a_track_record_counts_what_came_of_threats(ledger: Ledger, wanted: dict[str, Any]) -> None:
    kinds = ("promise",) if wanted.get("promises") else THREATS
    found = record_of(ledger, wanted["of"], kinds=kinds)
    counts = ("made", "carried_out", "not_carried_out", "demand_met", "undecided")
    assert {name: getattr(found, name) for name in counts} == {n: wanted[n] for n in counts}
    rate = (found.mean, found.low, found.high)
    assert rate == pytest.approx((wanted["mean"], wanted["low"], wanted["high"]), abs=0.001)


def test_a_period_and_a_target_narrow_the_record(ledger: Ledger) -> None:
    early = record_of(ledger, "CHN", until=date(2024, 3, 1))
    czech = record_of(ledger, "CHN", target="CZE")
    assert (early.made, early.carried_out) == (1, 1)
    assert (czech.made, czech.not_carried_out) == (1, 1)


def test_filters_narrow_commitments(ledger: Ledger) -> None:
    nuclear = find_commitments(ledger, means="nuclear")
    lapsed = find_commitments(ledger, Filter(status="lapsed"), THREATS)
    assert [one.told[0].article for one in nuclear] == ["s23"]
    assert [one.told[0].article for one in lapsed] == ["s04", "s06", "s19"]
