"""Reactions: which act answers which, as articles say or as who did what to whom suggests."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date as Day
from datetime import timedelta
from functools import cache
from itertools import product
from math import exp
from typing import Final, Literal, get_args

from kroniek.coder.relationwords import relation_words
from kroniek.ledger.acts import Act, Link, once
from kroniek.ledger.commitments import ANYONE
from kroniek.ledger.contents import named_types, types_of
from kroniek.ledger.told_by import Frozen, Source, Who, source_of, who_of
from kroniek.ledger.words import outcome_rules
from kroniek.ledger.wordtables import pattern
from kroniek.ontology import VERBAL_TYPES

DAYS: Final = 7
"""Within so many days an act by its recipient may be a direct answer without saying so."""
HALF: Final = 4.0
"""Days in which the score of an inferred answer falls to 1/e."""
ANSWERED: Final = timedelta(60)
"""How far back what an article says is answered may lie."""
MOST: Final = 200
"""Acts of one side towards another that are looked at for a cause: the last ones."""
_IN_NAME: Final = 0.9
"""How sure a cause on the day itself is whose type the answer names."""
LEAST: Final = 0.3
"""Score below which an inferred reaction is not shown."""

How = Literal["said", "inferred", "accepted", "rejected"]
HOWS: Final[tuple[str, ...]] = get_args(How)


class Deed(Frozen):
    """An act as reactions show it."""

    id: str
    day: Day
    type: str
    mode: str | None
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    told: Source


class Reaction(Frozen):
    """`answer` was done in response to `cause`: `said` by an article (in `words`, also of an act
    told elsewhere), or `inferred` from a direct answer by the recipient within days, until a person
    accepts or rejects that. `score` lies between 0 and 1.
    """

    id: str
    how: How
    score: float
    answer: Deed
    cause: Deed
    words: str | None = None


@once
def deed(act: Act) -> Deed:
    """An act as reactions show it."""
    return Deed(
        id=act.id, day=act.first, type=act.type, mode=act.mode, actors=who_of(act.actors),
        recipients=who_of(act.recipients), told=source_of(act),
    )  # fmt: skip


def reactions(acts: Sequence[Act], links: Iterable[Link]) -> list[Reaction]:
    """All reactions between acts (by day): those said, then those inferred where none is said."""
    by_id = {act.id: act for act in acts}
    sides = _Sides(acts)
    found: dict[tuple[str, str], Reaction] = {}
    answered: set[str] = set()
    for link in links:
        source, target = by_id.get(link.source), by_id.get(link.target)
        if link.type == "reaction" and source is not None and target is not None:
            _keep(found, source, sides.told_before(target, source), "said", 1.0, link.words.text)
            answered.add(source.id)
    named_in = _named_in(acts)
    answered |= {act.id for named in named_in.values() for act in named}
    for act in acts:
        if act.id in answered or act.status != "actual" or not act.actors:
            continue
        phrase = _phrases(act.lang).search(act.sentence.text)
        cause = sides.named_cause(act, phrase) if phrase is not None else None
        if phrase is not None and cause is not None:
            _keep(found, act, cause[0], "said", cause[1], phrase.group())
        else:
            direct = sides.direct_cause(act, named_in.get(act.id, ()))
            if direct is not None:
                _keep(found, act, direct[0], "inferred", direct[1], None)
    return list(found.values())


def _named_in(acts: Iterable[Act]) -> dict[str, list[Act]]:
    """By what another side says of them, acts that an article only names so: the attack in "A
    condemned the attack by B". They answer nothing.
    """
    by_article: dict[int, list[Act]] = defaultdict(list)
    for act in acts:
        by_article[act.article].append(act)
    found: dict[str, list[Act]] = defaultdict(list)
    for told in by_article.values():
        for said, act in product(told, told):
            evidence = said.evidence[0]
            inside = evidence.start <= act.trigger.start < evidence.end
            if inside and said.type in VERBAL_TYPES and not said.who & act.who:
                found[said.id].append(act)
    return found


def _keep(
    found: dict[tuple[str, str], Reaction], answer: Act, cause: Act, how: str, score: float,
    said: str | None,
) -> None:  # fmt: skip
    if (cause.id, answer.id) in found:
        return
    found.setdefault(
        (answer.id, cause.id),
        Reaction(
            id=f"{answer.id}-{cause.id}", how=how, score=round(score, 2),  # type: ignore[arg-type]
            answer=deed(answer), cause=deed(cause), words=said,
        ),
    )  # fmt: skip


def _day(act: Act) -> Day:
    return act.first


class _Sides:
    """Acts by who did them to whom, to look back from an answer."""

    def __init__(self, acts: Iterable[Act]) -> None:
        self._by_pair: dict[tuple[str, str], list[Act]] = defaultdict(list)
        for act in acts:
            if act.status == "actual":
                for pair in product(act.who, (*act.others, ANYONE)):
                    self._by_pair[pair].append(act)

    def told_before(self, cause: Act, answer: Act) -> Act:
        """The act that another article told before, where the cause is only a mention of it."""
        if cause.dated and cause.actors:
            return cause
        earlier = [
            act
            for act in self._towards(answer, ANSWERED)
            if act.type == cause.type and act.article != answer.article
            and (act.who & cause.who or not cause.actors)
        ]  # fmt: skip
        return earlier[-1] if earlier else cause

    def direct_cause(self, act: Act, mentions: Iterable[Act]) -> tuple[Act, float] | None:
        """The last act of the recipient towards the actor, days before or named by who condemns
        it, and how likely that is what is answered.
        """
        named = {one.type for one in mentions}
        if act.type == "ACCUSE":
            named |= types_of(named_types(_behind(act), act.lang))
        scored = [
            (cause, _IN_NAME * _near(act, cause))
            for cause in (self._towards(act, ANSWERED) if named else ())
            if cause.type in named
        ]
        for cause in self._towards(act, timedelta(DAYS)):
            score = _kinship(cause.type, act.type) * exp(-(act.first - cause.first).days / HALF)
            scored.append((cause, score * (1 if cause.dated and act.dated else 0.8)))
        return _likeliest(scored)

    def named_cause(self, act: Act, phrase: re.Match[str]) -> tuple[Act, float] | None:
        """The act of another article that the words behind the phrase name: towards the actor, or
        else towards others.
        """
        kinds = types_of(named_types(act.sentence.text[phrase.end() :], act.lang))
        scored = [
            (cause, (_IN_NAME if cause.type in kinds else 0.5) * _near(act, cause))
            for cause in self._towards(act, ANSWERED)
        ]
        scored += [
            (cause, 0.7 * _near(act, cause))
            for cause in self._by(act.others, (ANYONE,), act, ANSWERED)
            if cause.type in kinds
        ]
        return _likeliest(scored)

    def _towards(self, act: Act, span: timedelta) -> list[Act]:
        """What the other side did to an act's actors in the time before it."""
        return self._by(act.others, act.who, act, span)

    def _by(
        self, actors: Iterable[str], recipients: Iterable[str], act: Act, span: timedelta
    ) -> list[Act]:
        found: dict[str, Act] = {}
        for pair in product(actors, recipients):
            done = self._by_pair.get(pair, [])
            end = bisect_right(done, act.first, key=_day)
            start = bisect_left(done, act.first - span, hi=end, key=_day)
            for cause in done[max(start, end - MOST) : end]:
                if cause.first < act.first or _before(cause, act):
                    found[cause.id] = cause
        return list(found.values())


