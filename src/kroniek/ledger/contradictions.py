"""Contradictions: statements that conflict, as an article says or as found over articles."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache
from itertools import product
from typing import Final, Literal, get_args

from kroniek.coder.relationwords import relation_words
from kroniek.ledger.acts import Act, Link, once
from kroniek.ledger.contents import content, means, same_mode, types_of
from kroniek.ledger.reactions import Deed, deed
from kroniek.ledger.statements import speaker
from kroniek.ledger.told_by import Frozen, keys
from kroniek.ledger.words import outcome_rules
from kroniek.ledger.wordtables import pattern
from kroniek.ontology import VERBAL_TYPES

SPAN: Final = timedelta(365)
"""Within this time a side that says the opposite contradicts itself; later it has another view."""
MOST: Final = 50
"""Statements before and after a denial that it is compared with: those nearest in time."""
LEAST: Final = 0.5
"""Score below which a pair is not proposed."""

State = Literal["stated", "proposed", "accepted", "rejected"]
STATES: Final[tuple[str, ...]] = get_args(State)


class Contradiction(Frozen):
    """Two statements that conflict. `stated` ones an article calls so, in `words`; found ones are
    `proposed`, with a score (0..1) and the reason, until a person accepts or rejects them.
    """

    id: str
    state: State
    reason: Literal["stated", "affirms and denies", "promises and refuses"]
    score: float
    earlier: Deed
    later: Deed
    words: str | None = None


def contradictions(acts: Sequence[Act], links: Iterable[Link]) -> list[Contradiction]:
    """Those that articles state, then those found in what the same actor said."""
    by_id = {act.id: act for act in acts}
    found: dict[frozenset[str], Contradiction] = {}
    for link in links:
        source, target = by_id.get(link.source), by_id.get(link.target)
        if link.type == "contradicts" and source is not None and target is not None:
            made = _made(target, source, "stated", 1.0, link.words.text)
            found.setdefault(frozenset({source.id, target.id}), made)
    for earlier, later in _pairs(acts):
        reason, score = _conflict(earlier, later)
        if reason is None or score < LEAST:
            continue
        called = _called(later.lang).search(f"{later.sentence.text} {later.after}")
        made = (
            _made(earlier, later, "stated", max(score, 0.9), called.group())
            if called is not None
            else _made(earlier, later, reason, score, None)
        )
        found.setdefault(frozenset({earlier.id, later.id}), made)
    return list(found.values())


@cache
def _called(lang: str) -> re.Pattern[str]:
    """The words by which an article says that a statement conflicts with an earlier one."""
    return pattern(relation_words(lang).conflicting)


def _made(earlier: Act, later: Act, reason: str, score: float, said: str | None) -> Contradiction:
    return Contradiction(
        id=f"{earlier.id}-{later.id}", state="stated" if said else "proposed",
        reason=reason, score=round(score, 2), earlier=deed(earlier),  # type: ignore[arg-type]
        later=deed(later), words=said,
    )  # fmt: skip


def _pairs(acts: Sequence[Act]) -> Iterable[tuple[Act, Act]]:
    """Pairs of statements by one actor, one of which denies, in the order of their days."""
    groups: dict[tuple[str, str], list[Act]] = defaultdict(list)
    for act in acts:
        if act.status in ("actual", "negated", "future") and _speaks(act):
            for pair in product(act.who, act.others or ("",)):
                groups[pair].append(act)
    for group in groups.values():
        yes = [act for act in group if not _is_no(act)]
        days = [act.first for act in yes]
        for no in filter(_is_no, group):
            at = bisect_right(days, no.first)
            before, after = yes[max(0, at - MOST) : at], yes[at : at + MOST]
            yield from ((one, no) for one in before if no.first - one.first <= SPAN)
            yield from ((no, one) for one in after if one.first - no.first <= SPAN)


def _speaks(act: Act) -> bool:
    """Whether an act is the actor's own word: a verbal act, or one that it tells or denies."""
    if act.type in VERBAL_TYPES or act.status == "future":
        return True
    return bool(keys(speaker(act, (*act.actors, *act.recipients))) & act.who)


def _is_no(act: Act) -> bool:
    return act.status == "negated" or act.type == "REJECT"


def _conflict(
    earlier: Act, later: Act
) -> tuple[Literal["affirms and denies", "promises and refuses"] | None, float]:
    """Why two statements of one actor about one party conflict, and how surely."""
    no, yes = (earlier, later) if _is_no(earlier) else (later, earlier)
    alike = _alike(yes, no)
    if no.type == "REJECT" and no.status == "actual":
        if yes.type in ("AGREE", "CONCEDE") and yes.status in ("actual", "future"):
            return "promises and refuses", alike * _answers(yes, no)
        if yes.type == "SUPPORT" and yes.status == "actual":
            return "affirms and denies", 0.7 * alike
        return None, 0.0
    if no.status == "negated" and no.type == yes.type and yes.status != "negated":
        return "affirms and denies", alike
    if no.status == "negated" and yes.type in ("AGREE", "THREATEN", "CONCEDE"):
        if any(same_mode(name, no.type, no.mode) for name in content(yes)):
            return "promises and refuses", alike
    return None, 0.0


def _answers(yes: Act, no: Act) -> float:
    """Whether what is refused is what was promised, by the types that refuse it."""
    rules = outcome_rules()
    names = content(yes)
    if not names:
        return 0.7
    contrary = [other for name in names for other in rules.against(name)]
    return 1.0 if any(same_mode(name, no.type, no.mode) for name in contrary) else 0.4


def _alike(one: Act, other: Act) -> float:
    """How far two acts speak of the same: contents, means, and the names and nouns they share."""
    kinds = types_of(content(one)) & types_of(content(other))
    shared = set(means(one)) & set(means(other))
    words_alike = _overlap(one, other)
    score = 0.45 + 0.2 * bool(kinds) + 0.2 * bool(shared) + 0.5 * words_alike
    return min(1.0, score) if words_alike > 0 or shared else 0.4


def _overlap(one: Act, other: Act) -> float:
    """The share of longer words that the evidence of two acts of one language have in common."""
    if one.lang != other.lang:
        return 0.0
    mine, its = _terms(one), _terms(other)
    return len(mine & its) / max(1, min(len(mine), len(its)))


@once
def _terms(act: Act) -> frozenset[str]:
    """Longer words of the evidence but for its trigger and the parties."""
    apart = {w for p in (*act.actors, *act.recipients) for w in p.text.casefold().split()}
    apart.add(act.trigger.text.casefold())
    told = (w.strip(".,;:!?\"'“”‘’()") for w in act.evidence[0].text.casefold().split())
    return frozenset(w for w in told if len(w) > 4 and w not in apart)
