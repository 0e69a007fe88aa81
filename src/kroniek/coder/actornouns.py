"""Nouns for actors: the offices and groups that phrases are headed by."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kroniek.coder.mentions import Mention
from kroniek.lexicon.names import Names, Noun

LONGEST_OFFICE = 5


class NounFinder:
    """Finds office and group nouns in one Doc."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.names = names
        self.lower = [t.lower_ for t in doc]

    def noun(self, head: Token, mention: Mention) -> Noun | None:
        """The office or group noun of a phrase; may widen the mention to the whole office."""
        office = self.office(head)
        if office is not None:
            noun, start, end = office
            mention.start, mention.end = min(mention.start, start), max(mention.end, end)
            return noun
        lemma = head.lemma_.lower()
        for form in (lemma, head._.head_lemma):
            if form in self.names.groups:
                return self.names.groups[form]
            if form in self.names.offices:
                return self.names.offices[form]
        return None

    def office(self, head: Token) -> tuple[Noun, int, int] | None:
        """The longest office that ends or starts at `head`, or starts one of its words."""
        words = self.lower
        for size in range(LONGEST_OFFICE, 1, -1):
            for start in (head.i - size + 1, head.i):
                end = start + size
                if start >= 0 and end <= len(words):
                    noun = self.names.offices.get(" ".join(words[start:end]).replace(" - ", "-"))
                    if noun is not None:
                        return noun, start, end
        for form in (head.lemma_.lower(), head._.head_lemma.lower()):
            if form in self.names.offices:
                return self.names.offices[form], head.i, head.i + 1
        return None

    def is_one(self, head: Token, words: frozenset[str]) -> bool:
        return head.lemma_.lower() in words or head._.head_lemma in words

    def is_word(self, token: Token) -> bool:
        """Whether a name word is an office, a title or a group noun: "Foreign Ministry"."""
        forms = {token.lower_, token.lemma_.lower()}
        return (
            token.text in self.names.titles
            or bool(forms & self.names.groups.keys())
            or self.office(token) is not None
        )
