"""The ledger keeps what it is given, once, and gives it back as it was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from kroniek.errors import LedgerError
from kroniek.ledger import Added, Filter, Ledger
from kroniek.ledger.schema import RevisionRow
from tests.made import article, event, sanctions, visit


def test_an_event_comes_back_whole(ledger: Ledger) -> None:
    coded = sanctions()
    assert ledger.add(coded) is Added.NEW
    (entry,) = ledger.events()
    assert entry.event.model_dump(exclude={"id"}) == coded.events[0].model_dump(exclude={"id"})
    assert (entry.published, entry.lang, entry.source) == (date(2024, 6, 21), "en", "a.txt")
    assert ledger.article(entry).text == coded.text
    assert ledger.event(entry.id) == entry


def test_every_number_keeps_its_kind(ledger: Ledger) -> None:
    coded = sanctions()
    (told,) = coded.events
    half = told.quantities[0].model_copy(update={"value": 1.5})
    changed = told.model_copy(update={"quantities": (told.quantities[0], half)})
    ledger.add(coded.model_copy(update={"events": (changed,)}))
    (entry,) = ledger.events()
    assert [repr(quantity.value) for quantity in entry.event.quantities] == ["4", "1.5"]


def test_the_same_article_again_changes_nothing(ledger: Ledger) -> None:
    ledger.add(visit())
    before = [entry.model_dump() for entry in ledger.events()]
    assert ledger.add(visit()) is Added.UNCHANGED
    assert ledger.add(visit(source="elsewhere.txt")) is Added.UNCHANGED
    assert [entry.model_dump() for entry in ledger.events()] == before


def test_a_changed_file_becomes_a_revision_and_the_older_one_is_kept(ledger: Ledger) -> None:
    text = "Iran struck Iraq. Iraq fled."
    ledger.add(article(text, event(text, "Iran struck Iraq", "struck")))
    changed = "Early on Monday Iran struck Iraq. Iraq stayed."
    assert (
        ledger.add(article(changed, event(changed, "Iran struck Iraq", "struck"))) is Added.REVISED
    )
    (entry,) = ledger.events()
    assert (entry.revision, ledger.article(entry).text) == (2, changed)
    with ledger.session() as session:
        texts = session.scalars(select(RevisionRow.text).order_by(RevisionRow.revision)).all()
    assert texts == [text, changed]


def test_an_events_id_stays_while_its_words_stay(ledger: Ledger) -> None:
    text = "Iran struck Iraq."
    ledger.add(article(text, event(text, "Iran struck Iraq", "struck")))
    (first,) = ledger.events()
    later = "On Monday Iran struck Iraq."
    ledger.add(article(later, event(later, "Iran struck Iraq", "struck")))
    (second,) = ledger.events()
    assert first.id == second.id
    assert first.event.trigger.start != second.event.trigger.start


def test_a_withdrawn_event_is_no_longer_listed_but_can_be_shown(ledger: Ledger) -> None:
    text = "Iran struck Iraq."
    ledger.add(article(text, event(text, text[:-1], "struck")))
    (entry,) = ledger.events()
    ledger.add(article("Iran denies all."))
    assert list(ledger.events()) == []
    assert ledger.event(entry.id).revision == 1


def test_a_new_coding_of_the_same_words_becomes_a_revision(ledger: Ledger) -> None:
    text = "Iran struck Iraq."
    first = event(text, "Iran struck Iraq", "struck")
    ledger.add(article(text, first))
    again = article(text, first.model_copy(update={"status": "future"}))
    assert ledger.add(again) is Added.REVISED
    assert [entry.event.status for entry in ledger.events()] == ["future"]


@pytest.mark.parametrize(
    "sources", [("a.jsonl#1", "a.jsonl#1"), ("-", "-"), ("a.txt", "b.txt"), (None, None)]
)
def test_other_words_from_no_one_place_are_another_article(
    ledger: Ledger, sources: tuple[str | None, str | None]
) -> None:
    for text, source in zip(("Iran left.", "Iraq left."), sources, strict=True):
        assert ledger.add(article(text, source=source)) is Added.NEW


def test_an_own_id_recognises_an_article_wherever_it_lies(ledger: Ledger) -> None:
    ledger.add(article("Iran left.", id="x-1", source="a.jsonl#1"))
    assert ledger.add(article("Iraq left.", id="x-1", source="b.jsonl#9")) is Added.REVISED


def test_ids_are_unique_across_articles_that_say_the_same(ledger: Ledger) -> None:
    text = "Iran struck Iraq. Iran struck Iraq."
    told = event(text, "Iran struck Iraq", "struck")
    twice = (told, told.model_copy(update={"id": "e2"}))
    for source in ("a.txt", "b.txt"):
        ledger.add(article(f"{text} {source}", *twice, source=source))
    ids = [entry.id for entry in ledger.events()]
    assert len(set(ids)) == len(ids) == 4


def test_relations_name_the_events_of_the_ledger(ledger: Ledger) -> None:
    ledger.add(visit())
    made, condemned = sorted(ledger.events(), key=lambda entry: entry.event.type, reverse=True)
    (relation,) = ledger.relations(condemned)
    assert (relation.type, relation.source, relation.target) == ("reaction", condemned.id, made.id)
    assert ledger.relations(made) == (relation,)


def test_a_unique_beginning_is_enough(ledger: Ledger) -> None:
    ledger.add(visit())
    for entry in ledger.events():
        assert ledger.event(entry.id[:12]) == entry
    with pytest.raises(LedgerError, match="starts 2 event ids"):
        ledger.event("")
    with pytest.raises(LedgerError, match="no event 'zz'"):
        ledger.event("zz")


def test_a_ledger_stays_between_openings(ledger_url: str) -> None:
    with Ledger(ledger_url) as first:
        first.add(visit())
    with Ledger(ledger_url) as second:
        assert second.add(visit()) is Added.UNCHANGED
        assert len(list(second.events(Filter(actor="KOR")))) == 1


def test_writers_wait_for_each_other(ledger_url: str) -> None:
    Ledger(ledger_url).close()

    def add(number: int) -> Added:
        with Ledger(ledger_url) as mine:
            return mine.add(article(f"Iran left {number % 10} times.", source=None))

    with ThreadPoolExecutor(4) as pool:
        added = list(pool.map(add, range(40)))
    assert added.count(Added.NEW) == 10
    assert added.count(Added.UNCHANGED) == 30


def test_what_is_no_ledger_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"not a database at all" * 100)
    with pytest.raises(LedgerError, match=r"a\.db: cannot be opened as a ledger"):
        Ledger(path)
    with pytest.raises(LedgerError, match="cannot be opened as a ledger"):
        Ledger(tmp_path / "no" / "folder" / "a.db")
    for url in ("nosuch://x", "mysql://x", "postgresql+psycopg://nobody@/none?host=/nowhere"):
        with pytest.raises(LedgerError, match="cannot be opened as a ledger"):
            Ledger(url)
