"""Contradictions, and the track record of who threatens."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Final

from babel.numbers import format_decimal

from kroniek.ledger.commitments import THREATS, Commitment, Finding
from kroniek.ledger.contradictions import Contradiction
from kroniek.ledger.reactions import Deed
from kroniek.ledger.record import find_commitments, find_contradictions
from kroniek.ledger.trackrecord import track_record
from kroniek.reports.brief.desk import Desk
from kroniek.reports.brief.model import Group, Item, Line
from kroniek.reports.sentences import numbers
from kroniek.reports.sentences.wording import fill, listed, sentence

SHOWN: Final = 12
"""Contradictions that are told."""
ACTORS: Final = 3
"""Actors whose record is told where the brief is not about one."""
ASKED: Final = 200
"""Newest threats by which those actors are chosen."""


class Contradictions:
    """The contradictions of a period: what articles state and people accepted first."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        wanted = replace(desk.wanted, type=None, status=None)
        found = find_contradictions(desk.ledger, wanted, 10 * SHOWN)
        kept = [one for one in found if one.state != "rejected"]
        kept.sort(key=lambda one: (one.state == "proposed", -one.score, one.later.day, one.id))
        self.left = found.total - len(found) + max(0, len(kept) - SHOWN)
        self.found = sorted(kept[:SHOWN], key=lambda one: (one.later.day, one.id))
        desk.load(deed.id for one in self.found for deed in (one.earlier, one.later))

    def group(self) -> Group:
        """The contradictions, each with both statements."""
        desk = self.desk
        number = numbers.number(self.left, desk.grammar)
        more = desk.label("more_entries", number=number) if self.left > 0 else ""
        return Group(tuple(map(self._item, self.found)), more=more)

    def _item(self, one: Contradiction) -> Item:
        desk = self.desk
        desk.teller.namer.restart()
        tags = [desk.grammar.states[one.state]] if one.state != "stated" else []
        lines = (self._line(one.earlier, ""), self._line(one.later, "contrast", *tags))
        return Item(lines, desk.grammar.reasons[one.reason])

    def _line(self, deed: Deed, contrast: str, *tags: str) -> Line:
        desk, grammar = self.desk, self.desk.grammar
        front = desk.when(deed.id, deed.day)
        if contrast:
            front = fill(grammar.fronts["contrast"], {"day": front})
        adverb = grammar.tails[contrast] if contrast else ""
        return desk.line(desk.teller.tell(desk.act(deed), front, adverb), (deed.told,), *tags)


def track_group(desk: Desk) -> Group:
    """How often those who threaten did what they threatened with, until the end of the period."""
    actors = [desk.wanted.actor] if desk.wanted.actor else _busiest(desk)
    items = [item for actor in actors if (item := _record(desk, actor)) is not None]
    return Group(tuple(items))


def _busiest(desk: Desk) -> list[str]:
    """The codes of those who threatened most."""
    wanted = replace(desk.wanted, type=None, status=None)
    found = find_commitments(desk.ledger, wanted, THREATS, limit=ASKED)
    counts = Counter(who.code for one in found for who in one.actors if who.code)
    return [code for code, _ in counts.most_common(ACTORS)]


def _record(desk: Desk, actor: str) -> Item | None:
    grammar = desk.grammar
    wanted = replace(desk.wanted, actor=actor, type=None, status=None, since=None, text=None)
    found = find_commitments(desk.ledger, wanted, THREATS)
    if not found:
        return None
    record = track_record(found)
    who = desk.code(actor) if actor.isupper() else None
    last = desk.wanted.until or max(one.day for one in found)
    single = record.made == 1
    outcomes = [
        grammar.outcome_names[status]
        if single
        else fill(
            grammar.record["outcome"],
            {"number": numbers.number(n, grammar), "outcome": grammar.outcome_names[status]},
        )
        for status, n in record.by_status.items()
        if n
    ]
    note = desk.notes.counted(_command(desk, actor))
    made = fill(
        grammar.record["made_one" if single else "made"],
        {
            "who": who.text if who else actor, "date": numbers.day(last, grammar),
            "made": numbers.count(record.made, "threat", grammar),
            "outcomes": listed(outcomes, grammar.and_),
        } | desk.teller.finite(bool(who and who.many)),
    )  # fmt: skip
    tested = record.carried_out + record.not_carried_out
    if not tested:
        return Item((Line(sentence(made), note), Line(sentence(grammar.record["none"]), note)))
    rate = fill(
        grammar.record["rate" if record.carried_out else "rate_none"],
        {
            "tested": numbers.count(tested, "threat", grammar),
            "done": numbers.number(record.carried_out, grammar),
            "mean": _percent(desk, record.mean), "low": _percent(desk, record.low),
            "high": _percent(desk, record.high),
            "prior": "; ".join(format_decimal(one, locale=grammar.lang) for one in record.prior),
        } | desk.teller.finite(record.carried_out != 1),
    )  # fmt: skip
    decided = [f.source for one in found for f in _deciding(one) if f.source is not None]
    told = tuple(sorted({*note, *desk.notes.told(decided[-5:])}))
    return Item((Line(sentence(made), note), Line(sentence(rate), told)))


def _deciding(one: Commitment) -> tuple[Finding, ...]:
    return one.findings[:1] if one.status not in ("open", "unclear") else ()


def _percent(desk: Desk, share: float) -> str:
    return format_decimal(round(100 * share), locale=desk.grammar.lang)


def _command(desk: Desk, actor: str) -> str:
    until = f" --until {desk.wanted.until}" if desk.wanted.until else ""
    return f"kroniek record {actor}{until}"
