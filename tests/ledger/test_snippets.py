"""A snippet is the piece of an article that shows most of what was searched for."""

from kroniek.ledger.snippets import LENGTH, snippet


def marks_of(whole: str, *words: str) -> tuple[tuple[int, int], ...]:
    found = []
    for word in words:
        at = whole.find(word)
        while at >= 0:
            found.append((at, at + len(word)))
            at = whole.find(word, at + 1)
    return tuple(sorted(found))


def test_a_short_text_is_shown_whole() -> None:
    shown = snippet("Iran sold oil.", ((0, 4),))
    assert (shown.text, shown.start, shown.marks) == ("Iran sold oil.", 0, ((0, 4),))


def test_the_place_with_most_words_is_shown_and_no_word_is_cut() -> None:
    whole = "oil " + "so it goes " * 50 + "Iran sold oil to Iraq " + "and so on " * 50
    shown = snippet(whole, marks_of(whole, "oil", "Iran", "Iraq"))
    assert [shown.text[a:b] for a, b in shown.marks] == ["Iran", "oil", "Iraq"]
    assert len(shown.text) <= LENGTH
    assert whole[shown.start - 1] == " "
    assert set(shown.text.split()) <= set(whole.split())


def test_the_text_is_shown_rather_than_the_title_that_is_shown_anyway() -> None:
    whole = "Iran\n\nThen Iran left."
    assert snippet(whole, marks_of(whole, "Iran"), 6).text == "Then Iran left."
    assert snippet("Iran\n\nIt left.", ((0, 4),), 6).text == "Iran\n\nIt left."


def test_without_marks_the_text_begins() -> None:
    assert snippet("Title\n\nText here.", (), 7).text == "Text here."
