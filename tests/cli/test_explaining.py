"""`kroniek explain`, `codebook` and `check-lexicon` on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kroniek.cli import app

run = CliRunner().invoke


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "a.txt"
    path.write_text(
        "Rusland viel Oekraïne maandag aan. Turkije hoopt Syrië te bezoeken.", encoding="utf-8"
    )
    return str(path)


def explained(article: str, *more: str) -> tuple[int, str, str]:
    done = run(app, ["explain", article, "--lang", "nl", "--published", "2024-06-21", *more])
    return done.exit_code, done.stdout, done.stderr


def test_explain_tells_each_sentence_its_events_and_what_is_none(article: str) -> None:
    status, told, _ = explained(article)
    assert status == 0
    assert told.startswith(f"# {article}\n")
    assert "entry nl/assault: aanvallen" in told
    assert "date 2024-06-17 by 'maandag'" in told
    assert "- 'hoopt': an operator" in told


def test_explain_of_one_event_leaves_the_others_out(article: str) -> None:
    _, told, _ = explained(article)
    name = next(line.split()[0] for line in told.splitlines() if "entry nl/" in line)
    status, one, _ = explained(article, "--event", name)
    assert status == 0
    assert "aanvallen" in one
    assert "Turkije" not in one


def test_explain_of_an_unknown_event_fails_with_a_line(article: str) -> None:
    status, _, fault = explained(article, "--event", "nothing")
    assert status == 1
    assert "no event 'nothing'" in fault


def test_explain_says_which_file_is_bad_and_explains_the_others(
    article: str, tmp_path: Path
) -> None:
    missing = str(tmp_path / "missing.txt")
    done = run(app, ["explain", missing, article, "--lang", "nl"])
    assert done.exit_code == 1
    assert missing in done.stderr
    assert "nl/assault" in done.stdout


@pytest.mark.parametrize(("lang", "word"), [("nl", "aanvallen"), ("en", "attack")])
def test_codebook_prints_the_lexicon_of_a_language(lang: str, word: str) -> None:
    done = run(app, ["codebook", "--lang", lang])
    assert done.exit_code == 0
    assert done.stdout.startswith(f"# Codebook: {lang}\n")
    assert word in done.stdout


@pytest.mark.parametrize("command", ["codebook", "check-lexicon"])
def test_an_unknown_language_is_one_line(command: str) -> None:
    done = run(app, [command, "--lang", "xx"])
    assert done.exit_code == 1
    assert done.stderr == "kroniek: unknown language 'xx': choose from en, nl\n"


def test_check_lexicon_refuses_a_file_that_is_not_there() -> None:
    done = run(app, ["check-lexicon", "--lang", "nl", "--file", "asault"])
    assert done.exit_code == 1
    assert "nl/asault" in done.stderr
