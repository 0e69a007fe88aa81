"""Implied parties: those that a clause leaves out and the article names nearby."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from kroniek.coder.drafts import Draft
from kroniek.coder.mentions import Mention, codes
from kroniek.coder.readings import NOTHING
from kroniek.lexicon.rules import Rules, rules

OWN_SHARE = 0.7
"""An article in which this share of all mentions has the actor's code tells of home affairs."""
FADING = 0.75
"""What a mention weighs less for each sentence further back. Both values gave the best recipients
on the written articles of gold, of 0.45 to 0.75 and 0.45 to 0.85 tried."""
SOON = 1
"""Sentences back in which an event between the same parties tells who the other side is."""


class Context:
    """Who else an article speaks of, as seen from one of its events."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.rules: Rules = rules()
        self.sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}
        self.mentions: list[Mention] = sorted(
            (m for m in doc._.mentions.values() if m.code and m.kind != "media"),
            key=lambda m: m.head,
        )
        self.counts = Counter(m.code for m in self.mentions)

    def complete(self, draft: Draft, before: list[Draft]) -> None:
        """Fill in the parties that a draft lacks, where its type has them as a rule."""
        table = self.rules
        if not codes(draft.actors):
            if table.is_one(table.domestic, draft.type, draft.mode):
                draft.actors = _known(draft.recipients) or self._nearest(draft)
            elif draft.type in table.directed:
                draft.actors = self._other(draft, codes(draft.recipients)) or draft.actors
        if not codes(draft.actors):
            return
        directed = table.is_one(table.directed, draft.type, draft.mode)
        if directed and _is_own(draft):
            draft.recipients = self._towards(draft, before) or draft.recipients
        if codes(draft.recipients):
            return
        if table.is_one(table.reflexive, draft.type, draft.mode):
            draft.recipients = _known(draft.actors)
        elif draft.reading.entry.recipient == (NOTHING,):
            return
        elif directed:
            draft.recipients = self._towards(draft, before) or draft.recipients

    def _towards(self, draft: Draft, before: list[Draft]) -> list[Mention]:
        own = codes(draft.actors)
        if share(self.counts, own) >= OWN_SHARE * sum(self.counts.values()):
            return _known(draft.actors)
        return self._opposite(draft, own, before) or self._other(draft, own)

    def _opposite(self, draft: Draft, own: frozenset[str], before: list[Draft]) -> list[Mention]:
        """The other side of an event told just before that the actors of a draft took part in."""
        here = self.sentence[draft.head.i]
        for past in reversed(before):
            if here - self.sentence[past.head.i] > SOON:
                break
            for side, other in (
                (past.actors, past.recipients),
                (past.recipients, past.actors),
            ):
                if codes(side) & own and codes(other) - own:
                    return [m for m in _known(other) if m.code not in own]
        return []

    def _other(self, draft: Draft, own: frozenset[str]) -> list[Mention]:
        """The other side: of the codes near a draft the weightiest that is not its own."""
        here = self.sentence[draft.head.i]
        weights: dict[str, float] = defaultdict(float)
        latest: dict[str, Mention] = {}
        for mention in self.mentions:
            back = here - self.sentence[mention.head]
            if back < 0 or mention.code in own:
                continue
            weights[str(mention.code)] += FADING**back
            latest[str(mention.code)] = mention
        if not weights:
            return []
        return [latest[max(weights, key=lambda code: weights[code])]]

    def _nearest(self, draft: Draft) -> list[Mention]:
        """The latest mention before a draft."""
        earlier = [m for m in self.mentions if m.head <= draft.head.i]
        return earlier[-1:]


def share(counts: Counter[str | None], own: frozenset[str]) -> int:
    """How many mentions have one of an event's own codes."""
    return sum(counts[code] for code in own)


def _is_own(draft: Draft) -> bool:
    """Whether what stands as recipient is only a thing of the actors: "its coal", "his consent"."""
    things = bool(draft.recipients) and all(m.kind == "thing" for m in draft.recipients)
    return things and codes(draft.recipients) <= codes(draft.actors)


def _known(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.code]


@Language.factory("kroniek_implied", requires=["doc._.drafts", "doc._.mentions"])
def implied_component(nlp: Language, name: str) -> Implied:
    """The component that fills in the parties left out by a Doc's drafts."""
    return Implied()


class Implied:
    """Sets missing `actors` and `recipients` of the drafts in `doc._.drafts`."""

    def __call__(self, doc: Doc) -> Doc:
        if doc._.drafts:
            context = Context(doc)
            for at, draft in enumerate(doc._.drafts):
                context.complete(draft, doc._.drafts[:at])
        return doc
