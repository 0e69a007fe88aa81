"""Members: phrases that stand for several parties, one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc, Token

from kroniek.coder.actornouns import NounFinder
from kroniek.coder.arcs import children, conjuncts, preposition_of
from kroniek.coder.holders import Holders
from kroniek.coder.mentions import Mention
from kroniek.coder.phrases import modifiers
from kroniek.coder.whereabouts import NATIONS, Whereabouts
from kroniek.languages import cues

DEEPEST = 3
"""How far into a phrase a code is looked for: "depots in the region of Bryansk"."""
COLLECTIVE = frozenset({"group", "people", "pronoun", "organisation", "office", "force"})


class Members:
    """Finds those that the plurals and parts of one Doc stand for; `mention` resolves a phrase at
    a depth.
    """

    def __init__(
        self,
        doc: Doc,
        nouns: NounFinder,
        holders: Holders,
        whereabouts: Whereabouts,
        mention: Callable[[Token, int], Mention | None],
    ) -> None:
        self.doc = doc
        self.cues = cues(doc.lang_)
        self.nouns = nouns
        self.holders = holders
        self.whereabouts = whereabouts
        self.at = holders.at
        self.mention = mention

    def take_parted(self, mention: Mention, head: Token, depth: int) -> None:
        """A part stands for what it is part of: "a group of students", "two of the men"."""
        counts = head.pos_ == "NUM" or self.nouns.is_one(head, self.nouns.names.partitive)
        for child in children(head, "nmod", "appos") if counts and depth < DEEPEST else ():
            preposition = preposition_of(child)
            inner = self.mention(child, depth + 1)
            if inner is None or (preposition and preposition not in self.cues.genitive):
                continue
            if len(all_of := conjuncts(child)) > 1:
                members = [m for t in all_of if (m := self.mention(t, depth + 1)) and m.code]
                if len(members) > 1:
                    mention.members, mention.plural = members, True
                    return
            if inner.kind in COLLECTIVE:
                mention.kind = "group" if inner.kind == "pronoun" else inner.kind
                mention.code, mention.sector = inner.code, inner.sector
                mention.members = [replace(m, name=None) for m in inner.members]
                mention.plural = True
                return

    def take_named(self, mention: Mention, head: Token, depth: int) -> None:
        """Those whom a plural names one by one: "the ministers Ben-Gvir and Smotrich"."""
        for child in children(head, "appos", "nmod", "flat"):
            listed = conjuncts(child)
            if len(listed) < 2 or depth >= DEEPEST or preposition_of(child):
                continue
            if not self._is_beside(child, head):
                continue
            members = [m for t in listed if (m := self.mention(t, depth + 1)) is not None]
            if all(m.name or m.code for m in members):
                for member in members:
                    member.role = member.role or mention.role
                    member.sector = member.sector or mention.sector
                    member.code = member.code or mention.code
                mention.name, mention.members, mention.plural = None, members, True
                return

    def _is_beside(self, child: Token, head: Token) -> bool:
        """Whether names are set beside a noun by nothing but a comma: not "among them X"."""
        first = min(t.i for t in child.subtree if t.dep_ != "punct")
        return first == head.i + 1 or self.doc[first - 1].is_punct

    def take_each(self, mention: Mention, head: Token) -> None:
        """One party for each owner of a plural: "the French and German ministers"."""
        for owner in (*modifiers(head), *children(head, "nmod")):
            if owner.head == head and self._is_owner(owner):
                members = self._nations(mention, conjuncts(owner))
                if len(members) > 1:
                    mention.members = members
                    for member in members if mention.role and self.holders.is_exact(head) else ():
                        self.holders.hold(member)
                    return

    def _is_owner(self, owner: Token) -> bool:
        """A nationality word, a genitive, or a phrase with a preposition of ownership."""
        preposition = preposition_of(owner)
        return not preposition or preposition in self.cues.owner

    def _nations(self, mention: Mention, owners: list[Token]) -> list[Mention]:
        """A mention once for each state among coordinated owners."""
        codes: dict[str, Token] = {}
        for owner in owners:
            found = self.at.get(owner.i)
            code = found.name.code if found and found.name.kind in NATIONS else None
            if code is None and found is None and owner.ent_type_ == "LOC":
                city = self.whereabouts.city(owner)
                code = city.country if city else None
            elif code is None and found is not None and found.name.kind == "region":
                code = found.name.code
            if code:
                codes.setdefault(code, owner)
        return [
            replace(mention, code=code, start=t.i, end=t.i + 1, head=t.i, members=[])
            for code, t in codes.items()
        ]
