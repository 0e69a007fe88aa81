"""One filter over figures, list and downloads, kept in the page's address."""

import csv
import io
import json

import pyarrow.parquet as pq
from playwright.sync_api import Page, expect

from tests.web.conftest import Bench


def test_a_facet_narrows_every_figure_and_the_downloads(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/explore")
    expect(page.locator(".entry")).to_have_count(3)
    page.locator(".facet").first.get_by_role("link", name="consult").click()
    expect(page.locator(".entry")).to_have_count(1)
    assert "type=CONSULT" in page.url

    assert _taken(page, "CSV").decode().count("CONSULT") == 1
    (line,) = _taken(page, "JSON").decode().splitlines()
    assert json.loads(line)["event"]["type"] == "CONSULT"
    assert pq.read_table(io.BytesIO(_taken(page, "Parquet"))).column("type").to_pylist() == [
        "CONSULT"
    ]

    page.go_back()
    expect(page.locator(".entry")).to_have_count(3)


def test_the_address_alone_brings_the_filter_back(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/explore?actor=RUS&since=2024-06-01&until=2024-06-30")
    expect(page.locator(".entry")).to_have_count(1)
    expect(page.get_by_label("Actor")).to_have_value("RUS")
    page.goto(f"{bench.url}/explore?country=KOR")
    expect(page.locator(".entry")).to_have_count(1)
    assert page.locator(".dot").count() == 1


def test_what_people_decided_shows_in_the_figures_the_list_and_the_downloads(
    page: Page, bench: Bench
) -> None:
    page.goto(f"{bench.url}/articles/1")
    page.keyboard.press("j")
    page.keyboard.press("e")
    form = page.locator("#edit")
    form.get_by_label("Type").select_option("AID")
    form.get_by_role("button", name="Save").click()
    expect(page.locator(".state")).to_contain_text("corrected")
    page.goto(f"{bench.url}/articles/2")
    page.keyboard.press("j")
    page.keyboard.press("r")
    expect(page.locator(".card.current .state")).to_contain_text("rejected")

    page.goto(f"{bench.url}/explore")
    expect(page.locator("h1")).to_contain_text("2 events")
    rows = list(csv.DictReader(io.StringIO(_taken(page, "CSV").decode())))
    assert [(row["type"], row["review"], row["reviewer"]) for row in rows] == [
        ("ACCUSE", "open", ""),
        ("AID", "corrected", "tess"),
    ]
    facet = page.locator(".facet").last
    expect(facet).to_contain_text("rejected")
    facet.get_by_role("link", name="rejected").click()
    expect(page.locator(".entry")).to_have_count(1)
    assert "review=rejected" in page.url
    (line,) = _taken(page, "JSON").decode().splitlines()
    assert (json.loads(line)["event"]["type"], json.loads(line)["review"]) == (
        "CONSULT",
        "rejected",
    )


def test_an_event_has_an_address_with_its_history(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/articles/1")
    page.keyboard.press("j")
    page.keyboard.press("a")
    expect(page.locator(".state")).to_contain_text("accepted")
    page.keyboard.press("u")
    expect(page.locator(".state")).to_contain_text("not reviewed")
    page.goto(f"{bench.url}/explore?type=SANCTION")
    page.locator(".entry a.when").click()
    expect(page.locator(".history li")).to_have_count(2)
    expect(page.locator(".history")).to_contain_text("accepted by tess")
    page.get_by_role("link", name="In its article").click()
    expect(page.locator(".card.current .type")).to_have_text("sanction")


def test_articles_are_found_by_their_words(page: Page, bench: Bench) -> None:
    page.goto(f"{bench.url}/articles?words=Pyongyang")
    expect(page.locator(".articles li")).to_have_count(1)
    expect(page.locator("mark")).to_have_text("Pyongyang")
    page.goto(f"{bench.url}/articles?words=nowhere")
    expect(page.locator(".empty")).to_be_visible()


def _taken(page: Page, form: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=form, exact=True).click()
    return waiting.value.path().read_bytes()
