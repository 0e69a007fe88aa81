"""Two people code blind, are compared, and a third look settles what differs."""

from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from tests.web.conftest import Bench


def test_a_disagreement_is_measured_and_settled(
    browser: Browser, page: Page, bench: Bench, shoot: Callable[[Page, str], None]
) -> None:
    for name, keys in (("anna", "ar"), ("bob", "aa")):
        context = browser.new_context(locale="en-GB")
        coder = context.new_page()
        coder.goto(f"{bench.url}/coders")
        coder.locator(".me summary").click()
        coder.get_by_label("You are").fill(name)
        coder.get_by_role("button", name="Change").click()
        coder.goto(f"{bench.url}/articles/2?blind=1")
        for key in keys:
            coder.keyboard.press("j")
            expect(coder.locator(".card.current .state")).to_have_text("not reviewed")
            coder.keyboard.press(key)
            expect(coder.locator(".card.current .state")).to_contain_text(name)
        context.close()
    assert page.request.get(f"{bench.url}/api/decisions").json() == []

    page.goto(f"{bench.url}/coders")
    expect(page.locator(".figures-table tbody tr").first).to_contain_text("2")
    shoot(page, "coders")
    page.get_by_role("link", name="Putin visited Kim").first.click()
    page.goto(f"{bench.url}/coders/2")
    expect(page.locator(".differ")).to_have_count(1)
    page.locator(".differ form").nth(1).get_by_role("button").click()
    expect(page.locator(".differ")).to_contain_text("Settled by tess")
    shoot(page, "settle")
    (decision,) = page.request.get(f"{bench.url}/api/decisions").json()
    assert (decision["verdict"], decision["by"]) == ("accept", "tess")
