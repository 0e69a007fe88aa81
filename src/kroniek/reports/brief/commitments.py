"""Threats and promises: those still open, with their conditions and deadlines, and what came of
others in the period.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kroniek.ledger.commitments import Commitment
from kroniek.ledger.record import find_commitments
from kroniek.ledger.told_by import Source
from kroniek.reports.brief.desk import Desk
from kroniek.reports.brief.model import Group, Item, Line
from kroniek.reports.sentences import numbers
from kroniek.reports.sentences.telling import Words
from kroniek.reports.sentences.wording import first_filled, listed

OPEN: Final = 20
SETTLED: Final = 15
"""So many are told, the newest ones."""
ASKED: Final = 80
"""Newest of each outcome among which those of the period are sought."""
CLOSED: Final = ("carried out", "partly", "withdrawn", "lapsed", "contradicted")
AID: Final = "AID"


class Commitments:
    """The commitments that a brief tells."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        wanted = replace(desk.wanted, type=None, since=None)
        found = find_commitments(desk.ledger, replace(wanted, status="open"), limit=OPEN)
        self.open, self.left = list(found), found.total - len(found)
        settled = [
            one
            for status in CLOSED
            for one in find_commitments(desk.ledger, replace(wanted, status=status), limit=ASKED)
            if one.findings and self._in_period(one)
        ]
        settled.sort(key=lambda one: (one.findings[0].day, one.id))
        self.settled_left = max(0, len(settled) - SETTLED)
        self.settled = settled[-SETTLED:]
        desk.load(s.event for one in (*self.open, *self.settled) for s in _sources(one))

    def _in_period(self, one: Commitment) -> bool:
        day, wanted = one.findings[0].day, self.desk.wanted
        after = wanted.since is None or day >= wanted.since
        return after and (wanted.until is None or day <= wanted.until)

    def open_group(self) -> Group:
        """Those that are open."""
        desk = self.desk
        desk.teller.namer.restart()
        items = [Item((self._uttered(one), *self._deadline(one))) for one in self.open]
        number = numbers.number(self.left, desk.grammar)
        more = desk.label("more_open", number=number) if self.left > 0 else ""
        return Group(tuple(items), more=more)

    def settled_group(self) -> Group:
        """Those of which something came in the period."""
        desk = self.desk
        desk.teller.namer.restart()
        items = [Item((self._uttered(one), self._outcome(one))) for one in self.settled]
        number = numbers.number(self.settled_left, desk.grammar)
        more = desk.label("more_entries", number=number) if self.settled_left else ""
        return Group(tuple(items), more=more)

    def _uttered(self, one: Commitment) -> Line:
        grammar, namer, event = self.desk.grammar, self.desk.teller.namer, one.told[0].event
        who = namer.all(self.desk.parties(one.actors, event, "actors"))
        whom = namer.all(self.desk.parties(one.recipients, event, "recipients"))
        kinds = [_kind(self.desk, name) for name in one.acts]
        given = one.quantities if one.kind == "promise" and set(one.acts) <= {AID} else ()
        values = {
            "front": self.desk.when(event, one.day), "who": who.text if who else "",
            "whom": whom.text if whom else "",
            "acts": listed(list(dict.fromkeys(kinds)), grammar.or_),
            "things": numbers.counts(given, grammar),
            "means": listed([grammar.means[name] for name in one.means if name in grammar.means],
                            grammar.and_) if not given else "",
            "veiled": "" if one.explicit else grammar.veiled,
        } | self.desk.teller.finite(bool(who and who.many))  # fmt: skip
        text = first_filled(grammar.commitments[one.kind], values)
        if one.condition is not None:
            text += self.desk.teller.condition(Words(one.condition, one.told[0].lang))
        tags = [grammar.kinds[one.kind]]
        if one.logic is not None:
            tags.append(grammar.logic[one.logic])
        return self.desk.line(text, one.told, *tags)

    def _deadline(self, one: Commitment) -> Iterable[Line]:
        if one.deadline is not None:
            date = numbers.day(one.deadline, self.desk.grammar)
            text = self.desk.grammar.deadline.format(date=date)
            yield self.desk.line(text, one.told[:1])

    def _outcome(self, one: Commitment) -> Line:
        grammar, found = self.desk.grammar, one.findings[0]
        text = grammar.outcomes[one.status].format(date=numbers.day(found.day, grammar))
        sources = [source for source in (found.source,) if source is not None]
        text += grammar.how[found.how]
        return self.desk.line(text, sources or one.told[:1], grammar.outcome_names[one.status])


def _kind(desk: Desk, name: str) -> str:
    kind, _, mode = name.partition(".")
    return desk.teller.offered(kind, mode or None)


def _sources(one: Commitment) -> tuple[Source, ...]:
    return one.told[:1]
