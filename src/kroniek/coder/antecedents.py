"""Antecedents: which event of an article a word names, hangs on or points back to."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Token

from kroniek.coder.arcs import feature, has_subject
from kroniek.coder.calendar import PARAGRAPH
from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.coder.mentions import codes
from kroniek.coder.readings import Reader
from kroniek.coder.relationwords import RelationWords, relation_words
from kroniek.lexicon.entries import Kind
from kroniek.lexicon.rules import rules
from kroniek.ontology import EVENT_TYPES, VERBAL_TYPES

WINDOW = 3
"""Sentences back in which what "in response" points to is looked for."""
INVOLVED = 2.0
"""What it adds that an earlier act was done to who answers it, or by whom the answer is to."""
POINTING = 2
"""Sentences back in which "the step" finds what it stands for."""
FAR = 8
"""Sentences back in which an act of the type that a noun names is looked for; each weighs half."""
UNLIKELY = 4.0
"""What it takes away that acts of its type are seldom answered."""
AHEAD = 0.5
"""What it takes away that an act is only announced."""
FLOOR = -2.5
"""What an earlier act must weigh to be what is answered."""
INDEFINITE = frozenset({"Ind", "Neg", "Tot", "Int"})
UNREAL = frozenset({"negated", "hypothetical"})
"""Statuses of what nothing answers."""


class Antecedents:
    """The events of one Doc, by the words that tell them. An event is a number in `groups`."""

    def __init__(self, doc: Doc, groups: list[list[Draft]]) -> None:
        self.doc = doc
        self.groups = groups
        self.reader = Reader(doc)
        self.words: RelationWords = relation_words(doc.lang_)
        self.told: list[tuple[Draft, int]] = sorted(
            ((draft, n) for n, group in enumerate(groups) for draft in group),
            key=lambda row: row[0].head.i,
        )
        self.sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}
        self._at: dict[int, int] = {}
        for draft, n in self.told:
            self._at[draft.head.i] = n
        for draft, n in self.told:
            if draft.reading.frame is not None:
                self._at.setdefault(draft.reading.frame.head.i, n)

    def at(self, token: Token) -> int | None:
        """The event that a word names or whose verb it is."""
        return self._at.get(token.i)

    def under(self, token: Token, without: Token | None = None) -> int | None:
        """The event that a phrase or clause names, the highest of its words first; nothing from
        the phrase `without`, nor from what only describes.
        """
        level = [token]
        while level:
            for word in level:
                if (found := self.at(word)) is not None:
                    return found
            level = [c for word in level for c in word.children if _tells(c) and c != without]
        return None

    def above(self, token: Token, without: Token) -> int | None:
        """The event of the nearest clause, or noun in it, that a phrase hangs on; none that the
        phrase `without` names.
        """
        inner, at = token, token.head
        while at != inner:
            found = self.at(at)
            if found is not None and not self._is_within(found, without):
                return found
            if (clause := self.reader.clauses.get(at.i)) is not None:
                content = self.content(clause, without)
                return content if content is not None else self.announced(clause)
            inner, at = at, at.head
        return None

    def _is_within(self, n: int, phrase: Token) -> bool:
        """Whether a phrase is what names an event."""
        return any(d.head == phrase or phrase.is_ancestor(d.head) for d in self.groups[n])

    def content(self, clause: Clause, without: Token) -> int | None:
        """The event that a clause without one says, or that its subject does too; nothing from
        the phrase `without`.
        """
        for token in clause.get("complement"):
            if (found := self.under(token, without)) is not None:
                return found
        for child in clause.head.children:
            goes_on = child.dep_ == "conj" and not has_subject(child)
            if goes_on or child.dep_ == "parataxis":
                if (found := self.at(child)) is not None:
                    return found
        return None

    def announced(self, clause: Clause) -> int | None:
        """The act of its subject that a clause's object points back to: "announced the step"."""
        if any(points_back(token) for token in clause.get("object")):
            return self.last_by(self.parties(clause), clause.head)
        return None

    def parties(self, clause: Clause) -> frozenset[str]:
        """The codes of a clause's subjects."""
        mentions = self.doc._.mentions
        found = (mentions.get(t.i) for t in clause.get("subject"))
        return frozenset(m.code for m in found if m is not None and m.code)

    def subject(self, clause: Clause) -> int | None:
        """The event that a predicate's subject names or points back to."""
        for token in clause.get("subject"):
            mention = self.doc._.mentions.get(token.i)
            found = self.under(token)
            if found is None and token.pos_ == "PRON":
                found = self._subject_before(token)
            if found is None and (mention is None or not mention.code):
                found = self.referent(token)
            return found
        return None

    def _subject_before(self, pronoun: Token) -> int | None:
        """The event that is the subject of the sentence before."""
        start = pronoun.sent.start
        root = self.doc[start - 1].sent.root if start else pronoun
        clause = self.reader.clauses.get(root.i)
        nouns = [t for t in clause.get("subject") if t.pos_ == "NOUN"] if clause else []
        return self.referent(nouns[0]) if nouns else None

    def last_by(self, parties: Collection[str], at: Token) -> int | None:
        """The last event by some parties before a word."""
        for _, n in self.before(at):
            if self.actors(n) & set(parties):
                return n
        return None

    def actors(self, n: int) -> set[str]:
        """The codes of an event's actors."""
        return set().union(*(codes(draft.actors) for draft in self.groups[n]))

    def recipients(self, n: int) -> set[str]:
        """The codes of an event's recipients."""
        return set().union(*(codes(draft.recipients) for draft in self.groups[n]))

    def types(self, n: int) -> set[str]:
        """The types of an event's mentions; they are one as a rule."""
        return {draft.type for draft in self.groups[n]}

    def referent(self, token: Token, source: int | None = None) -> int | None:
        """The event that a phrase names ("the attack on the town") or points back to ("the
        seizure", "it"), other than `source`.
        """
        found = self.under(token)
        if found is not None and found != source:
            return found
        if not points_back(token):
            return None
        if (found := self._repeated(token, source)) is not None:
            return found
        kinds = self.kinds(token)
        for named in (kinds, _alike(kinds)) if kinds else ():
            if (found := self.answered(token, source, named)) is not None:
                return found
        return None if kinds else self.answered(token, source, window=POINTING)

    def _repeated(self, noun: Token, source: int | None) -> int | None:
        """The last event told by the same noun: "the strike"."""
        if noun.pos_ != "NOUN":
            return None
        for draft, n in self.before(noun):
            if n != source and draft.head.lemma_.lower() == noun.lemma_.lower():
                return n
        return None

    def answered(
        self,
        at: Token,
        source: int | None,
        kinds: Collection[str] = (),
        window: int = WINDOW,
        by: Collection[str] = (),
    ) -> int | None:
        """The event told before a word that `source` most likely answers: near, by others, done
        to who answers (`by`, if others than its actors); of a type that a noun names, if any.
        """
        best: tuple[float, int] | None = None
        now = source is not None and self.groups[source][0].status != "historical"
        for draft, n in self.before(at):
            back = self.sentence[at.i] - self.sentence[draft.head.i]
            if back > (FAR if kinds else window):
                break
            if n == source or draft.status in UNREAL or (kinds and not self._fits(draft, kinds)):
                continue
            if draft.status == "historical" and now and not kinds:
                continue
            weight = self._weight(n, source, by) - (back / 2 if kinds else back)
            if best is None or weight > best[0]:
                best = weight, n
        return best[1] if best and best[0] > FLOOR else None

    def _weight(self, n: int, source: int | None, by: Collection[str]) -> float:
        """How well an event fits as what `source` answers, by the parties of both."""
        first = self.groups[n][0]
        if source is None:
            return -UNLIKELY * (first.type in rules().unanswered)
        doers, answerers = self.actors(n), set(by) or self.actors(source)
        weight = INVOLVED * bool(self.recipients(n) & answerers)
        weight += INVOLVED * bool(doers & self.recipients(source))
        weight -= UNLIKELY * (first.type in rules().unanswered) + AHEAD * (first.status == "future")
        return weight - 2 * INVOLVED * bool(doers and doers <= answerers)

    def before(self, at: Token) -> Iterator[tuple[Draft, int]]:
        """The mentions of events before a word, the last first; the headline's are left out."""
        for draft, n in reversed(self.told):
            if draft.head.i < at.i and draft.head.idx >= self.doc._.title_length:
                yield draft, n

    def kinds(self, noun: Token) -> set[str]:
        """The types that a noun may name."""
        if noun.pos_ != "NOUN":
            return set()
        summed = {k for k, nouns in self.words.summing.items() if noun.lemma_.lower() in nouns}
        return summed | self._codes("noun", noun.lemma_.lower())

    def _codes(self, kind: Kind, lemma: str) -> set[str]:
        """The types that the lexicon gives a lemma."""
        entries = self.reader.lexicon.find(kind, lemma)
        return {str(entry.code) for entry in entries if entry.code is not None}

    def _fits(self, draft: Draft, kinds: Collection[str]) -> bool:
        """Whether an event is of one of some types, or its verb may name one that is."""
        verb = draft.reading.frame.lemma if draft.reading.frame is not None else ""
        return draft.type in kinds or bool(verb and self._codes("verb", verb) & set(kinds))

    def topic(self, at: Token) -> int | None:
        """The first event of the paragraph before a word, else of the paragraph before."""
        text, first = self.doc.text, None
        for draft, n in self.before(at):
            if first is not None and PARAGRAPH in text[draft.head.idx : first[0].head.idx]:
                break
            first = draft, n
        return first[1] if first is not None else None


def _alike(kinds: Collection[str]) -> set[str]:
    """The types that are acts of speech, or are not, as those that a noun may name."""
    return {
        kind for kind in EVENT_TYPES if (kind in VERBAL_TYPES) == bool(VERBAL_TYPES & set(kinds))
    }


def points_back(token: Token) -> bool:
    """Whether a phrase may stand for what was told before: "that", "daarop", "the step"."""
    if token.pos_ in ("PRON", "ADV"):
        return True
    articles = [c for c in token.children if c.dep_ == "det"]
    return token.pos_ == "NOUN" and any(
        feature(c, "Definite") != "Ind" and feature(c, "PronType") not in INDEFINITE
        for c in articles
    )


def _tells(token: Token) -> bool:
    """Whether a word says more than which thing is meant."""
    return token.dep_ not in ("amod", "compound", "nmod:poss")
