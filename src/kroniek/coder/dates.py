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

TIME_LABELS = frozenset(
    {"obl", "advmod", "nmod", "obl:unmarked", "obl:tmod", "obl:npmod", "nmod:tmod", "nmod:unmarked"}
)


class Dater:
    """The dates of one Doc, by the token that heads each expression."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.cues: Cues = cues(doc.lang_)
        self.moments: dict[int, Moment] = {}
        for moment in calendar(doc.lang_).find(doc.text, doc._.published):
            words = doc.char_span(moment.start, moment.end, alignment_mode="expand")
            if words is not None:
                self.moments[_outermost(list(words)).i] = moment

    def date(self, draft: Draft) -> Moment | None:
        """When a draft's event happens, as far as the text ties a date to it."""
        for head in dict.fromkeys((draft.frame.head, draft.head)):
            if found := self._below(head):
                return self._by_tense(found, draft)
        for found in (self._shared(draft.frame), self._of_noun(draft)):
            if found is not None:
                return self._by_tense(found, draft)
        return None

    def _below(self, head: Token) -> Moment | None:
        """A date among the words that depend on a predicate, not through another predicate."""
        for child in head.children:
            if child.i in self.moments and child.dep_.split(":")[0] in (
                "obl",
                "advmod",
                "nmod",
                "nsubj",
                "obj",
            ):
                return self.moments[child.i]
        for child in head.children:
            if child.dep_ in TIME_LABELS and child.pos_ not in ("VERB", "AUX"):
                for word in child.subtree:
                    if word.i in self.moments:
                        return self.moments[word.i]
        return None

    def _shared(self, clause: Clause) -> Moment | None:
        """The date of the clause that this one is coordinated with, or is raised from."""
        governor = clause.governor
        if governor is not None and clause.link in ("conj", "xcomp"):
            return self._below(governor.head) or self._shared(governor)
        return None

    def _of_noun(self, draft: Draft) -> Moment | None:
        """A noun that stands alone: a date before it in its phrase ("last week's attack")."""
        if draft.reading.frame is not None:
            return None
        for word in draft.head.subtree:
            if word.i in self.moments and word.dep_ not in ("acl:relcl", "acl"):
                return self.moments[word.i]
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


def _outermost(words: list[Token]) -> Token:
    """The word of an expression on which its others hang."""
    inside = {w.i for w in words}
    return next((w for w in words if w.head.i not in inside or w.head == w), words[0])


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
