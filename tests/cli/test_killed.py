"""`kroniek add` that is killed goes on when it is run again, as if nothing had been.

benchmarks/kill.py does so with more articles and more kills.
"""

import json
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kroniek.cli import app

ARTICLES = 60
TEXT = "{} expelled {} diplomats on Monday. {} condemned the decision. It rained for {} hours."

run = CliRunner().invoke


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A file of articles."""
    states = ("France", "Russia", "Iran", "Japan", "Kenya")
    lines = [
        {"id": f"a{n}", "lang": "en", "published": "2024-05-01",
         "text": TEXT.format(states[n % 5], n + 2, states[(n + 1) % 5], n)}
        for n in range(ARTICLES)
    ]  # fmt: skip
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def kept(ledger: Path) -> int:
    """How many articles a ledger has."""
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM revisions").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def kill_at(count: int, articles: Path, ledger: Path) -> None:
    """Runs `add` and kills it when so many articles are in the ledger."""
    command = [sys.executable, "-c", "from kroniek.cli import app; app()", "add", str(articles)]
    running = subprocess.Popen([*command, "--ledger", str(ledger)], stderr=subprocess.DEVNULL)
    while running.poll() is None and kept(ledger) < count:
        time.sleep(0.01)
    running.kill()
    running.wait()


def test_a_ledger_is_the_same_after_two_kills(articles: Path, tmp_path: Path) -> None:
    killed, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    kill_at(9, articles, killed)
    kill_at(33, articles, killed)
    assert 33 <= kept(killed) < ARTICLES
    for ledger in (killed, whole):
        assert run(app, ["add", str(articles), "--ledger", str(ledger)]).exit_code == 0
    exports = [
        run(app, ["events", "--format", "jsonl", "--ledger", str(ledger)]).stdout_bytes
        for ledger in (killed, whole)
    ]
    assert exports[0] == exports[1]
    assert exports[0].count(b"\n") == 2 * ARTICLES
    assert kept(killed) == ARTICLES
