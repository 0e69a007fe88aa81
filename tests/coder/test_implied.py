"""Implied parties: those that a clause leaves out and the article names nearby."""

from __future__ import annotations

import pytest

from tests.coder.telling import code, codes, told_of


@pytest.mark.parametrize(
    ("lang", "text", "kind", "expected"),
    [
        ("en", "Turkey bombed Syria. Iran condemned the attack.", "ACCUSE", "TUR"),
        ("nl", "Turkije bombardeerde Syrië. Iran veroordeelde de aanval.", "ACCUSE", "TUR"),
        ("en", "Japan expelled two Russian spies. Canada welcomed the decision.", "SUPPORT", "JPN"),
        (
            "nl",
            "Japan wees Russische spionnen uit. Canada juichte het besluit toe.",
            "SUPPORT",
            "JPN",
        ),
    ],
)
def test_an_answer_is_towards_who_did_what_it_answers(
    lang: str, text: str, kind: str, expected: str
) -> None:
    answer = next(e for e in code(lang, text).events if e.type == kind)
    assert codes(answer.recipients) == expected


def test_the_act_that_an_answer_names_counts_before_the_latest_one() -> None:
    text = "Turkey bombed Syria. Greece visited Egypt. Iran condemned the attack."
    answer = next(e for e in code("en", text).events if e.type == "ACCUSE")
    assert codes(answer.recipients) == "TUR"


def test_a_text_of_few_words_says_nothing_of_home_affairs() -> None:
    assert told_of(code("en", "Iran condemned the attack.")) == ["ACCUSE actual: IRN ->"]


def test_an_unknown_group_that_is_named_is_the_recipient() -> None:
    text = "Ethiopia closed its ports. The UN urged other donors to follow."
    request = next(e for e in code("en", text).events if e.type == "REQUEST")
    assert [p.code for p in request.recipients] == [None]


def test_whom_a_sanction_is_on_is_looked_for_nearby() -> None:
    text = "Belarus arrested an opposition leader. The EU announced sanctions."
    sanction = next(e for e in code("en", text).events if e.type == "SANCTION")
    assert codes(sanction.recipients) == "BLR"


def test_who_resigns_does_it_to_his_own_side() -> None:
    text = "Prime Minister Yukio Hatoyama of Japan resigned on Wednesday."
    assert told_of(code("en", text)) == ["RETREAT actual: JPN -> JPN"]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Ivory Coast sent 46 soldiers to Mali. A court in Mali sentenced them to prison.",
            "SANCTION",
            "CIV",
        ),
        (
            "Officers seized power in Niger. Russia praised the officers. Niger thanked Russia.",
            "SUPPORT",
            "NER",
        ),
    ],
)
def test_what_is_done_to_others_is_not_done_to_those_who_do_it(
    text: str, kind: str, expected: str
) -> None:
    event = next(e for e in code("en", text).events if e.type == kind)
    assert codes(event.recipients) == expected
