"""What an act is about: what is threatened, promised or done, and by what means."""

from __future__ import annotations

from typing import Final

from kroniek.ledger.acts import Act, once
from kroniek.ledger.words import outcome_rules, words
from kroniek.ontology import MODES

ABOUT: Final = frozenset({"THREATEN", "AGREE", "CONCEDE", "REJECT"})
"""Types of speech about an act that the words behind the trigger name."""


@once
def content(act: Act) -> tuple[str, ...]:
    """What is threatened, promised, refused or done, as types that may carry a mode."""
    rules = outcome_rules()
    if act.type not in ABOUT:
        return (f"{act.type}.{act.mode}" if act.mode else act.type,)
    allowed = tuple(rules.meant.get(act.mode or "", ()))
    named = named_acts(act)
    if not named and not allowed and act.type == "AGREE" and act.quantities:
        return (rules.things,)
    if not allowed:
        return named
    kinds = {type_of(one) for one in allowed}
    return named if named and ("." in named[0] or named[0] in kinds) else allowed


@once
def means(act: Act) -> tuple[str, ...]:
    """By what means an act is threatened, promised or done, in the order of record.yaml."""
    table = words(act.lang).means
    found = table.first(own_words(act))
    return tuple(name for name in table.names if name in found)


@once
def named_acts(act: Act) -> tuple[str, ...]:
    """The type of what is threatened, promised or refused: by the first words after the trigger
    that name one, else before it.
    """
    after, before = _halves(act)
    return (named_types(after, act.lang) or named_types(before, act.lang))[:1]


def is_ultimatum(act: Act) -> bool:
    """Whether an act is an ultimatum: called so, not a threat."""
    own = words(act.lang)
    called = act.type == "THREATEN" and own.ultimatums.search(act.sentence.text)
    return bool(called and not own.threats.search(act.trigger.text))


@once
def ultimatum(act: Act) -> tuple[str, str] | None:
    """What an ultimatum demands and what it threatens with: the words on both sides of "or", in
    the sentence that gives it or the next.
    """
    if not is_ultimatum(act):
        return None
    after, _ = _split(act)
    for told in (after, act.after):
        choices = list(words(act.lang).otherwise.finditer(told))
        if choices:
            demand = told[: choices[-1].start()].rpartition(":")[2]
            return demand.strip(" ,"), told[choices[-1].end() :]
    return None


def named_types(text: str, lang: str) -> tuple[str, ...]:
    """The types of acts that words name, in their order; of words that start together the longer
    counts.
    """
    found = words(lang).acts.first(text)
    return tuple(sorted(found, key=lambda name: (found[name][0], -found[name][1], name)))


@once
def outcome_words(act: Act) -> frozenset[str]:
    """What the words of an act say came of a threat or promise: fulfilled, failed, withdrawn."""
    own, text = words(act.lang), act.text
    told = {"fulfilled": own.fulfilled, "failed": own.failed, "withdrawn": own.withdrawn}
    return frozenset(name for name, pattern in told.items() if pattern.search(text))


def own_words(act: Act) -> str:
    """The sentence without the condition."""
    return " ".join(_halves(act))


def _halves(act: Act) -> tuple[str, str]:
    """The words after the trigger and those up to it, the condition or demand left out."""
    choice = ultimatum(act)
    return (choice[1], "") if choice is not None else _split(act)


def _split(act: Act) -> tuple[str, str]:
    whole, base = act.sentence.text, act.sentence.start
    if act.condition and base <= act.condition.start < act.sentence.end:
        at, end = act.condition.start - base, act.condition.end - base
        whole = whole[:at] + " " * (end - at) + whole[end:]
    cut = max(0, act.trigger.start - base)
    if act.type not in ABOUT or act.status == "future":
        return whole[cut:], whole[:cut]
    return whole[cut + len(act.trigger.text) :], whole[:cut]


def type_of(name: str) -> str:
    """The type in "SANCTION.expel"."""
    return name.partition(".")[0]


def types_of(names: tuple[str, ...]) -> frozenset[str]:
    """The types without their modes."""
    return frozenset(map(type_of, names))


def same_mode(wanted: str, kind: str, mode: str | None) -> bool:
    """Whether an act is of a wanted type and, where both are known, mode."""
    wanted_kind, _, own = wanted.partition(".")
    return wanted_kind == kind and (not own or mode in (None, own) or own not in MODES[kind])
