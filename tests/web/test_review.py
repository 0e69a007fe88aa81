"""Reading, deciding by keyboard, adding: as a person does it in a browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from kroniek.ledger import Ledger, reviews
from tests.web.conftest import Bench

Shoot = Callable[[Page, str], None]
ARTICLE = (
    "Iran condemned the sanctions against its banks on Monday.\n\n"
    "Turkey expelled the ambassador of Israel on 3 March 2024."
)


def test_a_pasted_article_is_coded_reviewed_by_keyboard_and_the_decision_undone(
    page: Page, bench: Bench
) -> None:
    page.goto(f"{bench.url}/add")
    form = page.locator("form.panel").first
    form.get_by_label("Title").fill("Turkey expels ambassador")
    form.locator("textarea").fill(ARTICLE)
    form.get_by_role("button", name="Add").click()
    page.wait_for_url("**/articles/3", timeout=120_000)
    expect(page.locator(".card")).not_to_have_count(0)

    page.keyboard.press("j")
    card = page.locator(".card.current")
    event = card.get_attribute("data-event")
    page.keyboard.press("a")
    expect(card.locator(".state")).to_contain_text("accepted by tess")
    decided = page.request.get(f"{bench.url}/api/decisions?article=3").json()
    assert [(one["event_id"], one["verdict"], one["by"]) for one in decided] == [
        (event, "accept", "tess")
    ]

    page.keyboard.press("u")
    expect(page.locator(f"#e-{event} .state")).to_have_text("not reviewed")
    assert page.request.get(f"{bench.url}/api/decisions?article=3").json() == []


def test_the_words_of_an_event_light_up_and_are_joined_by_an_arrow(
    page: Page, bench: Bench
) -> None:
    page.goto(f"{bench.url}/articles/1")
    page.keyboard.press("j")
    expect(page.locator(".on-actor")).to_have_text("South Korea")
    expect(page.locator(".on-condition").first).to_contain_text("if Russia goes on")
    assert page.locator(".drawing path[marker-end]").count() == 1


def test_an_event_is_rejected_then_corrected_and_people_make_gold(
    page: Page, bench: Bench, shoot: Shoot
) -> None:
    page.goto(f"{bench.url}/articles/1")
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(page.locator(".state")).to_contain_text("rejected")
    page.keyboard.press("e")
    form = page.locator("#edit")
    expect(form).to_be_visible()
    form.get_by_label("Type").select_option("THREATEN")
    form.get_by_label("Mode").select_option("restrict")
    form.locator('[data-side="actors"]').get_by_label("Code").fill("kor")
    shoot(page, "correct")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".state")).to_contain_text("corrected")
    with Ledger(bench.ledger) as ledger:
        (gold,) = reviews.gold(ledger)
    assert [(event["type"], event["mode"]) for event in gold["events"]] == [
        ("THREATEN", "restrict")
    ]


def test_selected_words_become_a_missing_event(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/articles/2")
    page.keyboard.press("n")
    expect(page.locator("#live")).to_contain_text("Select the words")
    page.evaluate(
        """() => { const all = document.querySelectorAll('.paper [data-s]');
        const range = document.createRange(); range.setStart(all[0].firstChild, 0);
        range.setEnd(all[4].firstChild, 3); getSelection().addRange(range); }"""
    )
    page.keyboard.press("n")
    form = page.locator("#edit")
    form.get_by_label("Type").select_option("CONSULT")
    form.get_by_label("Trigger").fill("visited")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".card.is-added")).to_have_count(1)
    expect(page.locator(".card.is-added .state")).to_contain_text("added")


def test_the_keys_are_shown_by_a_question_mark(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/articles/1")
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_visible()


def test_the_pages_read_without_javascript_and_in_dutch(browser: Browser, bench: Bench) -> None:
    context = browser.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{bench.url}/articles/1")
    expect(page.locator(".card .type").first).to_have_text("bestraffen")
    expect(page.locator(".ev").first).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("http://127.0.0.1:1/x", "private network"),
        ("http://169.254.169.254/latest", "private network"),
        ("file:///etc/passwd", "no http or https address"),
    ],
)
def test_a_private_address_is_not_fetched(
    page: Page, bench: Bench, address: str, fault: str
) -> None:
    page.goto(f"{bench.url}/add")
    page.locator('input[type="url"]').fill(address)
    page.locator("form.panel").nth(2).get_by_role("button").click()
    expect(page.locator(".wrong").first).to_contain_text(fault)
