"""Threads of the articles of a file of groups against their gold assignment: B-cubed.

The articles of all groups are coded and kept in one ledger, so that threads may also go wrong
across groups. An item is a coded event whose trigger stands in words that `told` names; it belongs
to the gold event of that name. Events that `told` does not name are left out. A told event that no
coded event stands for is a miss of the coder, and an item in a thread of its own; `found` leaves
misses out.

B-cubed (Bagga and Baldwin 1998): the precision of an item is the share of its thread that is of its
gold event, its recall the share of its gold event that is in its thread; the means over all items.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kroniek.coder.pipeline import code_documents
from kroniek.document import Document
from kroniek.ledger import Ledger
from kroniek.ledger.threads import Thread, find_threads

FOLDER = Path(__file__).parent
Groups = Sequence[dict[str, Any]]


@dataclass(frozen=True)
class BCubed:
    """Precision, recall and their harmonic mean, over so many items."""

    items: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Item:
    """A told event as coded, or missed (`thread` is then of its own)."""

    article: str
    gold: str
    thread: str
    words: str
    missed: bool = False


def groups_of(name: str) -> Groups:
    """The groups of a file in this folder."""
    found: Groups = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def keep(groups: Groups, ledger: Ledger) -> None:
    """Codes all articles of groups into one ledger."""
    ledger.add_many(
        code_documents(
            Document(
                id=told["id"], lang=told["lang"], published=told["published"], title=told["title"],
                text=told["text"], source=f"{told['id']}.txt",
            )
            for group in groups
            for told in group["articles"]
        )
    )  # fmt: skip


def items_of(groups: Groups, ledger: Ledger) -> list[Item]:
    """The items of groups in the threads of a ledger."""
    threads = {
        member.told.event: thread for thread in find_threads(ledger) for member in thread.members
    }
    coded: dict[str, list[Any]] = {}
    for entry in ledger.events():
        coded.setdefault(entry.article, []).append(entry)
    return [
        item
        for group in groups
        for told in group["articles"]
        for item in _items(group["id"], told, coded.get(told["id"], ()), threads)
    ]


def _items(
    group: str, told: Mapping[str, Any], coded: Sequence[Any], threads: Mapping[str | None, Thread]
) -> Iterator[Item]:
    whole = f"{told['title']}\n\n{told['text']}"
    spots = [
        (at, at + len(words), name)
        for name, phrases in told["told"].items()
        for words in phrases
        for at in _places(words, whole)
    ]
    spots.sort(key=lambda spot: spot[0] - spot[1])
    found = set()
    for entry in coded:
        trigger = entry.event.trigger
        names = [name for a, b, name in spots if a < trigger.end and trigger.start < b]
        if names:
            found.add(names[0])
            gold, words = f"{group} {names[0]}", entry.event.evidence[0].text
            yield Item(told["id"], gold, threads[entry.id].id, words)
    for name in told["told"]:
        if name not in found:
            yield Item(told["id"], f"{group} {name}", f"{told['id']} {name}", "", missed=True)


def _places(words: str, whole: str) -> Iterator[int]:
    at = whole.find(words)
    if at < 0:
        raise ValueError(f"{words!r} does not stand in {whole[:40]!r}")
    while at >= 0:
        yield at
        at = whole.find(words, at + 1)


def b_cubed(items: Sequence[Item]) -> BCubed:
    """The figure of items."""
    threads: dict[str, list[Item]] = {}
    golds: dict[str, list[Item]] = {}
    for item in items:
        threads.setdefault(item.thread, []).append(item)
        golds.setdefault(item.gold, []).append(item)
    precision = recall = 0.0
    for item in items:
        same = sum(other.gold == item.gold for other in threads[item.thread])
        precision += same / len(threads[item.thread])
        recall += same / len(golds[item.gold])
    return BCubed(len(items), precision / len(items), recall / len(items))


def found(items: Sequence[Item]) -> list[Item]:
    """Those that the coder found."""
    return [item for item in items if not item.missed]


def apart(items: Sequence[Item]) -> list[Item]:
    """As if nothing had been taken together: the figure that any threads have to beat."""
    return [
        Item(item.article, item.gold, f"{number}", item.words) for number, item in enumerate(items)
    ]
