"""What came of a commitment: carried out, withdrawn, lapsed ..., each with its evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date as Day
from datetime import timedelta
from itertools import product, takewhile
from typing import Final

from kroniek.ledger.acts import Act, Link
from kroniek.ledger.commitments import (
    ANYONE,
    LONG,
    NOBODY,
    Commitment,
    Finding,
    Outcome,
    joined,
)
from kroniek.ledger.contents import outcome_words, types_of
from kroniek.ledger.findings import DENIED, SURE, USUAL, finding, judge, recipients_of
from kroniek.ledger.told_by import keys
from kroniek.ledger.words import outcome_rules

GRACE: Final = timedelta(30)
"""How long after the deadline of an ultimatum its threat may still be carried out; a promise has
none but for the news to be told."""
NEWS: Final = timedelta(7)
"""How long what was done by a deadline may take to be told."""
MOST: Final = 200
"""Acts of a type by one side towards another that are looked at for a commitment, the first after
it: a war has thousands, and those that come first decide."""
TOLD: Final = "told"
"""In place of a type: acts whose words say what came of a threat or promise."""
ENDED: Final = ("carried out", "withdrawn")
"""Statuses after which the same words begin a new commitment."""
STATED: Final[dict[str, Outcome]] = {
    "fulfils": "carried out", "fails": "lapsed", "contradicts": "contradicted",
}  # fmt: skip
"""What a relation to the event that tells a commitment says came of it."""


class Outcomes:
    """The acts of a record by who did what to whom, to find what came of commitments. `today` is
    the last day that the record tells of: deadlines before it have passed.
    """

    def __init__(self, acts: Iterable[Act], links: Iterable[Link], today: Day) -> None:
        self._today = today
        self._by_id: dict[str, Act] = {}
        self._done: dict[tuple[str, str, str], list[Act]] = defaultdict(list)
        for act in sorted(acts, key=_day):
            self._by_id[act.id] = act
            kinds = (act.type, TOLD) if outcome_words(act) else (act.type,)
            for key in product(act.who, (*recipients_of(act), ANYONE), kinds):
                self._done[key].append(act)
        self._links: dict[str, list[Link]] = defaultdict(list)
        for link in links:
            self._links[link.target].append(link)

    def settle(self, one: Commitment) -> Commitment:
        """The commitment with its status and what it rests on."""
        found = [*self._linked(one), *self._later(one)]
        if one.recipients and one.logic == "compellent":
            found += self._yielded(one)
        status, findings = _verdict(found)
        if status == "open" and one.deadline is not None:
            grace = NEWS if one.kind == "promise" else GRACE
            if one.deadline + grace < self._today:
                note = f"nothing of it told by {self._today}"
                late = Finding(
                    status="lapsed", how="deadline", day=one.deadline, score=0.7, note=note
                )
                return one.model_copy(update={"status": "lapsed", "findings": (late, *findings)})
        return one.model_copy(update={"status": status, "findings": findings})

    def _linked(self, one: Commitment) -> list[Finding]:
        """What articles state by a relation to an event that tells the commitment."""
        found = []
        for told in one.told:
            for link in self._links.get(told.event or "", ()):
                act, status = self._by_id.get(link.source), STATED.get(link.type)
                if act is not None and status is not None:
                    found.append(finding(status, "text", act, 0.9))
        return found

    def _later(self, one: Commitment) -> list[Finding]:
        """What the same side did or said later that tells of the outcome."""
        ids = {told.event for told in one.told}
        until = max(one.day + LONG, (one.deadline or one.day) + GRACE)
        towards = (*keys(one.recipients), NOBODY) if one.recipients else (ANYONE,)
        wanted = product(keys(one.actors), towards, (TOLD, *_types(one)))
        seen = {act.id: act for key in wanted for act in self._between(key, one.day, until)}
        found = [f for act in seen.values() if act.id not in ids and (f := judge(one, act))]
        return _summed(one, found, seen)

    def _yielded(self, one: Commitment) -> list[Finding]:
        """What the other side did of what was demanded, before the threat was carried out."""
        until = (one.deadline or one.day + USUAL) + NEWS
        towards = (*keys(one.actors), NOBODY)
        wanted = product(keys(one.recipients), towards, outcome_rules().yielding)
        seen = {act.id: act for key in wanted for act in self._between(key, one.day, until)}
        return [
            finding("lapsed", "demand met", act, 0.6 if act.others else 0.45)
            for act in seen.values()
            if act.status == "actual" and act.first > one.day
        ]

    def _between(self, key: tuple[str, str, str], first: Day, last: Day) -> list[Act]:
        """The first acts of a kind by one side towards another in a time."""
        acts = self._done.get(key, [])
        start = bisect_left(acts, first, key=_day)
        return list(takewhile(lambda act: act.first <= last, acts[start : start + MOST]))


def _day(act: Act) -> Day:
    return act.first


def _types(one: Commitment) -> frozenset[str]:
    """Types of the acts that may carry out a commitment, or go against it."""
    rules = outcome_rules()
    done = one.acts or tuple(rules.friendly if one.kind == "promise" else rules.hostile)
    others = [other for name in one.acts for other in (*rules.done_by(name), *rules.against(name))]
    return types_of((*done, *others)) | DENIED


def _summed(one: Commitment, found: list[Finding], acts: dict[str, Act]) -> list[Finding]:
    """Findings in which deliveries that fall short of what was promised count as part of it."""
    done = [f for f in found if f.status == "carried out" and f.source is not None]
    for value, unit in one.quantities:
        counts = {
            (acts[f.source.event].first, v)
            for f in done
            if f.source is not None and f.source.event in acts
            for v, u in acts[f.source.event].quantities
            if u == unit
        }
        total = sum(v for _, v in counts)
        if counts and total < 0.9 * value:
            note = f"{total:g} of {value:g} {unit}"
            return [
                f.model_copy(update={"status": "partly", "note": note}) if f in done else f
                for f in found
            ]
    return found


def _verdict(found: Sequence[Finding]) -> tuple[Outcome, tuple[Finding, ...]]:
    """The status that findings come to, and the findings, the deciding ones first. What was done
    outweighs what was said, and of equals the later counts; words and deeds that conflict leave
    the outcome unclear.
    """
    if not found:
        return "open", ()
    ordered = sorted(found, key=lambda f: (f.day, f.status != "lapsed", f.score), reverse=True)
    sure = [f for f in ordered if f.score >= SURE and f.status != "unclear"]
    done = [f for f in sure if f.status in ("carried out", "partly")]
    not_done = [f for f in sure if f.status not in ("carried out", "partly")]
    if done and any(f.status == "lapsed" and f.how == "text" for f in not_done):
        if max(f.score for f in done) < 0.85:
            return "unclear", tuple(ordered)
    if done:
        best = max(done, key=lambda f: (f.status == "carried out", f.score, -f.day.toordinal()))
        return best.status, tuple(sorted(ordered, key=lambda f: f is not best))
    if not_done:
        return not_done[0].status, tuple(sorted(ordered, key=lambda f: f is not not_done[0]))
    return "unclear", tuple(ordered)


def settled(
    found: Iterable[Sequence[Commitment]], acts: Sequence[Act], links: Iterable[Link], today: Day
) -> list[Commitment]:
    """Commitments with their status, as far as the acts tell. What is uttered again after the
    first was carried out or taken back is a new one.
    """
    outcomes = Outcomes(acts, links, today)
    made: list[Commitment] = []
    for group in found:
        tellings = list(group)
        while tellings:
            one = outcomes.settle(joined(tellings))
            ended = one.findings[0].day if one.status in ENDED and one.findings else None
            later = [t for t in tellings if ended is not None and t.day > ended]
            if later and len(later) < len(tellings):
                one = outcomes.settle(joined([t for t in tellings if t not in later]))
            else:
                later = []
            made.append(one)
            tellings = later
    return made
