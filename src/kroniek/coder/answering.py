"""Answering: which phrases of a text say what an act answers."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kroniek.coder.arcs import preposition_of
from kroniek.coder.relationwords import RelationWords, relation_words
from kroniek.coder.ties import find_markers

PHRASES = frozenset({"nsubj", "obj", "iobj", "obl", "advcl", "ccomp", "xcomp", "acl", "parataxis"})
"""Labels of what hangs on a predicate."""


def answered_nouns(doc: Doc) -> set[int]:
    """The nouns that tell what is answered, or with what: "in response to the test", "a reply to
    the ban", "answered with the expulsion of four Germans".
    """
    words = relation_words(doc.lang_)
    after = (phrase_after(doc, m.words.end) for m in find_markers(doc, {"": words.answering}))
    found = {token.i for token in after if token is not None and token.pos_ == "NOUN"}
    for token in doc:
        if token.pos_ == "NOUN" and _is_answered(token, words):
            found.add(token.i)
    return found


def _is_answered(noun: Token, words: RelationWords) -> bool:
    preposition, lemma = preposition_of(noun), noun.head.lemma_.lower()
    if noun.head.pos_ == "NOUN":
        return preposition in words.answered and lemma in words.nouns
    return preposition in words.answered | words.means and lemma in words.verbs


def phrase_after(doc: Doc, end: int) -> Token | None:
    """The head of the phrase that begins at token `end`."""
    if end >= len(doc):
        return None
    token = doc[end]
    while token.head.i >= end and token.head != token and not _is_phrase(token):
        token = token.head
    return token


def _is_phrase(token: Token) -> bool:
    """Whether a word heads a phrase or clause, and is no part of a noun's phrase."""
    return token.dep_.split(":")[0] in PHRASES
