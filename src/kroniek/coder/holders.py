"""Holders: which person an office stands for, by the article or by the date."""

from __future__ import annotations

from datetime import date as Day

from spacy.tokens import Doc, Token

from kroniek.coder.actornouns import NounFinder
from kroniek.coder.arcs import children
from kroniek.coder.mentions import OWN_NAMES, Mention, NameFinder
from kroniek.coder.past import fits_role
from kroniek.coder.phrases import modifiers
from kroniek.lexicon.names import Name
from kroniek.lexicon.rules import rules


class Holders:
    """Names the persons whom single offices of one Doc stand for."""

    def __init__(self, doc: Doc, nouns: NounFinder, finder: NameFinder) -> None:
        self.doc = doc
        self.nouns = nouns
        self.names = nouns.names
        self.finder = finder
        self.at = finder.at

    def take(self, mention: Mention) -> None:
        """The person whom the article names as holding an office: "the Finnish president"."""
        title = self.nouns.lower[mention.head]
        mention.name = self._beside(self.doc[mention.head])
        if mention.name or self._take_leader(mention):
            return
        people = {f.start: f.name for f in self.at.values() if f.name.kind == "person"}
        fitting = [
            (not _bears(name, title, self.finder.day), abs(at - mention.head), name)
            for at, name in people.items()
            if name.code == mention.code
            and (fits_role(str(mention.role), name.role) or _bears(name, title, self.finder.day))
        ]
        if fitting:
            name = min(fitting, key=lambda found: found[:2])[2]
            mention.name, mention.gender = name.text, name.persons[0].gender if name.persons else ""
        elif self.is_exact(self.doc[mention.head]) and mention.role not in rules().manifold:
            held = self.names.people.holder(
                str(mention.role), str(mention.code), self.finder.day, title
            )
            if held is not None:
                mention.name, mention.gender = held.name, held.gender

    def _beside(self, head: Token) -> str | None:
        """The person beside whose name an office is set: "Karim Khan, the prosecutor"."""
        found = self.at.get(head.head.i) if head.dep_ == "appos" else None
        if found is not None and found.name.kind == "person":
            return found.name.text
        run = self.finder.persons.unknown.get(head.head.i) if head.dep_ == "appos" else None
        return run.text if run is not None and head.head.ent_type_ == "PER" else None

    def hold(self, mention: Mention) -> None:
        """The person who held an office of one state on the day: each of "their ministers"."""
        held = self.names.people.holder(str(mention.role), str(mention.code), self.finder.day)
        if held is not None:
            mention.name, mention.gender = held.name, held.gender

    def _take_leader(self, mention: Mention) -> bool:
        """Whether an office is that of a party's or movement's leader: "the DUP leader"."""
        head = self.doc[mention.head]
        beside = [head, *modifiers(head), *children(head, "nmod", "nmod:poss")]
        parties = [f.name for t in beside if (f := self.at.get(t.i)) and f.name.kind in OWN_NAMES]
        if not parties or not self.nouns.is_one(head, self.names.leaders):
            return False
        held = self.names.people.leader(parties[0].text, str(mention.code), self.finder.day)
        if held is not None:
            mention.name, mention.gender = held.name, held.gender
        return True

    def is_exact(self, head: Token) -> bool:
        """Whether an office noun names one office: a "leader" or "general" may hold any."""
        loose = self.nouns.is_one(head, self.names.described["person_m"])
        return not loose or self.nouns.is_one(head, self.names.counterparts)


def _bears(name: Name, title: str, day: Day | None) -> bool:
    """Whether a person is a head of government with a title: Iran's president."""
    return bool(name.persons) and name.persons[0].bears(title, day)
