"""Who answered whom: chains of reactions, then those that stand alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kroniek.ledger.reactions import Reaction, chains
from kroniek.ledger.record import find_reactions
from kroniek.ledger.told_by import Source
from kroniek.reports.brief.desk import Desk
from kroniek.reports.brief.facts import threads_of
from kroniek.reports.brief.model import Group, Item
from kroniek.reports.sentences import numbers
from kroniek.reports.sentences.wording import fill

ASKED: Final = 400
"""Newest reactions that chains are sought in."""
CHAINS: Final = 5
STEPS: Final = 8
SINGLE: Final = 12
"""So many chains, steps of a chain and single reactions are told."""


class Answers:
    """The reactions of a period, the same one told by several articles once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._sources: dict[tuple[str, str], list[Source]] = {}
        self._acts: dict[str, str] = {}
        found = self._joined(_found(desk))
        self.chains = [chain[: STEPS - 1] for chain in chains(found)[:CHAINS]]
        told = {one.id for chain in self.chains for one in chain}
        rest = [one for one in found if one.id not in told]
        rest.sort(key=lambda one: (one.how == "inferred", -one.score, one.answer.day, one.id))
        self.left = max(0, len(rest) - SINGLE)
        self.single = sorted(rest[:SINGLE], key=lambda one: (one.answer.day, one.id))
        shown = (*self.single, *(one for chain in self.chains for one in chain))
        desk.load(self.event(i) for one in shown for i in (one.answer.id, one.cause.id))

    def event(self, thread: str) -> str:
        """The event by which a thread is told."""
        return self._acts.get(thread, thread)

    def _joined(self, found: list[Reaction]) -> list[Reaction]:
        """Reactions between threads instead of events."""
        events = [deed.id for one in found for deed in (one.answer, one.cause)]
        threads = threads_of(self.desk.ledger, events)
        made: dict[tuple[str, str], Reaction] = {}
        for one in sorted(found, key=lambda one: one.how == "inferred"):
            answer, cause = (threads.get(d.id, d.id) for d in (one.answer, one.cause))
            if answer == cause:
                continue
            for thread, deed in ((answer, one.answer), (cause, one.cause)):
                self._acts.setdefault(thread, deed.id)
            sources = self._sources.setdefault((answer, cause), [])
            sources += [one.answer.told, one.cause.told]
            if (answer, cause) not in made:
                made[answer, cause] = one.model_copy(
                    update={
                        "answer": one.answer.model_copy(update={"id": answer}),
                        "cause": one.cause.model_copy(update={"id": cause}),
                    }
                )
        return list(made.values())

    def groups(self) -> tuple[Group, ...]:
        """The chains step by step, then the single reactions."""
        desk = self.desk
        made = []
        for number, chain in enumerate(self.chains, start=1):
            desk.teller.namer.restart()
            items = [self._first(chain[0]), *(self._answer(one, short=True) for one in chain)]
            heading = desk.label("chain", number=str(number))
            made.append(Group(tuple(items), heading if len(self.chains) > 1 else "", steps=True))
        if self.single:
            desk.teller.namer.restart()
            items = [self._answer(one, short=False) for one in self.single]
            left = numbers.number(self.left, desk.grammar)
            more = desk.label("more_entries", number=left) if self.left else ""
            heading = desk.label("single") if made else ""
            made.append(Group(tuple(items), heading, more=more))
        return tuple(made)

    def _first(self, one: Reaction) -> Item:
        """How a chain begins."""
        desk, cause = self.desk, one.cause
        act = desk.act(cause.model_copy(update={"id": self.event(cause.id)}))
        front = desk.when(self.event(cause.id), cause.day)
        return Item((desk.line(desk.teller.tell(act, front), (cause.told,)),))

    def _answer(self, one: Reaction, short: bool) -> Item:
        """An answer; `short` where the sentence before tells what it answers."""
        desk, grammar = self.desk, self.desk.grammar
        answer = desk.act(one.answer.model_copy(update={"id": self.event(one.answer.id)}))
        inferred = one.how == "inferred"
        sources: Iterable[Source] = self._sources[one.answer.id, one.cause.id]
        adverb = ""
        if short:
            day = desk.when(self.event(one.answer.id), one.answer.day)
            front = fill(grammar.fronts["then_inferred" if inferred else "then"], {"day": day})
            adverb = fill(grammar.tails["then"], {"day": day})
        else:
            cause = desk.act(one.cause.model_copy(update={"id": self.event(one.cause.id)}))
            days = desk.days(self.event(one.cause.id), one.cause.day)
            date = numbers.plain_period(*days, grammar)
            thing = desk.teller.thing(replace(cause, status="actual"), date)
            front = fill(grammar.fronts["inferred" if inferred else "said"], {"cause": thing})
        tags = [grammar.states[one.how]] if one.how != "said" else []
        return Item((desk.line(desk.teller.tell(answer, front, adverb), sources, *tags),))


def _found(desk: Desk) -> list[Reaction]:
    """The reactions of the period; of an actor those by it and those to it."""
    wanted = replace(desk.wanted, type=None, status=None)
    found = list(find_reactions(desk.ledger, wanted, ASKED))
    if wanted.actor is not None and wanted.recipient is None:
        turned = replace(wanted, actor=None, recipient=wanted.actor)
        found += find_reactions(desk.ledger, turned, ASKED)
    return list({one.id: one for one in found if one.how != "rejected"}.values())
