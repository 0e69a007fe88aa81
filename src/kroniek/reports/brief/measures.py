"""Measures: who took or announced which against whom, how often, and with what counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from kroniek.ledger.thread import Thread
from kroniek.ledger.told_by import Source
from kroniek.reports.brief.acts import act_of_thread, is_vague
from kroniek.reports.brief.days import front_of
from kroniek.reports.brief.desk import Desk
from kroniek.reports.brief.facts import newest_threads
from kroniek.reports.brief.model import Group, Item
from kroniek.reports.sentences import numbers
from kroniek.reports.sentences.wording import fill

TYPES: Final = ("SANCTION", "COERCE", "MOBILIZE")
DONE: Final = ("actual", "future")
"""Statuses of what was taken or announced."""
ASKED: Final = 500
"""Newest threads that are counted."""
SHOWN: Final = 20
Key = tuple[frozenset[str], frozenset[str], str, str | None, str]


class Measures:
    """The measures of a period, by who took which against whom."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        groups: dict[Key, list[Thread]] = defaultdict(list)
        for thread in newest_threads(desk.ledger, desk.wanted, TYPES, DONE, ASKED):
            if thread.actors:
                groups[_key(thread)].append(thread)
        ordered = sorted(groups.values(), key=lambda one: (-len(one), one[0].first, one[0].id))
        self.left = max(0, len(ordered) - SHOWN)
        self.groups = ordered[:SHOWN]
        desk.load(m.told.event for group in self.groups for t in group[:1] for m in t.members)

    def group(self) -> Group:
        """The measures, the most frequent first."""
        desk = self.desk
        desk.teller.namer.restart()
        items = [item for group in self.groups if (item := self._item(group)) is not None]
        number = numbers.number(self.left, desk.grammar)
        more = desk.label("more_entries", number=number) if self.left else ""
        return Group(tuple(items), more=more)

    def _item(self, threads: list[Thread]) -> Item | None:
        desk, grammar = self.desk, self.desk.grammar
        act = act_of_thread(threads[0], desk.entries, grammar)
        if act is None:
            return None
        front = adverb = ""
        if len(threads) > 1:
            times = numbers.number(len(threads), grammar)
            adverb = fill(grammar.tails["times"], {"times": times})
            whom = tuple(replace(one, count=None) for one in act.whom if one.code is not None)
            act = replace(act, whom=whom or act.whom, source=None, condition=None, place=None)
        else:
            front = front_of(desk, threads[0])
        sources = [m.told for t in threads for m in t.members if m.copies is None]
        lines = [desk.line(desk.teller.tell(act, front, adverb), sources)]
        counted, where = _sums(threads)
        if counted and (len(threads) > 1 or not any(one.count for one in act.whom)):
            text = fill(grammar.counts, {"counts": numbers.counts(counted, grammar)})
            lines.append(desk.line(text, where))
        return Item(tuple(lines))


def _key(thread: Thread) -> Key:
    return (
        frozenset(who.key for who in thread.actors),
        frozenset(who.key for who in thread.recipients if who.code) or frozenset(
            who.key for who in thread.recipients
        ),
        thread.type, thread.mode, thread.status,
    )  # fmt: skip


def _sums(threads: list[Thread]) -> tuple[list[tuple[float, str]], list[Source]]:
    """What the threads count, of each unit the sum of the values that most sources give, and where
    that is told.
    """
    sums: dict[str, float] = defaultdict(float)
    sources = []
    for thread in threads:
        by_article = {m.told.article: m.told for m in thread.members}
        for figure in thread.figures:
            count = figure.counts[0]
            told = [by_article[one] for one in count.articles if one in by_article]
            if not told or is_vague(count.words, told[0].lang):
                continue
            sums[figure.unit] += count.value
            sources += told
    return [(value, unit) for unit, value in sums.items()], sources
