"""`kroniek users` and `kroniek evaluate --decisions`."""

from pathlib import Path

from typer.testing import CliRunner

from kroniek.cli import app
from kroniek.ledger import Ledger, reviews
from kroniek.ledger.articles import told_article
from tests.made import visit

RUN = CliRunner()


def test_accounts_are_made_listed_and_removed(tmp_path: Path) -> None:
    where = ["--ledger", str(tmp_path / "a.db")]
    told = RUN.invoke(app, ["users", "add", "anna", *where], input="long-enough-1\nlong-enough-1\n")
    assert told.exit_code == 0
    assert "anna\tcoder" in RUN.invoke(app, ["users", "list", *where]).output
    assert RUN.invoke(app, ["users", "remove", "anna", *where]).exit_code == 0
    assert "anna" not in RUN.invoke(app, ["users", "list", *where]).output


def test_articles_reviewed_in_full_are_gold(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Ledger(path) as ledger:
        ledger.add(visit())
        first, second = told_article(ledger, 1).events
        reviews.decide(ledger, 1, first.id, "accept", first, "tess")
        assert list(reviews.gold(ledger)) == []
        reviews.decide(ledger, 1, second.id, "reject", None, "tess")
        (record,) = reviews.gold(ledger)
    assert [event["trigger"] for event in record["events"]] == ["visited"]
    told = RUN.invoke(app, ["evaluate", "--decisions", str(path)])
    assert told.exit_code == 0
    assert "Events" in told.output


def test_a_decision_survives_a_new_coding(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.db") as ledger:
        ledger.add(visit())
        event = told_article(ledger, 1).events[0]
        reviews.decide(ledger, 1, event.id, "accept", event, "tess")
        again = visit()
        ledger.add(again.model_copy(update={"events": again.events[1:], "relations": ()}))
        told = told_article(ledger, 1)
        assert told.revision == 2
        kept = reviews.as_left(told, reviews.decisions(ledger, 1))
    assert next((one.id, one.state) for one in kept) == (event.id, "accepted")
