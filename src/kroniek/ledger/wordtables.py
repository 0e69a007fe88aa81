"""Tables of words that stand for names, and where a text first has one of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_EXPRESSION = re.compile(r"[\\(?]")
_WORD = re.compile(r"\w+")


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all words; `*` stands for letters, a space for any space. A word that holds
    a bracket or backslash is a regular expression already.
    """
    made = [_one(word) for word in sorted(map(str, words), key=lambda w: (-len(w), w))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(made)})(?!\w)" if made else r"(?!)", re.IGNORECASE)


def _one(word: str) -> str:
    if _EXPRESSION.search(word):
        return word.replace(" ", r"\s+")
    escaped = re.escape(word).replace(r"\ ", r"\s+")
    return escaped.replace(r"\*", r"[\w'’-]*")


class WordTable:
    """Names with the words that stand for each. To search a text costs a look at each of its words,
    however many words the table has: for a word seen before, what may begin with it is known.
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self.names = tuple(table)
        self._entries = [
            (name, _begins(word), pattern([word]))
            for name, words in table.items()
            for word in sorted(map(str, words), key=lambda w: -len(w))
        ]
        self._known: dict[str, list[tuple[str, re.Pattern[str]]]] = {}

    def first(self, text: str) -> dict[str, tuple[int, int]]:
        """Each name that a text has words for: where they first begin, and how long they are."""
        found: dict[str, tuple[int, int]] = {}
        for word in _WORD.finditer(text):
            for name, wanted in self._beginning(word.group().casefold()):
                if name not in found and (match := wanted.match(text, word.start())):
                    found[name] = match.start(), match.end() - match.start()
        return found

    def _beginning(self, word: str) -> list[tuple[str, re.Pattern[str]]]:
        """The entries that may begin with a word."""
        if word not in self._known:
            self._known[word] = [
                (name, wanted) for name, begins, wanted in self._entries if begins.fullmatch(word)
            ]
        return self._known[word]


def _begins(word: str) -> re.Pattern[str]:
    """The first letters and digits of an entry; those of an expression may be any."""
    if _EXPRESSION.search(word):
        return re.compile(r"\w+")
    head = re.match(r"[\w*]+", word)
    return re.compile((head.group() if head else r"*").replace("*", r"\w*"), re.IGNORECASE)
