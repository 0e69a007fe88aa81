"""Implied parties: those that a clause leaves out and the article names nearby."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.language import Language
from spacy.tokens import Doc

from kroniek.coder.arcs import is_definite
from kroniek.coder.drafts import Draft
from kroniek.coder.mentions import Mention, codes
from kroniek.coder.readings import NOTHING
from kroniek.lexicon.rules import Rules, rules

OWN_SHARE = 0.7
"""An article in which this share of all mentions has the actor's code tells of home affairs."""
MENTIONS = 5
"""Of fewer mentions nothing can be told of what an article is about."""
FADING = 0.75
"""What a mention weighs less for each sentence further back. Both values gave the best recipients
on the written articles of gold, of 0.45 to 0.75 and 0.45 to 0.85 tried."""
INSIDE, TITLE, THING = 3.0, 0.5, 0.3
"""What a mention weighs more in the event's own clause and in the headline, and less where only a
thing has its code ("Russian gas"). Of 0 to 4, 0 to 1 and 0 to 1 these gave the best recipients."""
SOON = 1
"""Sentences back in which an event may be what another answers."""
DESCRIBED = frozenset({"thing", "group", "office"})
OWN_ROLES = frozenset({"subject", "owner", "modifier", "bare", "complement"})
"""Roles that never name what is answered."""


class Context:
    """Who else an article speaks of, as seen from one of its events."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.rules: Rules = rules()
        self.sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}
        self.title = sum(t.idx < doc._.title_length for t in doc)
        dateline = range(self.title, sum(t.idx < doc._.body_start for t in doc))
        self.mentions: list[Mention] = sorted(
            (
                m
                for m in doc._.mentions.values()
                if m.code and m.kind != "media" and m.head not in dateline
            ),
            key=lambda m: m.head,
        )
        self.counts = Counter(m.code for m in self.mentions)

    def complete(self, draft: Draft, before: list[Draft]) -> None:
        """Fill in the parties that a draft lacks, where its type has them as a rule."""
        table = self.rules
        directed = table.is_one(table.directed, draft.type, draft.mode)
        if not codes(draft.actors):
            if table.is_one(table.domestic, draft.type, draft.mode):
                draft.actors = _known(draft.recipients) or self._nearest(draft)
            elif directed:
                draft.actors = self._other(draft, codes(draft.recipients)) or draft.actors
        if not codes(draft.actors):
            return
        if self._is_mistaken(draft):
            draft.recipients = self._other(draft, codes(draft.actors)) or draft.recipients
        if codes(draft.recipients) or any(m.kind == "group" for m in draft.recipients):
            return
        alone = len(codes(draft.actors)) == 1 and draft.type in table.answering
        if alone and (answered := self._answered(draft, before)):
            draft.recipients = answered
            return
        if table.is_one(table.reflexive, draft.type, draft.mode):
            draft.recipients = _known(draft.actors)
        elif draft.reading.entry.recipient == (NOTHING,):
            return
        elif directed:
            draft.recipients = self._towards(draft) or draft.recipients

    def _is_mistaken(self, draft: Draft) -> bool:
        """Whether what the recipients stand for was looked for on the wrong side: "it sentenced
        them" is not of itself, nor is "praised the officers", where not all is home affairs.
        """
        own, found = codes(draft.actors), draft.recipients
        if not codes(found) or not codes(found) <= own or self._is_home(own):
            return False
        outward = draft.type in self.rules.outward
        return all(m.kind == "pronoun" or (outward and self._is_described(m)) for m in found)

    def _is_described(self, mention: Mention) -> bool:
        """Whether a mention has its code by what it is called, not by a name in its words."""
        inside = (self.doc._.mentions.get(i) for i in range(mention.start, mention.end))
        named = any(m is not None and m is not mention and m.code == mention.code for m in inside)
        return mention.kind in DESCRIBED and not named and not mention.name

    def _is_home(self, own: frozenset[str]) -> bool:
        """Whether the article tells of the home affairs of those who have these codes."""
        return share(self.counts, own) >= OWN_SHARE * sum(self.counts.values())

    def _towards(self, draft: Draft) -> list[Mention]:
        own = codes(draft.actors)
        if len(own) > 1 and draft.type in self.rules.mutual:
            return []
        if len(self.mentions) >= MENTIONS and self._is_home(own):
            return _known(draft.actors)
        return self._other(draft, own)

    def _answered(self, draft: Draft, before: list[Draft]) -> list[Mention]:
        """Who did what a draft answers: the act that its words name ("condemned the attack"), or,
        if they name none ("welcomed the decision"), the one told just before.
        """
        own, here = codes(draft.actors), self.sentence[draft.head.i]
        named = {str(reading.entry.code) for reading in draft.embedded}
        if not named and not _answers(draft):
            return []
        for past in reversed(before):
            recent = here - self.sentence[past.head.i] <= SOON
            if past.type in named if named else recent:
                if others := [m for m in _known(past.actors) if m.code not in own]:
                    return others
        return []

    def _other(self, draft: Draft, own: frozenset[str]) -> list[Mention]:
        """The other side: of the codes near a draft the weightiest that is not its own."""
        here = self.sentence[draft.head.i]
        inside = {t.i for t in draft.evidence}
        weights: dict[str, float] = defaultdict(float)
        latest: dict[str, Mention] = {}
        for mention in self.mentions:
            back = here - self.sentence[mention.head]
            if back < 0 or mention.code in own:
                continue
            weight = FADING**back * (THING if mention.kind == "thing" else 1.0)
            weight += INSIDE * (mention.head in inside) + TITLE * (mention.head < self.title)
            weights[str(mention.code)] += weight
            before = latest.get(str(mention.code))
            if mention.name or before is None or not self._is_named_near(before, here):
                latest[str(mention.code)] = mention
        if not weights:
            return []
        return [latest[max(weights, key=lambda code: weights[code])]]

    def _is_named_near(self, mention: Mention, here: int) -> bool:
        """Whether a mention is a person's whom this sentence or the one before names."""
        return bool(mention.name) and here - self.sentence[mention.head] <= SOON

    def _nearest(self, draft: Draft) -> list[Mention]:
        """The latest mention before a draft."""
        earlier = [m for m in self.mentions if m.head <= draft.head.i]
        return earlier[-1:]


def share(counts: Counter[str | None], own: frozenset[str]) -> int:
    """How many mentions have one of an event's own codes."""
    return sum(counts[code] for code in own)


def _answers(draft: Draft) -> bool:
    """Whether a draft is about something told before: "the decision", "this", "it"."""
    clause = draft.reading.clause
    tokens = [t for role, ts in clause.roles.items() if role not in OWN_ROLES for t in ts]
    return any(is_definite(t) for t in tokens)


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
