"""Dates: which date expression tells when an event happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.calendar import Moment, calendar
from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.languages import Cues, cues


SHARING = frozenset({"conj", "xcomp", "advcl"})
"""Links to a clause whose date holds for this one too."""


class Dater:
    """The dates of one Doc, each with the predicate or event noun that it belongs to."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.cues: Cues = cues(doc.lang_)
        self.moments: list[tuple[Token, Moment]] = []
        for moment in calendar(doc.lang_).find(doc.text, doc._.published):
            words = doc.char_span(moment.start, moment.end, alignment_mode="expand")
            if words is not None and not doc._.title_length <= moment.start < doc._.body_start:
                self.moments.append((words.root, moment))
        heads = {c.head.i for c in doc._.clauses} | {d.head.i for d in doc._.drafts}
        self.owned: dict[int, Moment] = {}
        for token, moment in self.moments:
            self.owned.setdefault(_owner(token, heads), moment)

    def date(self, draft: Draft) -> Moment | None:
        """When a draft's event happens, as far as the text ties a date to it."""
        found = (
            self.owned.get(draft.frame.head.i)
            or self.owned.get(draft.head.i)
            or self._before_complement(draft.frame)
            or self._shared(draft.frame)
        )
        return self._by_tense(found, draft) if found else None

    def _before_complement(self, clause: Clause) -> Moment | None:
        """A date between a verb and the infinitive that it governs belongs to the verb."""
        for complement in clause.get("complement"):
            mark = next((c for c in complement.children if c.dep_ == "mark"), complement)
            for token, moment in self.moments:
                if clause.head.i < token.i < mark.i and token.head.i >= complement.left_edge.i:
                    return moment
        return None

    def _shared(self, clause: Clause) -> Moment | None:
        """The date, told before it, of a clause that this one is coordinated with or part of, but
        not of one that reports it: the day of saying is not the day of what is said.
        """
        governor = clause.governor
        while governor is not None and clause.link in SHARING:
            moment = self.owned.get(governor.head.i)
            if moment is not None and moment.start < clause.head.idx:
                return moment
            clause, governor = governor, governor.governor
        return None

    def _by_tense(self, moment: Moment, draft: Draft) -> Moment:
        """A bare weekday lies ahead where the clause speaks of the future."""
        if not moment.weekday or not self._is_ahead(draft):
            return moment
        day = moment.day
        published = self.doc._.published
        if published is not None and day <= published:
            day += timedelta(7)
        return replace(moment, day=day)

    def _is_ahead(self, draft: Draft) -> bool:
        lemmas = {f for t in draft.frame.auxiliaries for f in (t.lemma_.lower(), t.lower_)}
        if lemmas & (self.cues.future | self.cues.conditional | self.cues.possible):
            return True
        return draft.above.status == "future" and not draft.above.uttered


def _owner(token: Token, heads: set[int]) -> int:
    """The nearest predicate or event noun that a date's words depend on."""
    while token.i not in heads and token.head != token:
        token = token.head
    return token.i


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
        return doc
