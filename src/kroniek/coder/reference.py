"""Reference: what bare offices, groups and descriptions take up from before."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Doc, Token

from kroniek.coder.arcs import feature, is_counted
from kroniek.coder.mentions import Mention
from kroniek.coder.pairs import Pairs
from kroniek.coder.past import FADING, NATIONAL, Past, copy, fits_role
from kroniek.coder.pronouns import Pronouns
from kroniek.lexicon.names import Names

HOME = 2.0
UNSPOKEN = 1.0
"""What a dateline weighs whose state the article does not name again."""
LOCAL = 2.0
"""What the place of the sentence before weighs."""
UNPLACED = frozenset({None, "IGO", "UAF", "CRM"})
"""Sectors of groups whose state is not that of the article: unknown gunmen, foreign bodies."""
PUBLIC = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "CVL", "LAB", "PTY"})
"""Sectors of which a newspaper names no state where it means its own: "the minister", not "a
ship". On the Dutch newspaper items of gold this finds five parties more than it gets wrong."""
BODIES = frozenset({"REB", "JUD", "CRM", "IGO"})
"""Sectors of groups and offices that take up a movement, court or body with its own name."""


class Memory(Past):
    """Who a later phrase without a code may mean, of the mentions read so far."""

    def __init__(self, doc: Doc, names: Names) -> None:
        super().__init__(doc, names)
        self.states = frozenset(names.states)
        self.home: str | None = None
        self.commonest: str | None = None
        self.places: dict[int, str] = {}
        self.guessed: set[int] = set()
        self.blocks = _blocks(doc)
        self.pairs = Pairs(self)
        self.pronouns = Pronouns(self, self.pairs)

    def resolve_name(self, mention: Mention) -> None:
        """Give a surname the code of the person whom the article named in full before."""
        for past in reversed(self.past):
            if past.name == mention.name:
                copy(past, mention)
                return

    def resolve_description(
        self, mention: Mention, head: Token, *, is_actor: bool, exact: bool
    ) -> None:
        """Give "the country", "the minister", "police" the code of what they take up. An `exact`
        office ("the premier") is no description of somebody with another one.
        """
        definite = _is_definite(head)
        if mention.role and not mention.plural and definite and not mention.name:
            for past in reversed(self.past):
                if past.is_person and past.name and fits_role(mention.role, past.role):
                    copy(past, mention)
                    return
        forms = {head.lemma_.lower(), head.lower_}
        for kind, words in self.names.described.items():
            if kind.startswith("person") and (mention.plural or exact or mention.name):
                continue
            if forms & words and definite and self._take_up(mention, kind):
                return
        if definite and mention.kind in ("group", "office") and self._take_body(mention):
            return
        if definite and self._take_same(mention, head):
            return
        goods = mention.sector == "BUS" and is_counted(head)  # "four ships" may be anybody's
        placed = mention.sector not in UNPLACED and not goods
        if is_actor and (placed or (mention.name and not mention.sector)):
            mention.code = self.focus(mention)
            self.guessed.add(mention.head)

    def focus(self, mention: Mention) -> str | None:
        """The state of the nearest name in the sentence, or of a place in it; else the one that
        the article, its dateline and the places named last speak of most. Without a headline
        each paragraph is an item of its own.
        """
        here = self.sentence[mention.head]
        weights: dict[str, float] = defaultdict(float)
        block = self.blocks[mention.head]
        for past in reversed(self.past):
            if past.kind not in NATIONAL and not past.is_person:
                continue
            back = here - self.sentence[past.head]
            if back == 0:
                return past.code
            if block == self.blocks[past.head]:
                weights[str(past.code)] += FADING**back
        if (place := self.places.get(here)) is not None:
            return place
        if (place := self.places.get(here - 1)) is not None:
            weights[place] += LOCAL
        if self.home is not None:
            weights[self.home] += HOME if self.counts[self.home] else UNSPOKEN
        if not weights:
            return None if mention.name else self._fallback(block, mention.sector)
        return max(weights, key=lambda code: weights[code])

    def _fallback(self, block: int | None, sector: str | None) -> str | None:
        """Where no state is named near: the last that anything in the paragraph belongs to; the
        newspaper's own for a body or people of a state in a paragraph that has named nobody.
        """
        told = [m.code for m in self.past if self.blocks[m.head] == block]
        if block is None or not told:
            own = self.names.home if block is not None and sector in PUBLIC else None
            return own or self.commonest
        return next((c for c in reversed(told) if c in self.states), self.commonest)

    def _take_up(self, mention: Mention, kind: str) -> bool:
        for past in reversed(self.past):
            if kind.startswith("person"):
                fits = past.is_person and (not past.gender or past.gender == kind[-1])
            else:
                fits = past.described == kind
            if fits:
                copy(past, mention)
                return True
        return False

    def _take_body(self, mention: Mention) -> bool:
        """Give "the rebels", "the judges" the code of the body of that sector that the article
        named last: a movement or a court with a name of its own.
        """
        if mention.sector not in BODIES:
            return False
        for past in reversed(self.past):
            if past.sector == mention.sector and past.code not in self.states:
                mention.code = past.code
                return True
        return False

    def _take_same(self, mention: Mention, head: Token) -> bool:
        """Give "the junta" the code of the group or office that the same word told before, not by
        a guess: "Niger's junta".
        """
        lemma = head.lemma_.lower()
        for past in reversed(self.past):
            if past.head in self.guessed or past.kind not in ("group", "office") or past.name:
                continue
            if self.doc[past.head].lemma_.lower() == lemma and past.plural == mention.plural:
                mention.code = past.code
                mention.sector = mention.sector or past.sector
                return True
        return False


def _blocks(doc: Doc) -> list[int | None]:
    """The paragraph of each token, in an article without a headline; else None for all."""
    if doc._.title_length:
        return [None] * len(doc)
    found: list[int | None] = []
    paragraph = 0
    for token in doc:
        found.append(paragraph)
        paragraph += "\n" in token.text_with_ws and token.is_space
    return found


def is_indefinite(head: Token) -> bool:
    """Whether a phrase has an indefinite article: "an elected prime minister"."""
    return any(feature(c, "Definite") == "Ind" for c in head.children if c.dep_ == "det")


def _is_definite(head: Token) -> bool:
    beside = [c for c in head.children if c.dep_ in ("det", "nmod:poss")]
    return any(feature(c, "Definite") != "Ind" for c in beside)
