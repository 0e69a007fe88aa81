"""Where sentences begin, by punctuation, line breaks and abbreviations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.parser.rules import TokenRules, load_rules

NAME = "kroniek_sentences"
SPACY_START = {True: 1, None: 0, False: -1}
FINAL = frozenset(".!?…")
CLOSING = frozenset((*"\"'”’“»«)]›", "''"))
OPENING = frozenset((*"\"'“‘„”’»«([‹", ",,", "``"))
BULLETS = frozenset("•*·▪■►-–—")
BREAKS = "\n\r\x0b\x0c\x85\u2028"
PARAGRAPH = "\u2029"
SHORT_LINE = 55  # characters; shorter lines than those of wrapped text are headlines or lists


class SentenceRules:
    """A spaCy component that sets `is_sent_start`: True, False, or None where no rule tells.

    A sentence begins at the code point `doc._.body_start`, where a dateline ends.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.rules: TokenRules = load_rules(language)

    def __call__(self, doc: Doc) -> Doc:
        """Mark the sentence starts of `doc`."""
        words = [token for token in doc if not token.is_space]
        marks = np.full((len(doc), 1), SPACY_START[False], np.int64)
        for token, mark in zip(words, starts(_words(doc.text, words), self.rules), strict=True):
            marks[token.i] = SPACY_START[mark]
        body = next((t.i for t in words if doc._.body_start and t.idx >= doc._.body_start), None)
        if body is not None:
            marks[body] = SPACY_START[True]
        doc.from_array(["SENT_START"], marks.astype(np.uint64))  # type: ignore[arg-type]
        return doc


@dataclass(frozen=True)
class Word:
    """A word, what stands between it and the word before, and the length of the line so far."""

    text: str
    gap: str
    column: int

    @property
    def breaks(self) -> int:
        """Line breaks before the word; the sign for a paragraph counts as two."""
        lines = self.gap.replace("\r\n", "\n")
        return sum(map(lines.count, BREAKS)) + 2 * lines.count(PARAGRAPH)


def _words(text: str, tokens: Sequence[Token]) -> list[Word]:
    words: list[Word] = []
    end = line = 0
    for token in tokens:
        words.append(Word(token.text, text[end : token.idx], end - line))
        if words[-1].breaks:
            line = token.idx
        end = token.idx + len(token)
    return words


def starts(words: Sequence[Word], rules: TokenRules) -> list[bool | None]:
    """For each word, whether it begins a sentence; None where no rule tells."""
    marks: list[bool | None] = []
    for position, word in enumerate(words):
        if position == 0 or word.breaks > 1 or (word.breaks and _breaks_line(words, position)):
            marks.append(True)
        else:
            marks.append(_after_end(words, position, marks, rules))
    return marks


def _breaks_line(words: Sequence[Word], position: int) -> bool:
    """Whether a single line break before the word ends a headline, an item or a paragraph."""
    before, here = words[position - 1].text, words[position]
    if here.text[0] in BULLETS:
        return True
    if here.text[0].islower():
        return False
    if before[-1] in FINAL or before == ":":
        return before[-1] != "." or len(before) == 1
    return here.column < SHORT_LINE and before != ","


def _after_end(
    words: Sequence[Word], position: int, marks: Sequence[bool | None], rules: TokenRules
) -> bool | None:
    """Whether what stands before the word ends a sentence, and the word may begin one."""
    end = _last_but_closing(words, position)
    last, here = words[end].text, words[position]
    if last[-1] not in FINAL or (here.text in CLOSING and not here.gap):
        return None
    if not here.gap:
        return _glued(words, position) or None
    following = _first_word(words, position)
    closed = end < position - 1
    if following[:1].islower():
        return None
    if last[-1] != "." or last.endswith(".."):
        return True if not closed or last[-1] in ".…" or _opens(following, rules) else None
    return True if closed else _after_full_stop(words, end, following, marks, rules)


def _after_full_stop(
    words: Sequence[Word],
    end: int,
    following: str,
    marks: Sequence[bool | None],
    rules: TokenRules,
) -> bool | None:
    """Whether a full stop ends a sentence, from the word it stands behind and the one after."""
    last = words[end].text
    alone = last == "." and end > 0
    stem = words[end - 1].text if alone else last[:-1]
    begins = marks[end - 1] if alone else marks[end]
    if stem in rules.never_last or (stem.isdigit() and begins):
        return False
    if stem in rules.before_number and following[:1].isdigit():
        return False
    if len(stem) == 1 and stem.isalpha():
        return _opens(following, rules)
    if stem in rules.sometimes_last or (not alone and "." in stem):
        return _opens(following, rules) or None
    return True


def _opens(word: str, rules: TokenRules) -> bool:
    return word[:1].isupper() and word.lower() in rules.openers


def _last_but_closing(words: Sequence[Word], position: int) -> int:
    """The word before `position`, quotes and brackets closed right behind it left out."""
    end = position - 1
    while end > 0 and words[end].text in CLOSING and not words[end].gap:
        end -= 1
    return end


def _first_word(words: Sequence[Word], position: int) -> str:
    """The first word from `position` on that is no opening quote or bracket."""
    while position < len(words) - 1 and words[position].text in OPENING:
        position += 1
    return words[position].text


def _glued(words: Sequence[Word], position: int) -> bool:
    """Whether only the space is missing after the end ("zei hij.Daarna ...")."""
    if position < 2:
        return False
    stem, stop, here = (words[position + i].text for i in (-2, -1, 0))
    return stop in FINAL and stem.isalpha() and stem.islower() and len(stem) > 1 and here.istitle()


@Language.factory(NAME, assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> SentenceRules:  # noqa: ARG001
    """The component `kroniek_sentences`."""
    return SentenceRules(str(nlp.lang))


if not Doc.has_extension("body_start"):
    Doc.set_extension("body_start", default=0)
