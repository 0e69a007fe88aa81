"""`kroniek export`: the events that pass a filter, in a folder, in each format."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kroniek.cli import app
from kroniek.cli.exporting import ExportFormat
from kroniek.ledger import Ledger
from kroniek.reports.exports import FORMATS, csv
from tests.made import sanctions, visit

run = CliRunner().invoke


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "kroniek.db"
    with Ledger(path) as kept:
        kept.add_many([sanctions(), visit()])
    return str(path)


def test_the_command_knows_every_format() -> None:
    assert [str(one) for one in ExportFormat] == list(FORMATS)


@pytest.mark.parametrize("format", FORMATS)
def test_each_format_is_written(ledger: str, tmp_path: Path, format: str) -> None:
    folder = tmp_path / "new" / "out"
    done = run(app, ["export", "--ledger", ledger, "--format", format, "-o", str(folder)])
    assert done.exit_code == 0, done.stderr
    assert f"events in {folder}" in done.stderr
    assert any(folder.rglob("*.*"))


def test_events_are_filtered(ledger: str, tmp_path: Path) -> None:
    folder = str(tmp_path / "out")
    done = run(
        app, ["export", "--ledger", ledger, "--format", "csv", "-o", folder, "--actor", "KOR",
              "--since", "2024-06-21"],
    )  # fmt: skip
    assert done.stderr == f"1 events in {folder} (4 files)\n"
    assert [entry.event.type for entry in csv.read(Path(folder))] == ["SANCTION"]


def test_what_a_format_cannot_hold_is_told(ledger: str, tmp_path: Path) -> None:
    done = run(
        app, ["export", "--ledger", ledger, "--format", "gdelt", "-o", str(tmp_path / "out")]
    )
    assert done.stderr.endswith("2 files), 1 left out\n")


def test_a_folder_with_files_is_refused(ledger: str, tmp_path: Path) -> None:
    for where, words in ((tmp_path, "is not empty"), (tmp_path / "kroniek.db", "is a file")):
        done = run(app, ["export", "--ledger", ledger, "--format", "csv", "-o", str(where)])
        assert done.exit_code == 1
        assert words in done.stderr
