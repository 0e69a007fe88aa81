"""Whole names of persons in phrases, who are in no list."""

from __future__ import annotations

from spacy.tokens import Token

from kroniek.coder.actornouns import NounFinder
from kroniek.coder.arcs import children
from kroniek.coder.mentions import NameFinder
from kroniek.coder.phrases import joined

LONGEST_NAME = 5


class WholeNames:
    """Reads personal names off the words of a phrase."""

    def __init__(self, nouns: NounFinder, finder: NameFinder) -> None:
        self.nouns = nouns
        self.finder = finder
        self.at = finder.at

    def unknown(self, parts: list[Token]) -> str | None:
        """The words of a personal name in a phrase that no lexicon entry covers."""
        owners = {t.i for p in parts for c in children(p, "nmod:poss") for t in joined(c)}
        found = [
            p.i
            for p in parts
            if p.pos_ == "PROPN"
            and p.i not in self.at
            and not self.nouns.is_word(p)
            and p.i not in owners
        ]
        if not found:
            return None
        if (run := self.finder.persons.unknown.get(found[0])) is not None:
            return run.text
        name = self.finder.persons.written(min(found), max(found) + 1)
        return name if len(name.split()) <= LONGEST_NAME else None

    def is_person(self, parts: list[Token], name: str) -> bool:
        """Whether a name beside a group noun is a person's: "the actor Deep Sidhu"."""
        words = [p for p in parts if p.pos_ == "PROPN" and p.text in name.split()]
        return bool(words) and all(p.ent_type_ == "PER" for p in words)
