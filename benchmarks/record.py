"""Writes benchmarks/record.md: how soon the commands of the record answer over 100,000 events.

    python -m benchmarks.record [--events 100000] [--turns 3]

Made-up articles of five sentences each tell of threats, promises, statements and what came of them
between thirty states over three years. Each command runs as a process of its own on a record that
is kept; how long a process takes that asks nothing (`kroniek --help`) is told apart.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kroniek.document import CodedArticle, Coder, Event, EventDate, Party, Quantity, Span
from kroniek.ledger import Ledger
from kroniek.ledger.deriving import refresh

ROOT = Path(__file__).parents[1]
SEED = 6
EVENTS = 5
"""Events of an article."""
DAYS = 1095
MOST = 2.0
"""Seconds of work that a command may take."""
STATES = {
    "Iran": "IRN", "Iraq": "IRQ", "Oman": "OMN", "Israel": "ISR", "France": "FRA",
    "Russia": "RUS", "Ukraine": "UKR", "China": "CHN", "Japan": "JPN", "India": "IND",
    "Pakistan": "PAK", "Egypt": "EGY", "Ethiopia": "ETH", "Kenya": "KEN", "Somalia": "SOM",
    "Rwanda": "RWA", "Chad": "TCD", "Serbia": "SRB", "Greece": "GRC", "Turkey": "TUR",
    "Poland": "POL", "Belarus": "BLR", "Brazil": "BRA", "Peru": "PER", "Bolivia": "BOL",
    "Mexico": "MEX", "Canada": "CAN", "Vietnam": "VNM", "Germany": "DEU", "Norway": "NOR",
}  # fmt: skip
SPEAKERS = ("the president", "the foreign minister", "a spokesman", "the defence minister")

# Type, mode, status, the words that tell it, and its trigger.
TOLD: tuple[tuple[str, str | None, str, str, str], ...] = (
    ("THREATEN", "violence", "actual", "{a} threatened to attack {b} with missiles", "threatened"),
    ("THREATEN", "restrict", "actual",
     "{a} threatened sanctions against {b} unless it withdraws by 1 {month}", "threatened"),
    ("THREATEN", "expel", "actual",
     "{a} threatened to expel diplomats of {b} if it closes the border", "threatened"),
    ("THREATEN", None, "actual", "{a} warned {b} of serious consequences", "warned"),
    ("AGREE", None, "actual",
     "{a} promised to deliver {n} tanks to {b} by the end of the year", "promised"),
    ("AGREE", None, "actual", "{a} promised {b} to meet in {month}", "promised"),
    ("CONCEDE", None, "actual", "{a} promised to withdraw its troops from {b}", "promised"),
    ("CONCEDE", None, "actual", "{a} withdrew its threat against {b}", "withdrew"),
    ("SANCTION", "discontinue", "actual", "{a} imposed sanctions on {b}", "imposed"),
    ("SANCTION", "discontinue", "future", "{a} will impose tariffs on {b} in {month}", "impose"),
    ("SANCTION", "expel", "actual", "{a} expelled {n} diplomats of {b}", "expelled"),
    ("SANCTION", "expel", "negated", "{a} did not expel diplomats of {b}", "expel"),
    ("ASSAULT", "aerial", "actual", "{a} attacked a town in {b} with missiles", "attacked"),
    ("ASSAULT", None, "actual", "{a} struck {b} in retaliation for the attack", "struck"),
    ("AID", None, "actual", "{a} delivered {n} tanks to {b}", "delivered"),
    ("RETREAT", "withdraw", "actual", "{a} withdrew its troops from {b}", "withdrew"),
    ("REJECT", "assist", "actual", "{a} refused to deliver tanks to {b}", "refused"),
    ("CONSULT", "visit", "actual", "{a} received the prime minister of {b}", "received"),
    ("ACCUSE", "disapprove", "actual", "{a} condemned {b} “for all it has done”", "condemned"),
    ("REQUEST", "yield", "actual",
     "{a} demanded that {b} withdraw its troops, {s} said", "demanded"),
    ("SUPPORT", None, "actual", "{a} praised {b} in a statement", "praised"),
    ("COERCE", "seize", "actual", "{a} seized a ship of {b}", "seized"),
    ("MOBILIZE", "troops", "actual", "{a} moved troops to the border with {b}", "moved"),
)  # fmt: skip
CONDITION = re.compile(r"\b(?:if|unless)\b.*")
MONTHS = ("March", "May", "July", "September")
WEEK = ("--since", "2024-06-03", "--until", "2024-06-09")
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("threats",),
    ("threats", "--actor", "IRN", "--status", "carried out"),
    ("threats", "--means", "missile", "--since", "2023-06-01", "--format", "json"),
    ("promises",),
    ("promises", "--recipient", "Ukraine", "--text", "tanks"),
    ("statements",),
    ("statements", "--actor", "Russia", "--form", "quotation"),
    ("reactions",),
    ("reactions", "--actor", "ISR", "--chains"),
    ("contradictions",),
    ("contradictions", "--state", "proposed", "--type", "REJECT"),
    ("record", "IRN"),
    ("record", "RUS", "--promises", "--recipient", "SRB"),
    ("threads",),
    ("brief", *WEEK, "--format", "md"),
)


@dataclass(frozen=True)
class Took:
    """Seconds from begin to end, and seconds of work on a core."""

    wall: float
    worked: float


def article(number: int, chance: random.Random) -> CodedArticle:
    """An article of five sentences, each of them an event."""
    day = date(2022, 1, 1) + timedelta(days=chance.randrange(DAYS))
    events, lines, at = [], [], 0
    for place in range(EVENTS):
        line, event = told(f"e{place}", at, day, chance)
        lines.append(line)
        events.append(event)
        at += len(line) + 1
    return CodedArticle(
        id=f"a{number}", lang="en", published=day, title="", text=" ".join(lines),
        events=tuple(events), coder=Coder(version="1", lexicon="1"), source=f"{number}.txt",
    )  # fmt: skip


def told(id: str, start: int, day: date, chance: random.Random) -> tuple[str, Event]:
    """A sentence that stands at `start`, and its event."""
    kind, mode, status, words, trigger = chance.choice(TOLD)
    a, b = chance.sample(sorted(STATES), 2)
    n, month, speaker = chance.randrange(2, 40), chance.choice(MONTHS), chance.choice(SPEAKERS)
    clause = words.format(a=a, b=b, n=n, month=month, s=speaker)
    condition = CONDITION.search(clause)
    line = f"{clause} on {day:%d %B}."

    def span(text: str) -> dict[str, Any]:
        at = start + line.index(text)
        return {"text": text, "start": at, "end": at + len(text)}

    counts = (Quantity(**span(f"{n} tanks"), value=n, unit="tank"),) if f"{n} tanks" in line else ()
    return line, Event(
        id=id, type=kind, mode=mode, status=status,  # type: ignore[arg-type]
        actors=(Party(**span(a), code=STATES[a], sector="GOV"),),
        recipients=(Party(**span(b), code=STATES[b], sector="GOV"),),
        date=EventDate(**span(f"{day:%d %B}"), value=str(day), precision="day"),
        attribution=Span(**span(speaker)) if speaker in line else None,
        condition=Span(**span(condition.group())) if condition else None,
        quantities=counts, trigger=Span(**span(trigger)), evidence=(Span(**span(clause)),),
        confidence=0.5, rule="made",
    )  # fmt: skip


def articles(first: int, count: int, chance: random.Random) -> Iterator[CodedArticle]:
    """So many articles, numbered from `first`."""
    return (article(number, chance) for number in range(first, first + count))


def deriving(path: Path) -> Took:
    """How long it takes to bring the record up to date."""
    with Ledger(path) as ledger:
        start, worked = time.perf_counter(), time.process_time()
        refresh(ledger)
        return Took(time.perf_counter() - start, time.process_time() - worked)


def answering(words: Sequence[str], folder: Path, turns: int) -> Took:
    """How long a command takes as a process of its own: the quickest of some turns."""
    command = [str(Path(sys.executable).with_name("kroniek")), *words]
    took = []
    for _ in range(turns):
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            command, check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        took.append(Took(time.perf_counter() - start, worked))
    return min(took, key=lambda one: one.wall)


def main() -> None:
    """Measures and writes the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--turns", type=int, default=3)
    asked = parser.parse_args()
    chance, whole = random.Random(SEED), asked.events // EVENTS
    derived: list[tuple[int, Took]] = []
    with tempfile.TemporaryDirectory() as name:
        folder, added = Path(name), 0
        path = folder / "kroniek.db"
        for part in (whole // 4, whole - whole // 4):
            with Ledger(path) as ledger:
                ledger.add_many(articles(added, part, chance))
            added += part
            derived.append((added * EVENTS, deriving(path)))
        answering(("threads", "--limit", "1"), folder, 1)
        nothing = answering(("--help",), folder, asked.turns)
        took = {" ".join(words): answering(words, folder, asked.turns) for words in COMMANDS}
    events, base = derived[0]
    lines = [
        "# How soon the record answers", "",
        f"`python -m benchmarks.record --turns {asked.turns}`: the quickest of the turns on "
        f"{os.cpu_count()} cores, of which {os.getloadavg()[1]:.1f} processes wanted one; a ledger "
        f"in SQLite of {added:,} made-up articles with {added * EVENTS:,} events.", "",
        f"A process that asks nothing (`kroniek --help`) takes {nothing.wall:.2f} s, of them "
        f"{nothing.worked:.2f} s of work. Each command is a process of its own on a record that "
        f"is kept, and may take {MOST:.0f} s of work, which is as long as it takes on a core that "
        "nobody else wants. The last column is its work without that of the process that asks "
        "nothing.", "",
        "| command | seconds | of work | asking alone |", "| --- | ---: | ---: | ---: |",
        *(
            f"| `kroniek {command}` | {one.wall:.2f} | {one.worked:.2f} | "
            f"{max(0.0, one.worked - nothing.worked):.2f} |"
            for command, one in took.items()
        ), "",
        "Deriving the record, which happens at the first question after articles came in or people "
        "decided about events:", "",
        "| events in the ledger | seconds | of work | work for 1,000 events | against the first |",
        "| ---: | ---: | ---: | ---: | ---: |",
        *(
            f"| {many:,} | {one.wall:.1f} | {one.worked:.1f} | {1000 * one.worked / many:.3f} | "
            f"{(one.worked / many) / (base.worked / events):.2f} |"
            for many, one in derived
        ),
    ]  # fmt: skip
    (ROOT / "benchmarks/record.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")
    late = [command for command, one in took.items() if one.worked > MOST]
    if late:
        raise SystemExit(f"more than {MOST:.0f} s of work: {', '.join(late)}")


if __name__ == "__main__":
    main()
