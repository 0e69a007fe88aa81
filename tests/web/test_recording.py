"""Threats and promises, reactions, contradictions and an actor's record, and judging them."""

import pytest
from playwright.sync_api import Page, expect

from kroniek.web import keeping
from tests.web.conftest import Bench, Serve
from tests.web.told import ANSWER, CLOSED, EXPELLED, act, denied, threat


def test_a_contradiction_is_judged_with_a_note_and_the_judgement_taken_back(
    page: Page, serve: Serve
) -> None:
    bench = serve(denied())
    page.goto(f"{bench.url}/contradictions")
    expect(page.locator(".pair .entry")).to_have_count(2)
    page.get_by_label("Note").fill("the denial is about another port")
    page.get_by_role("button", name="They do not").click()
    expect(page.locator(".judged")).to_contain_text("Settled by tess")
    expect(page.locator(".judged")).to_contain_text("another port")
    (told,) = page.request.get(f"{bench.url}/api/contradictions?status=rejected").json()
    assert told["state"] == "rejected"
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".judged")).to_have_count(0)
    assert page.request.get(f"{bench.url}/api/contradictions?status=rejected").json() == []


def test_the_outcome_of_a_threat_is_set_and_changes_the_track_record(
    page: Page, serve: Serve
) -> None:
    bench = serve(threat())
    page.goto(f"{bench.url}/threats")
    expect(page.locator(".commitment .condition")).to_have_text("if Japan imposes sanctions")
    expect(page.locator(".commitment .outcome")).to_have_text("open")
    page.get_by_text("Set the outcome").click()
    page.get_by_role("button", name="carried out", exact=True).click()
    expect(page.locator(".commitment .outcome")).to_have_text("carried out")
    expect(page.locator(".judged")).to_contain_text("Settled by tess")
    page.locator(".commitment .code").first.click()
    expect(page.locator("h1")).to_have_text("Iran IRN")
    record = page.request.get(f"{bench.url}/api/actors/IRN/record").json()
    assert (record["made"], record["carried_out"]) == (1, 1)
    page.get_by_text("Set the outcome").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".commitment .outcome")).to_have_text("open")


def test_answers_are_shown_in_chains_and_an_inferred_one_is_rejected(
    page: Page, serve: Serve
) -> None:
    bench = serve(
        act(CLOSED, "imposed", "Japan", "Iran", 4, type="SANCTION"),
        act(ANSWER, "closed", "Iran", "Japan", 5, type="SANCTION"),
        act(EXPELLED, "expelled", "Japan", "Iran", 6, type="COERCE"),
    )
    page.goto(f"{bench.url}/reactions")
    expect(page.locator(".chain li")).to_have_count(3)
    page.locator(".pair").first.get_by_role("button", name="Reject").click()
    expect(page.locator(".pair").first).to_contain_text("Settled by tess")
    expect(page.locator(".chain")).to_have_count(0)


def test_an_entry_of_the_record_leads_to_its_event_and_on_to_the_article(
    page: Page, bench: Bench
) -> None:
    page.goto(f"{bench.url}/threats")
    page.locator(".commitment .facts a").first.click()
    expect(page.locator("h1")).to_have_text("Event")
    page.get_by_role("link", name="In its article").click()
    expect(page.locator(".card.current .type")).to_have_text("sanction")


def test_a_rejected_event_is_no_part_of_the_record(page: Page, serve: Serve) -> None:
    bench = serve(threat())
    page.goto(f"{bench.url}/articles/1")
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(page.locator(".card.current .state")).to_contain_text("rejected")
    page.goto(f"{bench.url}/threats")
    expect(page.locator(".commitment")).to_have_count(0)


def test_a_large_record_is_shown_as_it_was_while_it_is_brought_up_to_date(
    page: Page, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "SMALL", 0)
    bench = serve(threat())
    for path, entry in (("threats", ".commitment"), ("threads?sources=1", ".threads li")):
        page.goto(f"{bench.url}/{path}")
        expect(page.locator(".note")).to_contain_text("being brought up to date")
        page.wait_for_function(
            """async (entry) => {
                const text = await (await fetch(location.href)).text();
                const made = new DOMParser().parseFromString(text, "text/html");
                return made.querySelector(entry) && !made.querySelector(".note");
            }""",
            arg=entry,
        )
