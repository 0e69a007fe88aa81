"""Spans: which words of a clause or phrase are quoted, and where they stand in the text."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from kroniek.coder.readings import Reading
from kroniek.document import Span
from kroniek.lexicon.rules import rules

SIDE_CLAUSES = frozenset({"acl:relcl", "parataxis", "advcl", "discourse", "vocative", "dislocated"})


def phrase_tokens(head: Token) -> list[Token]:
    """The words of a phrase, without clauses that only tell more about it."""
    found = [head]
    for child in head.children:
        if child.dep_ in SIDE_CLAUSES or (child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")):
            continue
        if child.dep_ in ("punct", "cc") and child.i > head.i:
            continue
        if child.dep_ == "conj":
            found.extend(c for c in head.children if c.dep_ == "cc")
        found.extend(phrase_tokens(child))
    return found


def mention_tokens(head: Token) -> list[Token]:
    """The words of one party: its phrase without those coordinated with it."""
    found = [head]
    for child in head.children:
        if child.dep_ in SIDE_CLAUSES or child.dep_ in ("conj", "cc", "case", "punct", "appos"):
            continue
        if child.dep_ == "appos" and child.i != head.i + 1:
            continue
        found.extend(phrase_tokens(child))
    return found


def clause_tokens(reading: Reading) -> list[Token]:
    """The words of the shortest clause that supports an event."""
    if reading.frame is None:
        return phrase_tokens(reading.head)
    head = reading.frame.head
    takes_up = reading.entry.code in rules().absorbing or reading.entry.code == "ACCUSE"
    found = [head]
    for child in head.children:
        label = child.dep_.split(":")[0]
        if label in ("conj", "cc", "punct", "parataxis", "discourse", "mark", "acl"):
            continue
        if label in ("ccomp", "xcomp", "advcl"):
            if label == "advcl" and child not in reading.clause.get("complement"):
                continue
            if takes_up or label == "xcomp":
                found.extend(phrase_tokens(child))
            continue
        found.extend(phrase_tokens(child))
    return found


def span(doc: Doc, tokens: Iterable[Token]) -> Span:
    """The text from the first to the last of some tokens, without the dateline, and without
    signs and spaces at its ends.
    """
    places = [t.i for t in tokens if not t.is_space]
    body = [i for i in places if not doc._.title_length <= doc[i].idx < doc._.body_start]
    first, last = min(body or places), max(body or places)
    while first < last and not _is_word(doc[first]):
        first += 1
    while last > first and not _is_word(doc[last]):
        last -= 1
    start, end = doc[first].idx, doc[last].idx + len(doc[last])
    return Span(text=doc.text[start:end], start=start, end=end)


def _is_word(token: Token) -> bool:
    return any(c.isalnum() for c in token.text) or token.pos_ == "SYM"
