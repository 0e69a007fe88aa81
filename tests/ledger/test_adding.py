"""Many articles at once become the same ledger as one by one, and a stop leaves whole articles."""

import os
import signal
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event, select

from kroniek.document import CodedArticle
from kroniek.errors import LedgerError
from kroniek.ledger import Added, Ledger
from kroniek.ledger.schema import Base
from tests.made import article, sanctions, visit
from tests.made import event as made_event

TABLES = ("articles", "revisions", "events", "parties", "evidence", "quantities", "relations")


def contents(ledger: Ledger) -> dict[str, list[Any]]:
    """All rows of the tables that articles fill, without the moment when they were added."""
    with ledger.session() as session:
        found = {}
        for name in TABLES:
            table = Base.metadata.tables[name]
            columns = [column for column in table.columns if column.name != "added"]
            rows = session.execute(select(*columns).order_by(table.c.number))
            found[name] = [tuple(map(str, row)) for row in rows]
    return found


def attack(place: str, **more: Any) -> CodedArticle:
    text = f"Iran struck {place}. Iran struck {place}."
    told = made_event(text, f"Iran struck {place}", "struck")
    return article(text, told, told.model_copy(update={"id": "e2"}), **more)


@st.composite
def tellings(draw: st.DrawFn) -> CodedArticle:
    """One of few articles, told by few sources under few ids, so that many are the same."""
    place = draw(st.sampled_from(["Iraq", "Oman"]))
    more: dict[str, Any] = {"source": draw(st.sampled_from(["a.txt", "b.txt", "c.jsonl#1", None]))}
    own = draw(st.sampled_from([None, "x", "y"]))
    return attack(place, **more | ({"id": own} if own else {}))


@settings(max_examples=25)
@given(st.lists(tellings(), max_size=12), st.integers(1, 5), st.integers(0, 6))
def test_many_are_kept_as_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, told: list[CodedArticle], batch: int, before: int
) -> None:
    folder = tmp_path_factory.mktemp("adding")
    with Ledger(folder / "one.db") as one, Ledger(folder / "many.db") as many:
        counts = Counter(map(one.add, told))
        first = many.add_many(told[:before], batch)
        assert first + many.add_many(told[before:], batch) == counts
        assert contents(many) == contents(one)


def test_many_are_kept_in_each_store(ledger: Ledger, tmp_path: Path) -> None:
    told = [visit(), sanctions(), *(attack(f"Iraq {n % 7}", source=f"{n % 5}") for n in range(20))]
    with Ledger(tmp_path / "one.db") as one:
        counts = Counter(map(one.add, told))
        assert ledger.add_many(told, batch=9) == counts
        assert contents(ledger) == contents(one)
    assert ledger.add_many(told[:2]) == {Added.UNCHANGED: 2}


def test_nothing_is_nothing(ledger: Ledger) -> None:
    assert ledger.add_many([]) == {}
    assert ledger.add_many(iter([article("No event here.")])) == {Added.NEW: 1}


def test_an_error_in_what_gives_articles_leaves_the_batches_before(ledger: Ledger) -> None:
    def broken() -> Iterator[CodedArticle]:
        yield from (attack(f"Iraq {n}", source=f"{n}") for n in range(5))
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        ledger.add_many(broken(), batch=2)
    assert len(contents(ledger)["articles"]) == 4


def test_what_a_store_refuses_is_an_error_of_ours(store: str, ledger: Ledger) -> None:
    if store == "postgresql":
        with pytest.raises(LedgerError, match="NUL"):
            ledger.add(article("Iran \x00 left."))
    else:
        assert ledger.add(article("Iran \x00 left.")) is Added.NEW


def killed_while_adding(url: str, told: Sequence[CodedArticle], statements: int) -> None:
    """Adds articles in another process that is killed before its so-manieth statement."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        assert os.WTERMSIG(status) == signal.SIGKILL
        return
    seen = 0

    def count(*_: Any) -> None:
        nonlocal seen
        seen += 1
        if seen > statements:
            os.kill(os.getpid(), signal.SIGKILL)

    ledger = Ledger(url)
    event.listen(Engine, "before_cursor_execute", count)
    ledger.add_many(told, batch=10)
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("statements", [3, 9, 14, 20, 26])
def test_killed_half_way_leaves_whole_articles_and_can_be_run_again(
    ledger_url: str, tmp_path: Path, statements: int
) -> None:
    told = [attack(f"Iraq {n}", source=f"{n}") for n in range(40)]
    Ledger(ledger_url).close()
    killed_while_adding(ledger_url, told, statements)
    with Ledger(ledger_url) as ledger, Ledger(tmp_path / "whole.db") as whole:
        kept = contents(ledger)
        assert len(kept["articles"]) % 10 == 0
        assert len(kept["articles"]) < len(told)
        assert len(kept["events"]) == len(kept["evidence"]) == 2 * len(kept["articles"])
        ledger.add_many(told, batch=10)
        whole.add_many(told)
        texts = [[entry.event for entry in one.events()] for one in (ledger, whole)]
        assert texts[0] == texts[1]
