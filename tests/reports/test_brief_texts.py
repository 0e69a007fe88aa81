"""Whole briefs of a few articles, as text that was read and approved.

`briefs/brief.nl.md` and `brief.en.md` hold them. After a change of coder or templates,
`python -m tests.reports.test_brief_texts` writes them anew, to be read again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import yaml

from kroniek.coder.pipeline import code_documents
from kroniek.document import Document
from kroniek.ledger import Filter, Ledger
from kroniek.reports.brief import brief_content, write_brief

HERE = Path(__file__).with_name("briefs")
LANGS = ("en", "nl")
JUNE = Filter(since=date(2024, 6, 1), until=date(2024, 6, 30))


def fill(path: Path) -> Ledger:
    """A ledger with the coded articles."""
    rows = yaml.safe_load((HERE / "articles.yaml").read_text(encoding="utf-8"))
    ledger = Ledger(path)
    ledger.add_many(code_documents([Document.model_validate(row) for row in rows]))
    return ledger


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with fill(tmp_path_factory.mktemp("brief") / "ledger.db") as made:
        yield made


@pytest.mark.parametrize("lang", LANGS)
def test_the_brief_of_a_month_is_as_reviewed(ledger: Ledger, lang: str) -> None:
    approved = (HERE / f"brief.{lang}.md").read_text(encoding="utf-8")
    assert write_brief(ledger, JUNE, lang, "md") == approved


@pytest.mark.parametrize("lang", LANGS)
def test_every_sentence_has_a_source(ledger: Ledger, lang: str) -> None:
    brief = brief_content(ledger, JUNE, lang)
    lines = [line for s in brief.sections for g in s.groups for i in g.items for line in i.lines]
    assert len(lines) == brief.sentences > 20
    numbers = {note.number for note in brief.notes}
    assert all(line.notes and set(line.notes) <= numbers for line in lines)


def test_the_brief_of_an_actor_tells_what_it_did_and_what_answered_it(ledger: Ledger) -> None:
    brief = brief_content(ledger, Filter(actor="RUS"), "en")
    assert brief.title == "News brief on Russia"
    told = {
        section.key: " ".join(
            line.text for g in section.groups for i in g.items for line in i.lines
        )
        for section in brief.sections
    }
    assert "Germany" not in told["days"]
    assert "Ukraine attacked Russia with drones" in told["answers"]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder, fill(Path(folder) / "ledger.db") as kept:
        for each in LANGS:
            text = write_brief(kept, JUNE, each, "md")
            assert isinstance(text, str)
            (HERE / f"brief.{each}.md").write_text(text, encoding="utf-8")
