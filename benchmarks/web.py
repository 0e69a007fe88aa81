"""Writes benchmarks/web.md: how soon the workbench's heavy pages can be used, in Chromium.

    python benchmarks/web.py

Each page is opened five times in a fresh browser; the figure is the median time from asking for
the page until its script has run, beside that of the smallest page in the same run.
"""

import datetime
import random
import shutil
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from kroniek.document import CodedArticle, Coder, Event, Party, Place, Span
from kroniek.ledger import Ledger
from kroniek.ledger.columns import forget
from kroniek.ontology import CONTEXTS, EVENT_TYPES, MODES, STATUSES
from kroniek.web import Settings, create_app

ROOT = Path(__file__).parents[1]
TIMES = 5
CODES = (
    "USA", "RUS", "CHN", "IRN", "ISR", "PRK", "KOR", "UKR", "NLD", "DEU", "FRA", "GBR", "TUR",
    "SYR", "IND", "PAK", "JPN", "EGY", "SAU", "YEM",
)  # fmt: skip
PLACES = (
    ("Seoul", "KOR", 37.57, 126.98), ("Kyiv", "UKR", 50.45, 30.52), ("Tehran", "IRN", 35.69, 51.42),
    ("Gaza", "PSE", 31.5, 34.46), ("The Hague", "NLD", 52.08, 4.3),
)  # fmt: skip
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def article(number: int, events: int, filler: int, chance: random.Random) -> CodedArticle:
    """An article of one sentence an event, each followed by `filler` words."""
    day = datetime.date(2022, 1, 1) + datetime.timedelta(days=chance.randrange(1200))
    lines, made, at = [], [], 0
    for place in range(events):
        line = f"Number {place} of {number}: Alpha met Beta in Town today."
        made.append(event(f"e{place}", line, at, chance))
        lines.append(line + " and so on" * (filler // 3))
        at += len(lines[-1]) + 1
    coder = Coder(version="1", lexicon="1")
    return CodedArticle(
        id=f"a{number}", lang="en", published=day, title="", text="\n".join(lines),
        events=tuple(made), coder=coder, source=None,
    )  # fmt: skip


def event(id: str, line: str, start: int, chance: random.Random) -> Event:
    """One event of a sentence that stands at `start`."""

    def span(words: str) -> dict[str, object]:
        at = start + line.index(words)
        return {"text": words, "start": at, "end": at + len(words)}

    kind = chance.choice(EVENT_TYPES)
    name, country, lat, lon = chance.choice(PLACES)
    place = Place(**span("Town"), name=name, country=country, lat=lat, lon=lon)
    return Event(
        id=id,
        type=kind,
        mode=chance.choice(MODES[kind] or (None,)),
        status=chance.choice(STATUSES),
        contexts=tuple(chance.sample(CONTEXTS[:12], 2)),
        actors=(Party(**span("Alpha"), code=chance.choice(CODES)),),
        recipients=(Party(**span("Beta"), code=chance.choice(CODES)),),
        place=place if chance.random() < 0.5 else None,
        trigger=Span(**span("met")),
        evidence=(Span(text=line, start=start, end=start + len(line)),),
        confidence=0.5,
        rule="made",
    )


def fill(path: Path, articles: int, events: int, filler: int = 0) -> None:
    """A ledger of made articles."""
    chance = random.Random(7)
    with Ledger(path) as ledger:
        ledger.add_many(article(number, events, filler, chance) for number in range(articles))


def serve(path: Path) -> tuple[str, Ledger]:
    """A workbench on a free port, for as long as this process lives, and its ledger."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    app = create_app(Settings(str(path)))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    while not server.started:
        time.sleep(0.02)
    return f"http://127.0.0.1:{listener.getsockname()[1]}", app.state.ledger


def seconds(browser: Browser, url: str, cold: Ledger | None) -> Iterator[float]:
    """Times until a page's script has run; `cold` is a ledger of which nothing is kept then."""
    for _ in range(TIMES):
        if cold is not None:
            forget(cold)
        context = browser.new_context()
        page = context.new_page()
        start = time.perf_counter()
        page.goto(url, wait_until="load")
        if not url.endswith("/sign-in"):
            page.wait_for_selector("html[data-ready='1']")
        yield time.perf_counter() - start
        context.close()


def main() -> None:
    """Measures and writes the table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        one, many = Path(folder) / "one.db", Path(folder) / "many.db"
        fill(one, 1, 60, 24)
        fill(many, 2000, 50)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        (small, _), (large, ledger) = serve(one), serve(many)
        pages = {
            "smallest page (sign-in)": (f"{small}/sign-in", None, None),
            "article of 2,000 words and 60 events": (f"{small}/articles/1", 1, None),
            "explore, 100,000 events, nothing read yet": (f"{large}/explore", 2, ledger),
            "explore, 100,000 events": (f"{large}/explore", 2, None),
            "explore, 100,000 events, one actor": (f"{large}/explore?actor=RUS", 2, None),
            "explore, 100,000 events, words": (f"{large}/explore?text=number+7+of", 2, None),
        }
        figures = {
            name: statistics.median(seconds(browser, url, cold))
            for name, (url, _, cold) in pages.items()
        }
        browser.close()
    least = next(iter(figures.values()))
    lines = [
        "# How soon the workbench can be used",
        "",
        "`python benchmarks/web.py`: median of five openings in a fresh Chromium on two cores,",
        "from asking until the page's script has run. The workbench reads what it counts when it",
        "starts, and after that only what is new; in the third row it has not read anything yet.",
        "",
        "| page | seconds | times the smallest page | at most |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, (_, most, _) in pages.items():
        limit = most or ""
        lines.append(f"| {name} | {figures[name]:.2f} | {figures[name] / least:.1f} | {limit} |")
    (ROOT / "benchmarks/web.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
