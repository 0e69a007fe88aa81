"""One event that several articles tell: shown together, taken apart, joined again."""

from playwright.sync_api import Page, expect

from tests.web.conftest import Serve
from tests.web.told import told_twice


def test_a_thread_is_read_split_and_joined_again(page: Page, serve: Serve) -> None:
    bench = serve(*told_twice())
    page.goto(f"{bench.url}/threads")
    expect(page.locator(".threads li")).to_have_count(1)
    expect(page.locator(".threads li")).to_contain_text("they differ")
    page.locator(".threads a.when").click()
    expect(page.locator(".pair")).to_have_count(2)
    page.get_by_role("button", name="Another event").last.click()
    expect(page.locator(".pair")).to_have_count(1)
    assert page.request.get(f"{bench.url}/api/threads?sources=2").json() == []
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".pair")).to_have_count(2)
