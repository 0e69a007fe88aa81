"""Pairs: whom "both sides", "the two countries" and plural pronouns take up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kroniek.coder.arcs import conjuncts, first_conjunct
from kroniek.coder.mentions import Mention
from kroniek.coder.past import FADING, NATIONAL, NEAR, Past, fits_role

FAR = 12
"""Sentences back in which "both men" finds them."""


class Pairs:
    """Finds pairs among the mentions before."""

    def __init__(self, past: Past) -> None:
        self.past = past
        self.doc = past.doc
        self.names = past.names

    def resolve(self, mention: Mention, codes: Sequence[str], count: int) -> None:
        """Give "both sides", "the two countries" those that were mentioned last; a named group
        ("both Koreas") its members.
        """
        if codes:
            mention.members = [
                Mention(mention.start, mention.end, mention.head, "state", code, "GOV")
                for code in codes
            ]
            return
        self.take(mention, named=False, count=count)
        if {
            self.doc[mention.head].lemma_.lower(),
            self.doc[mention.head].lower_,
        } & self.names.sides:
            mention.members = [replace(m, name=None, role=None) for m in mention.members]

    def take(self, mention: Mention, *, named: bool, count: int = 2) -> bool:
        """Two or more that were coordinated before; unless `named`, else the last two."""
        reach = FAR if mention.kind == "both" else NEAR
        near = [m for m in self.past.near(mention, reach) if self._is_kind(m, mention)]
        for past in reversed(near):
            token = self.doc[past.head]
            if first_conjunct(token) == token:
                members = [m for c in conjuncts(token) if (m := self.past.by_head.get(c.i))]
                members = [m for m in members if m.head < mention.head and m.kind != "adjective"]
                if len({m.code for m in members}) > 1 and (
                    named or len(members) == (count or len(members))
                ):
                    mention.members = members
                    return True
        if named:
            return False
        mention.members = self._weightiest(near, mention, count)
        if not mention.members and mention.kind == "both":
            found = [m for m in self.past.near(mention, FAR) if m.kind in NATIONAL or m.is_person]
            members = self._weightiest(found, mention, count)
            mention.members = [replace(m, name=None, role=None) for m in members]
        return bool(mention.members)

    def _weightiest(self, near: list[Mention], mention: Mention, count: int) -> list[Mention]:
        """Of some mentions before, those of the parties that are named most and last."""
        here = self.past.sentence[mention.head]
        own = set()
        if mention.kind == "both":
            for token in (self.doc[mention.head], *self.doc[mention.head].ancestors):
                own |= {m.code for m in self.past.subjects(token)}
        weights: dict[str, float] = defaultdict(float)
        last: dict[str, Mention] = {}
        for past in near:
            if past.kind != "adjective" and past.code not in own:
                weights[str(past.code)] += FADING ** (here - self.past.sentence[past.head])
                last[str(past.code)] = past
        found = sorted(last, key=lambda code: weights[code], reverse=True)
        return [last[code] for code in found[: count or None]]

    def _is_kind(self, past: Mention, mention: Mention) -> bool:
        """Whether a mention is of the kind that a pair is said to be: men, countries, sides."""
        lemma = self.doc[mention.head].lemma_.lower()
        if mention.kind != "both":
            return True
        if any(lemma in self.names.described[k] for k in ("person_m", "person_f")):
            return past.is_person
        if lemma in self.names.offices:
            return past.is_person and fits_role(str(self.names.offices[lemma].role), past.role)
        if any(lemma in self.names.described[k] for k in ("country", "neighbour")):
            return past.kind in NATIONAL or past.is_person
        return True
