"""Outcomes: what was threatened or promised and came or did not come, and what conflicts."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kroniek.coder.antecedents import Antecedents
from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.coder.relationwords import RelationWords, relation_words
from kroniek.coder.tense import tense
from kroniek.coder.ties import Marker, Tie, find_markers
from kroniek.lexicon.rules import rules
from kroniek.ontology import VERBAL_TYPES, RelationType

DONE = frozenset({"past", "perfect", "pluperfect"})
"""Tenses that tell what came of a threat."""
DENIED_BY = 2
"""Sentences after a commitment within which an act without a named actor may be its outcome."""


class Outcomes:
    """Finds what came of the threats and promises of one Doc, and contradictions in it."""

    def __init__(self, doc: Doc, events: Antecedents) -> None:
        self.doc = doc
        self.events = events
        self.words: RelationWords = relation_words(doc.lang_)

    def find(self) -> Iterator[Tie]:
        """All outcomes and contradictions that the text states."""
        words = self.words
        phrases = {
            "fails": words.broken,
            "fulfils": words.kept,
            "contradicts": words.conflicting,
            "disputed": words.disputing,
        }
        for marker in find_markers(self.doc, phrases):
            yield from self._of_phrase(marker)
        for clause in self.doc._.clauses:
            mark = clause.marker.lower_ if clause.marker is not None else ""
            if mark in words.as_in and clause.lemma in words.commitments:
                yield from self._as_committed(clause)
            elif mark in words.concessions:
                yield from self._of_concession(clause)
            elif clause.lemma in words.contradicting:
                yield from self._of_contradicting(clause)
        for draft, n in self.events.told:
            yield from self._not_done(draft, n)
            yield from self._done(draft, n)

    def _tie(
        self, kind: RelationType, source: int | None, target: int | None, words: list[Token]
    ) -> Iterator[Tie]:
        if source is not None and target is not None and source != target:
            yield Tie(kind, source, target, tuple(words))

    def _of_phrase(self, marker: Marker) -> Iterator[Tie]:
        """ "came to nothing", "made good on the threat", "at odds with the promise"."""
        words = list(marker.words)
        sentence = marker.words.sent
        here = [
            (d.head.i, n) for d, n in self.events.told if sentence.start <= d.head.i < sentence.end
        ]
        if marker.kind == "disputed":
            yield from self._of_dispute(words)
            return
        if marker.kind == "contradicts":
            before = [n for i, n in here if i < words[0].i]
            subject = self._subject(words[0]) if not before else None
            before = before if subject is None else [subject]
            after = [n for i, n in here if i > words[-1].i]
            if before and after:
                yield from self._tie("contradicts", before[-1], after[0], words)
            return
        commits = [n for _, n in here if self._commits(n)]
        others = [n for _, n in here if not self._commits(n)]
        target = self._meant(commits[-1]) if commits else self._commitment(words[0], set())
        source = others[0] if others else self._told_before(words[0], target, marker.kind)
        if not others and marker.kind == "fulfils":
            pointed = self._subject(words[0])
            source = source if pointed is None else pointed
        yield from self._tie(marker.kind, source, target, words)  # type: ignore[arg-type]

    def _meant(self, n: int) -> int:
        """The commitment that "the threats" point back to, if that tells what was threatened."""
        first = self.events.groups[n][0]
        if any(draft.embedded for draft in self.events.groups[n]):
            return n
        earlier = self._commitment(first.head, self.events.actors(n))
        same = earlier is not None and self.events.types(earlier) == self.events.types(n)
        return earlier if earlier is not None and same else n

    def _of_dispute(self, words: list[Token]) -> Iterator[Tie]:
        """ "Delhi disputes that": what the sentence before tells; the next one contradicts it."""
        end = words[-1].i + 1
        if end < len(self.doc) and not self.doc[end].is_punct:
            return
        start = words[0].sent.end
        after = self.doc[start].sent if start < len(self.doc) else words[0].sent
        told = [n for d, n in self.events.told if after.start <= d.head.i < after.end]
        if told:
            target = self.events.answered(words[0], told[0], VERBAL_TYPES, window=1)
            if target is None:
                target = self.events.answered(words[0], None, window=1)
            yield from self._tie("contradicts", told[0], target, words)

    def _subject(self, word: Token) -> int | None:
        """The event that the subject of a phrase's clause points back to."""
        clauses = self.events.reader.clauses
        while word.i not in clauses and word.head != word:
            word = word.head
        clause = clauses.get(word.i)
        return self.events.subject(clause) if clause is not None else None

    def _told_before(self, at: Token, target: int | None, kind: str) -> int | None:
        """The event of the sentence before that "made good on a threat"; a refusal, if it says
        that nothing came of it.
        """
        found = self.events.answered(at, target, window=1)
        if found is None or kind == "fulfils":
            return found
        return found if self.events.types(found) & {"REJECT"} else None

    def _commits(self, n: int) -> bool:
        return bool(self.events.types(n) & rules().committed.keys())

    def _commitment(self, at: Token, parties: set[str], kind: str = "") -> int | None:
        """The last commitment before a word by some parties, to an act of a type if it is known
        to what; without parties, one of the last sentences.
        """
        for draft, n in self.events.before(at):
            if not self._commits(n) or draft.status == "negated":
                continue
            back = self.events.sentence[at.i] - self.events.sentence[draft.head.i]
            if parties and not self.events.actors(n) & parties:
                continue
            if not parties and back > DENIED_BY:
                continue
            if kind and not self._is_to(n, kind, back):
                continue
            return n
        return None

    def _is_to(self, n: int, kind: str, back: int) -> bool:
        """Whether a commitment is to an act of a type; a threat may leave open to which."""
        acts = {str(r.entry.code) for draft in self.events.groups[n] for r in draft.embedded}
        if not acts and back <= DENIED_BY:
            kinds = self.events.types(n)
            return any(kind in acts for t, acts in rules().committed.items() if t in kinds)
        force = rules().force
        return kind in acts or (kind in force and bool(acts & force))

    def _as_committed(self, clause: Clause) -> Iterator[Tie]:
        """ "as promised, it sent tanks", "it did not, as it had threatened, attack"."""
        if clause.governor is None:
            return
        source = self.events.at(clause.governor.head)
        own = self.events.at(clause.head)
        if source is None:
            return
        target = self._commitment(clause.head, self.events.actors(source))
        kind: RelationType = (
            "fails" if self.events.groups[source][0].status == "negated" else "fulfils"
        )
        marks = [clause.marker] if clause.marker is not None else []
        words = [*marks, clause.head]
        yield from self._tie(kind, source, own if target is None else target, words)

    def _not_done(self, draft: Draft, n: int) -> Iterator[Tie]:
        """An act that was not done, by who had threatened or promised it."""
        if draft.status != "negated" or draft.type in VERBAL_TYPES or draft.above.source:
            return
        told = draft.reading.frame is not None
        if told and tense(draft.frame, self.events.reader.cues) not in DONE:
            return
        target = self._commitment(draft.head, self.events.actors(n), draft.type)
        yield from self._tie("fails", n, target, draft.evidence)

    def _done(self, draft: Draft, n: int) -> Iterator[Tie]:
        """An act told before, that its actor "had promised"."""
        if draft.type not in rules().committed or draft.condition:
            return
        if tense(draft.frame, self.events.reader.cues) != "pluperfect":
            return
        acts = {str(r.entry.code) for r in draft.embedded}
        for m, group in enumerate(self.events.groups):
            act = group[0]
            if act.type not in acts or act.status != "actual" or act.type in VERBAL_TYPES:
                continue
            if not self.events.actors(m) & self.events.actors(n):
                continue
            if act.head.i < draft.head.i:
                yield from self._tie("fulfils", m, n, draft.evidence)

    def _of_concession(self, clause: Clause) -> Iterator[Tie]:
        """ "lifted the ban, although it had promised to keep it"."""
        adverbs = {t.lower_ for t in clause.head.subtree if t.dep_ == "advmod"}
        own = self.events.at(clause.head)
        if own is None or clause.governor is None or not adverbs & self.words.before:
            return
        if not self.events.types(own) & (VERBAL_TYPES - {"ACCUSE"}):
            return
        source = self.events.at(clause.governor.head)
        if source is None:
            source = self.events.under(clause.governor.head, clause.head)
        if clause.marker is not None:
            yield from self._tie("contradicts", source, own, [clause.marker])

    def _of_contradicting(self, clause: Clause) -> Iterator[Tie]:
        """ "contradicted him: she would not be let go"."""
        inner = [*clause.get("complement")]
        inner += [c for c in clause.head.children if c.dep_ == "parataxis"]
        for token in inner:
            source = self.events.under(token)
            if source is not None:
                target = self.events.answered(clause.head, source)
                yield from self._tie("contradicts", source, target, [clause.head])
                return
