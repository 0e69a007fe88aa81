"""Pronouns: whom "he", "its" and "they" take up."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from spacy.tokens import Token

from kroniek.coder.arcs import feature
from kroniek.coder.mentions import Mention
from kroniek.coder.pairs import Pairs
from kroniek.coder.past import Past, copy

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "ROOT", "obl:agent"})
SUBJECT = 2.0
NEARNESS = 0.5
"""How much more a subject weighs for "he", and what is left of a person's weight a sentence later.
Of the values tried (1.5 to 3, 0.4 to 0.7) these gave the most names on the articles of gold."""
SILENT = frozenset({"relative", "reciprocal", "reflexive", "indefinite"})
"""Kinds of pronouns that stand for nobody by themselves: a clause gives them their noun."""


class Pronouns:
    """Resolves the pronouns of one Doc."""

    def __init__(self, past: Past, pairs: Pairs) -> None:
        self.past = past
        self.pairs = pairs
        self.doc = past.doc
        self.sentence = past.sentence

    def resolve(
        self, mention: Mention, traits: dict[str, Any], owner: Mention | None = None
    ) -> None:
        """Give a pronoun the code and name of the mention before that agrees with it: of whom
        stands before "and his", "and its" (`owner`), if that does.
        """
        token = self.doc[mention.head]
        kind = traits.get("kind")
        if kind == "relative" and traits.get("stands") and _opens(token):
            kind = "demonstrative"
        thing = kind == "demonstrative" and traits.get("gender") == "n"
        if traits.get("person", 3) != 3 or kind in SILENT or thing or token.dep_ == "expl":
            return
        number = traits.get("number")
        if number == "any":
            number = self._number(token)
        if kind == "both" or (number == "plural" and self.pairs.take(mention, named=True)):
            if kind == "both":
                self.pairs.take(mention, named=False)
            return
        gender = str(traits.get("gender") or "")
        possessed = kind == "possessive" and owner is not None and owner.code is not None
        if possessed and owner is not None and self._fits(owner, str(number), gender):
            copy(owner, mention)
            return
        candidates = [m for m in self.past.near(mention) if self._fits(m, str(number), gender)]
        candidates = [m for m in candidates if not self._same_clause(m, token, str(kind or ""))]
        if candidates:
            latest = kind == "demonstrative"
            copy(candidates[-1] if latest else self._best(candidates, mention), mention)

    def _number(self, token: Token) -> str:
        """Whether a pronoun of either number is plural, by the verb it is the subject of."""
        verb = token.head
        forms = [verb, *(c for c in verb.children if c.dep_.startswith(("aux", "cop")))]
        finite = [f for f in forms if feature(f, "VerbForm") == "Fin"]
        return "plural" if any(feature(f, "Number") == "Plur" for f in finite) else "singular"

    def _fits(self, past: Mention, number: str, gender: str) -> bool:
        if number == "plural":
            return past.plural or not past.is_person
        if gender in ("m", "f"):
            return past.is_person and past.gender in ("", gender)
        if gender == "any":
            return not past.plural
        return not past.is_person and not past.plural

    def _same_clause(self, past: Mention, token: Token, kind: str) -> bool:
        """Whether a mention is the subject of the clause whose object the pronoun is."""
        if token.dep_.startswith("nsubj") or kind in ("possessive", "reflexive"):
            return False
        own = self.past.subjects(token)
        return any(past.head == m.head or (past.name and past.name == m.name) for m in own)

    def _best(self, candidates: list[Mention], mention: Mention) -> Mention:
        """The latest subject of the latest sentence that has a candidate, else the latest."""
        here = self.sentence[mention.head]
        pool = [m for m in candidates if m.plural == mention.plural] or candidates
        if all(m.is_person for m in pool):
            return self._salient(pool, here)
        last = max(self.sentence[m.head] for m in pool)
        pool = [m for m in pool if self.sentence[m.head] == last]
        subjects = [m for m in pool if self.doc[m.head].dep_ in SUBJECTS]
        if subjects:
            return subjects[-1] if last == here else subjects[0]
        return pool[-1]

    def _salient(self, pool: list[Mention], here: int) -> Mention:
        """The person who was named most and last, most of all as a subject."""
        weights: dict[object, float] = defaultdict(float)
        latest: dict[object, Mention] = {}
        for past in pool:
            key = past.name or past.head
            subject = self.doc[past.head].dep_ in SUBJECTS
            weights[key] += (SUBJECT if subject else 1.0) * NEARNESS ** (
                here - self.sentence[past.head]
            )
            latest[key] = past
        return latest[max(latest, key=lambda key: (weights[key], latest[key].head))]


def _opens(token: Token) -> bool:
    """Whether a pronoun opens a main clause as its subject: "Die riep China op"."""
    return token.is_sent_start is True and token.dep_ == "nsubj" and token.head.dep_ == "ROOT"
