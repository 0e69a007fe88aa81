"""`kroniek unresolved` and `check-names`."""

from pathlib import Path

from typer.testing import CliRunner

from kroniek.cli import app

run = CliRunner().invoke


def test_actors_without_a_code_are_listed_by_how_often_they_act(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Grumbold Zyx accused Iran of murder on Monday. France expelled two Russian diplomats."
    )
    ledger = str(tmp_path / "kroniek.db")
    run(app, ["add", str(tmp_path / "a.txt"), "--ledger", ledger, "--published", "2024-09-25"])
    done = run(app, ["unresolved", "--ledger", ledger])
    assert done.exit_code == 0
    assert done.stdout == "1\tGrumbold Zyx\n"


def test_the_lexicon_s_persons_are_sound() -> None:
    done = run(app, ["check-names"])
    assert done.exit_code == 0
    assert done.stderr == "0 faults\n"
