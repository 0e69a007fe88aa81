"""Events: readings become drafts of events, with their parties."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.actors import parties
from kroniek.coder.clauses import noun_clause
from kroniek.coder.drafts import Draft
from kroniek.coder.embedding import Embedding, embedding_of
from kroniek.coder.mentions import Mention, codes
from kroniek.coder.readings import GRAMMATICAL, NOTHING, Reader, Reading
from kroniek.coder.spans import clause_tokens
from kroniek.lexicon.rules import rules

NOUN_ACTORS = ("subject", "owner", "modifier")
ALONE = 0.5
"""From which probability an event noun counts though it names no party."""
SHARING = frozenset({"announce", "plan", "consider", "deny", "fail", "begin"})
"""Operators whose subject does what their object names: "denied the attack"."""


class Drafter:
    """Makes the drafts of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.reader = Reader(doc)
        self.used: set[int] = set()

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
        """A noun that tells an event by itself, if it names a party with a code."""
        reading = self._of_operator(noun) or self.reader.of_noun(noun)
        draft = self._draft(reading) if reading else None
        if draft is None:
            return None
        named = any(m.code for m in draft.actors + draft.recipients)
        return draft if named or self._score(draft.reading) >= ALONE else None

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
        if entry.code is None or _is_description(reading):
            return None
        above = embedding_of(self.reader, reading)
        if above.taken or above.wished:
            return None
        embedded = self._embedded(reading)
        actors = self._actors(reading, above)
        acting = {m.head for m in actors}
        recipients = [m for m in self._recipients(reading, embedded) if m.head not in acting]
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

    def _actors(self, reading: Reading, above: Embedding) -> list[Mention]:
        if above.commander is not None:
            return parties(self.doc, [above.commander])
        roles = reading.entry.actor
        if roles is None:
            roles = NOUN_ACTORS if reading.noun is not None else ("subject",)
        tokens = [t for role in roles for t in self._role(reading, role)]
        if told := [t for t in tokens if t.pos_ == "NOUN" and self.reader.told_by(t)]:
            return self._actors_of(told)
        return _coded(parties(self.doc, tokens), self._adjectives(tokens))

    def _role(self, reading: Reading, role: str) -> list[Token]:
        """The tokens of a role; "governor" is the subject of the clause a noun stands in."""
        if role != "governor":
            return reading.clause.get(role) or _of_nouns(reading, role)
        if reading.frame is not None or reading.clause.get("subject"):
            return []
        token = reading.head
        while token.head != token:
            token = token.head
            clause = self.reader.clauses.get(token.i)
            if clause is not None:
                return clause.get("subject")
        return []

    def _adjectives(self, tokens: list[Token]) -> list[Mention]:
        return [m for t in tokens if t.pos_ == "ADJ" and (m := self.doc._.mentions.get(t.i))]

    def _recipients(self, reading: Reading, embedded: list[Reading]) -> list[Mention]:
        roles = reading.entry.recipient
        if roles == (NOTHING,):
            return []
        if reading.entry.code == "REQUEST" and (asked := self._asked(reading)):
            return asked
        fallback: list[Mention] = []
        for role in roles or self.reader.cues.recipients:
            tokens = reading.clause.get(role) or _of_nouns(reading, role)
            found = parties(self.doc, [t for t in tokens if not self.reader.told_by(t)])
            if any(m.code for m in found):
                return found
            fallback = fallback or [m for m in found if m.kind != "thing"]
            if acting := self._actors_of(tokens):
                return acting
        for inner in embedded:
            if reading.entry.code in rules().absorbing:
                found = self._inner_recipients(inner)
                if any(m.code for m in found):
                    return found
        return fallback

    def _inner_recipients(self, inner: Reading) -> list[Mention]:
        """Whom an embedded act is done to: "agreed to send tanks to Ukraine"."""
        roles = inner.entry.recipient or self.reader.cues.recipients
        for role in roles if roles != (NOTHING,) else ():
            tokens = inner.clause.get(role) or _of_nouns(inner, role)
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
            if clause is not None and any(c.dep_.startswith("nsubj") for c in complement.children):
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


def _of_nouns(reading: Reading, role: str) -> list[Token]:
    """A preposition's phrase within the object, or within a noun that the entry names: "demanded
    an apology from Russia", "was op bezoek in Rusland".
    """
    if role in GRAMMATICAL:
        return []
    named = ("object", *(r for r in reading.entry.when if r != "object"))
    nouns = [t for r in named for t in reading.clause.get(r) if t != reading.head]
    return [t for noun in nouns for t in noun_clause(noun).get(role)]


def _is_description(reading: Reading) -> bool:
    """A participle that only describes: "bezet gebied", "Syria-backed"."""
    head = reading.head
    return head.dep_ == "amod" and not any(c.dep_.startswith("obl") for c in head.children)


def _coded(found: list[Mention], adjectives: list[Mention]) -> list[Mention]:
    """Parties, without modifiers that are no party ("violent", "nuclear")."""
    return [m for m in found if m.code or (m.kind != "thing" and m not in adjectives)]


def _trigger(reading: Reading) -> list[Token]:
    head = reading.head
    particles = [c for c in head.children if c.dep_ == "compound:prt" and c.i == head.i + 1]
    return [head, *particles]


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
