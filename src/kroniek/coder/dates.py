"""Dates: which date expression tells when an event happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.arcs import preposition_of
from kroniek.coder.calendar import PARAGRAPH, calendar
from kroniek.coder.circumstances import beside
from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.coder.moments import Moment
from kroniek.coder.readings import Reader
from kroniek.coder.tense import tense
from kroniek.languages import Cues
from kroniek.ontology import VERBAL_TYPES

SHARING = frozenset({"conj", "xcomp", "advcl"})
"""Links to a clause whose date holds for this one too."""
NARRATING = frozenset({"acl", "parataxis", "conj"})
"""Links to a clause whose date holds for this one if both are told in the simple past."""
SOON = 45
"""Days within which the present tense tells of what is planned ("meets in May"). Set on the
development gold: all such plans lie within six weeks."""


class Dater:
    """The dates of one Doc, each with the predicate or event noun that it belongs to."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.reader = Reader(doc)
        self.cues: Cues = self.reader.cues
        self.moments: list[tuple[Token, Moment]] = []
        for moment in calendar(doc.lang_).find(doc.text, doc._.published):
            words = doc.char_span(moment.start, moment.end, alignment_mode="expand")
            if words is not None and not doc._.title_length <= moment.start < doc._.body_start:
                self.moments.append((words.root, moment))
        heads = {c.head.i for c in doc._.clauses} | {d.head.i for d in doc._.drafts}
        self.owned: dict[int, Moment] = {}
        for token, moment in sorted(self.moments, key=lambda m: m[1].clock):
            owner = self._owner(token, heads)
            if owner is not None and not moment.limit:
                self.owned.setdefault(owner, moment)

    def date(self, draft: Draft) -> Moment | None:
        """When a draft's event happens, as far as the text ties a date to it."""
        told = self._told(draft)
        if told is not None:
            return told
        found = (
            self.owned.get(draft.frame.head.i)
            or self.owned.get(draft.head.i)
            or self._before_complement(draft)
            or self._shared(draft.frame)
            or self._beside(draft)
            or self._of_scene(draft)
        )
        return self._by_tense(found, draft.frame, draft.type, draft) if found else None

    def _owner(self, token: Token, heads: set[int]) -> int | None:
        """The nearest predicate or event noun that a date's words depend on; none for a date that
        only says which thing is meant ("the truce of 1953").
        """
        while token.i not in heads and token.head != token:
            if token.dep_.startswith("nmod") and preposition_of(token) in self.cues.genitive:
                if token.head.i not in heads:
                    return None
            token = token.head
        return token.i

    def _told(self, draft: Draft) -> Moment | None:
        """The day on which a verbal act was uttered, where its words are reported."""
        above = draft.above
        if not above.reported or draft.type not in VERBAL_TYPES:
            return None
        for clause in above.frames[1:]:
            moment = self.owned.get(clause.head.i)
            if moment is not None:
                return self._by_tense(moment, clause, draft.type, None)
        return None

    def _before_complement(self, draft: Draft) -> Moment | None:
        """A date between a verb and the infinitive that it governs belongs to the verb, unless it
        is still open: "promised this year to withdraw".
        """
        clause, published = draft.frame, self.doc._.published
        for complement in clause.get("complement"):
            mark = next((c for c in complement.children if c.dep_ == "mark"), complement)
            for token, moment in self.moments:
                if clause.head.i < token.i < mark.i and token.head.i >= complement.left_edge.i:
                    open_still = published is not None and moment.last() > published.toordinal()
                    return None if open_still and draft.type in VERBAL_TYPES else moment
        return None

    def _shared(self, clause: Clause) -> Moment | None:
        """The date, told before it, of a clause that this one is coordinated with or part of, but
        not of one that reports it: the day of saying is not the day of what is said.
        """
        governor = clause.governor
        while governor is not None and (
            clause.link in SHARING or self._is_narrated(clause, governor)
        ):
            moment = self.owned.get(governor.head.i)
            if moment is not None and moment.start < clause.head.idx:
                return moment
            clause, governor = governor, governor.governor
        return None

    def _is_narrated(self, clause: Clause, governor: Clause) -> bool:
        """Whether a clause goes on with what its governor tells: "where they pledged"."""
        return clause.link in NARRATING and self._is_past(clause) and self._is_past(governor)

    def _is_past(self, clause: Clause) -> bool:
        return tense(clause, self.cues) == "past"

    def _of_scene(self, draft: Draft) -> Moment | None:
        """The day of the sentence before, which this one goes on with: both main clauses stand in
        the simple past, and none but the first names a day.
        """
        clause, sentence = draft.frame, draft.head.sent
        if clause.head != sentence.root or not self._is_past(clause) or sentence.start == 0:
            return None
        subject = next(iter(clause.get("subject") or clause.get("object")), None)
        before = self.doc[sentence.start - 1].sent
        between = self.doc.text[before.start_char : sentence.start_char]
        if subject is None or subject.pos_ == "PRON" or PARAGRAPH in between:
            return None
        if any(
            m.start >= sentence.start_char and m.end <= sentence.end_char for _, m in self.moments
        ):
            return None
        told = self.reader.clauses.get(before.root.i)
        moment = self.owned.get(before.root.i)
        if told is None or moment is None or moment.precision != "day" or not self._is_past(told):
            return None
        return moment

    def _beside(self, draft: Draft) -> Moment | None:
        """The date of what the clause goes on with, of the clause that an event noun is an
        argument of, or of one that tells more of the noun.
        """
        found = (self.owned.get(clause.head.i) for clause in beside(draft, self.reader))
        return next((moment for moment in found if moment is not None), None)

    def _by_tense(self, moment: Moment, clause: Clause, kind: str, draft: Draft | None) -> Moment:
        """A date whose direction is open lies where the tense of its clause points."""
        if moment.back is None or moment.ahead is None:
            return moment
        time = tense(clause, self.cues)
        if time in ("past", "perfect", "pluperfect"):
            return replace(moment, day=moment.back)
        if time == "ahead" or (
            draft and draft.above.status == "future" and not draft.above.uttered
        ):
            return replace(moment, day=moment.ahead)
        if time == "present" and draft is not None and kind not in VERBAL_TYPES:
            published = self.doc._.published
            if published is not None and moment.ahead <= published + timedelta(SOON):
                return replace(moment, day=moment.ahead)
        return moment


def _of_lead(draft: Draft, drafts: list[Draft]) -> Moment | None:
    """The date of what a headline tells: that of the first act of its type, by its actors, in the
    text.
    """
    own = {m.code for m in draft.actors if m.code}
    for other in drafts:
        if other.head.idx < draft.head.doc._.title_length or other.type != draft.type:
            continue
        actors = {m.code for m in other.actors if m.code}
        if not own or not actors or own & actors:
            return other.date
    return None


@Language.factory("kroniek_dates", requires=["doc._.drafts"])
def dates_component(nlp: Language, name: str) -> Dates:
    """The component that dates a Doc's drafts."""
    return Dates()


class Dates:
    """Sets `date` of each draft in `doc._.drafts`."""

    def __call__(self, doc: Doc) -> Doc:
        if doc._.drafts:
            dater = Dater(doc)
            for draft in doc._.drafts:
                draft.date = dater.date(draft)
            for draft in doc._.drafts:
                if draft.date is None and draft.head.idx < doc._.title_length:
                    draft.date = _of_lead(draft, doc._.drafts)
        return doc
