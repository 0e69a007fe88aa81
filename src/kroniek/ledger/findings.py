"""What a later act of the same side tells of a commitment: that it was done, taken back ..."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from kroniek.ledger.acts import Act
from kroniek.ledger.commitments import NOBODY, Commitment, Finding, How, Outcome
from kroniek.ledger.contents import content, means, outcome_words, same_mode, types_of
from kroniek.ledger.naming import named
from kroniek.ledger.statements import speaker
from kroniek.ledger.told_by import keys, source_in, source_of
from kroniek.ledger.words import outcome_rules, words
from kroniek.ontology import VERBAL_TYPES

SURE: Final = 0.6
"""From this score on a later act counts as what was threatened or promised."""
POSSIBLE: Final = 0.35
"""From this score on it may be, so that the outcome is unclear: an act of a hostile kind whose
target is not told reaches it, where what was threatened was not told either."""
SAME_MATTER: Final = 0.5
"""From this on words of an outcome are about a commitment: those that name neither what it was nor
whom it was towards are not."""
USUAL: Final = timedelta(270)
"""Within this time an act of the kind is usual enough as an outcome to count in full."""
DENIED: Final = frozenset({"THREATEN", "AGREE", "CONCEDE"})
"""Types whose negation denies a threat or promise."""


_SAID: Final[tuple[tuple[str, Outcome], ...]] = (("withdrawn", "withdrawn"), ("failed", "lapsed"))
"""What words of an outcome come to, the weightiest first."""


def judge(one: Commitment, act: Act) -> Finding | None:
    """What a later act of the same side tells of a commitment, if anything."""
    target, told = _target(one, act), outcome_words(act)
    if target == 0:
        return None
    for name, status in _SAID:
        if name in told and _spoken(one, act) * target >= SAME_MATTER:
            return finding(status, "text", act, 0.9 * target)
    if act.first <= one.day and "fulfilled" not in told:
        return None
    if _denies(one, act) and _is_answer(one, act, target):
        return finding("contradicted", "event", act, 0.8 * target)
    kind = _kind_score(one, act)
    if kind == 0:
        return None
    if act.status == "negated":
        return _not_done(one, act, kind * target)
    return _done(one, act, kind * target) if act.status == "actual" else None


def _is_answer(one: Commitment, act: Act, target: float) -> bool:
    """Whether what denies or refuses speaks of the commitment; a deed that goes against it does."""
    return act.type not in VERBAL_TYPES or _spoken(one, act) * target >= SAME_MATTER


def _not_done(one: Commitment, act: Act, fit: float) -> Finding | None:
    """That what was threatened or promised was not done: of weight once its time is over, or if
    its own side says so.
    """
    if keys(speaker(act, (*act.actors, *act.recipients))) & act.who:
        return finding("contradicted", "event", act, 0.8 * fit)
    if one.deadline is not None and act.first <= one.deadline:
        return None
    return finding("lapsed", "event", act, 0.8 * fit)


def _done(one: Commitment, act: Act, fit: float) -> Finding | None:
    """That an act is what was threatened or promised, as far as it fits."""
    score = fit * _means_score(one, act) * (1 if act.first <= one.day + USUAL else 0.8)
    told = "fulfilled" in outcome_words(act)
    score = min(1.0, score + 0.3) if told else score
    if score < POSSIBLE:
        return None
    status: Outcome = "unclear" if score < SURE else "carried out"
    if status == "carried out" and words(act.lang).partly.search(act.text):
        status = "partly"
    return finding(status, "text" if told else "event", act, score)


def finding(status: Outcome, how: How, act: Act, score: float) -> Finding:
    return Finding(
        status=status, how=how, day=act.first, score=round(score, 2),
        source=source_in(act, act.sentence) if how == "text" else source_of(act),
    )  # fmt: skip


def _target(one: Commitment, act: Act) -> float:
    """How well whom an act was done to fits whom the commitment was towards."""
    wanted = keys(one.recipients)
    if wanted & act.others:
        return 1.0
    if outcome_words(act) and wanted & keys(named(act.text, act.lang, act.published, True)):
        return 1.0
    if not wanted or not act.others:
        return 0.7
    return 0.6 if NOBODY in recipients_of(act) else 0.0


def _spoken(one: Commitment, act: Act) -> float:
    """How far an act speaks of the same matter: by what was threatened or promised, by its means,
    or else only as a threat or promise.
    """
    about = types_of(content(act))
    if about & types_of(one.acts) or set(means(act)) & set(one.means):
        return 1.0
    own, other_matter = words(act.lang), bool(about and one.acts)
    named = (
        (own.promises,) if one.kind == "promise" else (own.threats, own.warnings, own.ultimatums)
    )
    return 0.6 if not other_matter and any(p.search(act.text) for p in named) else 0.3


def _denies(one: Commitment, act: Act) -> bool:
    """Whether an act is contrary to a promise, or denies having made the commitment."""
    if act.status == "negated" and act.type in DENIED:
        return (act.type == "THREATEN") == (one.kind != "promise")
    if one.kind != "promise" or act.status != "actual":
        return False
    wanted = [other for name in one.acts for other in outcome_rules().against(name)]
    return any(same_mode(name, act.type, act.mode) for name in wanted)


def _kind_score(one: Commitment, act: Act) -> float:
    """How well the type of an act fits what was threatened or promised."""
    rules = outcome_rules()
    for name in one.acts:
        if same_mode(name, act.type, act.mode):
            return 1.0
        others = rules.done_by(name)
        if any(same_mode(other, act.type, act.mode) for other in others):
            return 0.8
    if one.acts:
        return 0.0
    done = rules.hostile if one.kind != "promise" else rules.friendly
    return 0.6 if act.type in done - VERBAL_TYPES else 0.0


def _means_score(one: Commitment, act: Act) -> float:
    """How well the means of an act fit those that were named."""
    mine, its = set(one.means), set(means(act))
    if not mine or not its:
        return 0.9
    return 1.0 if mine & its else 0.6


def recipients_of(act: Act) -> frozenset[str]:
    """Whom an act was done to, as commitments name them; nobody when only ships and such."""
    coded = {party.code for party in act.recipients if party.code} - act.who
    return act.others if coded else act.others | {NOBODY}
