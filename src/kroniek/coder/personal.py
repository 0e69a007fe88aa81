"""Personal names: runs of name words, known from the lexicon or introduced by the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from typing import TypeVar

from spacy.tokens import Doc, Token

from kroniek.coder.gazetteer import find_city
from kroniek.lexicon.names import Name, Names, person_name
from kroniek.lexicon.people import Person, best_person
from kroniek.lexicon.spelling import ARTICLES, pieces, plain, spelling_keys

Told = TypeVar("Told")
LATELY = 2
"""A bare surname means a person whose last office ended at most this many years before."""


@dataclass(frozen=True, slots=True)
class Run:
    """Name words that stand together, at tokens `start` to `end`; `words` lack particles."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]


class PersonFinder:
    """Finds persons in one Doc by whole names and surnames.

    `codes` counts the states and organisations that the article names; `unknown` has the runs
    that the lexicon lacks, by each of their tokens; `spelled` how the article spells the names
    of persons whom the lexicon spells otherwise.
    """

    def __init__(self, doc: Doc, names: Names, day: Day | None, words: list[str]) -> None:
        self.doc = doc
        self.text = doc.text
        self.names = names
        self.day = day
        self.words = words
        self.codes: Counter[str] = Counter()
        self.known: dict[str, list[tuple[int, Name]]] = {}
        self.introduced: dict[str, list[tuple[int, str]]] = {}
        self.unknown: dict[int, Run] = {}
        self.spelled: dict[str, str] = {}

    def runs(self, taken: Mapping[int, object]) -> Iterator[Run]:
        """Runs of name words outside the names already found, in the order of the text."""
        at = 0
        while at < len(self.doc):
            end = self._run_end(at, taken)
            if end > at:
                yield self._run(at, end)
            at = max(end, at + 1)

    def learn(self, name: Name, words: list[str], at: int) -> None:
        """Remember a person by the last words of the name, and by the surname."""
        text = " ".join(words).split()
        ends = {" ".join(text[start:]) for start in range(1, len(text))}
        ends |= {s for person in name.persons[:1] for s in person.surnames}
        for key in {k for end in ends for k in spelling_keys(end)}:
            self.known.setdefault(key, []).append((at, name))

    def full(self, run: Run) -> Name | None:
        """The person of a whole name; a name that the lexicon lacks is remembered."""
        found = self.names.people.named(run.words)
        person = best_person(found or self._by_surname(run.text), self.day, self.codes)
        if person is None:
            self._introduce(run)
            return None
        name = person_name(person, self.day)
        self.learn(name, list(run.words), run.start)
        self.spell(name.text, run.start, run.end)
        return name

    def spell(self, name: str, start: int, end: int) -> None:
        """Keep an article's own spelling of a whole name where it differs in marks and hyphens
        only: "Kim Il Sung", "Franjo Tudjman". Marks of Western Europe are kept, which English
        newspapers write (so the written articles of gold do more often than not).
        """
        text = self.written(start, end)
        mine, its = (pieces(t.replace("đ", "dj").lower()) for t in (text, name))
        if plain(text) == plain(name):
            same = not _is_latin1(name)
        else:
            same = self.names.spells_names and mine == its and all(len(p) > 1 for p in mine)
        if same and not text.isupper():
            self.spelled.setdefault(name, text)

    def short(self, run: Run) -> Name | None:
        """The person of a surname that stands alone."""
        token = self.doc[run.start]
        if len(run.words) > 1 or not _is_surname(run.text, token):
            return None
        place = token.ent_type_ == "LOC" and not self._is_titled(run.start)
        if place and find_city(run.text, self.codes) is not None:
            return None
        forms = [run.text, run.text[:-1]] if run.text.endswith("s") else [run.text]
        for form in forms:
            keys = spelling_keys(form)
            if known := [name for k in keys for name in self.known.get(k, ())]:
                return _nearest(known, run.start)
            if any(k in self.introduced for k in keys):
                return None
            person = best_person(self._by_surname(form), self.day, self.codes)
            if person is not None and self._is_meant(person, form, run.start):
                return person_name(person, self.day)
        return None

    def whole(self, text: str, at: int) -> str | None:
        """The whole name that the article gives for a surname, by the time it stands there."""
        found = [n for k in spelling_keys(text) for n in self.introduced.get(k, ())]
        return _nearest(found, at) if found else None

    def written(self, start: int, end: int) -> str:
        """The words of a name as they stand in the text, on one line."""
        text = self.text[self.doc[start].idx : self.doc[end - 1].idx + len(self.doc[end - 1])]
        return " ".join(text.split())

    def _run_end(self, at: int, taken: Mapping[int, object]) -> int:
        end = at
        while end < len(self.doc):
            token = self.doc[end]
            if end > at and (token.is_sent_start or token.i in taken):
                break
            if token.i not in taken and self._is_name_word(token):
                end += 1
            elif end > at and self._joins(token, taken):
                end += 2
            else:
                break
        return end

    def _joins(self, token: Token, taken: Mapping[int, object]) -> bool:
        """A hyphen or particle between two words of a name: "Kim Yong-chol", "Yves de Leterme"."""
        if token.i + 1 >= len(self.doc):
            return False
        after = self.doc[token.i + 1]
        if after.i in taken:
            return False
        tight = not self.doc[token.i - 1].whitespace_ and not token.whitespace_
        if token.text == "-" and tight:
            return bool(after.text[0].isalpha())
        return (
            token.lower_ in self.names.particles
            and (
                self._is_name_word(after)
                or (after.lower_ in self.names.particles and self._joins(after, taken))
            )
            and after.text not in self.names.portfolios
            and after.lower_ not in self.names.portfolios
        )

    def _is_name_word(self, token: Token) -> bool:
        if token.pos_ != "PROPN" or not token.text[0].isupper():
            return False
        return token.lower_ not in self.names.offices and token.text not in self.names.titles

    def _run(self, start: int, end: int) -> Run:
        text = self.written(start, end) if end - start > 1 else self.words[start]
        small = self.names.particles | ARTICLES
        words = [w for w in text.rstrip("'’").split() if w.lower() not in small]
        return Run(start, end, text.rstrip("'’"), tuple(words) or (text,))

    def _introduce(self, run: Run) -> None:
        words = run.text.split()
        for start in range(1, len(words)):
            for key in spelling_keys(" ".join(words[start:])):
                self.introduced.setdefault(key, []).append((run.start, run.text))
        for i in range(run.start, run.end):
            self.unknown[i] = run

    def _by_surname(self, text: str) -> tuple[Person, ...]:
        return self.names.people.by_surname(text)

    def _is_meant(self, person: Person, form: str, at: int) -> bool:
        """Whether a bare surname may mean a person: in office lately, or a head of a state that
        the article names; no common word, unless a title stands before it.
        """
        if (person.reigns or form in self.names.not_names) and not self._is_titled(at):
            return False
        if self.day is None or person.last_year + LATELY >= self.day.year:
            return True
        return person.code in self.codes and any(t.office.startswith("head") for t in person.terms)

    def _is_titled(self, at: int) -> bool:
        before = self.doc[at - 1] if at else None
        return before is not None and (
            before.text in self.names.titles or before.lower_ in self.names.offices
        )


def _is_surname(text: str, token: Token) -> bool:
    """Whether a word may be a surname: no letters of a body or type of weapon."""
    shouted = token.text.isupper() and text.isupper() and len(text) > 1
    typed = not token.whitespace_ and token.i + 2 < len(token.doc)
    typed = typed and token.nbor(1).text == "-" and token.nbor(2).text[0].isdigit()
    return not (shouted or typed or any(c.isdigit() for c in text))


def _is_latin1(text: str) -> bool:
    return all(c <= "ÿ" for c in text)


def _nearest(found: list[tuple[int, Told]], at: int) -> Told:
    """The last that was told before a token, else the first."""
    before = [one for one in found if one[0] <= at]
    return max(before, key=lambda one: one[0])[1] if before else found[0][1]
