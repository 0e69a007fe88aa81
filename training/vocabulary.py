"""Which of the encoder's 250,002 pieces are kept: those that the languages and names need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from wordfreq import top_n_list

from kroniek.parser.pieces import SPACE, PieceTokeniser
from training import names
from training.conllu import Sentence
from training.wheel import Pieces

FREQUENT_WORDS = 80_000  # of each language
SPECIAL = 10  # the first pieces (specials, punctuation) always stay
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
LAST_LATIN = 0x250  # letters below, with diacritics
SIGNS = range(0x2000, 0x2200)


def words(languages: Sequence[str], lists: Iterable[Path]) -> list[str]:
    """Words whose pieces are kept: frequent ones, places, and the words of text files `lists`."""
    found = [word for name in languages for word in top_n_list(name, FREQUENT_WORDS)]
    for name in (*names.countries(languages), *names.cities(), *names.months(languages)):
        found += name.split()
    return list(dict.fromkeys([*found, *of_files(lists)]))


def of_files(paths: Iterable[Path]) -> list[str]:
    """The words of text files, whatever else is in them."""
    return [word for path in paths for word in WORD.findall(path.read_text(encoding="utf-8"))]


def choose(
    pieces: Pieces, tokeniser: PieceTokeniser, sentences: Iterable[Sentence], words: Iterable[str]
) -> list[int]:
    """Numbers of the pieces worth keeping, in order.

    `words` are taken as they are, capitalised, in capitals, and without a space before.
    """
    keep = set(range(SPECIAL))
    for sentence in sentences:
        for word in sentence.words:
            keep.update(tokeniser.word(word.form, True))
            keep.update(tokeniser.word(word.form, False))
    for text in words:
        keep.update(tokeniser.word(text, False))
        for form in (text, text[:1].upper() + text[1:], text.upper()):
            keep.update(tokeniser.word(form, True))
    for number, piece in enumerate(pieces.pieces):
        bare = piece.lstrip(SPACE)
        if not bare or (len(bare) == 1 and (ord(bare) < LAST_LATIN or ord(bare) in SIGNS)):
            keep.add(number)
    return sorted(keep)
