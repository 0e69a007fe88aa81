"""Dates: which date expression tells when an event happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.antecedents import points_back
from kroniek.coder.calendar import PARAGRAPH
from kroniek.coder.circumstances import beside
from kroniek.coder.clauses import Clause
from kroniek.coder.dateowners import DatedWords
from kroniek.coder.drafts import Draft
from kroniek.coder.liveblog import LiveBlog
from kroniek.coder.moments import Moment
from kroniek.coder.readings import Reader
from kroniek.coder.tense import tense
from kroniek.languages import Cues
from kroniek.ontology import VERBAL_TYPES

SHARING = frozenset({"conj", "xcomp", "advcl"})
"""Links to a clause whose date holds for this one too."""
NARRATING = frozenset({"acl", "parataxis", "conj"})
"""Links to a clause whose date holds for this one if both are told in the simple past."""
DECISIONS = VERBAL_TYPES | {"SANCTION"}
"""Types of acts that happen when they are made known."""
SAYING = frozenset({"report", "announce"})
ANNOUNCING = frozenset({"AGREE", "CONCEDE", "THREATEN"})
EARLIER = frozenset({"perfect", "pluperfect"})
"""Tenses of what was done before it is told of."""
SOON = 45
"""Days within which the present tense tells of what is planned ("meets in May"). Set on the
development gold: all such plans lie within six weeks."""


class Dater:
    """The dates of one Doc, each with the predicate or event noun that it belongs to."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.reader = Reader(doc)
        self.cues: Cues = self.reader.cues
        self.blog = LiveBlog(doc.text, doc._.published)
        self.dated = DatedWords(doc, self.reader)
        self.moments, self.owned = self.dated.moments, self.dated.owned

    def date(self, draft: Draft) -> Moment | None:
        """When a draft's event happens, as far as the text ties a date to it."""
        told = self._told(draft)
        if told is not None:
            return told
        found = (
            self._of_relative(draft)
            or self.owned.get(draft.frame.head.i)
            or self.owned.get(draft.head.i)
            or self._counted(draft)
            or self._before_complement(draft)
            or self._of_antecedent(draft.frame)
            or self._shared(draft.frame)
            or self._beside(draft)
            or self._announced(draft)
            or self._of_scene(draft)
            or self._of_entry(draft)
        )
        return self._by_tense(found, draft.frame, draft.type, draft) if found else None

    def _told(self, draft: Draft) -> Moment | None:
        """The day on which a verbal act was uttered, where its words are reported."""
        above, time = draft.above, tense(draft.frame, self.cues)
        if not above.reported or draft.type not in VERBAL_TYPES or time in EARLIER:
            return None
        for clause in above.frames[1:]:
            moment = self.owned.get(clause.head.i)
            if moment is not None:
                return self._by_tense(moment, clause, draft.type, None)
        return None

    def _counted(self, draft: Draft) -> Moment | None:
        """The day that a distance makes of its governor's: "left on Friday, two days after it had
        shelled the town", "two days after the attack".
        """
        marker, governor = draft.frame.marker, draft.frame.governor
        if draft.reading.frame is None:
            marker = next((c for c in draft.head.children if c.dep_ == "case"), None)
            governor = self.reader.clauses.get(draft.head.head.i)
        way = self._way(marker)
        if marker is None or governor is None or not way:
            return None
        owned = self.owned.get(governor.head.i)
        base = owned.day if owned else self._base(governor, marker)
        return self.dated.calendar.distance(self.doc.text, marker.idx, -way, base) if base else None

    def _base(self, governor: Clause, marker: Token) -> Day | None:
        """The day that a distance is counted from where its governor has none: today for what is
        so now ("two years after he left, tanks still stand there"), else the last day named.
        """
        now = tense(governor, self.cues) in ("present", "perfect")
        if now:
            return self.dated.today
        last = self.dated.last_day(marker)
        return last.day if last is not None else None

    def _way(self, marker: Token | None) -> int:
        """1 for a word before what was earlier ("after"), -1 for one before what was later."""
        word = marker.lower_ if marker is not None else ""
        words = self.dated.calendar.words
        before, after = words.once_before | words.before, words.once_after | words.after
        return (word in after) - (word in before)

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
        before = tense(clause, self.cues) == "pluperfect" and not self._way(clause.marker)
        if before and governor is not None and tense(governor, self.cues) != "pluperfect":
            return None
        while governor is not None and (
            clause.link in SHARING or self._is_narrated(clause, governor)
        ):
            moment = self.owned.get(governor.head.i)
            if moment is not None and moment.start < clause.head.idx:
                return (
                    moment if not self._way(clause.marker) or moment.precision == "year" else None
                )
            clause, governor = governor, governor.governor
        return None

    def _is_narrated(self, clause: Clause, governor: Clause) -> bool:
        """Whether a clause goes on with what its governor tells: "where they pledged"."""
        if clause.link == "parataxis" and tense(clause, self.cues) == "perfect":
            return True
        told = tense(governor, self.cues) in ("past", "pluperfect")
        return clause.link in NARRATING and self._is_past(clause) and told

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

    def _of_relative(self, draft: Draft) -> Moment | None:
        """The date in a clause that tells more of an event noun: "the sanctions imposed in May"."""
        if draft.reading.noun is None:
            return None
        inner = [c for c in draft.head.children if c.dep_.startswith("acl")]
        return next((m for c in inner if (m := self.owned.get(c.i)) is not None), None)

    def _of_antecedent(self, clause: Clause) -> Moment | None:
        """The date that a clause tells more of: "in June, when they bombed the site"."""
        noun = clause.head.head
        return next(
            (m for token, m in self.moments if token == noun and clause.link in ("acl", "advcl")),
            None,
        )

    def _announced(self, draft: Draft) -> Moment | None:
        """The day on which a decision was made known, as the next sentence says: "That was
        announced on Friday".
        """
        end = draft.head.sent.end
        if draft.type not in DECISIONS or end >= len(self.doc) or self._is_told(draft.frame):
            return None
        root = self.doc[end].sent.root
        clause = self.reader.clauses.get(root.i)
        reading = self.reader.of_clause(clause) if clause is not None else None
        if clause is None or reading is None:
            return None
        says = reading.entry.operator in SAYING or reading.entry.code in ANNOUNCING
        between = self.doc.text[draft.head.idx : root.idx]
        moment = self.owned.get(root.i)
        if not says or moment is None or PARAGRAPH in between:
            return None
        if not self._is_by(draft, clause):
            return None
        return self._by_tense(moment, clause, draft.type, None)

    def _is_by(self, draft: Draft, clause: Clause) -> bool:
        """Whether a clause makes known what is told before: "that was announced", "he announced
        the step".
        """
        if any(points_back(t) and t.pos_ == "PRON" for t in clause.get("object")):
            return draft.frame.head == draft.head.sent.root
        mentions = (self.doc._.mentions.get(t.i) for t in clause.get("subject"))
        by = {m.code for m in mentions if m is not None and m.code}
        own = {m.code for m in draft.actors if m.code}
        return any(points_back(t) for t in clause.get("object")) and by == own

    def _is_told(self, clause: Clause) -> bool:
        return tense(clause, self.cues) in ("past", "pluperfect")

    def _of_entry(self, draft: Draft) -> Moment | None:
        """The day of the entry of a live blog, for what it tells as news."""
        clause = draft.frame
        told_before = clause.link == "acl" or tense(clause, self.cues) in ("pluperfect", "ahead")
        return None if told_before else self.blog.at(draft.head.idx)

    def _beside(self, draft: Draft) -> Moment | None:
        """The date of what the clause goes on with, of the clause that an event noun is an
        argument of, or of one that tells more of the noun.
        """
        clauses = beside(draft, self.reader)
        found = (self.owned.get(c.head.i) or self._shared(c) for c in clauses)
        return next((moment for moment in found if moment is not None), None)

    def _by_tense(self, moment: Moment, clause: Clause, kind: str, draft: Draft | None) -> Moment:
        """A date whose direction is open lies where the tense of its clause points."""
        if moment.back is None or moment.ahead is None:
            return moment
        time = tense(clause, self.cues)
        if time in ("past", "perfect", "pluperfect"):
            return replace(moment, day=moment.back, back=None, ahead=None)
        if time == "ahead" or (
            draft and draft.above.status == "future" and not draft.above.uttered
        ):
            return replace(moment, day=moment.ahead, back=None, ahead=None)
        if time == "present" and draft is not None and kind not in VERBAL_TYPES:
            published = self.doc._.published
            if published is not None and moment.ahead <= published + timedelta(SOON):
                return replace(moment, day=moment.ahead, back=None, ahead=None)
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
    return _of_first(draft, drafts)


def _of_first(draft: Draft, drafts: list[Draft]) -> Moment | None:
    """The date of the first event of the text, if it is by a headline's actors."""
    own = {m.code for m in draft.actors if m.code}
    for other in drafts:
        if other.head.idx >= draft.head.doc._.title_length:
            same = bool(own & {m.code for m in other.actors if m.code})
            return other.date if same and other.date and other.date.precision == "day" else None
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
