"""The record is kept in the ledger, up to date with articles and with what people decided."""

from datetime import date

import pytest
from sqlalchemy import MetaData, Table, insert, select

from kroniek.errors import LedgerError
from kroniek.ledger import Filter, Ledger, reviews
from kroniek.ledger.commitments import OUTCOMES
from kroniek.ledger.engine import connected, upgrade
from kroniek.ledger.record import (
    decide,
    find_commitments,
    find_contradictions,
    find_reactions,
    find_statements,
    record_of,
)
from kroniek.ledger.schema import Base
from tests.ledger.news import Told, news

THREAT = news("2024-01-10", "Iran threatened to attack Israel with missiles.",
              Told("THREATEN", "threatened", "Iran", "Israel"), id="threat")  # fmt: skip
STRUCK = news("2024-02-20", "Iran struck Israel with missiles.",
              Told("ASSAULT", "struck", "Iran", "Israel"), id="struck")  # fmt: skip
PROMISE = news("2024-01-10", "Germany promised to deliver tanks to Ukraine.",
               Told("AGREE", "promised", "Germany", "Ukraine"), id="promise")  # fmt: skip
REFUSED = news("2024-03-10", "Germany refused to deliver tanks to Ukraine.",
               Told("REJECT", "refused", "Germany", "Ukraine", mode="assist"),
               id="refused")  # fmt: skip


def status(ledger: Ledger) -> str:
    """What came of the threat."""
    (one,) = find_commitments(ledger, Filter(actor="IRN"))
    return one.status


def test_an_empty_ledger_has_an_empty_record(ledger: Ledger) -> None:
    assert [*find_commitments(ledger), *find_statements(ledger), *find_reactions(ledger)] == []
    assert record_of(ledger, "IRN").made == 0


def test_an_article_that_comes_in_later_is_in_the_record(ledger: Ledger) -> None:
    ledger.add(THREAT)
    assert status(ledger) == "open"
    ledger.add(STRUCK)
    assert status(ledger) == "carried out"


def test_the_newest_coding_of_an_article_counts(ledger: Ledger) -> None:
    ledger.add_many([THREAT, STRUCK])
    assert status(ledger) == "carried out"
    poland = news("2024-02-20", "Iran struck Poland with missiles.",
                  Told("ASSAULT", "struck", "Iran", "Poland"), id="struck")  # fmt: skip
    ledger.add(poland)
    assert status(ledger) == "open"


def test_an_event_that_people_rejected_does_not_count_until_that_is_undone(ledger: Ledger) -> None:
    ledger.add_many([THREAT, STRUCK])
    (entry,) = ledger.events(Filter(type="ASSAULT"))
    article = reviews.event_article(ledger, entry.id)
    made = reviews.decide(ledger, article, entry.id, "reject", None, "tess")
    assert status(ledger) == "open"
    assert record_of(ledger, "IRN").carried_out == 0
    reviews.undo(ledger, made.number, "tess")
    assert status(ledger) == "carried out"


def test_an_event_that_people_corrected_counts_as_corrected(ledger: Ledger) -> None:
    ledger.add_many([THREAT, STRUCK])
    (entry,) = ledger.events(Filter(type="ASSAULT"))
    article = reviews.event_article(ledger, entry.id)
    seized = entry.event.model_copy(update={"type": "COERCE", "mode": "seize"})
    reviews.decide(ledger, article, entry.id, "correct", seized, "tess")
    assert status(ledger) == "open"


def test_a_person_may_decide_what_came_of_a_threat_and_take_that_back(ledger: Ledger) -> None:
    ledger.add(THREAT)
    (one,) = find_commitments(ledger)
    made = decide(ledger, one.id[:6], "withdrawn", "tess", "said so by phone")
    assert (made.part, made.id, made.by) == ("commitment", one.id, "tess")
    (now,) = find_commitments(ledger, Filter(status="withdrawn"))
    assert (now.findings[0].how, now.findings[0].note) == ("decision", "tess, said so by phone")
    assert record_of(ledger, "IRN").not_carried_out == 1
    decide(ledger, one.id, "undo", "tess")
    assert list(find_commitments(ledger)) == [one]
    assert list(find_commitments(ledger, Filter(status="withdrawn"))) == []


def test_a_decision_outlasts_what_comes_in(ledger: Ledger) -> None:
    ledger.add(THREAT)
    (one,) = find_commitments(ledger)
    decide(ledger, one.id, "contradicted", "tess")
    ledger.add(STRUCK)
    (now,) = find_commitments(ledger)
    assert [found.how for found in now.findings] == ["decision", "event"]
    assert status(ledger) == "contradicted"


