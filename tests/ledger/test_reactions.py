"""Reactions: which act answers which, as articles say or as who did what to whom suggests."""

import pytest

from kroniek.document import CodedArticle
from kroniek.ledger.reactions import Reaction, chains
from kroniek.ledger.record import find_reactions
from tests.ledger.news import Told, kept, news


def reactions(*articles: CodedArticle) -> list[Reaction]:
    """The reactions that articles tell or suggest."""
    with kept(*articles) as ledger:
        return list(find_reactions(ledger))


def told(found: list[Reaction]) -> list[tuple[str, str, str]]:
    """Answer, cause and how, by the words that name the acts."""
    return [(one.answer.told.words, one.cause.told.words, one.how) for one in found]


STRUCK = Told("ASSAULT", "struck", "Iran", "Israel", on="Monday")
ATTACK = news("2024-01-08", "Iran struck Israel on Monday.", STRUCK)
HITS = "Iran struck Israel on Monday"


def answer(day: str, text: str, **more: str) -> CodedArticle:
    """An article in which Israel bombs Iran."""
    return news(day, text, Told("ASSAULT", "bombed", "Israel", "Iran", on="Wednesday", **more))  # type: ignore[arg-type]


def test_what_an_article_ties_to_an_act_is_a_reaction_to_it_in_its_words() -> None:
    text = "Iran struck Israel on Monday. In response Israel bombed Iran on Wednesday."
    events = (STRUCK, Told("ASSAULT", "bombed", "Israel", "Iran", on="Wednesday"))
    article = news("2024-01-10", text, *events, relations=(("reaction", 1, 0, "In response"),))
    (one,) = reactions(article)
    assert (one.how, one.score, one.words) == ("said", 1.0, "In response")
    assert (one.answer.told.words, one.cause.told.words) == (
        "In response Israel bombed Iran on Wednesday",
        HITS,
    )


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "Israel bombed Iran on Wednesday in retaliation for the attack.",
         "in retaliation for"),
        ("nl", "In reactie op de aanval heeft Israel op Wednesday Iran bombed.", "In reactie op"),
        ("nl", "Naar aanleiding van de aanval heeft Israel op Wednesday Iran bombed.",
         "Naar aanleiding van"),
    ],
)  # fmt: skip
def test_words_that_name_the_cause_find_it_in_an_earlier_article(
    lang: str, text: str, words: str
) -> None:
    answered = Told("ASSAULT", "bombed", "Israel", "Iran", on="Wednesday")
    (one,) = reactions(ATTACK, news("2024-01-24", text, answered, lang=lang))
    assert (one.how, one.words, one.cause.told.words) == ("said", words, HITS)


def test_a_mention_of_the_cause_is_the_act_that_an_earlier_article_told() -> None:
    text = "Israel bombed Iran on Wednesday in retaliation for the attack."
    events = (Told("ASSAULT", "bombed", "Israel", "Iran", on="Wednesday"),
              Told("ASSAULT", "attack", None, "Israel"))  # fmt: skip
    tied = news("2024-01-10", text, *events, relations=(("reaction", 0, 1, "in retaliation for"),))
    (one,) = reactions(ATTACK, tied)
    assert one.cause.told.words == HITS


def test_an_act_against_others_is_answered_where_the_words_name_it() -> None:
    attack = news("2024-01-08", "Iran struck Poland on Monday.",
                  Told("ASSAULT", "struck", "Iran", "Poland", on="Monday"))  # fmt: skip
    named = answer("2024-01-10", "Israel bombed Iran on Wednesday in response to the attack.")
    unnamed = answer("2024-01-10", "Israel bombed Iran on Wednesday.")
    (one,) = reactions(attack, named)
    assert (one.how, one.score) == ("said", 0.69)
    assert reactions(attack, unnamed) == []


def test_a_direct_answer_by_the_recipient_within_days_is_inferred_with_a_score() -> None:
    (one,) = reactions(ATTACK, answer("2024-01-10", "Israel bombed Iran on Wednesday."))
    assert told([one]) == [("Israel bombed Iran on Wednesday", HITS, "inferred")]
    assert one.words is None
    assert 0.5 < one.score < 0.6


