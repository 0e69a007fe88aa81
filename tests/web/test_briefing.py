"""The brief is chosen, read, copied, and taken along in each format and both languages."""

from playwright.sync_api import Page, expect

from tests.web.conftest import Bench


def test_a_brief_of_one_actor_is_read_copied_and_taken_along(page: Page, bench: Bench) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{bench.url}/brief")
    expect(page.locator("iframe")).to_have_count(0)
    page.get_by_label("Actor").fill("RUS")
    page.locator('main select[name="lang"]').select_option("nl")
    page.get_by_role("button", name="Make the brief").click()
    shown = page.frame_locator("iframe.brief")
    expect(shown.locator("html")).to_have_attribute("lang", "nl")
    expect(shown.locator("body")).to_contain_text("Vladimir Poetin")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    taken = {form: _taken(page, form) for form in ("HTML", "MD", "PDF")}
    assert "Vladimir Poetin" in taken["HTML"].decode()
    assert taken["MD"].decode() == copied
    assert taken["PDF"].startswith(b"%PDF-")


def test_a_brief_leaves_out_what_people_rejected(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/articles/2")
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(page.locator(".card.current .state")).to_contain_text("rejected")
    told = page.request.get(f"{bench.url}/api/brief.md").text()
    assert "Putin" not in told


def _taken(page: Page, form: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=f"Download {form}").click()
    return waiting.value.path().read_bytes()
