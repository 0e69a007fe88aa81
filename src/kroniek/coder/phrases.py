"""Phrases: which words belong to the phrase of a head, as far as they name who it is."""

from __future__ import annotations

from spacy.tokens import Token

from kroniek.coder.arcs import children

TITLE = "nmod:desc"
"""The relation of a title to the name after it: "Kenyan police chief Joram Wekeso"."""
INSIDE = frozenset({"flat", "fixed", "compound", "goeswith"})


def is_inside(token: Token) -> bool:
    return token.dep_.split(":")[0] in INSIDE or token.dep_ in ("case", "mark", "punct", "cc")


def modifiers(head: Token) -> list[Token]:
    found = children(head, "amod", "compound", "flat", "nmod", "det", "nummod")
    direct = [c for c in found if c.dep_ in ("amod", "det") or not children(c, "case")]
    words = [t for c in direct for t in (c, *children(c, "compound", "flat", "conj"))]
    titles = [t for c in head.children if c.dep_ == TITLE for t in joined(c)]
    return [*words, *(t for t in titles if t not in words)]


def parts(head: Token) -> list[Token]:
    """The words of a phrase up to its head and the names and numbers tied to it."""
    found = [head]
    for child in head.children:
        label = child.dep_.split(":")[0]
        if label in ("flat", "compound", "amod", "nummod", "det", "fixed") or child.dep_ in (
            "nmod:poss",
            TITLE,
        ):
            found.extend(joined(child))
        elif label in ("appos", "nmod") and child.i == head.i + 1 and child.pos_ == "PROPN":
            found.extend(parts(child))
    return found


def joined(token: Token) -> list[Token]:
    """A modifier's words, without what is coordinated with it."""
    inside = [c for c in token.children if c.dep_ not in ("conj", "cc", "punct")]
    return [token, *(t for child in inside for t in joined(child))]
