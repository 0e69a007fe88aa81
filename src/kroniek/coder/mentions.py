"""Mentions: which names stand in a Doc, and where. The first half of resolving actors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date as Day

from spacy.tokens import Doc, Token

from kroniek.lexicon.names import Name, Names, at_date, best_person
from kroniek.lexicon.people import Person
from kroniek.lexicon.spelling import spelling_key

FIRST_YEAR = 2
"""A bare surname means a person whose last office ended at most this many years before."""


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
    """Finds the lexicon's names in one Doc, and learns the full names that the Doc gives."""

    def __init__(self, doc: Doc, names: Names, day: Day | None) -> None:
        self.doc = doc
        self.names = names
        self.day = day
        self.words = [self._word(token) for token in doc]
        self.known: dict[str, Name] = {}
        self.introduced: dict[str, str] = {}
        self.at: dict[int, Found] = {}
        self.codes: frozenset[str] = frozenset()

    def find(self) -> dict[int, Found]:
        """The name that covers each token, by the token's index."""
        for found in self._scan():
            for i in range(found.start, found.end):
                self.at[i] = found
        self.codes = frozenset(f.name.code for f in self.at.values() if f.name.code)
        for words in self._unknown_names():
            for start in range(1, len(words)):
                key = spelling_key(" ".join(words[start:]))
                self.introduced.setdefault(key, " ".join(words))
        for token in self.doc:
            if token.i not in self.at and (name := self._surname(token)):
                self.at[token.i] = Found(token.i, token.i + 1, name)
        return self.at

    def _word(self, token: Token) -> str:
        """The token's text; a word of a headline in capitals is written as a name."""
        text = token.text
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
        token = self.doc[at]
        if not token.is_alpha and not any(c.isalpha() for c in token.text):
            return None
        match = self.names.match(self.words, at)
        if match is None:
            return self._inflected(token)
        size, name = match
        if name.kind == "person":
            name = self._learn(at_date(name, self.day), self.words[at : at + size])
        elif size == 1 and self._is_common(token, name):
            return None
        elif name.kind == "group" and self._goes_on(at + size):
            return None
        return Found(at, at + size, name)

    def _goes_on(self, at: int) -> bool:
        """Whether the next word belongs to the name: "West African" is not the West."""
        return at < len(self.doc) and self.doc[at].is_title and self.doc[at].pos_ in ("ADJ", "PROPN")

    def _is_common(self, token: Token, name: Name) -> bool:
        """A one-word name that is a common word here."""
        if token.text[0].islower() and name.kind not in ("adjective", "people", "group"):
            return name.text[0].isupper()
        return token.pos_ in ("VERB", "AUX", "ADP", "ADV", "PRON", "CCONJ", "SCONJ", "DET")

    def _inflected(self, token: Token) -> Found | None:
        """Dutch genitives ("Ruslands") and the first part of a hyphenated word ("NAVO-landen")."""
        text = self.words[token.i]
        if not text[0].isupper():
            return None
        if "-" in text:
            first, rest = text.split("-", 1)
            name = self.names.lookup(first)
            return Found(token.i, token.i + 1, name) if name and rest else None
        if text.endswith("s") and (name := self.names.lookup(text.rstrip("s").rstrip("'’"))):
            return Found(token.i, token.i + 1, name) if name.kind == "state" else None
        return None

    def _learn(self, name: Name, words: list[str]) -> Name:
        """Remember a person by the last words of the name, and by the surname."""
        for start in range(1, len(words)):
            self.known[spelling_key(" ".join(words[start:]))] = name
        for person in name.persons[:1]:
            self.known.update({spelling_key(s): name for s in person.surnames})
        return name

    def written(self, start: int, end: int) -> str:
        """The words of a name as they stand in the text, on one line."""
        text = self.doc.text[self.doc[start].idx : self.doc[end - 1].idx + len(self.doc[end - 1])]
        return " ".join(text.split())

    def _unknown_names(self) -> Iterator[list[str]]:
        """Names of two words and more that the lexicon lacks, as the article introduces them."""
        start = end = 0
        for token in self.doc:
            joined = end == token.i and end > start and not token.is_sent_start
            part = token.pos_ == "PROPN" and token.i not in self.at and self._is_name_word(token)
            if joined and (part or token.text == "-"):
                end = token.i + 1
                continue
            yield from self._run(start, end)
            start, end = (token.i, token.i + 1) if part else (0, 0)
        yield from self._run(start, end)

    def _run(self, start: int, end: int) -> Iterator[list[str]]:
        words = self.written(start, end).rstrip("-").split() if end > start else []
        if len(words) > 1:
            yield words

    def _is_name_word(self, token: Token) -> bool:
        lower = token.lower_
        return token.text[0].isupper() and not (
            lower in self.names.offices or token.text in self.names.titles
        )

    def _surname(self, token: Token) -> Name | None:
        text = self.words[token.i].rstrip("'’")
        if token.pos_ != "PROPN" or not text[0].isupper():
            return None
        for form in (text, text[:-1] if text.endswith("s") else text):
            key = spelling_key(form)
            if key in self.known:
                return self.known[key]
            if key in self.introduced:
                return None
            if form in self.names.not_names or self._in_longer_name(token):
                continue
            person = best_person(self.names.surnames.get(key, ()), self.day, self.codes)
            if person is not None and self._is_meant(person):
                return at_date(
                    Name("person", person.name, person.code, persons=(person,)), self.day
                )
        return None

    def _is_meant(self, person: Person) -> bool:
        """Whether a bare surname may mean a person: in office lately, or a head of a state that
        the article names.
        """
        if self.day is None or person.last_year + FIRST_YEAR >= self.day.year:
            return True
        return person.code in self.codes and any(t.office.startswith("head") for t in person.terms)

    def _in_longer_name(self, token: Token) -> bool:
        """Whether other name words stand beside it, as in "Jan Putin" or "Kim Tae-young"."""
        beside = [t for t in (token.i - 1, token.i + 1) if 0 <= t < len(self.doc)]
        if self.doc[token.i : token.i + 2].text.endswith("-"):
            return True
        return any(
            self.doc[i].pos_ == "PROPN"
            and i not in self.at
            and self._is_name_word(self.doc[i])
            and self.doc[i].sent == token.sent
            for i in beside
        )
