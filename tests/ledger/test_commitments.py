"""Commitments: what was threatened, promised or announced, by whom, how, and on what condition."""

import pytest

from kroniek.document import CodedArticle
from kroniek.ledger.commitments import Commitment
from kroniek.ledger.record import find_commitments
from tests.ledger.news import Told, kept, news


def commitments(*articles: CodedArticle) -> list[Commitment]:
    """The commitments that articles tell."""
    with kept(*articles) as ledger:
        return list(find_commitments(ledger))


def threat(text: str, trigger: str = "threatened", **more: str) -> CodedArticle:
    """An article of one sentence in which Iran threatens Israel."""
    told = {"who": "Iran", "whom": "Israel"} | more
    return news("2024-01-10", text, Told("THREATEN", trigger, **told))  # type: ignore[arg-type]


def the(*articles: CodedArticle) -> Commitment:
    """The one commitment that articles tell."""
    (one,) = commitments(*articles)
    return one


def test_a_threat_tells_who_threatens_whom_with_what_and_by_what_means() -> None:
    one = the(threat("Iran threatened to attack Israel with missiles."))
    assert one.kind == "threat"
    assert [who.key for who in one.actors] == ["IRN"]
    assert [who.key for who in one.recipients] == ["ISR"]
    assert (one.acts, one.means) == (("ASSAULT",), ("missile",))
    assert (one.explicit, one.logic, one.condition, one.deadline) == (True, None, None, None)
    assert one.told[0].words == "Iran threatened to attack Israel with missiles"


@pytest.mark.parametrize(
    ("lang", "text", "trigger", "condition", "logic"),
    [
        ("en", "Iran threatened to attack Israel if it buys tanks.", "threatened",
         "if it buys tanks", "deterrent"),
        ("en", "Iran threatened to attack Israel unless it withdraws.", "threatened",
         "unless it withdraws", "compellent"),
        ("en", "Iran threatened to attack Israel if it does not withdraw.", "threatened",
         "if it does not withdraw", "compellent"),
        ("nl", "Iran dreigde Israel aan te vallen als het tanks koopt.", "dreigde",
         "als het tanks koopt", "deterrent"),
        ("nl", "Iran dreigde Israel aan te vallen tenzij het zich terugtrekt.", "dreigde",
         "tenzij het zich terugtrekt", "compellent"),
        ("nl", "Iran dreigde Israel aan te vallen als het zich niet terugtrekt.", "dreigde",
         "als het zich niet terugtrekt", "compellent"),
    ],
)  # fmt: skip
def test_a_threat_deters_from_an_act_or_compels_to_one(
    lang: str, text: str, trigger: str, condition: str, logic: str
) -> None:
    told = Told("THREATEN", trigger, "Iran", "Israel", condition=condition)
    one = the(news("2024-01-10", text, told, lang=lang))
    assert (one.condition, one.logic) == (condition, logic)


def test_the_mode_of_a_threat_tells_what_with_where_its_words_do_not() -> None:
    one = the(threat("Iran threatened Israel.", mode="restrict"))
    assert one.acts == ("SANCTION", "COERCE")


def test_words_of_another_kind_than_the_mode_are_not_what_is_threatened() -> None:
    one = the(threat("Iran threatened Israel over the sanctions.", mode="violence"))
    assert one.acts == ("ASSAULT",)


def test_means_are_those_of_the_threat_and_not_of_the_condition() -> None:
    text = "Iran threatened Israel with drones if it fires missiles."
    assert the(threat(text, condition="if it fires missiles")).means == ("drone",)


def test_whose_act_a_threat_hangs_on_is_whom_it_is_towards() -> None:
    text = "Iran threatened to close the strait if the United States imposes sanctions."
    condition = "if the United States imposes sanctions"
    told = Told("THREATEN", "threatened", "Iran", condition=condition)
    assert [who.key for who in the(news("2024-01-10", text, told)).recipients] == ["USA"]


def test_a_hint_is_veiled_unless_it_names_the_act() -> None:
    hint = the(threat("Iran warned Israel of serious consequences.", "warned"))
    named = the(threat("Iran warned Israel that it will attack, with all consequences.", "warned"))
    assert (hint.kind, hint.explicit) == ("warning", False)
    assert (named.kind, named.explicit) == ("warning", True)


@pytest.mark.parametrize(
    ("lang", "text", "demand"),
    [
        ("en", "Iran gave Israel an ultimatum: release the ship by 1 March or face an attack.",
         "release the ship by 1 March"),
        ("nl", "Iran stelde Israel een ultimatum: laat het schip voor 1 maart gaan of er volgt "
         "een aanval.", "laat het schip voor 1 maart gaan"),
    ],
)  # fmt: skip
def test_an_ultimatum_tells_its_demand_its_threat_and_its_deadline(
    lang: str, text: str, demand: str
) -> None:
    told = Told("THREATEN", "ultimatum", "Iran", "Israel")
    one = the(news("2024-01-10", text, told, lang=lang))
    assert (one.kind, one.logic, one.condition) == ("ultimatum", "compellent", demand)
    assert (one.acts, str(one.deadline)) == (("ASSAULT",), "2024-03-01")


