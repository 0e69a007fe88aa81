"""Parsed words onto the spaCy Doc: heads, labels, tags, features, lemmas, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from spacy.tokens import Doc, Span, Token

from kroniek.parser.decode import OUTSIDE, ROOT, Parsed
from kroniek.parser.lemmatise import Lemmatiser
from kroniek.parser.parts import Part, sentences

JOINT = "parataxis"  # attaches the parts of a sentence too long for the encoder
PARTICLE = "compound:prt"
NOUN_LABELS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj"})
SPACE_TAG, SPACE_LABEL, SPACY_ROOT = "SPACE", "dep", "ROOT"
NAME_TAG, NAME_PART = "PROPN", "flat"


@dataclass
class _Row:
    """What a token gets. `head` is its head's number."""

    head: int
    label: str = SPACE_LABEL
    tag: str = SPACE_TAG
    feats: str = ""
    script: str = ""
    entity: str = OUTSIDE
    lemma: str = ""


def annotate(
    doc: Doc, parsed: Sequence[tuple[Part, Sequence[Parsed]]], lemmatiser: Lemmatiser
) -> Doc:
    """Set on `doc` what `parsed` says."""
    rows = [_Row(head=token.i) for token in doc]
    _fill(rows, parsed)
    _pass_over(rows, doc)
    _attach_spaces(doc, rows)
    _make_nouns(doc, rows, lemmatiser)
    _lemmatise(doc, rows, lemmatiser)
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    distances = np.array([row.head - number for number, row in enumerate(rows)], np.int64)
    columns = [
        distances.astype(np.uint64),
        [strings.add(SPACY_ROOT if row.label == ROOT else row.label) for row in rows],
        [strings.add(row.tag) for row in rows],
        [strings.add(row.lemma) for row in rows],
        [morphology.add(row.feats) for row in rows],
    ]
    array = np.stack([np.asarray(column, np.uint64) for column in columns], axis=1)
    doc.from_array(["HEAD", "DEP", "POS", "LEMMA", "MORPH"], array)  # type: ignore[arg-type]
    doc.set_ents(_spans(doc, [row.entity for row in rows]))
    return doc


def _fill(rows: list[_Row], parsed: Sequence[tuple[Part, Sequence[Parsed]]]) -> None:
    """The words' own rows; the tree of a part that continues hangs on the one before."""
    root = 0
    for part, words in parsed:
        joins = part.continues and not words[0].starts
        for at, (number, word) in enumerate(zip(part.tokens, words, strict=True)):
            row = _Row(
                part.tokens[at + word.head], word.label, word.tag, word.feats, word.script,
                word.entity,
            )  # fmt: skip
            if word.head == 0 and joins:
                row.head, row.label, joins = root, JOINT, False
            elif word.head == 0:
                root = number
            rows[number] = row


def _pass_over(rows: list[_Row], doc: Doc) -> None:
    """Words of sentences that are not parsed keep their tags and hang on the first of theirs; of
    proper nouns side by side all hang on the first.
    """
    for words in sentences(doc) if doc._.passed_over else ():
        first = name = words[0]
        for word in words if first.i in doc._.passed_over else ():
            row = _Row(first.i, ROOT if word == first else SPACE_LABEL, word.pos_)
            if word.pos_ != NAME_TAG or not word.i or doc[word.i - 1].pos_ != NAME_TAG:
                name = word
            if word not in (name, first):
                row.head, row.label = name.i, NAME_PART
            rows[word.i] = row


def _attach_spaces(doc: Doc, rows: list[_Row]) -> None:
    """Whitespace hangs on the word before it, or on the first word; alone it is a root."""
    before = next((token.i for token in doc if not token.is_space), 0)
    for token in doc:
        if not token.is_space:
            before = token.i
        else:
            rows[token.i].head = before
            rows[token.i].label = ROOT if before == token.i else SPACE_LABEL


def _make_nouns(doc: Doc, rows: list[_Row], lemmatiser: Lemmatiser) -> None:
    """A verb in a noun's place is a noun, if it is known as a noun only ("dat de NAVO troepen
    zal sturen").
    """
    for token, row in zip(doc, rows, strict=True):
        if row.tag == "VERB" and row.label in NOUN_LABELS and lemmatiser.is_noun(token.lower_):
            row.tag, row.feats, row.script = "NOUN", "", ""


def _lemmatise(doc: Doc, rows: list[_Row], lemmatiser: Lemmatiser) -> None:
    apart: dict[int, list[str]] = {}
    for token, row in zip(doc, rows, strict=True):
        joins = lemmatiser.rules.particles_join and row.label == PARTICLE
        if joins and rows[row.head].tag == "VERB":
            apart.setdefault(row.head, []).append(token.lower_)
    for token, row in zip(doc, rows, strict=True):
        if row.tag == SPACE_TAG:
            row.lemma, token._.parts = token.text, (token.text,)
        else:
            row.lemma, token._.parts = lemmatiser.lemma(
                token.text, row.tag, row.script, apart.get(token.i, ())
            )


def _spans(doc: Doc, labels: Sequence[str]) -> list[Span]:
    """Spans of BIO labels; whitespace inside a name belongs to it."""
    spans: list[Span] = []
    begin = end = 0
    for number, label in enumerate([*labels, OUTSIDE]):
        if number < len(doc) and doc[number].is_space:
            continue
        if end > begin and label.startswith("I-"):
            end = number + 1
            continue
        if end > begin:
            spans.append(Span(doc, begin, end, labels[begin][2:]))
            begin = end = number
        if label.startswith("B-"):
            begin, end = number, number + 1
    return spans


def _head_lemma(token: Token) -> str:
    parts = token._.parts
    return str(parts[-1]) if parts else str(token.lemma_)


Token.set_extension("parts", default=(), force=True)
Token.set_extension("head_lemma", getter=_head_lemma, force=True)
