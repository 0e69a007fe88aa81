"""`kroniek add`, `events`, `show` and `brief`: from files to a ledger to what people read."""

import csv
import io
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

from kroniek.cli import app
from kroniek.ledger import Ledger
from kroniek.ledger.reviews import decide, event_article

EXPELLED = "France expelled three Russian diplomats on Monday, the foreign ministry said."
STRUCK = "Israel bombed targets in Lebanon on Tuesday. Iran condemned the attack."

run = CliRunner().invoke


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    for name, text in (("a.txt", EXPELLED), ("b.txt", STRUCK)):
        (tmp_path / name).write_text(text)
    path = str(tmp_path / "kroniek.db")
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    done = run(app, ["add", *files, "--ledger", path, "--published", "2024-09-25"])
    assert done.stderr.startswith("2 new, 0 revised, 0 unchanged, 0 rejected")
    return path


def listed(ledger: str, *options: str) -> list[dict[str, str]]:
    done = run(app, ["events", "--ledger", ledger, "--format", "csv", *options])
    assert done.exit_code == 0
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_the_same_again_changes_nothing_and_a_change_is_a_revision(
    ledger: str, tmp_path: Path
) -> None:
    command = ["add", str(tmp_path / "a.txt"), "--ledger", ledger, "--published", "2024-09-25"]
    before = listed(ledger)
    assert run(app, command).stderr.startswith("0 new, 0 revised, 1 unchanged")
    assert listed(ledger) == before
    (tmp_path / "a.txt").write_text(EXPELLED.replace("three", "four"))
    assert run(app, command).stderr.startswith("0 new, 1 revised, 0 unchanged")


def test_bad_files_are_named_and_the_others_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(EXPELLED)
    (tmp_path / "b.txt").write_text("")
    files = [str(tmp_path / name) for name in ("b.txt", "a.txt")]
    done = run(app, ["add", *files, "--ledger", str(tmp_path / "l.db")])
    assert done.exit_code == 1
    complaint, counts = done.stderr.splitlines()
    assert complaint == f"kroniek: {files[0]}: is empty"
    assert counts.startswith("1 new, 0 revised, 0 unchanged, 1 rejected")


def test_events_are_filtered(ledger: str) -> None:
    assert {row["type"] for row in listed(ledger)} == {"SANCTION", "ASSAULT", "ACCUSE"}
    assert {row["type"] for row in listed(ledger, "--actor", "FRA")} == {"SANCTION"}
    assert {row["type"] for row in listed(ledger, "--type", "assault")} == {"ASSAULT"}
    assert {row["type"] for row in listed(ledger, "--text", "lebanon")} == {"ASSAULT"}
    assert listed(ledger, "--since", "2024-09-26") == []


def test_events_are_filtered_by_what_people_decided(ledger: str) -> None:
    with Ledger(ledger) as kept:
        wrong = next(entry for entry in kept.events() if entry.event.type == "SANCTION").event.id
        decide(kept, event_article(kept, wrong), wrong, "reject", None, "ann")
    assert {row["type"] for row in listed(ledger)} == {"ASSAULT", "ACCUSE"}
    assert {row["type"] for row in listed(ledger, "--review", "rejected")} == {"SANCTION"}
    assert {row["type"] for row in listed(ledger, "--review", "open")} == {"ASSAULT", "ACCUSE"}


def test_a_table_shows_the_words(ledger: str) -> None:
    shown = run(app, ["events", "--ledger", ledger, "--actor", "FRA"]).stdout
    for word in ("France (FRA)", "SANCTION", "2024-09-23", "actual", "France expelled"):
        assert word in shown


def test_events_go_to_files(ledger: str, tmp_path: Path) -> None:
    rows = listed(ledger)
    path = tmp_path / "events.parquet"
    done = run(app, ["events", "--ledger", ledger, "--format", "parquet", "-o", str(path)])
    assert done.exit_code == 0
    assert pq.read_table(path).column("id").to_pylist() == [row["id"] for row in rows]
    lines = run(app, ["events", "--ledger", ledger, "--format", "jsonl"]).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]


def test_show_takes_the_id_that_events_shows(ledger: str) -> None:
    (row,) = listed(ledger, "--actor", "FRA")
    shown = run(app, ["show", row["id"][:8], "--ledger", ledger]).stdout
    for word in (row["id"], "France (FRA)", "2024-09-23", "a.txt", EXPELLED[:40]):
        assert word in shown


def test_a_brief_is_written(ledger: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / "brief.html"
    assert run(app, ["brief", "--ledger", ledger, "-o", str(path)]).exit_code == 0
    assert "Monday 23 September 2024" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (["events", "--type", "WAR"], "--type: unknown value 'WAR'; choose from AGREE"),
        (["events", "--since", "soon"], "--since: impossible date 'soon'"),
        (["events", "--format", "parquet"], "give a file with --output"),
        (["show", "zz"], "no event 'zz' in the ledger"),
    ],
)
def test_what_cannot_be_done_gets_one_line(ledger: str, command: list[str], words: str) -> None:
    done = run(app, [*command, "--ledger", ledger])
    assert done.exit_code == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", [["events"], ["show", "a"], ["brief"]])
def test_reading_makes_no_ledger(tmp_path: Path, command: list[str]) -> None:
    path = tmp_path / "none.db"
    done = run(app, [*command, "--ledger", str(path)])
    assert (done.exit_code, path.exists()) == (1, False)
    assert "there is no such ledger" in done.stderr
