"""The parts of a compound that no table holds: "vrouwentoernooi" is vrouw + toernooi.

What is known of parts comes from the lemmas of one language (`vrouw_toernooi`); which letters
may link them, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

SEPARATOR = "_"
SHORTEST_HEAD, SHORTEST_FIRST = 3, 2  # letters
LEAST_LINK = 3  # compounds that a linking text must be seen in
UNKNOWN_HEAD = -6.0  # how much an unknown part lowers a split, in nats; and for each letter:
UNKNOWN_FIRST = -4.0
UNKNOWN_LETTER = -0.9
UNKNOWN_START = -4.0  # an unknown head that begins as no known word does
START = 3  # letters
LINKED_WORD = -1.5  # a known word with a link that it was not seen with


@dataclass(frozen=True)
class Compounds:
    """How often a text ends compounds or is a word, and what the first parts stand for.

    `firsts` maps a first part with its linking letters ("vrouwen") to its lemma ("vrouw").
    """

    heads: Mapping[str, float]
    firsts: Mapping[str, str]
    words: Mapping[str, float]
    links: tuple[str, ...]
    starts: frozenset[str]

    @classmethod
    def learn(cls, lemmas: Iterable[tuple[str, str]]) -> Compounds:
        """From (form, lemma) of nouns and adjectives, SEPARATOR between a lemma's parts."""
        heads: Counter[str] = Counter()
        words: Counter[str] = Counter()
        firsts: dict[str, Counter[str]] = {}
        links: Counter[str] = Counter()
        for form, lemma in lemmas:
            parts = lemma.lower().strip(SEPARATOR).split(SEPARATOR)
            heads[parts[-1]] += 1
            words.update(parts)
            if len(parts) > 1:
                _learn_firsts(form.lower(), parts, firsts, links)
        return cls(
            heads={word: log(1 + count) for word, count in heads.items()},
            firsts={
                text: max(sorted(found), key=found.__getitem__) for text, found in firsts.items()
            },
            words={word: log(1 + count) for word, count in words.items()},
            starts=frozenset(word[:START] for word in words),
            links=tuple(sorted(link for link, n in links.items() if n >= LEAST_LINK and link)),
        )

    def split(self, word: str) -> str:
        """A compound, with SEPARATOR between its parts; the word itself if it has no place for it.

        The best place is where both sides are known best; of equal ones the first.
        """
        pieces = [piece for piece in word.split("-") if piece]
        if len(pieces) > 1:
            return SEPARATOR.join([*map(self.written, pieces[:-1]), pieces[-1]])
        places = range(SHORTEST_FIRST, len(word) - SHORTEST_HEAD + 1)
        if not places:
            return word
        low = word.lower()
        best = max(places, key=lambda at: (self.fit(low[:at], low[at:]), -at))
        if self._head(low[best:]) < 0 and (best < START or self._first(low[:best])[0] < 0):
            return word
        parts = (self.written(word[:best]), word[best:])
        return SEPARATOR.join(map(self.split_if_known, parts))

    def split_if_known(self, word: str) -> str:
        """As `split`, but only where both sides are known."""
        if word.lower() in self.words:
            return word
        split = self.split(word)
        first, _, head = split.lower().rpartition(SEPARATOR)
        known = head in self.heads and (first in self.words or "-" in word)
        return split if known else word

    def fit(self, first: str, head: str) -> float:
        """How well two parts are known, in nats; negative if one is not."""
        return self._first(first)[0] + self._head(head)

    def written(self, text: str) -> str:
        """The lemma of a first part, in capitals where the text has them."""
        first = self._first(text.lower())[1]
        return text[: len(first)] if text.lower().startswith(first) else first

    def _head(self, text: str) -> float:
        if text in self.heads:
            return self.heads[text]
        start = 0.0 if text[:START] in self.starts else UNKNOWN_START
        return UNKNOWN_HEAD + UNKNOWN_LETTER * len(text) + start

    def _first(self, text: str) -> tuple[float, str]:
        """How well a first part is known, and its lemma."""
        if text in self.firsts:
            return 1.0 + self.words.get(self.firsts[text], 0.0), self.firsts[text]
        if text in self.words:
            return self.words[text], text
        known = [
            (self.words[bare] + LINKED_WORD, bare)
            for link in self.links
            if text.endswith(link) and (bare := text[: -len(link)]) in self.words
        ]
        return max(known, default=(UNKNOWN_FIRST + UNKNOWN_LETTER * len(text), text))


def _learn_firsts(
    form: str, parts: list[str], firsts: dict[str, Counter[str]], links: Counter[str]
) -> None:
    """The texts of the first parts in the form, by where the next part begins."""
    rest = form
    for part, after in pairwise(parts):
        at = rest.find(after[:3], max(1, len(part) - 2))
        if at < 0 or len(part) < SHORTEST_FIRST or not rest.startswith(part[:2]):
            return
        text, rest = rest[:at], rest[at:]
        firsts.setdefault(text, Counter())[part] += 1
        if text.startswith(part):
            links[text[len(part) :]] += 1
