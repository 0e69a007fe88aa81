"""`kroniek search`: articles by their words, with the words shown."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kroniek.cli import app
from kroniek.ledger import Ledger
from tests.made import article

run = CliRunner().invoke


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "kroniek.db"
    with Ledger(path) as kept:
        kept.add(article("Iran sold oil.", title="Oil", published=date(2024, 6, 1), source="a.txt"))
        kept.add(article("Iran verkocht geen olie.", lang="nl", source="b.txt"))
    return str(path)


def test_hits_are_shown_with_where_they_are_from(ledger: str) -> None:
    shown = run(app, ["search", "iran", "oil", "--ledger", ledger])
    assert shown.exit_code == 0
    for word in ("Oil", "2024-06-01", "en", "a.txt", "Iran sold oil."):
        assert word in shown.stdout
    assert "verkocht" not in shown.stdout


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        (["iran"], {"a.txt", "b.txt"}),
        (["iran", "--lang", "nl"], {"b.txt"}),
        (["iran", "--since", "2024-06-01"], {"a.txt"}),
        (["iran", "--until", "2024-05-31"], set()),
        (["iran", "-oil"], {"b.txt"}),
        (['"sold oil" OR olie'], {"a.txt", "b.txt"}),
        (["iran", "--limit", "1"], {"b.txt"}),
    ],
)
def test_options_narrow(ledger: str, options: list[str], sources: set[str]) -> None:
    done = run(app, ["search", "--ledger", ledger, "--format", "jsonl", *options])
    assert done.exit_code == 0, done.stderr
    assert {json.loads(line)["source"] for line in done.stdout.splitlines()} == sources


def test_nothing_found_is_said(ledger: str) -> None:
    done = run(app, ["search", "zeppelin", "--ledger", ledger])
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr == "no article has these words\n"
