"""Reactions: which event answers which, where the text says so."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from kroniek.coder.answering import phrase_after
from kroniek.coder.antecedents import Antecedents, points_back
from kroniek.coder.arcs import feature, preposition_of
from kroniek.coder.clauses import Clause
from kroniek.coder.relationwords import RelationWords, relation_words
from kroniek.coder.ties import Marker, Tie, find_markers
from kroniek.lexicon.rules import rules


class Reactions:
    """Finds the reactions that one Doc tells."""

    def __init__(self, doc: Doc, events: Antecedents) -> None:
        self.doc = doc
        self.events = events
        self.words: RelationWords = relation_words(doc.lang_)

    def find(self) -> Iterator[Tie]:
        """All reactions that the text states."""
        words = self.words
        phrases = {"answering": words.answering, "connective": words.connectives}
        for marker in find_markers(self.doc, phrases):
            yield from self._of_phrase(marker)
        for clause in self.doc._.clauses:
            if clause.lemma in words.verbs or self._with_particle(clause) in words.verbs:
                yield from self._of_verb(clause)
            elif clause.marker is not None and clause.marker.lower_ in words.reasons:
                yield from self._of_reason(clause)
        for token in self.doc:
            if token.pos_ == "NOUN" and token.lemma_.lower() in words.nouns:
                yield from self._of_noun(token)
            elif token.pos_ == "NOUN" and token.lemma_.lower() in words.grounds:
                yield from self._of_ground(token)
            elif token.dep_ == "case" and token.lower_ in words.causes:
                yield from self._of_cause(token)

    def _with_particle(self, clause: Clause) -> str:
        adverb = next((a.lower_ for a in clause.adverbs if a.i == clause.head.i + 1), "")
        return f"{clause.lemma} {clause.particle or adverb}"

    def _tie(self, source: int | None, target: int | None, *words: Token) -> Iterator[Tie]:
        if source is not None and target is not None and source != target:
            yield Tie("reaction", source, target, tuple(words))

    def _of_phrase(self, marker: Marker) -> Iterator[Tie]:
        """ "in response to the attack", "in response"."""
        words = marker.words
        if marker.kind == "connective":
            yield from self._of_connective(words)
            return
        phrase = phrase_after(self.doc, words.end)
        if phrase is None:
            return
        within = words.start <= phrase.head.i < words.end
        source = self._said_of(phrase.head if within else phrase, phrase)
        yield from self._tie(source, self._answered(phrase, source), *words)

    def _of_connective(self, words: Span) -> Iterator[Tie]:
        """ "in response, it expelled the envoys": what its own clause tells or says."""
        at = words.root
        while at.i not in self.events.reader.clauses and at.head != at:
            at = at.head
        clause = self.events.reader.clauses.get(at.i)
        if clause is None:
            return
        source = self.events.at(at)
        if source is None:
            source = self.events.content(clause, words.root)
        if source is not None:
            pointed = self._of_object(source)
            target = pointed if pointed is not None else self.events.answered(words[0], source)
            yield from self._tie(source, target, *words)

    def _answered(self, phrase: Token, source: int | None) -> int | None:
        """What a phrase names or points to, also what the next sentence tells of it: "a response
        to the speech. That called ..."
        """
        found = self.events.under(phrase)
        if found is None or found == source:
            found = self._goes_on(phrase)
        return self.events.referent(phrase, source) if found is None else found

    def _goes_on(self, phrase: Token) -> int | None:
        """The event of the next sentence, if it tells more of a phrase: "That called ..."."""
        end = phrase.sent.end
        if end >= len(self.doc) or self.doc[end].pos_ not in ("PRON", "DET"):
            return None
        first = self.doc[end]
        is_demonstrative = feature(first, "PronType") == "Dem" and first.dep_.startswith("nsubj")
        return self.events.at(first.sent.root) if is_demonstrative else None

    def _said_of(self, token: Token, without: Token) -> int | None:
        """The event that a phrase is said of; of a predicate its subject is."""
        clause = self.events.reader.clauses.get(token.i)
        if clause is not None and clause.kind == "predicate":
            return self.events.subject(clause)
        return self.events.above(token, without)

    def _of_verb(self, clause: Clause) -> Iterator[Tie]:
        """ "answered the attack with raids", "the raids followed the attack"."""
        events = self.events
        if clause.negation is not None:
            return
        if clause.lemma in self.words.following:
            yield from self._of_following(clause)
            return
        acts = [t for role in sorted(self.words.means) for t in clause.get(role)]
        acts += clause.get("complement")
        source = next((n for t in acts if (n := events.under(t)) is not None), None)
        if source is None:
            source = self.events.subject(clause)
        if source is None:
            source = events.at(clause.head)
        if source is None:
            source = events.content(clause, clause.head)
        if source is None:
            return
        for role in ("object", "indirect", *sorted(self.words.answered)):
            for token in clause.get(role):
                target = events.referent(token, source)
                if target is not None and target != source:
                    yield from self._tie(source, target, clause.head)
                    return
        target = events.answered(clause.head, source, by=events.parties(clause))
        yield from self._tie(source, target, clause.head)

    def _of_following(self, clause: Clause) -> Iterator[Tie]:
        """ "the raids followed the attack"."""
        source = self.events.subject(clause)
        for role in ("object", *sorted(self.words.answered)):
            for token in clause.get(role):
                yield from self._by_others(source, self.events.under(token), clause.head)

    def _of_noun(self, noun: Token) -> Iterator[Tie]:
        """ "the raid was a response to the attack"; "vowed retaliation" answers what was told."""
        answered = [t for t in noun.children if preposition_of(t) in self.words.answered]
        clause = self.events.reader.clauses.get(noun.head.i)
        if clause is not None and noun in clause.get("object"):
            answered += [t for role in sorted(self.words.answered) for t in clause.get(role)]
        if answered:
            source = self._said_of(noun, answered[0])
            yield from self._tie(source, self._answered(answered[0], source), noun)
            return
        yield from self._of_threat(noun)

    def _of_threat(self, word: Token) -> Iterator[Tie]:
        """A threat of an answer answers what was told before, unless it hangs on a condition."""
        source = self.events.above(word, word)
        if source is None or not self.events.types(source) & {"THREATEN"}:
            return
        if not any(draft.condition for draft in self.events.groups[source]):
            yield from self._tie(source, self.events.answered(word, source), word)

    def _of_ground(self, noun: Token) -> Iterator[Tie]:
        """ "The reason is the attack": what was told before answers it; "as its reason it named
        the attack".
        """
        clauses = self.events.reader.clauses
        clause = clauses.get(noun.i) or clauses.get(noun.head.i)
        if clause is None:
            return
        causes = clause.get("complement")
        if clause.kind == "predicate":
            causes = [clause.head] if clause.head != noun else clause.get("subject")
        for cause in causes[:1]:
            source = self._grounded(noun, clause)
            found = self.events.under(cause, noun)
            target = self._answered(cause, source) if found is None else found
            yield from self._tie(source, target, noun)

    def _grounded(self, noun: Token, clause: Clause) -> int | None:
        """The event that something is the reason for: what was told last, or by who says so."""
        for token in noun.children:
            if preposition_of(token) in self.words.answered:
                return self.events.referent(token)
        by = None
        if clause.kind != "predicate":
            by = self.events.last_by(self.events.parties(clause), noun)
        return self.events.topic(noun) if by is None else by

    def _of_reason(self, clause: Clause) -> Iterator[Tie]:
        """ "expelled the envoys because they had spied"."""
        if clause.governor is None or clause.marker is None:
            return
        source = self.events.at(clause.governor.head)
        yield from self._by_others(source, self.events.under(clause.head), clause.marker)

    def _of_cause(self, preposition: Token) -> Iterator[Tie]:
        """ "broke off relations over the attack"."""
        phrase = preposition.head
        source = self._said_of(phrase, phrase)
        if source is not None:
            target = self.events.under(phrase)
            if target is None and points_back(phrase) and (kinds := self.events.kinds(phrase)):
                target = self.events.answered(phrase, source, kinds)
            yield from self._by_others(source, target, preposition)

    def _by_others(self, source: int | None, target: int | None, word: Token) -> Iterator[Tie]:
        """A tie between acts of different parties, the first of a type that answers."""
        if source is None or target is None or not self.events.types(source) & rules().responses:
            return
        doers, events = self.events.actors(target), self.events
        if not doers & events.actors(source) or doers & events.recipients(source):
            yield from self._tie(source, target, word)

    def _of_object(self, n: int) -> int | None:
        """The event that what an act is about points back to."""
        clause = self.events.groups[n][0].reading.clause
        for role in ("object", *sorted(self.words.answered)):
            for token in clause.get(role):
                if points_back(token) and (found := self.events.referent(token, n)) is not None:
                    return found
        return None
