"""Past: the mentions of a Doc that were read so far."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc, Token

from kroniek.coder.mentions import Mention
from kroniek.lexicon.names import Names

FADING = 0.9
"""What a mention weighs less for each sentence further back; the dateline weighs HOME. Of the
values tried (0.4 to 0.95, 0 to 3) these gave the best tuples on the written articles of gold."""
NEAR = 4
"""Sentences back in which a pronoun finds what it stands for."""
NATIONAL = frozenset({"state", "region", "adjective", "seat", "people"})


class Past:
    """The mentions of one Doc so far, in the order of the text."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc = doc
        self.names = names
        self.past: list[Mention] = []
        self.by_head: dict[int, Mention] = {}
        self.counts: Counter[str] = Counter()
        self.sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}

    def add(self, mention: Mention) -> None:
        """Remember a mention that has a code."""
        if mention.code is None:
            return
        self.past.append(mention)
        self.by_head[mention.head] = mention
        if mention.kind != "pronoun":
            self.counts[mention.code] += 1

    def near(self, mention: Mention, reach: int = NEAR) -> list[Mention]:
        """Mentions before one, at most some sentences back."""
        first = self.sentence[mention.head] - reach
        return [m for m in self.past if first <= self.sentence[m.head] and m.head < mention.head]

    def subjects(self, token: Token) -> list[Mention]:
        """The subjects of the clause that a phrase depends on."""
        if token.dep_.startswith("nsubj"):
            return []
        verb = token.head
        verbs = [verb]
        while verb.dep_ == "conj":
            verb = verb.head
            verbs.append(verb)
        subjects = [c for v in verbs for c in v.children if c.dep_.startswith("nsubj")]
        subjects += [v.head for v in verbs if v.dep_ == "acl:relcl"]
        return [m for s in subjects if (m := self.by_head.get(s.i))]


def fits_role(wanted: str, held: str | None) -> bool:
    """Whether an office may be meant by a bare one: "minister" fits "foreign minister", "leader"
    any head.
    """
    if held is None:
        return False
    return held.endswith(wanted) or ("leader" in wanted and held.startswith(("head", "leader")))


def copy(past: Mention, mention: Mention) -> None:
    """Make a mention stand for whom one before stands."""
    mention.code, mention.name, mention.role = past.code, past.name, past.role
    mention.sector = past.sector if mention.sector is None else mention.sector
    mention.gender, mention.described = past.gender, past.described
    mention.members = past.members
    if mention.kind == "pronoun":
        mention.plural = past.plural
