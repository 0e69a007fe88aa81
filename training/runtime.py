"""The shipped pipeline on treebank sentences: with their words given, and from raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.parser import component, sentences, tokens
from training.conllu import Sentence, Word
from training.entities import Span
from training.scores import Placed

TOGETHER = 40  # sentences to a Doc
ROOT, SPACY_ROOT = "root", "ROOT"


def pipeline(language: str, weights: Path, threads: int) -> Language:
    """The runtime's pipeline with the weights in a folder."""
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": tokens.TOKENISER}}})
    nlp.add_pipe(sentences.NAME)
    nlp.add_pipe(component.NAME, config={"threads": threads, "weights": str(weights)})
    return nlp


def parse(nlp: Language, gold: Sequence[Sentence]) -> tuple[list[Sentence], list[list[Span]]]:
    """The same words and sentences with the pipeline's annotation, and the entities in each."""
    found: list[Sentence] = []
    entities: list[list[Span]] = []
    for first in range(0, len(gold), TOGETHER):
        group = gold[first : first + TOGETHER]
        doc = Doc(
            nlp.vocab,
            words=[word.form for sentence in group for word in sentence.words],
            spaces=[word.space_after for sentence in group for word in sentence.words],
        )
        bounds = [0]
        for sentence in group:
            bounds.append(bounds[-1] + len(sentence.words))
        for token in doc:
            token.is_sent_start = token.i in bounds
        doc = nlp.get_pipe(component.NAME)(doc)
        for sentence, start, end in zip(group, bounds, bounds[1:], strict=False):
            words = zip(sentence.words, doc[start:end], strict=True)
            found.append(
                replace(sentence, words=tuple(_word(word, token, start) for word, token in words))
            )
            entities.append(
                [
                    Span(entity.start - start, entity.end - start, entity.label_)
                    for entity in doc[start:end].ents
                ]
            )
    return found, entities


def _word(word: Word, token: Token, start: int) -> Word:
    return replace(
        word,
        lemma="_".join(token._.parts) if len(token._.parts) > 1 else token.lemma_,
        tag=token.pos_,
        feats=str(token.morph) or "_",
        head=0 if token.dep_ == SPACY_ROOT else token.head.i - start + 1,
        relation=_relation(token),
    )


def _relation(token: Token) -> str:
    return ROOT if token.dep_ == SPACY_ROOT else token.dep_


def raw(nlp: Language, gold: Sequence[Sentence]) -> tuple[list[Placed], list[Placed]]:
    """Words of whole documents, gold and as the pipeline finds them in their bare text.

    Sentences are joined by a space, paragraphs by an empty line.
    """
    ours: list[Placed] = []
    theirs: list[Placed] = []
    base = 0
    for document in _documents(gold):
        text = ""
        for sentence in document:
            if text:
                text += "\n\n" if sentence.paragraph else " "
            ours += _gold_words(sentence, base + len(text))
            text += sentence.text
        theirs += _found_words(nlp(text), base)
        base += len(text) + 1
    return ours, theirs


def _documents(gold: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in gold:
        if group and sentence.document != group[0].document:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _gold_words(sentence: Sentence, base: int) -> list[Placed]:
    """Where the words stand; those of a contraction not written out share no place."""
    spans: list[tuple[int, int]] = []
    at = 0
    for word in sentence.words:
        start = sentence.text.find(word.form, at)
        start = at if start < 0 else start
        at = start + len(word.form)
        spans.append((base + start, base + at))
    return [
        Placed(*span, spans[word.head - 1] if word.head else None, word.tag, word.relation)
        for span, word in zip(spans, sentence.words, strict=True)
    ]


def _found_words(doc: Doc, base: int) -> list[Placed]:
    def span(token: Token) -> tuple[int, int]:
        return base + token.idx, base + token.idx + len(token)

    return [
        Placed(
            *span(token),
            None if token.dep_ == SPACY_ROOT else span(token.head),
            token.pos_,
            _relation(token),
        )
        for token in doc
        if not token.is_space
    ]
