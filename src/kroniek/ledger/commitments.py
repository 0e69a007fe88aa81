"""Commitments: threats, warnings, promises, ultimatums and announced measures, as uttered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date as Day
from datetime import timedelta
from functools import reduce
from itertools import product, takewhile
from typing import Final, Literal, get_args

from kroniek.languages import cues
from kroniek.ledger.acts import Act
from kroniek.ledger.contents import (
    content,
    is_ultimatum,
    means,
    named_acts,
    outcome_words,
    own_words,
    types_of,
    ultimatum,
)
from kroniek.ledger.deadlines import deadline
from kroniek.ledger.naming import named
from kroniek.ledger.told_by import Frozen, Source, Who, keys, others_of, source_of, who_of
from kroniek.ledger.words import outcome_rules, words

Kind = Literal["threat", "warning", "promise", "ultimatum", "measure"]
Logic = Literal["deterrent", "compellent"]
Outcome = Literal[
    "open", "carried out", "partly", "withdrawn", "lapsed", "contradicted", "unclear"
]  # fmt: skip
How = Literal["event", "text", "deadline", "demand met", "decision"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
OUTCOMES: Final[tuple[str, ...]] = get_args(Outcome)
THREATS: Final = ("threat", "warning", "ultimatum", "measure")
"""Kinds that a track record of threats counts."""

AGAIN: Final = timedelta(120)
"""A commitment told or uttered again within this time is one with the first."""
NOBODY: Final = ""
ANYONE: Final = "*"
"""In place of a recipient's key: commitments towards nobody that is told, and all commitments."""
LONG: Final = timedelta(540)
"""The same where it is said to be uttered again; so long, or until the deadline if that is later,
acts may carry it out."""


class Finding(Frozen):
    """What speaks for a status: `how` it was found, on which day, how sure (0..1), and where."""

    status: Outcome
    how: How
    day: Day
    score: float
    source: Source | None = None
    note: str = ""


class Commitment(Frozen):
    """What someone said they would do. `acts` are the types, with mode, of what was promised or
    threatened; `means` by what; `explicit` is false for a veiled hint; `logic` tells a threat that
    deters ("if you do X") from one that compels ("unless you do X"). `status` rests on `findings`,
    the deciding one first. `day` is when it was first uttered, `told` all that tell it.
    """

    id: str
    kind: Kind
    day: Day
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    acts: tuple[str, ...]
    means: tuple[str, ...]
    contexts: tuple[str, ...]
    explicit: bool
    logic: Logic | None
    condition: str | None
    deadline: Day | None
    deadline_words: str | None
    quantities: tuple[tuple[float, str], ...]
    told: tuple[Source, ...]
    status: Outcome = "open"
    findings: tuple[Finding, ...] = ()


def commitments(acts: Iterable[Act]) -> list[tuple[Commitment, ...]]:
    """The commitments in acts, by day; of each all its tellings."""
    made = [(act, one) for act in acts if (one := commitment(act)) is not None]
    made.sort(key=lambda pair: pair[1].day)
    found: list[list[Commitment]] = []
    by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for act, one in made:
        since = one.day - (LONG if words(act.lang).again.search(act.text) else AGAIN)
        near: set[int] = set()
        for who, whom in product(keys(one.actors), _towards(one)):
            latest = reversed(by_pair[who, whom])
            near.update(takewhile(lambda at: found[at][0].day >= since, latest))  # noqa: B023
        same = next((at for at in sorted(near, reverse=True) if _same(found[at][0], one)), None)
        if same is not None:
            found[same].append(one)
            continue
        for pair in product(keys(one.actors), (*(keys(one.recipients) or (NOBODY,)), ANYONE)):
            by_pair[pair].append(len(found))
        found.append([one])
    return [tuple(group) for group in found]


def _towards(one: Commitment) -> tuple[str, ...]:
    """Under which recipients commitments stand that may be the same one."""
    return (*keys(one.recipients), NOBODY) if one.recipients else (ANYONE,)


def joined(tellings: Sequence[Commitment]) -> Commitment:
    """Tellings of one commitment as one, by the first; the others add what it did not tell."""
    return reduce(_joined, tellings)