def test_what_is_to_come_without_a_threat_is_an_announced_measure() -> None:
    text = "Iran will impose sanctions on Israel."
    told = Told("SANCTION", "impose", "Iran", "Israel", "discontinue", status="future")
    one = the(news("2024-01-10", text, told))
    assert (one.kind, one.acts) == ("measure", ("SANCTION.discontinue",))


@pytest.mark.parametrize(
    ("text", "told", "acts"),
    [
        ("Germany promised to send Ukraine tanks.",
         Told("AGREE", "promised", "Germany", "Ukraine"), ("AID",)),
        ("Germany promised Ukraine 14 howitzers.",
         Told("AGREE", "promised", "Germany", "Ukraine", count=("14", 14, "howitzer")), ("AID",)),
        ("Russia promised to withdraw its troops from Ukraine.",
         Told("CONCEDE", "promised", "Russia", "Ukraine"), ("RETREAT",)),
        ("Germany pledged to recognise Ukraine.",
         Told("AGREE", "pledged", "Germany", "Ukraine"), ("SUPPORT",)),
    ],
)  # fmt: skip
def test_a_promise_tells_what_is_promised(text: str, told: Told, acts: tuple[str, ...]) -> None:
    one = the(news("2024-01-10", text, told))
    assert (one.kind, one.acts, one.logic) == ("promise", acts, None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Iran may attack Israel.",
         Told("THREATEN", "may", "Iran", "Israel", status="hypothetical")),
        ("Iran did not threaten Israel.",
         Told("THREATEN", "threaten", "Iran", "Israel", status="negated")),
        ("Iran carried out its threat against Israel.",
         Told("THREATEN", "threat", "Iran", "Israel")),
        ("The threats by Iran did not materialise.", Told("THREATEN", "threats", "Iran")),
        ("Germany apologised to Poland.", Told("CONCEDE", "apologised", "Germany", "Poland")),
        ("Someone threatened Israel.", Told("THREATEN", "threatened", None, "Israel")),
    ],
)  # fmt: skip
def test_what_was_not_uttered_or_is_told_with_its_outcome_is_no_commitment(
    text: str, told: Told
) -> None:
    assert commitments(news("2024-01-10", text, told)) == []


ATTACK = Told("THREATEN", "threatened", "Iran", "Israel")


def test_two_articles_on_one_threat_are_one_commitment_that_both_tell() -> None:
    first = news("2024-01-10", "Iran threatened to attack Israel.", ATTACK)
    second = news("2024-01-11", "Iran threatened Israel with a missile attack.", ATTACK)
    one = the(first, second)
    assert [source.article for source in one.told] == [first.id, second.id]
    assert (str(one.day), one.means) == ("2024-01-10", ("missile",))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Iran threatened to expel diplomats of Israel.", ATTACK),
        ("Iran threatened to attack Poland.", Told("THREATEN", "threatened", "Iran", "Poland")),
        ("Russia threatened to attack Israel.", Told("THREATEN", "threatened", "Russia", "Israel")),
    ],
)
def test_another_act_target_or_actor_is_another_commitment(text: str, told: Told) -> None:
    first = news("2024-01-10", "Iran threatened to attack Israel.", ATTACK)
    assert len(commitments(first, news("2024-01-11", text, told))) == 2


@pytest.mark.parametrize(
    ("day", "words", "number"),
    [
        ("2024-04-01", "threatened to attack", 1),
        ("2024-09-01", "threatened to attack", 2),
        ("2024-09-01", "threatened again to attack", 1),
    ],
)
def test_a_threat_uttered_long_after_is_new_unless_said_to_be_repeated(
    day: str, words: str, number: int
) -> None:
    first = news("2024-01-10", "Iran threatened to attack Israel.", ATTACK)
    later = news(day, f"Iran {words} Israel.", ATTACK)
    assert len(commitments(first, later)) == number


def test_a_mention_that_names_no_act_is_of_the_threat_that_was_uttered() -> None:
    first = news("2024-01-10", "Iran threatened to attack Israel.", ATTACK)
    mention = news("2024-01-20", "Israel condemned the threat by Iran.",
                   Told("THREATEN", "threat", "Iran", "Israel"))  # fmt: skip
    one = the(first, mention)
    assert (one.acts, len(one.told)) == (("ASSAULT",), 2)


def test_a_headline_tells_no_threat_of_its_own() -> None:
    text = "Iran threatened on Monday to attack Israel."
    both = news("2024-01-10", text, Told("THREATEN", "threatens", "Iran", "Israel"), ATTACK,
                title="Iran threatens Israel")  # fmt: skip
    assert the(both).told[0].words == "Iran threatened on Monday to attack Israel"
