"""Date owners: the dates that a text names, each with the predicate or event noun it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date as Day
from datetime import timedelta

from spacy.tokens import Doc, Token

from kroniek.coder.answering import answered_nouns
from kroniek.coder.arcs import preposition_of
from kroniek.coder.calendar import PARAGRAPH, calendar
from kroniek.coder.moments import Moment
from kroniek.coder.readings import Reader
from kroniek.languages import Cues
from kroniek.readers import find_dateline

LATE = timedelta(3)
"""The longest that an article takes from its dateline's day to its publication."""


class DatedWords:
    """The dates of one Doc. `moments` has them with the word that heads each, `owned` by the index
    of the predicate or event noun that each belongs to.
    """

    def __init__(self, doc: Doc, reader: Reader) -> None:
        self.doc = doc
        self.reader = reader
        self.cues: Cues = reader.cues
        self.calendar = calendar(doc.lang_)
        self.today = _written(doc)
        self.moments: list[tuple[Token, Moment]] = []
        for moment in self.calendar.find(doc.text, self.today):
            words = doc.char_span(moment.start, moment.end, alignment_mode="expand")
            if words is not None and not doc._.title_length <= moment.start < doc._.body_start:
                self.moments.append((words.root, moment))
        self.answered = answered_nouns(doc)
        heads = {c.head.i for c in doc._.clauses} | {d.head.i for d in doc._.drafts}
        self.owned: dict[int, Moment] = {}
        for token, moment in sorted(self.moments, key=lambda m: m[1].clock):
            owner = self._owner(token, heads)
            if owner is not None and not moment.limit:
                self.owned.setdefault(owner, moment)

    def _owner(self, token: Token, heads: set[int]) -> int | None:
        """The nearest predicate or event noun that a date's words depend on; none for a date that
        only says which thing is meant ("the truce of 1953").
        """
        start = token.left_edge.i
        if start - 1 in heads and self.doc[start - 1].pos_ == "NOUN":
            return start - 1
        while token.i not in heads and token.head != token:
            if token.dep_.startswith("nmod") and preposition_of(token) in self.cues.genitive:
                if token.head.i not in heads and not self._is_occasion(token.head):
                    return None
            token = token.head
        return self._nearer(token, start)

    def _nearer(self, owner: Token, start: int) -> int:
        """A verb or answered noun below a date's owner that stands nearer before the date, with
        no sign between: "demanded access to men who were detained in January".
        """
        first = owner.i if owner.i < start else owner.sent.start - 1
        for i in range(start - 1, first, -1):
            token = self.doc[i]
            if token.is_punct or (owner.i > start and token.dep_ == "mark"):
                break
            if owner.is_ancestor(token) and (self._tells_more(token) or i in self.answered):
                return i
        return owner.i

    def _tells_more(self, token: Token) -> bool:
        """Whether a verb is that of a relative clause, or coordinated with one that is."""
        while token.dep_ == "conj":
            token = token.head
        return token.i in self.reader.clauses and token.dep_.startswith("acl")

    def _is_occasion(self, noun: Token) -> bool:
        """Whether a noun tells on what occasion something is done: "in his speech of Monday"."""
        return noun.dep_.startswith("obl") and preposition_of(noun) in self.cues.places

    def last_day(self, token: Token) -> Moment | None:
        """The last day named in a token's paragraph before it."""
        for other, moment in reversed(self.moments):
            if other.i < token.i and moment.precision == "day":
                between = self.doc.text[moment.end : token.idx]
                return None if PARAGRAPH in between else moment
        return None


def _written(doc: Doc) -> Day | None:
    """The day that an article was written on: the dateline's, if it has one shortly before that
    of publication.
    """
    published: Day | None = doc._.published
    dateline = find_dateline(doc.text[doc._.title_length :], doc.lang_)
    if published is None or dateline is None or dateline.day is None:
        return published
    year = dateline.day.year or published.year
    found = replace(dateline.day, year=year).to_date()
    return found if found is not None and timedelta(0) < published - found <= LATE else published
