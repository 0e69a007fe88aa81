"""CoNLL-U: words, documents, paragraphs, contractions."""

from __future__ import annotations

from training import conllu

TEXT = """\
# sent_id = WR-1\\WR-1.p.1.s.1
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VB	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
3.1	ghost	ghost	VERB	VB	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = WR-1\\WR-1.p.1.s.2
# text = Hij belde haar op
1	Hij	hij	PRON	_	_	2	nsubj	_	_
2	belde	op_bellen	VERB	_	_	0	root	_	_
3	haar	haar	PRON	_	_	2	obj	_	_
4	op	op	ADP	_	_	2	compound:prt	_	_

# sent_id = WR-2\\WR-2.p.1.s.1
# text = au
1-2	au	_	_	_	_	_	_	_	_
1	à	à	ADP	_	_	2	case	_	_
2	le	le	DET	_	_	0	root	_	_

"""


def test_words_documents_and_paragraphs() -> None:
    first, second, third = conllu.read_lines(TEXT.splitlines(keepends=True))
    assert [word.form for word in first.words] == ["Do", "n't", "go", "."]
    assert [word.space_after for word in first.words] == [False, True, False, True]
    assert second.particles(2) == ("op",)
    assert [one.paragraph for one in (first, second, third)] == [True, False, True]
    assert [len(one) for one in conllu.documents([first, second, third])] == [2, 1]
    assert third.words[0].space_after
    assert first.text == "Don't go."
