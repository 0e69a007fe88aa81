"""Sides: who does an event that is read, and to whom it is done."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from kroniek.coder.actors import parties
from kroniek.coder.arcs import has_subject, is_counted
from kroniek.coder.clauses import Clause, noun_clause
from kroniek.coder.embedding import Embedding
from kroniek.coder.mentions import Mention, codes
from kroniek.coder.readings import GRAMMATICAL, NOTHING, PLACE_KINDS, Reader, Reading
from kroniek.lexicon.rules import rules
from kroniek.ontology import VERBAL_TYPES

OWN_FORCES = frozenset({"RETREAT", "CONCEDE", "MOBILIZE", "AGREE", "AID"})
"""Types done with one's own forces, not to them."""
NOUN_ACTORS = ("subject", "owner", "modifier")


class Sides:
    """The actors and recipients of the readings of one Doc."""

    def __init__(self, doc: Doc, reader: Reader) -> None:
        self.doc = doc
        self.reader = reader

    def of(
        self, reading: Reading, above: Embedding, embedded: list[Reading]
    ) -> tuple[list[Mention], list[Mention]]:
        """The actors and recipients of what is read. An act that parties do to each other has no
        recipients, nor has one that somebody does with a thing of his own.
        """
        actors = self.actors(reading, above)
        acting, own = {m.head for m in actors}, codes(actors)
        found = self._owners(self.recipients(reading, embedded, own))
        forces = reading.entry.code in OWN_FORCES
        recipients = [m for m in found if m.head not in acting and not _is_own(m, own, forces)]
        return actors, [] if len(own) > 1 and codes(recipients) <= own else recipients

    def _owners(self, found: list[Mention]) -> list[Mention]:
        """Whose a thing is stands for it: "the decision of Paris, Berlin and London"."""
        owned: list[Mention] = []
        for mention in found:
            clause = noun_clause(self.doc[mention.head]) if mention.kind == "thing" else None
            roles = ("owner", "modifier", *self.reader.cues.genitive) if clause else ()
            heads = [t for role in roles for t in clause.get(role)] if clause else []
            owners = [m for m in parties(self.doc, heads) if m.code]
            owned.extend(owners if mention.code in codes(owners) else [mention])
        return owned

    def actors(self, reading: Reading, above: Embedding) -> list[Mention]:
        """Who does what is read: by its entry's roles, or who gave the order for it."""
        if above.commander is not None:
            return parties(self.doc, [above.commander])
        roles = reading.entry.actor
        if roles is None:
            roles = NOUN_ACTORS if reading.noun is not None else ("subject",)
        tokens = [t for role in roles for t in self._role(reading, role)]
        if not tokens and reading.entry.code in rules().owned:
            tokens = reading.clause.get("object")
        if told := [t for t in tokens if t.pos_ == "NOUN" and self.reader.told_by(t)]:
            return self._actors_of(told)
        return _coded(parties(self.doc, tokens), self._adjectives(tokens))

    def _role(self, reading: Reading, role: str) -> list[Token]:
        """The tokens of a role; "governor" is the subject of the clause a noun stands in."""
        if role != "governor":
            return reading.clause.get(role) or self._of_nouns(reading, role)
        if reading.frame is not None or reading.clause.get("subject"):
            return []
        token = reading.head
        while token.head != token:
            below, token = token, token.head
            clause = self.reader.clauses.get(token.i)
            if clause is not None:
                agents = [t for word in self.reader.cues.agents for t in clause.get(word)]
                return agents or ([] if self._tells_of(clause, below) else clause.get("subject"))
        return []

    def _tells_of(self, clause: Clause, noun: Token) -> bool:
        """Whether a clause only speaks of its object: "condemned the attack", "reported talks"."""
        if noun not in clause.get("object"):
            return False
        reading = self.reader.of_clause(clause)
        return reading is not None and (
            reading.entry.code is not None or reading.entry.operator == "report"
        )

    def _of_nouns(self, reading: Reading, role: str) -> list[Token]:
        return _within(reading, role, self.reader.cues.genitive)

    def _adjectives(self, tokens: list[Token]) -> list[Mention]:
        return [m for t in tokens if t.pos_ == "ADJ" and (m := self.doc._.mentions.get(t.i))]

    def recipients(
        self, reading: Reading, embedded: list[Reading], own: frozenset[str]
    ) -> list[Mention]:
        """To whom it is done: by its entry's roles, or by what is `embedded` in it. "In Washington
        an official praised ..." only tells a place, for it has the actors' `own` codes.
        """
        roles = reading.entry.recipient
        if roles == (NOTHING,):
            return []
        if reading.entry.code == "REQUEST" and (asked := self._asked(reading)):
            return asked
        fallback: list[Mention] = []
        verbal = reading.entry.code in VERBAL_TYPES
        for role in roles or self.reader.cues.recipients:
            tokens = reading.clause.get(role) or self._of_nouns(reading, role)
            if role == "object" and not tokens:
                bare = [t for t in reading.clause.get("bare") if t.pos_ == "PROPN"]
                tokens = reading.clause.get("indirect") or bare
            found = parties(self.doc, [t for t in tokens if not self.reader.told_by(t)])
            if verbal and role in self.reader.cues.places and codes(found) <= own:
                found = [m for m in found if m.kind not in PLACE_KINDS]
            if any(m.code for m in found):
                return found
            counted = reading.entry.code in rules().counted
            fallback = fallback or [
                m for m in found if m.kind != "thing" or (counted and self._is_number_of(m))
            ]
            if acting := self._actors_of(tokens):
                return acting
        for inner in embedded:
            if reading.entry.code in rules().absorbing:
                found = self._inner_recipients(inner)
                if any(m.code for m in found):
                    return found
        return fallback

    def _is_number_of(self, mention: Mention) -> bool:
        """Whether a mention is a number of things: "eight persons", no sum of money."""
        head = self.doc[mention.head]
        return head.pos_ == "NOUN" and is_counted(head)

    def _inner_recipients(self, inner: Reading) -> list[Mention]:
        """Whom an embedded act is done to: "agreed to send tanks to Ukraine"."""
        roles = inner.entry.recipient or self.reader.cues.recipients
        for role in roles if roles != (NOTHING,) else ():
            tokens = inner.clause.get(role) or self._of_nouns(inner, role)
            found = [m for m in parties(self.doc, tokens) if m.code and m.kind != "thing"]
            if found:
                return found
        return parties(self.doc, inner.clause.get("object"))

    def _asked(self, reading: Reading) -> list[Mention]:
        """Who must act by a demand "that X ...", unless the verb names whom it is put to."""
        if any(m.code for m in parties(self.doc, reading.clause.get("object"))):
            return []
        for complement in reading.clause.get("complement"):
            clause = self.reader.clauses.get(complement.i)
            if clause is not None and has_subject(complement):
                found = parties(self.doc, clause.get("subject") or clause.get("object"))
                return [m for m in found if m.code]
        return []

    def _actors_of(self, tokens: list[Token]) -> list[Mention]:
        """Who did the act that a noun names: "condemned the attack by X" has recipient X."""
        found: list[Mention] = []
        for token in tokens:
            for inner in self.reader.told_by(token):
                clause = inner.clause if inner.noun is not None else noun_clause(token)
                roles = dict.fromkeys((*(inner.entry.actor or ()), *NOUN_ACTORS))
                heads = [t for role in roles for t in clause.get(role)]
                found.extend(m for m in parties(self.doc, heads) if m.code)
        return found


def _within(reading: Reading, role: str, genitive: frozenset[str]) -> list[Token]:
    """A preposition's phrase within the object, or within a noun that the entry names: "demanded
    an apology from Russia", "was op bezoek in Rusland", "stopped part of its aid to Mali".
    """
    if role in GRAMMATICAL:
        return []
    named = ("object", *(r for r in reading.entry.when if r != "object"))
    clauses = [noun_clause(t) for r in named for t in reading.clause.get(r) if t != reading.head]
    parts = [noun_clause(t) for c in clauses for word in sorted(genitive) for t in c.get(word)]
    return [t for c in clauses for t in c.get(role)] or [t for c in parts for t in c.get(role)]


def _is_own(mention: Mention, own: frozenset[str], forces: bool) -> bool:
    """Whether a mention is only a thing of the actors ("its coal", "his consent"), or their
    `forces`: "withdrew its troops".
    """
    moved = forces and mention.sector == "MIL" and not mention.name
    return (mention.kind == "thing" or moved) and mention.code in own


def _coded(found: list[Mention], adjectives: list[Mention]) -> list[Mention]:
    """Parties, without modifiers that are no party ("violent", "nuclear")."""
    return [m for m in found if m.code or (m.kind != "thing" and m not in adjectives)]
