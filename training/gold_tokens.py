"""Trees that a graph gives sentences whose words are known, by the runtime's own steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kroniek.parser.decode import decode
from kroniek.parser.model import Model, Scores
from kroniek.parser.pieces import joined
from training.conllu import Sentence, Word


def parse(model: Model, sentences: Sequence[Sentence], threads: int) -> list[Sentence]:
    """The same words with the graph's tags, features, heads and relations (not lemmas)."""
    inputs = []
    for sentence in sentences:
        before = [True, *(word.space_after for word in sentence.words[:-1])]
        inputs.append(joined(model.tokeniser.words([w.form for w in sentence.words], before)))
    return [
        replace(sentence, words=tuple(_words(model, sentence, scores)))
        for sentence, scores in zip(sentences, model.run(inputs, threads), strict=True)
    ]


def _words(model: Model, sentence: Sentence, scores: Scores) -> Iterator[Word]:
    parsed = decode(scores, model.names, [False] * len(sentence.words))
    for number, (word, one) in enumerate(zip(sentence.words, parsed, strict=True), start=1):
        yield replace(
            word,
            tag=one.tag,
            feats=one.feats,
            head=number + one.head if one.head else 0,
            relation=one.label,
        )


def agreement(one: Sequence[Sentence], other: Sequence[Sentence]) -> float:
    """How many words in a hundred have the same tag, features, head and relation in both."""

    def columns(words: Iterable[Word]) -> list[tuple[str, str, int, str]]:
        return [(word.tag, word.feats, word.head, word.relation) for word in words]

    pairs = [
        pair
        for a, b in zip(one, other, strict=True)
        for pair in zip(columns(a.words), columns(b.words), strict=True)
    ]
    return 100 * sum(a == b for a, b in pairs) / len(pairs)
