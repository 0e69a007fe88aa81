"""Writes benchmarks/threads.md: how well threads agree with gold, and how soon they are made.

    python -m benchmarks.threads [--events 100000] [--turns 3]

Agreement is B-cubed over tests/threads (how: tests/threads/measure.py). Time is measured on made-up
articles in SQLite, of five sentences each, in threes that have two of their events in common. For
deriving it is the processor's; for a command, a process of its own, that and the clock's.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from sqlalchemy import func, select

from benchmarks.record import DAYS, EVENTS, MOST, ROOT, SEED, told
from kroniek.document import CodedArticle, Coder
from kroniek.ledger import Ledger
from kroniek.ledger.thread_making import refresh
from kroniek.ledger.thread_rows import ThreadRow
from kroniek.lexicon.names import names
from tests.threads.measure import apart, b_cubed, found, groups_of, items_of, keep

TOGETHER = 3
"""Articles that have events in common."""
COMMON = 2
"""Events that those have in common."""
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("threads",),
    ("threads", "--actor", "IRN"),
    ("threads", "--recipient", "Ukraine", "--text", "tanks"),
    ("threads", "--sources", "3"),
    ("threads", "--type", "THREATEN", "--since", "2023-06-01", "--format", "json"),
)


def article(number: int) -> CodedArticle:
    """A made-up article; it tells two of its events as its neighbours in a group do."""
    group = number // TOGETHER
    day = date(2022, 1, 1) + timedelta(random.Random(f"{SEED} {group}").randrange(DAYS))
    events, lines, at = [], [], 0
    for place in range(EVENTS):
        seed = f"{SEED} {group} {place}" if place < COMMON else f"{SEED} {group} {number} {place}"
        line, event = told(f"e{place}", at, day, random.Random(seed))
        lines.append(line)
        events.append(event)
        at += len(line) + 1
    return CodedArticle(
        id=f"a{number}", lang="en", published=day, title="", text=" ".join(lines),
        events=tuple(events), coder=Coder(version="1", lexicon="1"), source=f"{number}.txt",
    )  # fmt: skip


def different(articles: int) -> int:
    """How many different events so many articles tell."""
    groups = -(-articles // TOGETHER)
    return groups * COMMON + articles * (EVENTS - COMMON)


def deriving(path: Path, first: int, count: int) -> tuple[float, int]:
    """Adds articles; processor seconds in which threads are made, and how many there are."""
    with Ledger(path) as ledger:
        ledger.add_many(map(article, range(first, first + count)))
        start = time.process_time()
        refresh(ledger)
        took = time.process_time() - start
        with ledger.session() as session:
            return took, session.scalar(select(func.count()).select_from(ThreadRow)) or 0


def answering(words: Sequence[str], turns: int) -> tuple[float, float]:
    """The least seconds that a command takes, of the processor and by the clock."""
    took = []
    for _ in range(turns):
        before, start = getrusage(RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(
            [Path(sys.executable).with_name("kroniek"), *words],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        clock, after = time.perf_counter() - start, getrusage(RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        took.append((used, clock))
    return min(used for used, _ in took), min(clock for _, clock in took)


def agreement() -> Iterator[str]:
    """A table of the figures of each set of groups."""
    yield "| groups | events | precision | recall | F1 |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name in ("groups", "development"):
        groups = groups_of(name)
        with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "ledger.db") as ledger:
            keep(groups, ledger)
            items = items_of(groups, ledger)
        articles = sum(len(group["articles"]) for group in groups)
        for told_of, chosen in (
            (f"{name}.yaml ({len(groups)} groups, {articles} articles)", items),
            ("without what the coder missed", found(items)),
            ("the same, nothing taken together", apart(found(items))),
        ):
            figure = b_cubed(chosen)
            yield (
                f"| {told_of} | {figure.items} | {figure.precision:.3f} | {figure.recall:.3f} | "
                f"{figure.f1:.3f} |"
            )


def main() -> None:
    """Measures and writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=3)
    asked = parser.parse_args()
    whole = asked.events // EVENTS
    for lang in ("en", "nl"):
        names(lang)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        path, added = Path(folder) / "ledger.db", 0
        for part in (whole // 4, whole // 4, whole - 2 * (whole // 4)):
            took, threads = deriving(path, added, part)
            added += part
            rows.append((added * EVENTS, different(added), threads, took))
        nothing = answering(("--help",), asked.turns)
        took_by = {
            " ".join(words): answering((*words, "--ledger", str(path)), asked.turns)
            for words in COMMANDS
        }
    base = rows[0]
    lines = [
        "# Threads", "",
        f"`python -m benchmarks.threads`: {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}.",
        "", "## Agreement with gold (B-cubed)", "",
        "The weights were set on `development.yaml`; `groups.yaml` is the test. An event that the "
        "coder missed is a thread of its own in the first row of each set, and left out of the "
        "others.", "",
        *agreement(), "",
        "## Deriving", "",
        "At the first question after the ledger changed; seconds of one processor. Different are "
        "the events that the articles were made to tell.", "",
        "| events | different | threads | seconds | for 1,000 events | against the first |",
        "| ---: | ---: | ---: | ---: | ---: | ---: |",
        *(
            f"| {events:,} | {unlike:,} | {threads:,} | {s:.1f} | {1000 * s / events:.3f} | "
            f"{(s / events) / (base[3] / base[0]):.2f} |"
            for events, unlike, threads, s in rows
        ), "",
        "## Asking", "",
        f"The least of {asked.turns} turns over {rows[-1][0]:,} events; `kroniek --help`, which "
        f"asks nothing, takes {nothing[0]:.2f} s of the processor and {nothing[1]:.2f} s by the "
        f"clock. A command may take {MOST:.0f} s.", "",
        "| command | seconds, processor | without `--help`'s | by the clock |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| `kroniek {name}` | {used:.2f} | {used - nothing[0]:.2f} | {clock:.2f} |"
            for name, (used, clock) in took_by.items()
        ),
    ]  # fmt: skip
    (ROOT / "benchmarks/threads.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    if max(used for used, _ in took_by.values()) > MOST:
        raise SystemExit(f"commands take more than {MOST:.0f} s")


if __name__ == "__main__":
    main()
