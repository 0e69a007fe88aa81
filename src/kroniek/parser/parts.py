"""A document as inputs for the encoder: its sentences, cut where the encoder's positions end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kroniek.parser.pieces import PieceTokeniser

FRAME = 2  # pieces around the words: <s> and </s>
CUTS = frozenset(",;:.!?)”»|")  # where a sentence too long is best cut


@dataclass(frozen=True)
class Part:
    """Words of a document that go into the encoder together, as token numbers."""

    tokens: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    continues: bool  # the sentence began in the part before


def parts_of(
    doc: Doc, tokeniser: PieceTokeniser, positions: int, read_as: Mapping[str, str]
) -> Iterator[Part]:
    """The sentences that the rules have set, each in as many parts as it needs, without those
    passed over. `read_as` gives the encoder another word for one that it would take for the
    other language's.
    """
    spaced = spaces_before(doc)
    for tokens in sentences(doc):
        if tokens[0].i in doc._.passed_over:
            continue
        words = [read_as.get(t.text, t.text) for t in tokens]
        pieces = tokeniser.words(words, [spaced[t.i] for t in tokens])
        begin = 0
        for end in (*_cuts(tokens, pieces, positions - FRAME), len(tokens)):
            yield Part(
                tuple(token.i for token in tokens[begin:end]), tuple(pieces[begin:end]), begin > 0
            )
            begin = end


def sentences(doc: Doc) -> list[list[Token]]:
    """The words of each sentence that the rules have set; whitespace is left out."""
    found: list[list[Token]] = []
    for token in doc:
        if not token.is_space:
            if token.is_sent_start or not found:
                found.append([])
            found[-1].append(token)
    return found


def spaces_before(doc: Doc) -> list[bool]:
    """Whether space stands before each token, or the text begins with it."""
    before = [True, *(bool(token.whitespace_) or token.is_space for token in doc)]
    return before[: len(doc)]


def _cuts(tokens: Sequence[Token], pieces: Sequence[tuple[int, ...]], most: int) -> list[int]:
    """Where to cut so that no part has more than `most` pieces; after punctuation if there is."""
    cuts: list[int] = []
    begin = size = 0
    for number, found in enumerate(pieces):
        if size + len(found) > most:
            marks = [i + 1 for i in range((begin + number) // 2, number) if tokens[i].text in CUTS]
            cut = marks[-1] if marks else number
            cuts.append(cut)
            begin, size = cut, sum(map(len, pieces[cut:number]))
        size += len(found)
    return cuts


Doc.set_extension("passed_over", default=frozenset(), force=True)
"""The numbers of the tokens that begin sentences which are not parsed, to save time."""
