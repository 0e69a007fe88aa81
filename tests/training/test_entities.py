"""Entities: names in GUM's mentions, and what runs of proper nouns tell without them."""

from __future__ import annotations

import pytest

from training import conllu, entities
from training.conllu import Sentence, Word
from training.entities import ANY_BEGIN, ANY_INSIDE, OUTSIDE, UNKNOWN, Span, bits

GUM = """\
# newdoc id = GUM_news_example
# sent_id = GUM_news_example-1
# text = The President of France met Anna Bergman of the Bank of England on Monday.
1	The	the	DET	DT	_	2	det	_	Entity=(1-person-new-cf1
2	President	president	NOUN	NN	_	5	nsubj	_	_
3	of	of	ADP	IN	_	4	case	_	_
4	France	France	PROPN	NNP	_	2	nmod	_	Entity=(2-place-new-cf2)1)
5	met	meet	VERB	VBD	_	0	root	_	_
6	Anna	Anna	PROPN	NNP	_	5	obj	_	Entity=(3-person-new-cf3
7	Bergman	Bergman	PROPN	NNP	_	6	flat	_	_
8	of	of	ADP	IN	_	10	case	_	_
9	the	the	DET	DT	_	10	det	_	Entity=(4-organization-new-cf4
10	Bank	Bank	PROPN	NNP	_	6	nmod	_	_
11	of	of	ADP	IN	_	12	case	_	_
12	England	England	PROPN	NNP	_	10	nmod	_	Entity=(5-place-new-cf5)4)3)
13	on	on	ADP	IN	_	14	case	_	_
14	Monday	Monday	PROPN	NNP	_	5	obl	_	Entity=(6-time-new-cf6)|SpaceAfter=No
15	.	.	PUNCT	.	_	5	punct	_	_

"""


def sentence() -> Sentence:
    (found,) = conllu.read_lines(GUM.splitlines(keepends=True))
    return found


def texts(spans: list[Span]) -> list[tuple[str, str]]:
    words = sentence().words
    return [(span.kind, " ".join(w.form for w in words[span.start : span.end])) for span in spans]


def test_mentions_are_read_with_those_inside_them() -> None:
    assert texts(entities.mentions(sentence())) == [
        ("PER", "Anna Bergman of the Bank of England"),
        ("PER", "The President of France"),
        ("ORG", "the Bank of England"),
        ("LOC", "France"),
        ("LOC", "England"),
        ("O", "Monday"),
    ]


def test_names_are_mentions_with_a_proper_noun_as_head_cut_to_the_name() -> None:
    assert texts(entities.named(sentence())) == [
        ("LOC", "France"),
        ("PER", "Anna Bergman"),
        ("ORG", "Bank of England"),
    ]


def test_gold_bits_know_every_word() -> None:
    found = entities.gold_bits(sentence())
    assert found[3] == bits("B-LOC")
    assert found[5:7] == [bits("B-PER"), bits("I-PER")]
    assert found[9:12] == [bits("B-ORG"), bits("I-ORG"), bits("I-ORG")]
    assert found[13] == OUTSIDE


def test_a_run_of_proper_nouns_is_a_name_of_unknown_kind() -> None:
    words = (
        Word("gisteren", tag="ADV", head=4),
        Word("zag", tag="VERB", head=0),
        Word("Mark", tag="PROPN", head=2, relation="nsubj"),
        Word("Rutte", tag="PROPN", head=3, relation="flat"),
    )
    assert entities.silver_bits(Sentence(words), (), ()) == [
        OUTSIDE, OUTSIDE, ANY_BEGIN, ANY_INSIDE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (Word("Frankrijk", "Frankrijk", "PROPN"), bits("B-LOC")),
        (Word("maandag", "maandag", "PROPN"), OUTSIDE),
        (Word("Franse", "Frans", "ADJ"), bits("B-MISC")),
        (Word("Kamer", "kamer", "NOUN"), UNKNOWN),
        (Word("kamer", "kamer", "NOUN"), OUTSIDE),
    ],
)
def test_what_one_word_may_be_without_gold(word: Word, expected: int) -> None:
    words = (Word("de", tag="DET"), word)
    assert entities.silver_bits(Sentence(words), {"frankrijk"}, {"maandag"})[1] == expected


def test_spans_of_labels() -> None:
    labels = ["B-PER", "I-PER", "O", "I-LOC", "B-LOC", "I-ORG"]
    assert entities.spans(labels) == [
        Span(0, 2, "PER"), Span(3, 4, "LOC"), Span(4, 5, "LOC"), Span(5, 6, "ORG"),
    ]  # fmt: skip
