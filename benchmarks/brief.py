"""Writes benchmarks/brief.md: how soon `kroniek brief` answers over 100,000 events.

    python -m benchmarks.brief [--events 100000] [--turns 3] [--ledger FILE]

The articles are those of benchmarks.record; `--ledger` takes a ledger of them that is there. Each
brief is made by a process of its own on a record that is kept. Told are seconds of CPU, which other
work on the machine changes less than those of the clock; how many a process takes that asks nothing
(`kroniek --help`) is told apart.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.record import EVENTS, SEED, articles
from kroniek.ledger import Ledger, thread_making
from kroniek.ledger.record import refresh

ROOT = Path(__file__).parents[1]
MOST = 2.0
"""Seconds that making a brief may take, beyond those of a process that asks nothing."""
MONTH = ("--since", "2023-05-01", "--until", "2023-05-31")
YEAR = ("--since", "2023-01-01", "--until", "2023-12-31")
BRIEFS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("a month", MONTH),
    ("a month, in Dutch", (*MONTH, "--lang", "nl")),
    ("a month of one actor", (*MONTH, "--actor", "IRN")),
    ("a month, Markdown", (*MONTH, "--format", "md")),
    ("a month, PDF", (*MONTH, "--format", "pdf")),
    ("a year", YEAR),
    ("a year of one actor", (*YEAR, "--actor", "IRN")),
    ("everything", ()),
)


def cpu(words: Sequence[str], turns: int) -> float:
    """The median of the seconds of CPU that a command takes as a process of its own."""
    took = []
    for _ in range(turns):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [Path(sys.executable).with_name("kroniek"), *words],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        took.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(took)


def make(path: Path, events: int) -> None:
    """A ledger of made-up articles."""
    with Ledger(path) as ledger:
        ledger.add_many(articles(0, events // EVENTS, random.Random(SEED)))


def main() -> None:
    """Measures and writes the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--ledger", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = asked.ledger or Path(folder) / "ledger.db"
        if asked.ledger is None:
            make(path, asked.events)
        with Ledger(path) as ledger:
            refresh(ledger)
            thread_making.refresh(ledger)
        nothing = cpu(("--help",), asked.turns)
        out = str(Path(folder) / "brief")
        took = {
            name: cpu(("brief", "--ledger", str(path), "-o", out, *words), asked.turns)
            for name, words in BRIEFS
        }
    lines = [
        "# How soon a brief is made", "",
        f"`python -m benchmarks.brief`: medians of {asked.turns} turns, seconds of CPU, on "
        f"{os.cpu_count()} cores with load {os.getloadavg()[0]:.1f}; a ledger in SQLite of "
        f"{asked.events:,} made-up events over three years, its record and threads derived.", "",
        f"A process that asks nothing (`kroniek --help`) takes {nothing:.2f} s; the second column "
        f"is without that, the third as a part of the {MOST:.0f} s that it may take.", "",
        "| brief | whole process | making it | of what it may take |",
        "| --- | ---: | ---: | ---: |",
        *(f"| {name} | {s:.2f} | {s - nothing:.2f} | {(s - nothing) / MOST:.2f} |"
          for name, s in took.items()),
    ]  # fmt: skip
    (ROOT / "benchmarks/brief.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    if max(took.values()) - nothing > MOST:
        raise SystemExit(f"a brief takes more than {MOST:.0f} s")


if __name__ == "__main__":
    main()
