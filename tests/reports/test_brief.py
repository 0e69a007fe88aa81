"""The brief tells every event with its words, safely, and loads nothing from elsewhere."""

import re
from pathlib import Path

import pytest
from lxml import html

from kroniek.ledger import Entry, Ledger
from kroniek.reports import write_brief
from tests.made import article, event, party, sanctions, visit


@pytest.fixture
def entries(tmp_path: Path) -> list[Entry]:
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(sanctions(title="Seoul <hits> back"))
        ledger.add(visit())
        return list(ledger.events())


def test_events_stand_under_their_days_in_order(entries: list[Entry]) -> None:
    page = html.fromstring(write_brief(entries))
    headings = [heading.text for heading in page.xpath("//main//h2")]
    assert headings == ["Wednesday 19 June 2024", "Thursday 20 June 2024", "Friday 21 June 2024"]
    assert page.xpath("//main//article/@id") == [entry.id for entry in entries]


def test_every_event_quotes_its_words_and_links_to_its_article(entries: list[Entry]) -> None:
    page = html.fromstring(write_brief(entries))
    for entry in entries:
        (told,) = page.xpath(f"//article[@id='{entry.id}']")
        words = " ".join(told.text_content().split())
        assert f"“{entry.event.evidence[0].text}”" in words
        assert (entry.event.actors[0].name or entry.event.actors[0].text) in words
        (link,) = told.xpath(".//blockquote/a/@href")
        assert page.xpath(f"//li[@id='{link[1:]}']")


def test_conditions_sources_places_and_counts_are_told(entries: list[Entry]) -> None:
    words = " ".join(html.fromstring(write_brief(entries)).text_content().split())
    assert "According to “adviser Chang”." in words
    assert "On condition: “if Russia goes on”." in words
    assert "Place: Seoul." in words
    assert "Counts: 4 ship." in words


def test_words_of_articles_are_never_markup(tmp_path: Path) -> None:
    title, text = "<img src=x onerror=alert(2)>", "<script>alert(1)</script> struck <b>Iran</b>."
    whole = f"{title}\n\n{text}"
    told = event(whole, text[:-1], "struck", actors=(party(whole, "<script>alert(1)</script>"),))
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(article(text, told, title=title))
        page = html.fromstring(write_brief(list(ledger.events())))
    assert page.xpath("//script | //img | //b") == []


def test_nothing_is_loaded_from_elsewhere(entries: list[Entry]) -> None:
    page = write_brief(entries)
    assert not re.search(r"https?://|@import|url\(|<script|<link", page)


def test_a_brief_without_events_says_so() -> None:
    assert "0 events from 0" in write_brief([])
