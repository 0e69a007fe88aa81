"""Keeping, finding and exporting articles in both stores, as ratios in one run.

python -m benchmarks.stores [--articles 2000] [--turns 3] [--out benchmarks/stores.md]

Made-up articles of some 300 words with six events each are kept one by one (`Ledger.add`) and in
batches (`Ledger.add_many`), each time in a new ledger, in turns; the figures are medians. Both
databases write through to disk (SQLite: WAL; PostgreSQL: as it is by default, on a socket).
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from kroniek.document import CodedArticle, Event, Span
from kroniek.ledger import Ledger
from kroniek.ledger.fulltext import search_articles
from kroniek.reports.exports import FORMATS
from tests.made import article, event, party
from tests.postgres import programs, running

SEED = 8
EVENTS = 6
STATES = ("Iran", "Iraq", "Oman", "Israel", "France", "Russia", "Ukraine", "China")
CODES = dict(zip(STATES, ("IRN", "IRQ", "OMN", "ISR", "FRA", "RUS", "UKR", "CHN"), strict=True))
WORDS = [f"{a}{b}" for a in "bdfgklmnprst" for b in ("ander", "olen", "iek", "aat", "urig", "est")]
SEARCHES = ("Iran", "Iran landed", '"struck Iraq"', "bander OR diek", "kol*", "Iran -Oman")

NewLedger = Callable[[], str]


def made(number: int, chance: random.Random) -> CodedArticle:
    """A made-up article."""
    sentences = []
    for at in range(EVENTS):
        who, whom = chance.sample(STATES, 2)
        filling = " ".join(chance.choices(WORDS, k=45))
        sentences.append((who, whom, f"On day {number}.{at} {who} struck {whom}", filling))
    title = f"{sentences[0][0]} and others, {number}"
    text = "\n\n".join(f"{told} {filling}." for *_, told, filling in sentences)
    whole = f"{title}\n\n{text}"
    events = []
    for at, (who, whom, told, _) in enumerate(sentences):
        start = whole.index(told)
        shifted = whole[start:]
        plain = event(
            shifted, told, "struck", id=f"e{at}",
            actors=(party(shifted, who, CODES[who], sector="MIL"),),
            recipients=(party(shifted, whom, CODES[whom]),),
        )  # fmt: skip
        events.append(moved(plain, start))
    day = date(2024, 1, 1) + timedelta(days=number % 365)
    return article(text, *events, title=title, published=day, source=f"{number}.txt")


def moved(plain: Event, start: int) -> Event:
    """An event whose places count from the start of the article."""

    def move(span: Span) -> Span:
        return span.model_copy(update={"start": span.start + start, "end": span.end + start})

    parts = {
        name: tuple(map(move, getattr(plain, name)))
        for name in ("actors", "recipients", "evidence")
    }
    return plain.model_copy(update={"trigger": move(plain.trigger)} | parts)


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@contextmanager
def stores(folder: Path) -> Iterator[dict[str, NewLedger]]:
    """Ways to make new ledgers, by store; PostgreSQL if it is installed."""
    numbers = iter(range(1_000_000))
    found: dict[str, NewLedger] = {"SQLite": lambda: str(folder / f"{next(numbers)}.db")}
    installed = programs()
    if installed is None:
        yield found
        return
    with running(installed, settings=()) as server:
        yield found | {"PostgreSQL": server.ledger}


def keeping(new: NewLedger, told: list[CodedArticle]) -> tuple[float, float]:
    """Articles a second one by one and in batches."""

    def one_by_one(ledger: Ledger) -> None:
        for coded in told:
            ledger.add(coded)

    with Ledger(new()) as single, Ledger(new()) as many:
        return (
            len(told) / seconds(lambda: one_by_one(single)),
            len(told) / seconds(lambda: many.add_many(told)),
        )


def main() -> None:
    """Measures and writes the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/stores.md"))
    options = parser.parse_args()
    chance = random.Random(SEED)
    told = [made(number, chance) for number in range(options.articles)]
    lines = [
        "# Stores and exports", "",
        "Written by `python -m benchmarks.stores`: "
        f"{len(told):,} made-up articles with {EVENTS} events each, medians of {options.turns} "
        f"turns, on {os.cpu_count()} cores ({platform.machine()}), load {os.getloadavg()[0]:.1f} "
        "of the last minute.", "",
        "| store | one by one, articles a second | in batches | ratio |",
        "| --- | --- | --- | --- |",
    ]  # fmt: skip
    searched = []
    with tempfile.TemporaryDirectory() as name, stores(Path(name)) as found:
        speeds = {store: [] for store in found}
        for _ in range(options.turns):
            for store, new in found.items():
                speeds[store].append(keeping(new, told))
        for store, pairs in speeds.items():
            single, many = (statistics.median(column) for column in zip(*pairs, strict=True))
            lines.append(f"| {store} | {single:,.0f} | {many:,.0f} | {many / single:.1f} |")
        for store, new in found.items():
            with Ledger(new()) as ledger:
                ledger.add_many(told)
                for words in SEARCHES:
                    took = [
                        seconds(lambda: search_articles(ledger, words))  # noqa: B023
                        for _ in range(options.turns)
                    ]
                    searched.append((words, store, statistics.median(took) * 1000))
        lines += ["", "| search | store | milliseconds |", "| --- | --- | --- |"]
        lines += [
            f"| `{words}` | {store} | {took:.0f} |" for words, store, took in sorted(searched)
        ]
        lines += exporting(found["SQLite"], told, Path(name), options.turns)
    options.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def exporting(new: NewLedger, told: list[CodedArticle], folder: Path, turns: int) -> list[str]:
    """Events a second in each format, against reading them from the ledger and no more."""
    with Ledger(new()) as ledger:
        ledger.add_many(told)
        took: dict[str, list[float]] = {name: [] for name in ("reading alone", *FORMATS)}
        for turn in range(turns):
            took["reading alone"].append(seconds(lambda: sum(1 for _ in ledger.events())))
            for name, write in FORMATS.items():
                out = folder / f"{name}{turn}"
                out.mkdir()
                took[name].append(seconds(lambda: write(ledger.events(), out)))  # noqa: B023
    medians = {name: statistics.median(times) for name, times in took.items()}
    lines = ["", "| export | events a second | time against reading alone |", "| --- | --- | --- |"]
    events = len(told) * EVENTS
    for name, median in medians.items():
        ratio = median / medians["reading alone"]
        lines.append(f"| {name} | {events / median:,.0f} | {ratio:.2f} |")
    return lines


if __name__ == "__main__":
    main()
