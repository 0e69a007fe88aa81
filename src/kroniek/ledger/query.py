"""What someone types to search for, understood: words, "exact phrases", begin*, -not, OR."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

MOST_TERMS: Final = 32
"""Words and phrases of a query that count; what follows is left out. More make SQLite's
expression tree too deep."""

_TERM: Final = re.compile(r'(-?)(?:"([^"]*)"?|([^\s"]+))')
_WORD: Final = re.compile(r"[^\W_]+")
_OR: Final = "OR"


@dataclass(frozen=True)
class Term:
    """Words that stand next to each other, folded; `begins` when the last one may go on."""

    words: tuple[str, ...]
    begins: bool = False


@dataclass(frozen=True)
class Query:
    """An article must have a term of each of `all` (alternatives) and none of `none`."""

    all: tuple[tuple[Term, ...], ...] = ()
    none: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.all)


def parse(text: str) -> Query:
    """Understands any text: signs that mean nothing are passed over, never an error."""
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    joins = False
    for number, (minus, phrase, word) in enumerate(_TERM.findall(text)):
        if number == MOST_TERMS:
            break
        if word == _OR and not minus:
            joins = True
            continue
        words = tuple(_WORD.findall(fold(phrase or word)))
        if not words:
            continue
        term = Term(words, begins=word.endswith("*"))
        if minus:
            unwanted.append(term)
        elif joins and wanted:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        joins = False
    return Query(tuple(map(tuple, wanted)), tuple(unwanted))


def fold(text: str) -> str:
    """Text in lower case and without diacritics, as the indexes have it."""
    apart = unicodedata.normalize("NFD", text)
    return "".join(sign for sign in apart if not "\u0300" <= sign <= "\u036f").lower()


def words_in(text: str) -> list[tuple[int, int, str]]:
    """The words of a text: start, end, and the word folded."""
    return [(found.start(), found.end(), fold(found[0])) for found in _WORDS_TOLD.finditer(text)]


_WORDS_TOLD: Final = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