def test_a_proposed_contradiction_is_one_when_a_person_accepts_it(ledger: Ledger) -> None:
    ledger.add_many([PROMISE, REFUSED])
    (one,) = find_contradictions(ledger)
    assert one.state == "proposed"
    decide(ledger, one.id, "accept", "tess")
    assert [found.state for found in find_contradictions(ledger)] == ["accepted"]
    decide(ledger, one.id, "reject", "tess")
    assert list(find_contradictions(ledger, Filter(status="accepted"))) == []
    assert len(find_contradictions(ledger, Filter(status="rejected"))) == 1


def test_an_inferred_reaction_is_accepted_or_rejected_in_the_same_way(ledger: Ledger) -> None:
    bombed = news("2024-02-21", "Israel bombed Iran.", Told("ASSAULT", "bombed", "Israel", "Iran"))
    ledger.add_many([STRUCK, bombed])
    (one,) = find_reactions(ledger)
    assert one.how == "inferred"
    decide(ledger, one.id, "reject", "tess")
    assert [found.how for found in find_reactions(ledger)] == ["rejected"]


@pytest.mark.parametrize(
    ("prefix", "verdict", "words"),
    [
        ("zzz", "lapsed", "nothing in the record has an id that begins with 'zzz'"),
        ("", "lapsed", "begins 2 ids"),
        ("", "never", "no verdict on a commitment; give one of open, carried out"),
    ],
)
def test_what_cannot_be_decided_is_refused_with_what_can(
    ledger: Ledger, prefix: str, verdict: str, words: str
) -> None:
    ledger.add_many([THREAT, PROMISE])
    with pytest.raises(LedgerError, match=words):
        decide(ledger, prefix, verdict, "tess")
    assert {one.status for one in find_commitments(ledger)} == {"open"}


def test_filters_narrow_what_is_found(ledger: Ledger) -> None:
    ledger.add_many([THREAT, STRUCK, PROMISE, REFUSED])

    def found(**asked: object) -> list[str]:
        wanted = Filter(**asked)  # type: ignore[arg-type]
        return [one.told[0].article for one in find_commitments(ledger, wanted)]

    assert found() == ["threat", "promise"]
    assert found(actor="IRN") == found(actor="iran") == ["threat"]
    assert found(recipient="UKR") == found(recipient="Ukraine") == ["promise"]
    assert (
        found(status="carried out") == found(type="threat") == found(text="MISSILES") == ["threat"]
    )
    assert found(since=date(2024, 1, 11)) == found(until=date(2024, 1, 9)) == []
    assert [one.told[0].article for one in find_commitments(ledger, means="missile")] == ["threat"]
    assert [one.told[0].article for one in find_commitments(ledger, None, ("promise",))] == [
        "promise"
    ]
    assert [one.type for one in find_statements(ledger, Filter(actor="DEU"))] == ["AGREE", "REJECT"]
    assert len(find_contradictions(ledger, Filter(status="stated"))) == 0


def test_a_limit_gives_the_newest_and_tells_how_many_there_are(ledger: Ledger) -> None:
    ledger.add_many([THREAT, PROMISE, REFUSED])
    found = find_statements(ledger, limit=1)
    assert [one.told.article for one in found] == ["refused"]
    assert found.total == 3
    assert find_commitments(ledger, means="missile", limit=5).total == 1


def test_who_only_reads_finds_the_record_as_it_was_made(ledger: Ledger, ledger_url: str) -> None:
    ledger.add(THREAT)
    assert status(ledger) == "open"
    with Ledger(ledger_url) as other:
        assert list(find_commitments(other)) == list(find_commitments(ledger))


def test_articles_from_before_there_was_a_record_are_in_it(empty_url: str, ledger: Ledger) -> None:
    """A ledger of the first version, with the article that a new one has too."""
    ledger.add(THREAT)
    engine = connected(empty_url)
    upgrade(engine, "0001")
    with ledger.session() as new, engine.begin() as old:
        for name in ("articles", "revisions", "events", "parties", "evidence"):
            table = Table(name, MetaData(), autoload_with=old)
            for row in new.execute(select(Base.metadata.tables[name])).mappings():
                told = {one.name: row[one.name] for one in table.columns}
                known = {key: value for key, value in told.items() if value is not None}
                old.execute(insert(table).values(known))
    engine.dispose()
    with Ledger(empty_url) as upgraded:
        assert list(find_commitments(upgraded)) == list(find_commitments(ledger))


def test_every_outcome_can_be_decided(ledger: Ledger) -> None:
    ledger.add(THREAT)
    (one,) = find_commitments(ledger)
    for outcome in OUTCOMES:
        decide(ledger, one.id, outcome, "tess")
        assert status(ledger) == outcome