def test_the_longer_ago_the_less_it_is_an_answer() -> None:
    days = ("2024-01-09", "2024-01-10", "2024-01-11")
    found = [reactions(ATTACK, answer(day, "Israel bombed Iran on Wednesday.")) for day in days]
    scores = [one.score for (one,) in found]
    assert scores == sorted(scores, reverse=True)
    assert reactions(ATTACK, answer("2024-01-17", "Israel bombed Iran on Wednesday.")) == []


def test_an_act_in_kind_is_likelier_an_answer() -> None:
    kind = news("2024-01-10", "Israel thanked Iran on Wednesday.",
                Told("SUPPORT", "thanked", "Israel", "Iran", on="Wednesday"))  # fmt: skip
    (hostile,) = reactions(ATTACK, answer("2024-01-10", "Israel bombed Iran on Wednesday."))
    (friendly,) = reactions(ATTACK, kind)
    assert friendly.score < hostile.score


def test_who_condemns_an_act_answers_it_for_as_long_as_it_names_it() -> None:
    told_later = Told("ACCUSE", "condemned", "Israel", "Iran", on="Wednesday")
    named = news("2024-02-07", "Israel condemned the attack by Iran on Wednesday.", told_later)
    unnamed = news("2024-02-07", "Israel condemned the treaty with Iran on Wednesday.", told_later)
    (one,) = reactions(ATTACK, named)
    assert (one.how, one.cause.told.words) == ("inferred", HITS)
    assert reactions(ATTACK, unnamed) == []


def test_an_act_that_is_only_named_within_a_statement_answers_nothing() -> None:
    text = "Iran condemned on Wednesday that Israel bombed Iran."
    events = (Told("ACCUSE", "condemned", "Iran", "Israel", on="Wednesday"),
              Told("ASSAULT", "bombed", "Israel", "Iran"))  # fmt: skip
    found = reactions(ATTACK, news("2024-01-10", text, *events))
    assert "ASSAULT" not in [one.answer.type for one in found]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Israel bombed Poland on Wednesday.",
         Told("ASSAULT", "bombed", "Israel", "Poland", on="Wednesday")),
        ("Poland bombed Iran on Wednesday.",
         Told("ASSAULT", "bombed", "Poland", "Iran", on="Wednesday")),
        ("Israel did not bomb Iran on Wednesday.",
         Told("ASSAULT", "bomb", "Israel", "Iran", on="Wednesday", status="negated")),
    ],
    ids=["to another", "by another", "not done"],
)  # fmt: skip
def test_only_what_the_recipient_did_to_the_actor_is_inferred(text: str, event: Told) -> None:
    assert reactions(ATTACK, news("2024-01-10", text, event)) == []


def test_of_acts_of_one_day_the_order_within_one_article_tells_which_answers() -> None:
    text = "Iran struck Israel on Monday. Israel bombed Iran on Monday."
    events = (STRUCK, Told("ASSAULT", "bombed", "Israel", "Iran", on="Monday"))
    assert told(reactions(news("2024-01-08", text, *events))) == [
        ("Israel bombed Iran on Monday", HITS, "inferred")
    ]
    bombed = news("2024-01-08", "Israel bombed Iran on Monday.", events[1])
    assert reactions(ATTACK, bombed) == []


def test_reactions_to_reactions_are_a_chain() -> None:
    second = answer("2024-01-10", "Israel bombed Iran on Wednesday.")
    third = news("2024-01-12", "Iran shelled Israel on Friday.",
                 Told("ASSAULT", "shelled", "Iran", "Israel", on="Friday"))  # fmt: skip
    (chain,) = chains(reactions(ATTACK, second, third))
    assert [chain[0].cause.told.words, *(one.answer.told.words for one in chain)] == [
        HITS,
        "Israel bombed Iran on Wednesday",
        "Iran shelled Israel on Friday",
    ]
    assert chains(reactions(ATTACK, second)) == []
