"""The pages of a brief: safe, accessible and complete as HTML, valid Markdown, a tagged PDF."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from kroniek.errors import InputError, LanguageError
from kroniek.ledger import Filter, Ledger
from kroniek.reports import write_brief
from kroniek.reports.brief import BRIEF_FORMATS, brief_content, render
from kroniek.reports.brief.model import Brief
from tests.made import article, event, party, sanctions, visit


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("pages") / "ledger.db") as made:
        made.add(sanctions(title="Seoul <hits> back"))
        made.add(visit())
        yield made


@pytest.fixture(scope="module")
def brief(ledger: Ledger) -> Brief:
    return brief_content(ledger, Filter(), "en")


@pytest.fixture(scope="module")
def page(brief: Brief) -> html.HtmlElement:
    return html.fromstring(render(brief, "html"))


def test_events_stand_under_their_days_in_order(page: html.HtmlElement) -> None:
    headings = [heading.text for heading in page.xpath("//section[@id='days']/h3")]
    assert headings == ["Wednesday 19 June 2024", "Thursday 20 June 2024", "Friday 21 June 2024"]


def test_every_sentence_leads_to_the_words_of_its_article(page: html.HtmlElement) -> None:
    links = page.xpath("//main//li//sup/a/@href")
    assert links
    assert all(page.xpath(f"//ol[@class='notes']/li[@id='{link[1:]}']") for link in links)
    (told,) = page.xpath("//li[starts-with(@id, 'note-')][contains(., 'condemned the visit')]")
    assert (
        " ".join(told.text_content().split()) == "Seoul condemned the visit untitled, b.txt, "
        "20 June 2024."
    )


def test_conditions_and_counts_are_told(page: html.HtmlElement) -> None:
    words = " ".join(page.xpath("//section[@id='days']")[0].text_content().split())
    assert "South Korea is to impose sanctions on four ships" in words
    assert "if Russia goes on" in words
    assert "according to adviser Chang" in words


def test_charts_have_words_and_figures_beside_them(page: html.HtmlElement) -> None:
    for figure in page.xpath("//figure"):
        (drawing,) = figure.xpath(".//*[@role='img']")
        assert drawing.get("aria-label").endswith(".")
        assert drawing.xpath("./svg")[0].get("aria-hidden") == "true"
        assert figure.xpath(".//details//table//th[@scope='col']")


def test_foreign_words_say_their_language(tmp_path: Path) -> None:
    text = "Turkije dreigde Griekenland met oorlog."
    told = event(
        text, text[:-1], "dreigde", type="THREATEN", actors=(party(text, "Turkije", "TUR"),)
    )
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(article(text, told, lang="nl", published=date(2024, 6, 20)))
        page = html.fromstring(write_brief(ledger))
    assert page.xpath("//main//span[@lang='nl']/text()") == ["dreigde Griekenland met oorlog"] * 2
    assert page.get("lang") == "en"


def test_words_of_articles_are_never_markup(tmp_path: Path) -> None:
    title, text = "<img src=x onerror=alert(2)>", "<script>alert(1)</script> struck *Iran* #now."
    whole = f"{title}\n\n{text}"
    told = event(whole, text[:-1], "struck", actors=(party(whole, "<script>alert(1)</script>"),))
    with Ledger(tmp_path / "ledger.db") as ledger:
        ledger.add(article(text, told, title=title, published=date(2024, 6, 20)))
        brief = brief_content(ledger, Filter(), "en")
    page = html.fromstring(render(brief, "html"))
    assert page.xpath("//script | //img | //b") == []
    markdown = render(brief, "md")
    assert r"\<script\>alert(1)\</script\> struck \*Iran\* \#now" in str(markdown)
    assert "<img" not in str(markdown).replace(r"\<img", "")
    assert bytes(render(brief, "pdf")).startswith(b"%PDF")  # type: ignore[arg-type]


def test_nothing_is_loaded_from_elsewhere(brief: Brief) -> None:
    page = str(render(brief, "html")).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|@import|url\((?!#)|<script|<link", page)
    assert page.count("<style>") == 1
    assert ' style="' not in page


def test_markdown_notes_are_defined_once_and_used(brief: Brief) -> None:
    text = str(render(brief, "md"))
    used, defined = (
        set(re.findall(r"\[\^(\d+)\](?!:)", text)),
        re.findall(r"^\[\^(\d+)\]:", text, re.M),
    )
    assert used == set(defined)
    assert len(defined) == len(set(defined)) == len(brief.notes)


def test_markdown_tables_have_as_many_cells_in_each_row(brief: Brief) -> None:
    tables = re.findall(r"(?:^\|.*\|\n)+", str(render(brief, "md")), re.M)
    assert tables
    for table in tables:
        assert len({line.count("|") for line in table.splitlines()}) == 1


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_pdf_is_tagged_and_holds_its_fonts(ledger: Ledger, lang: str) -> None:
    made = write_brief(ledger, Filter(), lang, "pdf")
    assert isinstance(made, bytes)
    assert made.startswith(b"%PDF-")
    inside = made + b"".join(_streams(made))
    for part in (b"/StructTreeRoot", b"/ToUnicode", b"/FontFile", b"/Outlines", b"pdfuaid"):
        assert part in inside, part
    assert f"({lang})".encode() in inside


def _streams(pdf: bytes) -> Iterator[bytes]:
    """The packed parts of a PDF, unpacked."""
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue


def test_a_brief_without_events_says_so(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.db") as ledger:
        for name in BRIEF_FORMATS:
            made = write_brief(ledger, Filter(since=date(2024, 1, 1)), "nl", name)
            if isinstance(made, str):
                assert "In deze periode is niets bekend." in made


def test_what_cannot_be_written_is_told(ledger: Ledger) -> None:
    with pytest.raises(LanguageError, match="choose from en, nl"):
        write_brief(ledger, lang="fr")
    with pytest.raises(InputError, match="choose from html, md, pdf"):
        write_brief(ledger, format="docx")
