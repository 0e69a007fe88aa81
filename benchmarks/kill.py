"""Kills `kroniek add` at random moments, runs it again, and compares what is in the ledgers.

python benchmarks/kill.py [--articles 2000] [--kills 20] [--seed 1] [--workers 1] [--out FILE.md]

The articles are made by benchmarks/articles.py. One ledger is filled without disturbance. Then, for
each kill, `add` of the same articles to a new ledger is killed (SIGKILL, so that nothing can be
tidied up) at a moment drawn evenly from the time of the undisturbed run, and run again to its
end. Every such ledger must be the same as the undisturbed one: all rows of articles and events and
of what belongs to them, and what is exported.
"""

from __future__ import annotations

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from articles import made, write

ADD = [sys.executable, "-c", "from kroniek.cli import app; app()", "add"]
TABLES = ("articles", "revisions", "events", "parties", "evidence", "quantities", "relations")
Rows = dict[str, list[tuple[object, ...]]]
WHEN = "added"  # the column of when a row was added, which differs


def start(articles: Path, ledger: Path, workers: int) -> subprocess.Popen[bytes]:
    """`kroniek add`, running."""
    command = [*ADD, str(articles), "--ledger", str(ledger), "--workers", str(workers)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kept(ledger: Path) -> int:
    """How many articles a ledger has, however far making it came."""
    try:
        with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM revisions").fetchone()[0])
    except sqlite3.OperationalError:
        return 0


def rows(ledger: Path) -> Rows:
    """All that a ledger says, table by table."""
    found = {}
    with sqlite3.connect(ledger) as connection:
        for table in TABLES:
            about = connection.execute(f"PRAGMA table_info({table})").fetchall()
            columns = ", ".join(f'"{row[1]}"' for row in about if row[1] != WHEN)
            query = f"SELECT {columns} FROM {table} ORDER BY number"
            found[table] = connection.execute(query).fetchall()
    return found


def export(ledger: Path) -> bytes:
    """What `kroniek events --format jsonl` gives."""
    command = [*ADD[:-1], "events", "--ledger", str(ledger), "--format", "jsonl"]
    return subprocess.run(command, check=True, capture_output=True).stdout


def killed(articles: Path, ledger: Path, seconds: float, workers: int) -> int:
    """Kills `add` after some seconds; how many articles the ledger had then."""
    running = start(articles, ledger, workers)
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGKILL)
        running.wait()
    return kept(ledger)


def differing(whole: Path, other: Path) -> list[str]:
    """The tables in which two ledgers differ, and "export" if what they give does."""
    mine, its = rows(whole), rows(other)
    tables = [name for name in TABLES if mine[name] != its[name]]
    return tables if export(whole) == export(other) else [*tables, "export"]


def report(given: argparse.Namespace, found: Rows, lines: list[str]) -> str:
    """What was compared, as Markdown."""
    return "\n".join([
        "# Killed and run again", "",
        f"Written by `python benchmarks/kill.py` (seed {given.seed}): `kroniek add` of"
        f" {given.articles:,} articles ({len(found['events']):,} events) with {given.workers}"
        f" worker(s), killed by SIGKILL at {given.kills} random moments, each time in a new ledger,"
        " and run again; compared with a ledger filled without disturbance: all rows and columns of"
        f" {', '.join(TABLES)} but when they were added, and `kroniek events --format jsonl`.", "",
        "| killed after | articles kept by then | after running again |",
        "| --- | --- | --- |", *lines, "",
    ])  # fmt: skip


def main() -> None:
    """Command line."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--articles", type=int, default=2000)
    arguments.add_argument("--kills", type=int, default=20)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--workers", type=int, default=1)
    arguments.add_argument("--out", type=Path, help="Markdown file")
    given = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        articles = write(made(given.articles, sentences=1, share=0.25), folder / "articles.jsonl")
        whole = folder / "whole.db"
        begun = time.perf_counter()
        if start(articles, whole, given.workers).wait() != 0:
            sys.exit("kroniek add failed without being killed")
        seconds = time.perf_counter() - begun
        chance = random.Random(given.seed)
        lines, good = [], True
        for number in range(given.kills):
            ledger, moment = folder / f"{number}.db", chance.uniform(0, seconds)
            had = killed(articles, ledger, moment, given.workers)
            if start(articles, ledger, given.workers).wait() != 0:
                sys.exit("kroniek add failed after it was killed")
            other = differing(whole, ledger)
            good = good and not other
            lines.append(
                f"| {moment:.1f} s of {seconds:.1f} | {had:,} |"
                f" {'DIFFERS: ' + ', '.join(other) if other else 'the same'} |"
            )
        text = report(given, rows(whole), lines)
    print(text)
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
