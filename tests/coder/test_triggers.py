"""Triggers: sentences in which an entry of the lexicon can fire, told from words alone."""

import pytest

from kroniek.coder.triggers import triggers
from kroniek.lexicon.entries import lexicon


def tells(lang: str, text: str) -> bool:
    """Whether a sentence may tell an event."""
    found = triggers(lang)
    (words,) = found.words(text, [len(text)])
    return found.may_tell(words)


@pytest.mark.parametrize(
    ("lang", "text", "may"),
    [
        ("en", "France expelled three Russian diplomats on Monday.", True),
        ("en", "FRANCE EXPELS DIPLOMATS", True),
        ("en", "They called the meeting off.", True),
        ("en", "The tower is made of brick.", False),
        ("en", "He broke his leg on the stairs.", False),
        ("nl", "Rusland vuurde drie raketten op de stad af.", True),
        ("nl", "De raketaanvallen duurden de hele nacht.", True),
        ("nl", "De toren is van baksteen.", False),
        ("nl", "Hij brak zijn been op de trap.", False),
    ],
)
def test_words_tell_whether_a_sentence_may_tell_an_event(lang: str, text: str, may: bool) -> None:
    assert tells(lang, text) is may


def test_the_words_of_each_sentence_are_its_own() -> None:
    text = "It rained. Iran attacked Israel. It İs dry."
    told = triggers("en").words(text, [10, 32, len(text)])
    assert [triggers("en").may_tell(words) for words in told] == [False, True, False]


@pytest.mark.parametrize(
    ("lang", "text", "may"),
    [
        ("en", "It did not.", True),
        ("en", "The reason is the sentence of a court.", True),
        ("en", "It is dry.", False),
        ("nl", "De inval bleef uit.", True),
        ("nl", "Op dinsdag ging de overdracht niet door.", True),
        ("nl", "Het is droog.", False),
    ],
)
def test_what_ties_events_or_says_that_one_did_not_come(lang: str, text: str, may: bool) -> None:
    (words,) = triggers(lang).words(text, [len(text)])
    assert triggers(lang).may_tie(words) is may


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_words_of_the_lexicons_examples_may_tell_their_events(lang: str) -> None:
    """All but a few, whose verbs have forms that no table or rule gives."""
    wanted = [
        example.text
        for entry in lexicon(lang).entries
        for example in entry.examples
        if entry.is_right(example)[0] is not None and not example.pending
    ]
    missed = [text for text in wanted if not tells(lang, text)]
    assert len(missed) <= 0.002 * len(wanted), missed