def commitment(act: Act) -> Commitment | None:
    """The commitment that an act is, or None. One told together with what came of it is a
    mention of an earlier one.
    """
    kind = _kind(act)
    if kind is None or not act.actors or outcome_words(act):
        return None
    acts = content(act)
    demand = ultimatum(act)
    condition = act.condition.text if act.condition else demand[0] if demand else None
    logic = _logic(act, kind) if kind != "promise" else None
    told = deadline(act.sentence.text, act.lang, act.first)
    if told is None and kind == "ultimatum":
        told = deadline(act.after, act.lang, act.first)
    veiled = words(act.lang).veiled.search(own_words(act)) is not None
    return Commitment(
        id=act.id,
        kind=kind,
        day=act.published if kind == "measure" and act.published else _uttered(act),
        actors=who_of(act.actors),
        recipients=others_of(act) or _conditioned(act),
        acts=acts,
        means=means(act),
        contexts=act.contexts,
        explicit=bool(named_acts(act)) or not veiled,
        logic=logic,
        condition=condition,
        deadline=told[0] if told else None,
        deadline_words=told[1] if told else None,
        quantities=act.quantities,
        told=(source_of(act),),
    )


def _conditioned(act: Act) -> tuple[Who, ...]:
    """Whose act a threat is made to depend on: the first other party that the condition names."""
    if act.condition is None or act.type != "THREATEN":
        return ()
    found = named(act.condition.text, act.lang, act.published)
    return tuple(who for who in found if who.key not in act.who)[:1]


def _uttered(act: Act) -> Day:
    """When a commitment was uttered: never after it was published."""
    if act.published is not None and act.first > act.published:
        return act.published
    return act.first


def _kind(act: Act) -> Kind | None:
    if act.status in ("negated", "hypothetical"):
        return None
    own, rules = words(act.lang), outcome_rules()
    trigger = act.trigger.text
    if act.type == "THREATEN":
        if is_ultimatum(act):
            return "ultimatum"
        if own.warnings.search(trigger):
            return "warning"
        return "measure" if _is_plain(act) else "threat"
    if act.type in rules.promises:
        return "promise" if act.type == "AGREE" or content(act) else None
    if act.type in rules.measures and act.status == "future":
        return "measure"
    return None


def _is_plain(act: Act) -> bool:
    """Whether a measure is only announced: to come, without a condition or words that threaten."""
    own, text = words(act.lang), act.sentence.text
    if act.condition is not None or own.threats.search(text) or own.veiled.search(text):
        return False
    told = set(act.evidence[0].text.casefold().split())
    ahead = told & cues(act.lang).future and not told & cues(act.lang).possible
    announced = ahead or own.announced.search(act.trigger.text)
    measures = types_of(content(act)) & outcome_rules().measures
    return bool(announced and measures)


def _logic(act: Act, kind: Kind) -> Logic | None:
    """Whether a threat is to keep someone from an act, or to make them do one."""
    own = words(act.lang)
    if act.condition is None:
        return "compellent" if kind == "ultimatum" else None
    until = own.unless.match(act.condition.text) or own.negated.search(act.condition.text)
    return "compellent" if until else "deterrent"


def _same(one: Commitment, other: Commitment) -> bool:
    """Whether two commitments of one side are the same, told or uttered again."""
    if (one.kind == "promise") != (other.kind == "promise"):
        return False
    for mine, its in (
        (keys(one.recipients), keys(other.recipients)),
        (types_of(one.acts), types_of(other.acts)),
        (frozenset(one.means), frozenset(other.means)),
    ):
        if mine and its and not mine & its:
            return False
    vague = not (one.acts or one.means) or not (other.acts or other.means)
    if vague and one.recipients and other.recipients:
        return True
    alike = [bool(one.acts and other.acts), bool(one.recipients and other.recipients)]
    close = set(one.means) & set(other.means) or one.told[0].article == other.told[0].article
    return all(alike) or bool(close and any(alike))


def _joined(one: Commitment, other: Commitment) -> Commitment:
    """A commitment with another telling of it, which may tell what the first did not."""
    fuller = {
        name: getattr(other, name)
        for name in ("recipients", "acts", "means", "condition", "logic", "quantities")
        if not getattr(one, name)
    }
    if one.deadline is None:
        fuller |= {"deadline": other.deadline, "deadline_words": other.deadline_words}
    told = tuple(dict.fromkeys((*one.told, *other.told)))
    explicit = one.explicit or other.explicit
    return one.model_copy(update=fuller | {"told": told, "explicit": explicit})
