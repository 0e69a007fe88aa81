"""Tense: whether a clause tells of the past, the present or what is to come."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from kroniek.coder.arcs import feature, is_infinitive
from kroniek.coder.clauses import Clause
from kroniek.languages import Cues

Tense = Literal["past", "pluperfect", "perfect", "present", "ahead", ""]


def finite(clause: Clause) -> Token | None:
    """The finite verb of a clause, by its features; None if it has none or they are unknown."""
    verbs = [t for t in (*clause.auxiliaries, clause.head) if feature(t, "VerbForm") == "Fin"]
    return verbs[0] if verbs else None


def tense(clause: Clause, words: Cues) -> Tense:
    """The tense of a clause; "ahead" with an auxiliary of the future ("will", "is to") or as an
    infinitive that a headline is made of ("Trump to visit China"), "" if it has no tense.
    """
    if clause.governor is None and is_infinitive(clause.head):
        return "ahead"
    lemmas = {f for t in clause.auxiliaries for f in (t.lemma_.lower(), t.lower_)}
    perfect = is_perfect(clause, words)
    marked = any(c.dep_ == "mark" and c.lower_ in words.infinitive for c in clause.head.children)
    if (
        lemmas & words.future
        or (marked and lemmas & words.due)
        or (lemmas & (words.conditional | words.possible) and not perfect)
    ):
        return "ahead"
    verb = finite(clause)
    past = verb is not None and feature(verb, "Tense") == "Past"
    if perfect:
        return "pluperfect" if past else "perfect"
    if verb is None:
        return ""
    return "past" if past else "present"


def is_perfect(clause: Clause, words: Cues) -> bool:
    """Whether an auxiliary of the perfect stands with a participle; without features, with any
    verb.
    """
    if not any(t.lemma_.lower() in words.perfect and t.dep_ != "cop" for t in clause.auxiliaries):
        return False
    forms = {feature(t, "VerbForm") for t in (clause.head, *clause.auxiliaries)}
    return "Part" in forms or forms == {""}


def is_inverted(clause: Clause, words: Cues) -> bool:
    """Whether a clause is a condition by its word order: "Should the deal fail, ...", "Komt er
    geen akkoord, dan ...".
    """
    verb = finite(clause) or next(iter(clause.auxiliaries), None)
    first = next((t for t in clause.head.subtree if not t.is_punct and t.dep_ != "cc"), None)
    if verb is None or first != verb or clause.marker is not None:
        return False
    if verb.lower_ in words.inverted:
        return True
    after = clause.head.head.children
    return (
        feature(verb, "Mood") != "Imp"
        and clause.link == "advcl"
        and any(c.lower_ in words.then for c in after)
    )
