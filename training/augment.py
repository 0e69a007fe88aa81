"""Noise that makes treebank sentences look like news, with every word's annotation kept.

A sentence's words come with their entity bits; a dateline comes back as a sentence of its own.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from training.conllu import Sentence, Word
from training.entities import OUTSIDE, UNKNOWN, bits

FINAL = frozenset({".", "!", "?"})
OPEN = "?"  # features that differ from treebank to treebank, so nothing is learnt of them

TYPOGRAPHIC = 0.3  # chances
NO_FINAL = 0.12
CAPITALS = 0.03
CAPITAL_NAMES = 0.03
TITLE = 0.03
LOWER = 0.03
BULLET = 0.02
DATELINE = 0.03


@dataclass(frozen=True)
class Marked:
    """A sentence and what its words may be as entities (see `training.entities`)."""

    words: tuple[Word, ...]
    entities: tuple[int, ...]

    def sentence(self) -> Sentence:
        """The words alone."""
        return Sentence(self.words)


@dataclass(frozen=True)
class Noise:
    """What is put in: signs and agencies from noise.yaml, places and months given."""

    places: Sequence[str]
    months: Sequence[str]
    agencies: Sequence[str] = ()
    dashes: Sequence[str] = ()
    bullets: Sequence[str] = ()
    double_quotes: Sequence[Sequence[str]] = ()
    single_quotes: Sequence[Sequence[str]] = ()
    double_marks: Sequence[str] = ()
    single_marks: Sequence[str] = ()

    @classmethod
    def load(cls, places: Sequence[str], months: Sequence[str]) -> Noise:
        """With the signs of noise.yaml."""
        raw = yaml.safe_load(Path(__file__).with_name("noise.yaml").read_text(encoding="utf-8"))
        return cls(places, months, **raw)


def augment(marked: Marked, noise: Noise, chance: random.Random) -> list[Marked]:
    """The sentence with noise, after a dateline or not."""
    if chance.random() < TYPOGRAPHIC:
        marked = typographic(marked, noise, chance)
    dateline_before = chance.random() < DATELINE
    draw = chance.random()
    if draw < CAPITALS:
        marked = recased(marked, "capitals")
    elif draw < CAPITALS + CAPITAL_NAMES:
        marked = recased(marked, "names")
    elif draw < CAPITALS + CAPITAL_NAMES + TITLE:
        marked = without_final(recased(marked, "title"))
    elif draw < CAPITALS + CAPITAL_NAMES + TITLE + LOWER:
        marked = recased(marked, "lower")
    if chance.random() < NO_FINAL:
        marked = without_final(marked)
    if chance.random() < BULLET:
        marked = bulleted(marked, noise, chance)
    return [dateline(noise, chance), marked] if dateline_before else [marked]


def typographic(marked: Marked, noise: Noise, chance: random.Random) -> Marked:
    """Quotation marks of another style, and dashes."""
    pairs = {
        "double": chance.choice(noise.double_quotes),
        "single": chance.choice(noise.single_quotes),
    }
    dash = chance.choice(noise.dashes)
    apostrophe = chance.choice(("'", "’"))
    opened = {"double": False, "single": False}
    words = []
    for word in marked.words:
        form = word.form
        kind = _mark(word, noise)
        if kind:
            form = pairs[kind][opened[kind]]
            opened[kind] = not opened[kind]
        elif word.tag == "PUNCT" and form in noise.dashes:
            form = dash
        elif len(form) > 1 and "'" in form and word.tag != "PUNCT":
            form = form.replace("'", apostrophe)
        lemma = form if word.lemma == word.form and word.tag == "PUNCT" else word.lemma
        words.append(replace(word, form=form, lemma=lemma))
    return Marked(tuple(words), marked.entities)


def _mark(word: Word, noise: Noise) -> str:
    if word.tag != "PUNCT":
        return ""
    if word.form in noise.double_marks:
        return "double"
    return "single" if word.form in noise.single_marks else ""


def recased(marked: Marked, how: str) -> Marked:
    """All words in `capitals`, all `lower`, with a first capital (`title`), or `names` in capitals.

    Entities stay; but a nationality in capitals can't be told from other words, and neither
    can names in lower case, so their labels count as unknown there.
    """
    words = []
    for number, word in enumerate(marked.words):
        form = word.form
        if how == "capitals" or (how == "names" and word.tag == "PROPN"):
            form = form.upper()
        elif how == "lower":
            form = form.lower()
        elif how == "title" and (number == 0 or len(form) > 3 or word.tag not in {"ADP", "DET"}):
            form = form[:1].upper() + form[1:]
        words.append(replace(word, form=form if len(form) == len(word.form) else word.form))
    entities = marked.entities
    if how == "lower":
        entities = tuple(one if one == OUTSIDE else UNKNOWN for one in entities)
    return Marked(tuple(words), entities)


def without_final(marked: Marked) -> Marked:
    """Without the full stop that ends it, if another word is left and none depends on the stop."""
    words = marked.words
    number = len(words)
    if number < 2 or words[-1].form not in FINAL or any(word.head == number for word in words):
        return marked
    if words[-1].head == 0:
        return marked
    return Marked((*words[:-2], replace(words[-2], space_after=True)), marked.entities[:-1])


def bulleted(marked: Marked, noise: Noise, chance: random.Random) -> Marked:
    """With a bullet in front, as punctuation of the root."""
    root = next(number for number, word in enumerate(marked.words, start=1) if word.head == 0)
    form = chance.choice(noise.bullets)
    bullet = Word(form, form, "PUNCT", "_", root + 1, "punct")
    moved = [replace(word, head=word.head + 1 if word.head else 0) for word in marked.words]
    return Marked((bullet, *moved), (OUTSIDE, *marked.entities))


def dateline(noise: Noise, chance: random.Random) -> Marked:
    """A dateline, a sentence of its own: "MOSKOU (ANP) -", "London, June 3 -", "PARIS -"."""
    place = chance.choice(noise.places)
    parts = place.split(" ")
    shown = [part.upper() for part in parts] if chance.random() < 0.6 else parts
    words = [_name(form, part, 0 if at == 0 else 1, "root" if at == 0 else "flat")
             for at, (form, part) in enumerate(zip(shown, parts, strict=True))]  # fmt: skip
    entities = [bits("B-LOC"), *[bits("I-LOC")] * (len(parts) - 1)]
    draw = chance.random()
    if draw < 0.25:
        at = len(words)
        words[-1] = replace(words[-1], space_after=False)
        month = chance.choice(noise.months)
        words += [
            Word(",", ",", "PUNCT", "_", at + 2, "punct"),
            _name(month, month, 1, "nmod:unmarked"),
            Word(day := str(chance.randint(1, 31)), day, "NUM", OPEN, at + 2, "nummod"),
        ]
        entities += [OUTSIDE] * 3
    if draw < 0.7:
        at = len(words)
        agency = chance.choice(noise.agencies)
        words += [
            Word("(", "(", "PUNCT", "_", at + 2, "punct", space_after=False),
            replace(_name(agency, agency, 1, "list"), space_after=False),
            Word(")", ")", "PUNCT", "_", at + 2, "punct"),
        ]
        entities += [OUTSIDE, bits("B-ORG"), OUTSIDE]
    dash = chance.choice(noise.dashes)
    words.append(Word(dash, dash, "PUNCT", "_", 1, "punct"))
    return Marked(tuple(words), (*entities, OUTSIDE))


def _name(form: str, lemma: str, head: int, relation: str) -> Word:
    return Word(form, lemma, "PROPN", OPEN, head, relation)


def joined(parts: Sequence[Marked]) -> tuple[Marked, tuple[bool, ...]]:
    """Sentences one after another as one, each with its root, and where they begin."""
    words: list[Word] = []
    starts: list[bool] = []
    for part in parts:
        before = len(words)
        words += [replace(word, head=word.head + before if word.head else 0) for word in part.words]
        starts += [True] + [False] * (len(part.words) - 1)
    entities = tuple(one for part in parts for one in part.entities)
    return Marked(tuple(words), entities), tuple(starts)
