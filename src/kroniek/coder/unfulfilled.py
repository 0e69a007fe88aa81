"""Unfulfilled: acts that were threatened or promised and did not come, told without their verb.

"The invasion did not come", "the threat came to nothing", "It did not."
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.coder.embedding import Embedding
from kroniek.coder.readings import Reader, Reading
from kroniek.coder.relationwords import RelationWords, relation_words
from kroniek.coder.spans import phrase_tokens
from kroniek.coder.ties import find_markers
from kroniek.lexicon.rules import rules

NEAR = 2
"""Sentences after a commitment in which "It did not" is said of it."""


class Unfulfilled:
    """Finds in one Doc what was not done, and what had been said of it."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.reader = Reader(doc)
        self.words: RelationWords = relation_words(doc.lang_)
        self.drafts: list[Draft] = list(doc._.drafts)
        self.heads = {draft.head.i: draft for draft in self.drafts}
        self.sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}

    def find(self) -> Iterator[Draft]:
        """Drafts of what was not done; drafts that exist are set to negated."""
        for marker in find_markers(self.doc, {"broken": self.words.broken}):
            clause = self._clause(marker.words.root)
            if clause is not None:
                yield from self._of_subject(clause, list(marker.words))
        for clause in self.doc._.clauses:
            if self._lapses(clause):
                yield from self._of_subject(clause, [clause.head])
            elif self._is_bare(clause):
                commitment = self._commitment(clause.head)
                if commitment is not None and clause.negation is not None:
                    words = [*clause.auxiliaries, clause.head, clause.negation]
                    yield from self._of_commitment(commitment, clause, words)

    def _clause(self, token: Token) -> Clause | None:
        while token.i not in self.reader.clauses and token.head != token:
            token = token.head
        return self.reader.clauses.get(token.i)

    def _lapses(self, clause: Clause) -> bool:
        """Whether a clause says that its subject did not come."""
        if clause.negation is not None:
            return self.reader.verb(clause) in self.words.proceeding
        return self.reader.verb(clause) in self.words.lapsing

    def _is_bare(self, clause: Clause) -> bool:
        """Whether a clause only takes up what was told: "It did not", "Dat deed hij niet"."""
        told = [t for ts in clause.roles.values() for t in ts if t.pos_ != "PRON"]
        return clause.lemma in self.words.doing and not told

    def _of_subject(self, clause: Clause, words: list[Token]) -> Iterator[Draft]:
        """What did not come is what the subject names, else what it was a threat of."""
        for noun in [*clause.get("subject"), *clause.get("object")]:
            draft = self.heads.get(noun.i)
            if draft is not None and draft.type in rules().committed:
                yield from self._of_commitment(draft, clause, words)
            elif draft is not None:
                draft.status = "negated"
            elif noun.pos_ == "PRON":
                threat = self._commitment(noun)
                yield from self._of_commitment(threat, clause, words) if threat else ()
            elif (reading := self.reader.of_noun(noun)) and reading.entry.code is not None:
                commitment = self._commitment(noun)
                if commitment is not None:
                    yield self._draft(reading, commitment, [*phrase_tokens(noun), *words])

    def _commitment(self, at: Token) -> Draft | None:
        """The last threat or promise before a word, near it."""
        before = [d for d in self.drafts if d.head.i < at.i and d.type in rules().committed]
        if not before or self.sentence[at.i] - self.sentence[before[-1].head.i] > NEAR:
            return None
        return before[-1]

    def _of_commitment(
        self, commitment: Draft, clause: Clause, words: list[Token]
    ) -> Iterator[Draft]:
        """The act that was threatened or promised, as one that was not done; "the threats" are of
        what was threatened before.
        """
        earlier = self._commitment(commitment.head)
        if not commitment.embedded and earlier is not None:
            commitment = earlier if earlier.type == commitment.type else commitment
        for reading in commitment.embedded[:1]:
            told = replace(reading, noun=words[-1], frame=clause)
            subjects = [t for ts in clause.roles.values() for t in ts]
            draft = self._draft(told, commitment, [*subjects, *words])
            draft.trigger = words
            yield draft

    def _draft(self, reading: Reading, commitment: Draft, words: list[Token]) -> Draft:
        return Draft(
            reading=reading,
            above=Embedding(status="negated"),
            type=str(reading.entry.code),
            mode=reading.entry.mode,
            actors=list(commitment.actors),
            recipients=list(commitment.recipients),
            trigger=[reading.head],
            evidence=words,
            status="negated",
        )


@Language.factory("kroniek_unfulfilled", requires=["doc._.drafts"])
def unfulfilled_component(nlp: Language, name: str) -> UnfulfilledFinder:
    """The component that adds what was threatened or promised and did not come."""
    return UnfulfilledFinder()


class UnfulfilledFinder:
    """Adds to `doc._.drafts`, and sets `status` of those that did not come."""

    def __call__(self, doc: Doc) -> Doc:
        added = list(Unfulfilled(doc).find())
        doc._.drafts = sorted([*doc._.drafts, *added], key=lambda draft: draft.head.i)
        return doc
