"""Every page passes axe (WCAG 2.1 AA), light and dark, fits a narrow screen, is there in both
languages, and reads without JavaScript.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from kroniek.web.pages import LANGUAGES, words
from tests.web.conftest import Bench, enter

PAGES = {
    "articles": "/articles", "found": "/articles?words=Moscow", "article": "/articles/1",
    "event": "/events/EVENT", "add": "/add", "explore": "/explore", "threats": "/threats",
    "reactions": "/reactions", "contradictions": "/contradictions", "threads": "/threads?sources=1",
    "thread": "/threads/EVENT", "actor": "/actors/KOR", "coders": "/coders",
    "brief": "/brief?actor=RUS", "sign-in": "/sign-in", "error": "/articles/99",
}  # fmt: skip
ACCOUNTS = ("/users", "/account", "/coders", "/articles/1")
"""Pages that are other where people sign in."""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}


@pytest.fixture
def addresses(bench: Bench) -> dict[str, str]:
    """The address of every page, by name."""
    event = httpx.get(f"{bench.url}/api/events?actor=KOR").json()[0]["id"]
    return {name: bench.url + path.replace("EVENT", event) for name, path in PAGES.items()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(browser: Browser, addresses: dict[str, str], scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, locale="en-GB")
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address)
        if name == "article":
            page.keyboard.press("j")
        _check(page, f"{address} {scheme}")
    context.close()


def test_every_page_with_accounts_is_accessible(page: Page, shared: Bench) -> None:
    enter(page, shared, "admin")
    for path in ACCOUNTS:
        page.goto(shared.url + path)
        expect(page.locator("h1, h2").first).to_be_visible()
        _check(page, path)


def test_every_page_fits_375_pixels(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 720}, locale="nl-NL")
    page = context.new_page()
    for address in addresses.values():
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 375, f"{address} is {wide} pixels wide"
    context.close()


def test_every_page_reads_without_javascript(browser: Browser, addresses: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address)
        expect(page.locator("h1, article").first).to_be_visible()
        if name == "article":
            expect(page.locator(".card .who").first).to_contain_text("South Korea")
        if name == "explore":
            page.locator(".facet").first.get_by_role("link", name="consult").click()
            expect(page.locator(".entry")).to_have_count(1)
    context.close()


def test_both_languages_say_the_same_things() -> None:
    english, dutch = (words(lang) for lang in LANGUAGES)
    assert list(_keys(english)) == list(_keys(dutch))
    assert [key for key in _keys(english) if not key] == []


def test_a_visitor_chooses_a_language(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/explore")
    page.locator(".me summary").click()
    page.get_by_role("button", name="Nederlands").click()
    expect(page.locator("h1")).to_contain_text("Verkennen")
    assert page.locator("html").get_attribute("lang") == "nl"


def _check(page: Page, where: str) -> None:
    found = Axe().run(page, options=RULES)
    assert found.violations_count == 0, f"{where}\n{found.generate_report()}"


def _keys(told: Mapping[str, Any]) -> Iterator[str]:
    for key, value in sorted(told.items()):
        yield key
        if isinstance(value, dict):
            yield from (f"{key}.{inner}" for inner in sorted(value))
