"""A real workbench on a real ledger, and a real browser to drive it."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, sync_playwright

from kroniek.document import CodedArticle
from kroniek.ledger import Ledger
from kroniek.ledger.accounts import ROLES, add_account
from kroniek.web import Settings, create_app
from tests.made import sanctions, visit

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SCREENSHOTS = Path(__file__).parents[2] / "docs/screenshots"


@dataclass(frozen=True)
class Bench:
    """A workbench that runs: its address and its ledger."""

    url: str
    ledger: Path


Serve = Callable[..., Bench]


def start(settings: Settings) -> tuple[uvicorn.Server, threading.Thread, str]:
    """A workbench on a free port of this machine."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create_app(settings), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    until = time.monotonic() + 60
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    return server, thread, f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Makes workbenches on ledgers that hold the articles given."""
    running = []

    def make(*articles: CodedArticle, accounts: bool = False) -> Bench:
        path = tmp_path / f"{len(running)}.db"
        with Ledger(path) as ledger:
            for article in articles:
                ledger.add(article)
        server, thread, url = start(Settings(str(path), accounts=accounts, user="tess"))
        running.append((server, thread))
        return Bench(url, path)

    yield make
    for server, thread in running:
        server.should_exit = True
        thread.join(timeout=30)


@pytest.fixture
def bench(serve: Serve) -> Bench:
    """A workbench with two articles, three events and a reaction."""
    return serve(sanctions(title="A warning to Moscow"), visit(title=""))


@pytest.fixture
def shared(serve: Serve) -> Bench:
    """A workbench to which people sign in: one of each role, the role in the name."""
    bench = serve(visit(), accounts=True)
    with Ledger(bench.ledger) as ledger:
        for name in ROLES:
            add_account(ledger, name, name, f"long-password-{name}")
    return bench


@pytest.fixture(scope="session")
def browser(require: Callable[[bool, str], None]) -> Iterator[Browser]:
    """Debian's Chromium, without a window."""
    require(CHROMIUM is not None, "chromium")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a fresh English browser; it fails the test when its script fails."""
    context = browser.new_context(locale="en-GB", accept_downloads=True)
    made = context.new_page()
    faults: list[str] = []
    made.on("pageerror", lambda error: faults.append(str(error)))
    made.set_default_timeout(60_000)
    yield made
    context.close()
    assert not faults


@pytest.fixture
def shoot() -> Callable[[Page, str], None]:
    """Writes a screenshot to docs/screenshots/ when KRONIEK_SCREENSHOTS=1 asks for it."""

    def take(page: Page, name: str) -> None:
        if os.environ.get("KRONIEK_SCREENSHOTS") == "1":
            page.screenshot(path=SCREENSHOTS / f"{name}.png")

    return take


def enter(page: Page, bench: Bench, name: str) -> None:
    """Signs in to a shared workbench."""
    page.goto(f"{bench.url}/sign-in")
    page.locator('input[name="account"]').fill(name)
    page.locator('input[name="password"]').fill(f"long-password-{name}")
    page.locator("main button.main").click()
    page.wait_for_url("**/articles")
