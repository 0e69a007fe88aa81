"""The record: one event for all its mentions, quoted word for word, the same at every coding."""

from __future__ import annotations

import json

import pytest

from kroniek.document import CodedArticle, Event
from tests.coder.telling import code, told, told_of

ARTICLE = (
    "PARIS - France expelled two Russian diplomats on Monday. “They are spies,” he said.\n\n"
    "Russia condemned the decision and threatened to close its consulate in Lyon.\r\n\r\n"
    "In 2018 Britain expelled 23 Russian diplomats. “🇫🇷”, he added. "
    "Germany may impose sanctions on Russia."
)
ARTIKEL = (
    "PARIJS - Frankrijk heeft maandag twee Russische diplomaten uitgezet. ‘Het zijn spionnen’, zei "
    "een minister.\n\nRusland veroordeelde het besluit en dreigde het consulaat in Lyon te "
    "sluiten.\n\nDuitsland zal sancties opleggen aan Rusland."
)


@pytest.fixture(scope="module")
def articles() -> list[CodedArticle]:
    return [
        code("en", ARTICLE, title="France expels Russian diplomats"),
        code("nl", ARTIKEL, title="Frankrijk zet Russische diplomaten uit"),
    ]


def evidence(event: Event) -> list[str]:
    return [span.text for span in event.evidence]


@pytest.mark.parametrize(
    ("lang", "title", "text", "expected"),
    [
        (
            "en",
            "France expels Russian diplomats",
            "France expelled two Russian diplomats on Monday.",
            ["France expelled two Russian diplomats on Monday", "France expels Russian diplomats"],
        ),
        (
            "nl",
            "Frankrijk zet Russische diplomaten uit",
            "Frankrijk heeft maandag twee Russische diplomaten uitgezet.",
            [
                "Frankrijk heeft maandag twee Russische diplomaten uitgezet",
                "Frankrijk zet Russische diplomaten uit",
            ],
        ),
    ],
)
def test_headline_and_lead_are_one_event_whose_lead_is_quoted_first(
    lang: str, title: str, text: str, expected: list[str]
) -> None:
    (event,) = code(lang, text, title).events
    assert evidence(event) == expected
    assert event.trigger.text in expected[0]
    assert event.date is not None
    assert event.date.value == "2024-06-17"


def test_the_same_words_twice_are_one_event_with_two_spans() -> None:
    (event,) = code("en", "Russia attacked Ukraine. Russia attacked Ukraine.").events
    first, second = event.evidence
    assert first.text == second.text
    assert first.start < second.start


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Iran attacked Israel. Israel attacked Iran.",
            ["ASSAULT actual: IRN -> ISR", "ASSAULT actual: ISR -> IRN"],
        ),
        (
            "Russia attacked Ukraine. Russia did not attack Ukraine.",
            ["ASSAULT actual: RUS -> UKR", "ASSAULT negated: RUS -> UKR"],
        ),
        (
            "Russia attacked Ukraine on Monday. Russia attacked Ukraine on Tuesday.",
            ["ASSAULT actual: RUS -> UKR", "ASSAULT actual: RUS -> UKR"],
        ),
    ],
)
def test_other_parties_a_denial_or_another_day_make_another_event(
    text: str, expected: list[str]
) -> None:
    assert told_of(code("en", text)) == expected


def test_every_span_is_what_stands_in_title_and_text(articles: list[CodedArticle]) -> None:
    for article in articles:
        whole = f"{article.title}\n\n{article.text}"
        assert len(article.events) >= 3
        for event in article.events:
            spans = [event.trigger, *event.evidence, *event.actors, *event.recipients]
            spans += [s for s in (event.date, event.place, event.attribution, event.condition) if s]
            for span in [*spans, *event.quantities]:
                assert whole[span.start : span.end] == span.text
            assert event.trigger.text in event.evidence[0].text


def test_no_evidence_crosses_a_sentence_or_begins_or_ends_with_a_sign(
    articles: list[CodedArticle],
) -> None:
    for article in articles:
        for event in article.events:
            for text in evidence(event):
                assert "\n" not in text
                assert text[0].isalnum()
                assert text[-1].isalnum()


def test_ids_are_those_of_the_words_and_unlike_each_other(articles: list[CodedArticle]) -> None:
    for article in articles:
        ids = [event.id for event in article.events]
        assert len(set(ids)) == len(ids)
    again = code("en", ARTICLE, title="France expels Russian diplomats")
    assert [e.id for e in again.events] == [e.id for e in articles[0].events]
    without = code("en", ARTICLE)
    assert not {e.id for e in without.events} & {e.id for e in again.events}


def test_coding_twice_gives_the_same_bytes(articles: list[CodedArticle]) -> None:
    again = code("nl", ARTIKEL, title="Frankrijk zet Russische diplomaten uit")
    assert json.dumps(again.to_json()) == json.dumps(articles[1].to_json())


def test_confidence_lies_between_0_and_1_and_grows_with_what_is_known() -> None:
    full = code("en", "Russia attacked Ukraine.").events[0]
    twice = code("en", "Russia attacked Ukraine.", title="Russia attacks Ukraine").events[0]
    bare = code("en", "The Ukrainian protest surprised everyone.").events
    assert 0 < full.confidence < twice.confidence < 1
    assert all(0 < event.confidence < full.confidence for event in bare)


def test_events_stand_in_the_order_of_the_text(articles: list[CodedArticle]) -> None:
    for article in articles:
        starts = [event.trigger.start for event in article.events]
        assert starts == sorted(starts)


def test_an_event_names_its_entry_and_the_article_its_coder(articles: list[CodedArticle]) -> None:
    english, dutch = articles
    assert english.events[0].rule == "en/sanction: expel"
    assert dutch.events[0].rule == "nl/sanction: uitzetten"
    assert english.coder.version == dutch.coder.version
    assert english.coder.lexicon != dutch.coder.lexicon


def test_contexts_are_shown_by_the_words_of_the_clause() -> None:
    (event,) = code("en", "North Korea tested a nuclear missile.").events
    assert {"military", "cbrn"} <= set(event.contexts)
    (event,) = code("en", "Macron visited Berlin.").events
    assert "cbrn" not in event.contexts


def test_a_party_named_twice_is_one_party() -> None:
    (event,) = code("en", "Putin, the Russian president, attacked Ukraine.").events
    assert told(code("en", "Putin, the Russian president, attacked Ukraine."))
    assert [party.code for party in event.actors] == ["RUS"]


@pytest.mark.parametrize(("lang", "text"), [("en", "Hello."), ("nl", "Het regent."), ("en", "…")])
def test_an_article_may_hold_no_event(lang: str, text: str) -> None:
    assert code(lang, text).events == ()
