"""Whatever comes in: nothing raises, and every span is what stands at its place."""

import tempfile
from importlib.metadata import entry_points
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kroniek.document import Document
from kroniek.errors import InputError
from kroniek.readers import Rejected, document, find_dateline, paragraphs, read
from kroniek.readers.daynames import find_day
from kroniek.readers.head import split_title
from kroniek.readers.raw import decode

LINES = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
        st.sampled_from(
            [
                "",
                "",
                "DEN HAAG, 21 juni 2024 - De minister dreigt.",
                "21 juni 2024",
                "Kop zonder punt",
            ]
        ),
    ),
    max_size=12,
).map("\n".join)
SUFFIXES = [*sorted(point.name for point in entry_points(group="kroniek.readers")), "xyz", ""]
LANGS = st.sampled_from(["nl", "en"])


@given(st.text())
def test_paragraphs_are_what_stands_at_their_place(text: str) -> None:
    for span in paragraphs(text):
        assert text[span.start : span.end] == span.text
        assert span.text == span.text.strip() != ""


@given(st.text())
def test_paragraphs_hold_every_word(text: str) -> None:
    assert [word for span in paragraphs(text) for word in span.text.split()] == text.split()


@given(LINES, LANGS)
def test_title_and_body_are_exact_pieces_that_hold_every_word(text: str, lang: str) -> None:
    title, body = split_title(text, lang)
    assert title in text
    assert body in text
    assert (title + " " + body).split() == text.split()


@given(LINES, LANGS)
def test_a_document_counts_in_title_and_text(text: str, lang: str) -> None:
    try:
        made = document(text, lang=lang)
    except InputError:
        assert not text.strip()
        return
    assert made.title in text
    assert made.text in text
    assert made.whole.split() == text.split()
    assert [made.whole[p.start : p.end] for p in paragraphs(made.whole)] == [
        p.text for p in paragraphs(made.whole)
    ]


@given(LINES, LANGS)
def test_a_dateline_ends_before_the_first_word_of_the_story(text: str, lang: str) -> None:
    found = find_dateline(text, lang)
    if found is not None:
        assert found.place in text[: found.end]
        assert not text[found.end].isspace()


@given(st.text(), LANGS)
def test_a_day_stands_where_it_says(text: str, lang: str) -> None:
    day = find_day(text, lang)
    assert day is None or str(day.day) in text[day.start : day.end]


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc"))), st.sampled_from(["\n", "\r\n", "\r"])
)
def test_text_comes_back_from_utf8_with_plain_line_ends(text: str, end: str) -> None:
    lines = [text, "tweede regel"]
    assert decode(end.join(lines).encode(), "x") == "\n".join(lines)


@settings(max_examples=200)
@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_any_bytes_give_documents_or_one_line_each(data: bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"input.{suffix}")
        path.write_bytes(data)
        found = list(read(path))
    assert found
    for item in found:
        assert isinstance(item, Document | Rejected)
        if isinstance(item, Rejected):
            assert "\n" not in str(item)
            assert str(item).startswith(str(path))
