"""Contradictions: statements that conflict, as an article says or as found over articles."""

import pytest

from kroniek.document import CodedArticle
from kroniek.ledger.contradictions import Contradiction
from kroniek.ledger.record import find_contradictions
from tests.ledger.news import Told, kept, news


def contradictions(*articles: CodedArticle) -> list[Contradiction]:
    """The contradictions that articles state or suggest."""
    with kept(*articles) as ledger:
        return list(find_contradictions(ledger))


PROMISE = news("2024-01-10", "Germany promised to deliver tanks to Ukraine.",
               Told("AGREE", "promised", "Germany", "Ukraine"))  # fmt: skip
REFUSED = Told("REJECT", "refused", "Germany", "Ukraine", mode="assist")


def refusal(text: str, day: str = "2024-03-10", lang: str = "en") -> CodedArticle:
    """An article in which Germany refuses Ukraine something."""
    return news(day, text, REFUSED, lang=lang)


def test_who_promises_and_refuses_the_same_is_proposed_as_a_contradiction() -> None:
    (one,) = contradictions(PROMISE, refusal("Germany refused to deliver tanks to Ukraine."))
    assert (one.state, one.reason, one.words) == ("proposed", "promises and refuses", None)
    assert (one.earlier.type, one.later.type) == ("AGREE", "REJECT")
    assert 0.5 <= one.score <= 1


def test_the_refusal_may_come_first() -> None:
    (one,) = contradictions(
        refusal("Germany refused to deliver tanks to Ukraine.", day="2023-12-10"), PROMISE
    )
    assert (one.earlier.type, one.later.type) == ("REJECT", "AGREE")


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "Germany refused to deliver tanks to Ukraine, at odds with what it said.",
         "at odds with"),
        ("nl", "Germany refused Ukraine tanks. Dat is in tegenspraak met eerdere uitspraken.",
         "in tegenspraak met"),
    ],
)  # fmt: skip
def test_one_that_the_later_article_calls_so_is_stated_in_its_words(
    lang: str, text: str, words: str
) -> None:
    promise = news("2024-01-10", "Germany promised Ukraine tanks.",
                   Told("AGREE", "promised", "Germany", "Ukraine"), lang=lang)  # fmt: skip
    (one,) = contradictions(promise, refusal(text, lang=lang))
    assert (one.state, one.reason, one.words) == ("stated", "stated", words)


def test_a_relation_of_one_article_is_stated() -> None:
    text = "Germany spoke of tanks. Germany had other words earlier."
    events = (Told("AGREE", "spoke", "Germany"), Told("REJECT", "had", "Germany"))
    article = news("2024-01-10", text, *events, relations=(("contradicts", 1, 0, "other words"),))
    (one,) = contradictions(article)
    assert (one.state, one.score, one.words) == ("stated", 1.0, "other words")


def test_who_tells_and_denies_the_same_act_is_proposed() -> None:
    tells = news("2024-01-10", "Russia deployed missiles in Poland, Moscow said.",
                 Told("MOBILIZE", "deployed", "Russia", "Poland", by="Moscow"))  # fmt: skip
    denies = news("2024-02-10", "Russia never deployed missiles in Poland, Moscow said.",
                  Told("MOBILIZE", "deployed", "Russia", "Poland", by="Moscow",
                       status="negated"))  # fmt: skip
    (one,) = contradictions(tells, denies)
    assert one.reason == "affirms and denies"


def test_what_another_says_of_an_act_contradicts_nothing_of_its_actor() -> None:
    tells = news("2024-01-10", "Russia deployed missiles in Poland, Germany said.",
                 Told("MOBILIZE", "deployed", "Russia", "Poland", by="Germany"))  # fmt: skip
    denies = news("2024-02-10", "Russia never deployed missiles in Poland, Moscow said.",
                  Told("MOBILIZE", "deployed", "Russia", "Poland", by="Moscow",
                       status="negated"))  # fmt: skip
    assert contradictions(tells, denies) == []


@pytest.mark.parametrize(
    "other",
    [
        refusal("Germany refused to meet Ukraine."),
        refusal("Germany refused to deliver tanks to Ukraine.", day="2025-06-10"),
        news("2024-03-10", "Germany refused to deliver tanks to Poland.",
             Told("REJECT", "refused", "Germany", "Poland")),
        news("2024-03-10", "Poland refused to deliver tanks to Ukraine.",
             Told("REJECT", "refused", "Poland", "Ukraine")),
        news("2024-03-10", "Germany delivered tanks to Ukraine.",
             Told("AID", "delivered", "Germany", "Ukraine")),
    ],
    ids=["other matter", "long after", "towards another", "by another", "no refusal"],
)  # fmt: skip
def test_another_matter_party_or_time_is_no_contradiction(other: CodedArticle) -> None:
    assert contradictions(PROMISE, other) == []
