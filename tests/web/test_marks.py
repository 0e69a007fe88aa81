"""An article cut at its spans keeps every character in its place."""

from kroniek.web.marks import paragraphs, plain
from tests.made import SANCTIONS, article, sanctions


def test_pieces_hold_the_whole_text_at_their_offsets() -> None:
    told = sanctions(title="A warning to Moscow")
    for paragraph in paragraphs(told, told.events):
        for piece in paragraph.pieces:
            assert told.whole[piece.start : piece.start + len(piece.text)] == piece.text


def test_evidence_and_trigger_are_known_by_piece() -> None:
    told = sanctions()
    (paragraph,) = paragraphs(told, told.events)
    evidence = "".join(piece.text for piece in paragraph.pieces if piece.events)
    assert evidence == "South Korea will sanction four ships"
    assert [piece.text for piece in paragraph.pieces if piece.trigger] == ["sanction"]
    assert "".join(piece.text for piece in paragraph.pieces) == SANCTIONS


def test_blank_lines_part_paragraphs_and_lines_do_so_where_there_are_none() -> None:
    wrapped = article("One line\nthat goes on.\n\nAnother.", title="Title")
    assert [p.title for p in paragraphs(wrapped, ())] == [True, False, False]
    assert len(paragraphs(article("One.\nTwo.\nThree."), ())) == 3


def test_marks_that_turn_text_are_shown_one_for_one() -> None:
    assert plain("a\u202eb") == "a\N{DOTTED CIRCLE}b"
