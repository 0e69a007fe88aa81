"""`kroniek threads` and what `kroniek decide` says about threads."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kroniek.cli import app
from kroniek.ledger import Ledger
from tests.ledger.strikes import ENGLISH, dutch, strike

run = CliRunner().invoke
STORY = (
    " The governor said that two shells hit a market in the centre of the city at noon, when it "
    "was full of people. Rescuers were still looking for survivors under the rubble of a shop."
)


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "kroniek.db"
    with Ledger(path) as kept:
        kept.add_many(
            [
                strike("wire", ENGLISH + STORY),
                strike("copy", ENGLISH + STORY, published=date(2023, 3, 7)),
                dutch("own"),
                strike("later", day=("6 March", "2023-03-20"), published=date(2023, 3, 20)),
            ]
        )
    return str(path)


def found(ledger: str, *options: str) -> list[dict[str, Any]]:
    shown = run(app, ["threads", "--ledger", ledger, "--format", "json", *options])
    assert shown.exit_code == 0, shown.stderr
    return [json.loads(line) for line in shown.stdout.splitlines()]


def test_a_table_shows_sources_and_figures_that_differ(ledger: str) -> None:
    shown = run(app, ["threads", "--ledger", ledger, "--until", "2023-03-10"])
    assert shown.exit_code == 0
    words = " ".join(shown.stdout.replace("│", " ").split())
    assert "2 sources" in words
    assert "1 copy" in words
    assert "14 (own)" in words


@pytest.mark.parametrize(
    ("options", "sizes"),
    [
        ([], [3, 1]),
        (["--actor", "RUS"], [3, 1]),
        (["--actor", "IRN"], []),
        (["--sources", "2"], [3]),
        (["--since", "2023-03-10"], [1]),
        (["--type", "ASSAULT", "--status", "actual", "--text", "beschoten"], [3]),
        (["--limit", "1"], [1]),
    ],
)
def test_threads_are_chosen_by_options(ledger: str, options: list[str], sizes: list[int]) -> None:
    assert [len(one["members"]) for one in found(ledger, *options)] == sizes


def test_how_many_are_left_out_is_said(ledger: str) -> None:
    shown = run(app, ["threads", "--ledger", ledger, "--limit", "1"])
    assert "the newest 1 of 2" in shown.stderr


def test_a_thread_is_explained(ledger: str) -> None:
    thread = str(found(ledger)[0]["id"])
    shown = run(app, ["threads", "--ledger", ledger, "--explain", thread])
    assert shown.exit_code == 0
    for words in ("copy of wire", "copy is a copy of wire", "score 0.", "actors", "RUS", "Kherson"):
        assert words in shown.stdout
    as_json = found(ledger, "--explain", thread)
    assert [one["id"] for one in as_json] == [thread]


def test_an_event_is_split_off_and_comes_back(ledger: str) -> None:
    members = found(ledger, "--text", "beschoten")[0]["members"]
    event = next(m["told"]["event"] for m in members if m["told"]["article"] == "own")
    assert run(app, ["decide", event, "split", "--ledger", ledger, "--by", "ann"]).exit_code == 0
    assert [len(one["members"]) for one in found(ledger)] == [2, 1, 1]
    undone = run(app, ["decide", f"t{event}", "undo", "--ledger", ledger])
    assert undone.exit_code == 0
    assert "3 events" in undone.stderr
    assert [len(one["members"]) for one in found(ledger)] == [3, 1]


def test_two_threads_are_joined(ledger: str) -> None:
    first, second = (str(one["id"]) for one in found(ledger))
    without = run(app, ["decide", first, "join", "--ledger", ledger])
    assert without.exit_code == 1
    assert "--with" in without.stderr
    joined = run(app, ["decide", first, "join", "--with", second, "--ledger", ledger])
    assert joined.exit_code == 0
    (thread,) = found(ledger)
    assert len(thread["members"]) == 4
    shown = run(app, ["threads", "--ledger", ledger, "--explain", first])
    assert "joined by" in shown.stdout
