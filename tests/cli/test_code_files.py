"""`kroniek code --out`: an output for each input file; workers and runners change nothing."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kroniek.cli import app

EXPELLED = "France expelled three Russian diplomats on Monday, the foreign ministry said."
QUIET = "The tower is made of brick. It is forty metres high."

run = CliRunner().invoke


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles and an empty file."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(EXPELLED)
    (folder / "b.txt").write_text(QUIET)
    (folder / "c.txt").write_text("")
    return folder


def test_files_are_written_once_and_counted(folder: Path, tmp_path: Path) -> None:
    command = ["code", str(folder), "--out", str(tmp_path / "out")]
    done = run(app, command)
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "3 files coded, 0 there already: 2 articles, 1 events, 1 rejected"
    ]
    printed = run(app, ["code", str(folder / "a.txt"), "--format", "jsonl"]).stdout
    (written,) = (tmp_path / "out").glob("a.txt-*.jsonl")
    assert json.loads(written.read_text()) == json.loads(printed)
    again = run(app, command)
    assert again.stderr.splitlines() == [
        "0 files coded, 3 there already: 0 articles, 0 events, 0 rejected"
    ]
    assert again.exit_code == 0


def test_every_sentence_is_parsed_if_asked_for(folder: Path) -> None:
    command = ["code", str(folder / "a.txt"), "--format", "jsonl"]
    assert run(app, [*command, "--parse-all"]).stdout == run(app, command).stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--runner", "ray"], "--runner: writes files; give a folder with --out"),
        (["--format", "parquet"], "--format parquet: is binary; give a folder with --out"),
        (["--format", "json", "--out", "x"], "--format: json is not for files"),
        (["--out", "nowhere://x"], "nowhere://x: cannot be reached"),
    ],
)
def test_options_that_do_not_go_together_get_one_line(
    folder: Path, options: list[str], words: str
) -> None:
    done = run(app, ["code", str(folder), *options])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"kroniek: {words}")
    assert len(done.stderr.splitlines()) == 1
