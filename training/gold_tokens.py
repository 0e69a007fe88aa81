"""Trees that a graph gives sentences whose words are known, by the runtime's own steps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kroniek.parser.decode import decode
from kroniek.parser.model import Model
from kroniek.parser.pieces import joined
from training.conllu import Sentence, Word


def parse(model: Model, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The same words with the graph's tags, features, heads and relations (not lemmas)."""
    inputs = []
    for sentence in sentences:
        before = [True, *(word.space_after for word in sentence.words[:-1])]
        inputs.append(joined(model.tokeniser.words([w.form for w in sentence.words], before)))
    found: dict[int, Sentence] = {}
    for number, scores in model.run(inputs):
        words = sentences[number].words
        parsed = decode(scores, model.names, [False] * len(words))
        found[number] = replace(
            sentences[number],
            words=tuple(
                replace(
                    word,
                    tag=one.tag,
                    feats=one.feats,
                    head=at + one.head if one.head else 0,
                    relation=one.label,
                )
                for at, (word, one) in enumerate(zip(words, parsed, strict=True), start=1)
            ),
        )
    return [found[number] for number in range(len(sentences))]


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
