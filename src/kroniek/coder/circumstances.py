"""Circumstances: which clauses beside an event's own tell when and where it happens."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from kroniek.coder.arcs import has_subject
from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.coder.readings import Reader

ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "obl:agent"})
"""Labels of an event noun that happens when its verb does: "answered on Friday with raids"."""

TELLING = frozenset({"report", "announce", "deny", "consider", "want", "order"})
"""Operators whose own day or place is not that of what they tell."""


def beside(draft: Draft, reader: Reader) -> Iterator[Clause]:
    """The last verb that a clause is coordinated with ("tortured and then murdered in Kigali"),
    the clause that an event noun is an argument of unless it reports, and the clauses that tell
    more of the noun ("the visit that he paid on Friday").
    """
    if draft.reading.noun is None:
        yield from _going_on(draft.frame, reader)
        return
    noun = draft.head
    for child in noun.children:
        clause = reader.clauses.get(child.i)
        if clause is not None and clause.link == "acl":
            yield clause
        yield from _carrying(child, reader)
    while noun.dep_ == "conj":
        noun = noun.head
    clause = reader.clauses.get(noun.head.i)
    if clause is None or noun.dep_ not in ARGUMENTS:
        return
    operator = reader.of_clause(clause)
    if operator is None or operator.entry.operator not in TELLING:
        yield clause


def _carrying(modifier: Token, reader: Reader) -> Iterator[Clause]:
    """The clause of a light verb that tells more of an event noun, though the parser has it tell
    more of what the event is done to: "the shelling of a depot that was carried out on Friday".
    """
    for child in modifier.children if modifier.dep_ == "nmod" else ():
        clause = reader.clauses.get(child.i)
        if clause is not None and clause.link == "acl" and clause.lemma in reader.cues.light:
            yield clause


def _going_on(clause: Clause, reader: Reader) -> Iterator[Clause]:
    """Verbs coordinated with a clause's, with the subject that it has."""
    for child in clause.head.children:
        other = reader.clauses.get(child.i)
        if other is not None and other.link == "conj" and other.head.pos_ == clause.head.pos_:
            if not has_subject(child):
                yield other
