"""Pictures of every page for docs/screenshots, taken when KRONIEK_SCREENSHOTS=1 asks for them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from kroniek.coder.pipeline import code_documents
from kroniek.ledger import Filter, Ledger, reviews
from kroniek.ledger.threads import find_threads
from kroniek.readers import Rejected, read
from tests.made import visit
from tests.web.conftest import Bench, Serve, enter
from tests.web.told import record, told_twice

pytestmark = pytest.mark.skipif(
    os.environ.get("KRONIEK_SCREENSHOTS") != "1", reason="KRONIEK_SCREENSHOTS=1 takes pictures"
)
PAGES = {
    "articles": "/articles", "search": "/articles?words=sanctions+OR+sancties", "add": "/add",
    "explore": "/explore", "threats": "/threats", "reactions": "/reactions",
    "contradictions": "/contradictions", "threads": "/threads", "thread": "/threads/THREAD",
    "event": "/events/EVENT", "actor": "/actors/IRN",
    "brief": "/brief?since=2024-06-01&until=2024-06-30",
}  # fmt: skip
IN_EVERY_LOOK = ("explore", "threats", "actor")
LOOKS = {
    "": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "-narrow": {"viewport": {"width": 375, "height": 760}, "locale": "nl-NL"},
}


def test_every_page_is_pictured(
    browser: Browser,
    serve: Serve,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    shoot: Callable[[Page, str], None],
) -> None:
    monkeypatch.chdir(root)
    files = sorted(Path("examples").glob("[1-3]-*"))
    found = [one for file in files for one in read(file) if not isinstance(one, Rejected)]
    bench = serve(visit(title=""), *code_documents(found), *record(), *told_twice())
    with Ledger(bench.ledger) as ledger:
        first = next(ledger.events(Filter(type="THREATEN", actor="IRN")))
        reviews.decide(
            ledger, reviews.event_article(ledger, first.id), first.id, "accept", first.event, "anna"
        )
        thread = find_threads(ledger, sources=2)[-1].id
    for suffix, look in LOOKS.items():
        context = browser.new_context(**look)
        page = context.new_page()
        for name, path in PAGES.items():
            if suffix and name not in IN_EVERY_LOOK:
                continue
            page.goto(bench.url + path.replace("THREAD", thread).replace("EVENT", first.id))
            page.wait_for_load_state("networkidle")
            shoot(page, name + suffix)
        page.goto(f"{bench.url}/articles/3")
        for _ in range(3):
            page.keyboard.press("j")
        page.wait_for_timeout(300)
        shoot(page, "article" + suffix)
        page.keyboard.press("?")
        if not suffix:
            shoot(page, "keys")
        context.close()


def test_accounts_are_pictured(
    page: Page, shared: Bench, shoot: Callable[[Page, str], None]
) -> None:
    page.goto(f"{shared.url}/sign-in")
    shoot(page, "sign-in")
    enter(page, shared, "admin")
    page.goto(f"{shared.url}/users")
    shoot(page, "users")
