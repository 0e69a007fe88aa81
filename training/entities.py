"""Names in treebanks: GUM's entity spans cut to names, and silver spans for other treebanks.

What a word may be is a set of BIO labels, as bits: one bit where the label is known, several
where only part of it is (a name of unknown kind), all where nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import reduce

from training.conllu import Sentence, Word

KINDS = ("PER", "LOC", "ORG", "MISC")
LABELS = ("O", *(f"{place}-{kind}" for kind in KINDS for place in "BI"))
UNKNOWN = 0  # no bit: nothing is known
OUTSIDE = 1

GUM_KINDS = {"person": "PER", "place": "LOC", "organization": "ORG", "time": "O", "quantity": "O"}
PEOPLES = "MISC"  # "Afghans": persons in GUM
OTHER_KIND = "MISC"  # GUM's abstract, object, event, animal, plant, substance

LINKS = frozenset({"ADP", "DET", "PART", "SYM"})  # may stand between the words of a name
JOINERS = frozenset({"-", "&", "/", "’s", "'s", "."})
IN_NAME = frozenset({"flat", "compound", "flat:name", "goeswith"})
OTHERS = frozenset({"nmod", "nmod:poss", "appos", "conj", "obl"})  # not of a person's name
MOST_LINKS = 2  # words between two words of a name ("of the")

_PART = re.compile(r"\(([^()]+)(\)?)|([^()]+)\)")


@dataclass(frozen=True)
class Span:
    """Words `start` to `end` (from 0, end excluded) with a kind of KINDS, or `O`."""

    start: int
    end: int
    kind: str


def bits(*labels: str) -> int:
    """A set of labels as bits."""
    return reduce(int.__or__, (1 << LABELS.index(label) for label in labels), 0)


ANY_BEGIN = bits(*(f"B-{kind}" for kind in KINDS))
ANY_INSIDE = bits(*(f"I-{kind}" for kind in KINDS))


def mentions(sentence: Sentence) -> list[Span]:
    """All of GUM's mentions that begin and end in the sentence, the longest first."""
    found: list[Span] = []
    opened: list[tuple[str, int, str]] = []
    for number, word in enumerate(sentence.words):
        field = next((f[7:] for f in word.misc.split("|") if f.startswith("Entity=")), "")
        for begun, whole, ended in _PART.findall(field):
            if begun:
                name, kind = begun.split("-")[:2]
                opened.append((name, number, kind))
            if whole or ended:
                last = (ended or begun).split("-")[0]
                at = next((i for i in reversed(range(len(opened))) if opened[i][0] == last), None)
                if at is not None:
                    _, start, kind = opened.pop(at)
                    found.append(Span(start, number + 1, GUM_KINDS.get(kind, OTHER_KIND)))
    return sorted(found, key=lambda span: (span.start - span.end, span.start))


def named(sentence: Sentence) -> list[Span]:
    """GUM's mentions whose head is a proper noun, cut to the name around it; none overlap."""
    taken = [False] * len(sentence.words)
    found: list[Span] = []
    for mention in mentions(sentence):
        name = _name_in(sentence, mention)
        if name is not None and not any(taken[name.start : name.end]):
            taken[name.start : name.end] = [True] * (name.end - name.start)
            found.append(name)
    return sorted((span for span in found if span.kind != "O"), key=lambda span: span.start)


def _name_in(sentence: Sentence, span: Span) -> Span | None:
    words = sentence.words
    inside = range(span.start, span.end)
    heads = [i for i in inside if words[i].head - 1 not in inside]
    if len(heads) != 1 or words[heads[0]].tag != "PROPN":
        return None
    kind = span.kind
    if kind == "PER" and "Number=Plur" in words[heads[0]].feats:
        kind = PEOPLES
    start = end = heads[0]
    links = kind != "PER"
    while (before := _next(words, start, -1, span.start, links)) is not None:
        start = before
    while (after := _next(words, end, 1, span.end - 1, links)) is not None:
        end = after
    return Span(start, end + 1, kind)


