"""`kroniek watch` as a program: a line a poll, a clean end on SIGTERM, and on from there."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from kroniek.ledger import Ledger
from kroniek.ledger.articles import ArticleFilter, list_articles
from tests.site import Answer, Asked, Site, item, page, rss


def titles(ledger: Path) -> set[str]:
    with Ledger(ledger) as kept:
        return {line.title for line in list_articles(kept, ArticleFilter()).lines}


class Program:
    """The command, running beside the test."""

    def __init__(self, folder: Path, *more: str) -> None:
        command = [
            sys.executable, "-c", "from kroniek.cli import app; app()", "watch",
            str(folder / "feeds.toml"), "--ledger", str(folder / "l.db"), "--allow-private", *more,
        ]  # fmt: skip
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def end(self) -> list[dict[str, Any]]:
        """What it logged until it ended; it must end well."""
        out, _ = self.process.communicate(timeout=240)
        assert self.process.returncode == 0
        return [json.loads(line) for line in out.splitlines()]


def test_sigterm_ends_it_cleanly_and_it_goes_on_from_there(site: Site, tmp_path: Path) -> None:
    for name in "abc":
        site.pages[f"/{name}"] = Answer(page(f"Kop {name}"))
    site.pages["/rss"] = Answer(rss(*(item(site, name) for name in "cba")))
    (tmp_path / "feeds.toml").write_text(
        f'delay = 0\ninterval = 1\n[[feeds]]\nurl = "{site.url("/rss")}"\n'
    )

    running = Program(tmp_path)
    released = False

    def slow(_: Asked) -> Answer:
        """Ends the program while it fetches its second article."""
        nonlocal released
        if not released:
            released = True
            running.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
        return Answer(page("Kop b"))

    site.pages["/b"] = slow
    logged = running.end()
    assert [line["event"] for line in logged] == ["stopped"]
    assert titles(tmp_path / "l.db") == {"Kop a"}

    (polled, done) = Program(tmp_path, "--once").end()
    assert (done["event"], polled["event"], polled["feed"]) == ("done", "poll", site.url("/rss"))
    assert (polled["entries"], polled["new"], polled["unchanged"]) == (3, 2, 0)
    assert site.paths().count("/a") == 1
    assert titles(tmp_path / "l.db") == {"Kop a", "Kop b", "Kop c"}