def _behind(act: Act) -> str:
    """The sentence from behind the trigger."""
    return act.sentence.text[max(0, act.trigger.end - act.sentence.start) :]


def _near(act: Act, cause: Act) -> float:
    """How near in time a cause lies: 1 on the day, half as much at the end of `ANSWERED`."""
    return 1 - (act.first - cause.first).days / (2 * ANSWERED.days)


def _likeliest(scored: Iterable[tuple[Act, float]]) -> tuple[Act, float] | None:
    """The likeliest cause, of equals the latest; None when none is likely enough."""
    likely = [(cause, score) for cause, score in scored if score >= LEAST]
    return max(likely, key=lambda one: (one[1], one[0].first), default=None)


def _before(cause: Act, act: Act) -> bool:
    """Of two acts of one day, whether the one can be told to be before the other: only by the
    order of the sentences of one article.
    """
    return cause.article == act.article and cause.sentence.start < act.sentence.start


def _kinship(cause: str, answer: str) -> float:
    """How usual one type is as an answer to another: in kind, or not."""
    rules = outcome_rules()
    same = (cause in rules.hostile) == (answer in rules.hostile)
    return 0.9 if same else 0.5


@cache
def _phrases(lang: str) -> re.Pattern[str]:
    return pattern(relation_words(lang).answering)


def chains(found: Iterable[Reaction], least: int = 3) -> list[list[Reaction]]:
    """Reactions that nobody rejected, joined into chains of at least `least` acts, the longest
    first: each answer's likeliest answer follows it.
    """
    answers: dict[str, list[Reaction]] = defaultdict(list)
    for one in found:
        if one.how != "rejected":
            answers[one.cause.id].append(one)
    made: list[list[Reaction]] = []
    answering = {one.answer.id for group in answers.values() for one in group}
    for start in [cause for cause in answers if cause not in answering]:
        chain: list[Reaction] = []
        seen, at = {start}, start
        while options := [one for one in answers.get(at, ()) if one.answer.id not in seen]:
            best = max(options, key=lambda one: (one.score, one.id))
            chain.append(best)
            seen.add(best.answer.id)
            at = best.answer.id
        if len(chain) >= least - 1:
            made.append(chain)
    return sorted(made, key=lambda chain: (-len(chain), chain[0].cause.day))
