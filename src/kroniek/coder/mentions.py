"""Mentions: which names stand in a Doc, and where. The first half of resolving actors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date as Day

from spacy.tokens import Doc, Token

from kroniek.coder.personal import PersonFinder
from kroniek.lexicon.names import Name, Names, at_date
from kroniek.lexicon.spelling import pieces

FEW = 0.5
"""A needy name has its code where that is named at least this share as often as the commonest."""

OWN_NAMES = frozenset({"organisation", "party", "force"})
"""Names that, set beside a noun, say which one it is: "the West African bloc ECOWAS"."""


@dataclass(frozen=True, slots=True)
class Found:
    """A name at tokens `start` to `end` (exclusive)."""

    start: int
    end: int
    name: Name


@dataclass(slots=True)
class Mention:
    """A phrase that stands for an actor (or might): tokens `start` to `end`, with its `head`.

    `kind` is a NameKind, or "office", "group", "pronoun", "thing" or "unknown" (a name that
    the lexicon does not have). `plural` and `gender` serve to find what pronouns stand for;
    `members` are those that "both sides" or "they" stand for.
    """

    start: int
    end: int
    head: int
    kind: str
    code: str | None = None
    sector: str | None = None
    name: str | None = None
    role: str | None = None
    described: str = ""
    plural: bool = False
    gender: str = ""
    members: list[Mention] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """A person, by name or by a single office."""
        return self.kind == "person" or (self.kind == "office" and not self.plural)


class NameFinder:
    """Finds the lexicon's names in one Doc, and learns the full names that the Doc gives.

    `at` has the name that covers each token, by the token's index; `persons` knows the names
    that the lexicon lacks.
    """

    def __init__(self, doc: Doc, names: Names, day: Day | None) -> None:
        self.doc = doc
        self.names = names
        self.day = day
        self.words = [self._word(token) for token in doc]
        self.persons = PersonFinder(doc, names, day, self.words)
        self.at: dict[int, Found] = {}
        self.pieces: list[str] = []
        self.first: list[int] = []
        for word in self.words:
            self.first.append(len(self.pieces))
            self.pieces.extend(pieces(word))
        self.first.append(len(self.pieces))

    def find(self) -> dict[int, Found]:
        """Finds all names."""
        found = self._settled(list(self._scan()))
        for one in found:
            self._set(one)
            if one.name.kind == "person":
                self.persons.learn(one.name, self.words[one.start : one.end], one.start)
                self.persons.spell(one.name.text, one.start, one.end)
        self.persons.codes = Counter(f.name.code for f in found if f.name.code)
        runs = list(self.persons.runs(self.at))
        for run in runs:
            if len(run.words) > 1 and (name := self.persons.full(run)):
                self._set(Found(run.start, run.end, name))
        for run in runs:
            if run.start not in self.at and (name := self.persons.short(run)):
                self._set(Found(run.start, run.end, name))
        return self.at

    def _set(self, found: Found) -> None:
        for i in range(found.start, found.end):
            self.at[i] = found

    def _word(self, token: Token) -> str:
        """The token's text; one in capitals in a headline or dateline is written as a name."""
        text = token.text
        if text.isupper() and self.doc._.title_length <= token.idx < self.doc._.body_start:
            return text.title()
        shouted = text.isupper() and len(text) > 3
        return text.title() if shouted and token.sent.text.isupper() else text

    def _scan(self) -> Iterator[Found]:
        at = 0
        while at < len(self.doc):
            found = self._match(at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.end

    def _match(self, at: int) -> Found | None:
        if self.first[at] == self.first[at + 1]:
            return None
        match = self.names.match(self.pieces, self.first[at])
        if match is None:
            return self._inflected(at)
        size, name = match
        end = self._end(at, size)
        if end is None:
            return self._compound(at, size, name)
        if name.kind == "person":
            return Found(at, end, at_date(name, self.day))
        if end == at + 1 and (self._is_common(self.doc[at], name) or self._is_surname(at, name)):
            return None
        if (name.kind == "group" or name.needy) and self._goes_on(end):
            return None
        return Found(at, end, self.names.at_time(name, self.day))

    def _end(self, at: int, size: int) -> int | None:
        """The token after a match of some pieces; None if it ends within a token."""
        stop = self.first[at] + size
        end = at + 1
        while end < len(self.doc) and self.first[end] < stop:
            end += 1
        return end if self.first[end] == stop else None

    def _compound(self, at: int, size: int, name: Name) -> Found | None:
        """The first part of a hyphenated word ("NAVO-landen"), or of a possessive ("Haïti's")."""
        word = self.words[at]
        if size < self.first[at + 1] - self.first[at] and word[0].isupper():
            if name.kind not in ("person", "both"):
                return Found(at, at + 1, self.names.at_time(name, self.day))
        return None

    def _inflected(self, at: int) -> Found | None:
        """Dutch genitives ("Ruslands") and parts of states ("Noord-Israël")."""
        text = self.words[at]
        if not text[0].isupper():
            return None
        name = None
        if "-" in text:
            name = self.names.lookup(text.split("-", 1)[1])
        elif text.endswith("s"):
            name = self.names.lookup(text.rstrip("s").rstrip("'’"))
        if name is None or name.kind != "state":
            return None
        return Found(at, at + 1, self.names.at_time(name, self.day))

    def _goes_on(self, at: int) -> bool:
        """Whether the next word belongs to the name: "West African" is not the West."""
        return (
            at < len(self.doc) and self.doc[at].is_title and self.doc[at].pos_ in ("ADJ", "PROPN")
        )

    def _is_common(self, token: Token, name: Name) -> bool:
        """A one-word name that is a common word here."""
        if token.text[0].islower() and name.kind not in ("adjective", "people", "group"):
            return name.text[0].isupper()
        return token.pos_ in ("VERB", "AUX", "ADP", "ADV", "PRON", "CCONJ", "SCONJ", "DET")

    def _is_surname(self, at: int, name: Name) -> bool:
        """A place that is the last word of a person's name: "Ricardo Puno"."""
        person = at > 0 and self.doc[at].ent_type_ == self.doc[at - 1].ent_type_ == "PER"
        return name.kind in ("region", "seat") and person and self.doc[at - 1].pos_ == "PROPN"

    def _settled(self, found: list[Found]) -> list[Found]:
        """Names with what they stand for in this article, where that depends on its others."""
        sure = [f.name for f in found if f.name.code and not (f.name.others or f.name.needy)]
        counts = Counter(str(name.code) for name in sure)
        settled = (replace(f, name=self._meant(f.name, counts)) for f in found)
        return [f for f in settled if f.name.code or f.name.sector or f.name.kind == "both"]

    def _meant(self, name: Name, counts: Counter[str]) -> Name:
        if name.others:
            options = (*(o for o in name.others if not o.needy), name, *name.others)
            name = replace(max(options, key=lambda o: counts[str(o.code)]), others=())
        if not name.needy or name.kind == "person":
            return name
        most = max(counts.values(), default=0)
        if (most == 0 and name.kind != "state") or counts[str(name.code)] > FEW * most:
            return name
        return Name("group", name.text, None, None if name.kind == "state" else name.sector)


def codes(mentions: Iterable[Mention]) -> frozenset[str]:
    """The codes of some parties."""
    return frozenset(m.code for m in mentions if m.code)
