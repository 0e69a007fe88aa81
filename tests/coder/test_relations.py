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
            "were not carried out fails threatened",
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


RELATED = [
    ("en", "Iran bombed Iraq. Iraq retaliated with attacks on Iran.", "retaliated reaction bombed"),
    ("en", "Israel bombed Syria on Monday. The attack was a response to the bombing of Haifa by "
     "Iran.", "bombed reaction bombing"),
    ("en", "France expelled two Russian diplomats because Russia had arrested a French journalist.",
     "expelled reaction arrested"),
    ("en", "Russia arrested a French journalist. In response, France expelled two Russian "
     "diplomats.", "expelled reaction arrested"),
    ("en", "Iran threatened to attack Israel. It did not.", "did not fails threatened"),
    ("en", "Russia promised to release the French journalist. Russia did not release the French "
     "journalist.", "release fails promised"),
    ("en", "France closed its embassy, although it had promised earlier to send an ambassador to "
     "Iran.", "closed contradicts promised"),
    ("nl", "Rusland arresteerde een Franse journalist. In reactie daarop zette Frankrijk twee "
     "Russische diplomaten uit.", "zette reaction arresteerde"),
    ("nl", "Iran bombardeerde Irak. Irak antwoordde met aanvallen op Iran.",
     "aanvallen reaction bombardeerde"),
    ("nl", "Iran dreigde Israël aan te vallen. Een aanval bleef uit.", "aanval fails dreigde"),
    ("nl", "Rusland dreigde Polen te bombarderen. Dat deed het niet.",
     "deed het niet fails dreigde"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "expected"), RELATED)
def test_a_relation_is_found_in_what_the_text_says_and_points_back_to(
    lang: str, text: str, expected: str
) -> None:
    assert expected in related(code(lang, text))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "France condemned the attack by Iran on Israel."),
        ("en", "Iran attacked Israel. France, which did not respond, expelled two diplomats."),
        ("nl", "Frankrijk veroordeelde de aanval van Iran op Israël."),
        ("nl", "Iran dreigde Israël aan te vallen. Frankrijk arresteerde niemand."),
    ],
)
def test_what_no_word_ties_is_no_relation(lang: str, text: str) -> None:
    assert related(code(lang, text)) == []


def test_what_was_threatened_and_did_not_come_is_a_negated_event() -> None:
    article = code("en", "Iran threatened to attack Israel. It did not.")
    (event,) = [e for e in article.events if e.status == "negated"]
    assert (event.type, [p.code for p in event.actors]) == ("ASSAULT", ["IRN"])
