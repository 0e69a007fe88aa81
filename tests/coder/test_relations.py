"""Relations: one event answers, fulfils or fails another where the article says so."""

from __future__ import annotations

import pytest

from kroniek.document import CodedArticle
from tests.coder.telling import code


def related(article: CodedArticle) -> list[str]:
    """ "bombed reaction attacked" for each relation, by the words that name the events."""
    words = {event.id: event.trigger.text for event in article.events}
    return [f"{words[r.source]} {r.type} {words[r.target]}" for r in article.relations]


@pytest.mark.parametrize(
    ("lang", "text", "expected", "marker"),
    [
        (
            "en",
            "Russia expelled two German diplomats in response to sanctions that Germany imposed "
            "on Russia.",
            "expelled reaction imposed",
            "in response to",
        ),
        (
            "en",
            "In response to the attack by Iran, Israel bombed Syria.",
            "bombed reaction attack",
            "In response to",
        ),
        (
            "en",
            "Iran attacked Israel on Monday. In response to the attack, Israel bombed Iran.",
            "bombed reaction attacked",
            "In response to",
        ),
        (
            "en",
            "Germany promised tanks to Ukraine. As promised, Germany sent tanks to Ukraine.",
            "sent fulfils promised",
            "As promised",
        ),
        (
            "en",
            "Russia threatened to attack Poland. The threats were not carried out.",
            "threats fails threatened",
            "were not carried out",
        ),
        (
            "nl",
            "Rusland zette twee Duitse diplomaten uit in reactie op sancties die Duitsland aan "
            "Rusland oplegde.",
            "zette reaction oplegde",
            "in reactie op",
        ),
        (
            "nl",
            "Duitsland beloofde Oekraïne tanks. Duitsland leverde Oekraïne de tanks, zoals "
            "beloofd.",
            "leverde fulfils beloofde",
            "zoals beloofd",
        ),
    ],
)
def test_a_marker_ties_the_event_it_is_said_of_to_the_one_it_points_to(
    lang: str, text: str, expected: str, marker: str
) -> None:
    article = code(lang, text)
    assert related(article) == [expected]
    (relation,) = article.relations
    assert relation.text == marker
    assert text[relation.start : relation.end] == marker


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Israel bombed Iran after Iran attacked Israel."),
        ("en", "Iran attacked Israel. Israel bombed Iran."),
        ("nl", "Israël bombardeerde Iran nadat Iran Israël aanviel."),
    ],
)
def test_time_alone_is_no_relation(lang: str, text: str) -> None:
    article = code(lang, text)
    assert len(article.events) == 2
    assert related(article) == []


def test_a_marker_without_a_second_event_is_no_relation() -> None:
    article = code("en", "In response to the crisis, France sent food to Mali.")
    assert len(article.events) == 1
    assert related(article) == []


def test_a_relation_never_ties_an_event_to_itself() -> None:
    article = code("en", "In response, Israel bombed Iran.", title="Israel bombs Iran")
    assert all(relation.source != relation.target for relation in article.relations)
