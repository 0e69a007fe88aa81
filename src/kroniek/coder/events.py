"""Events: readings become drafts of events, with their parties."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.answering import answered_nouns
from kroniek.coder.arcs import is_description, particle_after
from kroniek.coder.drafts import Draft
from kroniek.coder.embedding import Embedding, embedding_of
from kroniek.coder.mentions import codes
from kroniek.coder.readings import Reader, Reading
from kroniek.coder.sides import Sides
from kroniek.coder.spans import clause_tokens
from kroniek.lexicon.rules import rules

ALONE = 0.5
"""From which probability an event noun counts though it names no party."""
SHARING = frozenset({"announce", "plan", "consider", "deny", "fail", "begin"})
"""Operators whose subject does what their object names: "denied the attack"."""


class Drafter:
    """Makes the drafts of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.reader = Reader(doc)
        self.sides = Sides(doc, self.reader)
        self.used: set[int] = set()
        self.answered = answered_nouns(doc)

    def drafts(self) -> list[Draft]:
        """The drafts, in the order of the words that name them."""
        found = []
        for clause in self.doc._.clauses:
            reading = self.reader.of_clause(clause)
            if reading is not None and (draft := self._draft(reading)):
                found.append(draft)
        for token in self.doc:
            if token.pos_ == "NOUN" and token.i not in self.used:
                if draft := self._nominal(token):
                    found.append(draft)
        return sorted(found, key=lambda d: d.head.i)

    def _nominal(self, noun: Token) -> Draft | None:
        """A noun that tells an event by itself, if it names a party with a code or is answered."""
        reading = self._of_operator(noun) or self.reader.of_noun(noun)
        draft = self._draft(reading) if reading else None
        if draft is None:
            return None
        named = any(m.code for m in draft.actors + draft.recipients)
        told = named or noun.i in self.answered
        return draft if told or self._score(draft.reading) >= ALONE else None

    def _score(self, reading: Reading) -> float:
        """How likely the event head finds an event; 0 without a head."""
        if self.reader.scores is None:
            return 0.0
        heads = {reading.head.i} | ({reading.frame.head.i} if reading.frame else set())
        return max(self.reader.scores.event(i) for i in heads)

    def _of_operator(self, noun: Token) -> Reading | None:
        """The reading of a noun that is what an operator's clause is about."""
        clause = self.reader.clauses.get(noun.head.i)
        operator = self.reader.of_clause(clause) if clause is not None else None
        if clause is None or operator is None or operator.entry.operator not in SHARING:
            return None
        return self.reader.of_object(clause, noun)

    def _draft(self, reading: Reading) -> Draft | None:
        if reading.noun is not None:
            self.used.add(reading.noun.i)
        entry = reading.entry
        if entry.code is None or is_description(reading.head):
            return None
        above = embedding_of(self.reader, reading)
        if above.taken or above.wished:
            return None
        embedded = self._embedded(reading)
        actors, recipients = self.sides.of(reading, above, embedded)
        tokens = clause_tokens(reading)
        kind, mode = self._kind(reading, above, embedded, tokens)
        return Draft(
            told=(codes(actors), codes(recipients)),
            reading=reading,
            above=above,
            type=kind,
            mode=mode,
            actors=actors,
            recipients=recipients,
            trigger=_trigger(reading),
            evidence=tokens,
            embedded=embedded,
        )

    def _embedded(self, reading: Reading) -> list[Reading]:
        """Readings of what an event takes up: its complement, or the noun in one of its roles."""
        found: list[Reading] = []
        for role, tokens in reading.clause.roles.items():
            if role in ("subject", "owner", "modifier", "bare"):
                continue
            for token in tokens:
                found.extend(self.reader.told_by(token))
        return found

    def _kind(
        self, reading: Reading, above: Embedding, embedded: list[Reading], tokens: list[Token]
    ) -> tuple[str, str | None]:
        """Type and mode: what is promised or considered decides ("vowed to strike")."""
        kind = str(reading.entry.code)
        mode = reading.entry.mode or self._mode(kind, embedded, tokens)
        changed = rules().changed(kind, [str(r.entry.code) for r in embedded], above.considered)
        if changed == kind:
            return kind, mode
        inner = reading if above.considered else embedded[0]
        return changed, rules().mode(changed, str(inner.entry.code), inner.entry.mode or mode)

    def _mode(self, kind: str, embedded: list[Reading], tokens: list[Token]) -> str | None:
        if embedded and kind in rules().modes:
            asked = self._asked_for(embedded[0]) if kind == "REJECT" else embedded[0]
            return rules().mode(kind, str(asked.entry.code), asked.entry.mode)
        words = {w for t in tokens for w in (t.lemma_.lower(), *t._.parts, t._.head_lemma)}
        for mode, lemmas in self.reader.cues.modes.get(kind, {}).items():
            if words & lemmas:
                return mode
        return None

    def _asked_for(self, reading: Reading) -> Reading:
        """What a demand is for: turning it down has its mode."""
        inner = self._embedded(reading) if reading.entry.code == "REQUEST" else []
        return inner[0] if inner else reading


def _trigger(reading: Reading) -> list[Token]:
    return [reading.head, *particle_after(reading.head)]


@Language.factory(
    "kroniek_events",
    requires=["doc._.clauses", "doc._.mentions"],
    assigns=["doc._.drafts"],
)
def events_component(nlp: Language, name: str) -> Events:
    """The component that finds the events of a Doc."""
    return Events()


class Events:
    """Sets `doc._.drafts`: a list of Draft."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.drafts = Drafter(doc).drafts()
        return doc