def _next(words: Sequence[Word], at: int, step: int, last: int, links: bool) -> int | None:
    """The next word of the name from `at` on, over linking words; None at its end."""
    for ahead in range(1, MOST_LINKS + 2):
        number = at + step * ahead
        if number * step > last * step:
            return None
        word = words[number]
        if _name_word(word) and (links or word.relation not in OTHERS):
            return number
        linking = word.form in JOINERS or (links and word.tag in LINKS)
        if not linking or (not word.form[:1].islower() and word.form not in JOINERS):
            return None
    return None


def _name_word(word: Word) -> bool:
    return word.tag == "PROPN" or (
        word.form[:1].isupper() and word.tag in {"ADJ", "NOUN", "VERB", "X"}
    )


def nationality(word: Word) -> bool:
    """Whether a word is an adjective written with a capital even in its lemma ("Frans")."""
    return (
        word.tag == "ADJ"
        and word.lemma[:1].isupper()
        and word.form[:1].isupper()
        and word.form != word.form.upper()
        and word.lemma.isalpha()
    )


def gold_bits(sentence: Sentence) -> list[int]:
    """What each word is, for a sentence of GUM."""
    found = [bits("B-MISC") if nationality(word) else OUTSIDE for word in sentence.words]
    for span in named(sentence):
        found[span.start] = bits(f"B-{span.kind}")
        found[span.start + 1 : span.end] = [bits(f"I-{span.kind}")] * (span.end - span.start - 1)
    return found


def silver_bits(
    sentence: Sentence, places: Collection[str], not_names: Collection[str]
) -> list[int]:
    """What each word may be, for a treebank without entities: runs of proper nouns are names.

    `places` are countries' names, `not_names` those of months and days, in lower case.
    """
    words = sentence.words
    found = [_outside_run(words, number) for number in range(len(words))]
    number = 0
    while number < len(words):
        end = number
        while end < len(words) and words[end].tag == "PROPN":
            end += 1
        if end > number:
            found[number:end] = _run(words, number, end, places, not_names)
        number = max(end, number + 1)
    return found


def _outside_run(words: Sequence[Word], number: int) -> int:
    word = words[number]
    beside = any(
        other.tag == "PROPN" for other in words[max(0, number - 1) : number + 2] if other != word
    )
    if nationality(word) and not beside:
        return bits("B-MISC")
    near = any(
        other.tag == "PROPN"
        for other in words[max(0, number - MOST_LINKS) : number + MOST_LINKS + 1]
    )
    doubtful = word.form[:1].isupper() or word.tag in LINKS | {"X", "CCONJ", "NUM"}
    doubtful = doubtful or word.form in JOINERS
    if (near and doubtful) or (word.form[:1].isupper() and number > 0):
        return UNKNOWN
    return OUTSIDE


def _run(
    words: Sequence[Word],
    start: int,
    end: int,
    places: Collection[str],
    not_names: Collection[str],
) -> list[int]:
    text = " ".join(word.form for word in words[start:end]).lower()
    if text in places:
        return [bits("B-LOC"), *[bits("I-LOC")] * (end - start - 1)]
    found: list[int] = []
    for number in range(start, end):
        word = words[number]
        if word.form.lower().rstrip(".") in not_names:
            found.append(OUTSIDE)
        elif number == start or words[number - 1].form.lower() in not_names:
            found.append(ANY_BEGIN)
        elif _linked(words, start, number):
            found.append(ANY_INSIDE)
        else:
            found.append(ANY_BEGIN | ANY_INSIDE)
    return found


def _linked(words: Sequence[Word], start: int, number: int) -> bool:
    """Whether a word and the one before it are parts of one name, by the tree."""
    here, before = words[number], words[number - 1]
    return (here.relation in IN_NAME and start <= here.head - 1 < number) or (
        before.relation in IN_NAME and before.head - 1 == number
    )


def spans(labels: Sequence[str]) -> list[Span]:
    """The spans of BIO labels; an `I-` that continues nothing begins a span."""
    found: list[Span] = []
    for number, label in enumerate([*labels, "O"]):
        place, _, kind = label.partition("-")
        goes_on = place == "I" and found and found[-1].end == number and found[-1].kind == kind
        if goes_on and number < len(labels):
            found[-1] = Span(found[-1].start, number + 1, kind)
        elif place in {"B", "I"}:
            found.append(Span(number, number + 1, kind))
    return found
