"""What came of commitments: each status follows from later acts, words, deadlines or relations."""

import pytest

from kroniek.document import CodedArticle
from kroniek.ledger.commitments import Commitment
from kroniek.ledger.record import find_commitments
from tests.ledger.news import Told, kept, news

ATTACK = Told("THREATEN", "threatened", "Iran", "Israel")
THREAT = news("2024-01-10", "Iran threatened to attack Israel with missiles.", ATTACK)
TANKS = Told("AGREE", "promised", "Germany", "Ukraine", count=("14 tanks", 14, "tank"))
PROMISE = news("2024-01-10", "Germany promised to deliver 14 tanks to Ukraine.", TANKS)
TRUCE = news("2024-01-10", "Russia promised to observe a ceasefire with Ukraine.",
             Told("CONCEDE", "promised", "Russia", "Ukraine"))  # fmt: skip


def first(*articles: CodedArticle) -> Commitment:
    """The first commitment that articles tell."""
    with kept(*articles) as ledger:
        return find_commitments(ledger)[0]


def later(text: str, *told: Told, day: str = "2024-02-20", lang: str = "en") -> CodedArticle:
    """An article of some weeks after the threat or promise."""
    return news(day, text, *told, lang=lang)


def done(type: str, trigger: str, who: str, whom: str | None = None, **more: str) -> Told:
    """An act that may be an outcome."""
    return Told(type, trigger, who, whom, **more)  # type: ignore[arg-type]


def test_what_nothing_is_told_of_is_open() -> None:
    one = first(
        THREAT, later("Israel condemned Iran.", done("ACCUSE", "condemned", "Israel", "Iran"))
    )
    assert (one.status, one.findings) == ("open", ())


def test_a_later_act_of_the_kind_by_the_same_side_to_the_same_target_carries_it_out() -> None:
    one = first(THREAT, later("Iran struck Israel with missiles.",
                              done("ASSAULT", "struck", "Iran", "Israel")))  # fmt: skip
    (found,) = one.findings
    assert (one.status, found.how, str(found.day)) == ("carried out", "event", "2024-02-20")
    assert found.source is not None
    assert found.source.words == "Iran struck Israel with missiles"


@pytest.mark.parametrize(
    ("text", "told", "day"),
    [
        ("Iran struck Israel with missiles.", done("ASSAULT", "struck", "Iran", "Israel"),
         "2024-01-05"),
        ("Iran struck Poland with missiles.", done("ASSAULT", "struck", "Iran", "Poland"),
         "2024-02-20"),
        ("Russia struck Israel with missiles.", done("ASSAULT", "struck", "Russia", "Israel"),
         "2024-02-20"),
        ("Iran seized a ship of Israel.", done("COERCE", "seized", "Iran", "Israel"),
         "2024-02-20"),
        ("Iran will strike Israel.", done("ASSAULT", "strike", "Iran", "Israel", status="future"),
         "2024-02-20"),
        ("Iran struck Israel with missiles.", done("ASSAULT", "struck", "Iran", "Israel"),
         "2026-02-20"),
    ],
    ids=["before", "other target", "other actor", "other kind", "to come", "years after"],
)  # fmt: skip
def test_another_act_does_not_carry_it_out(text: str, told: Told, day: str) -> None:
    assert first(THREAT, later(text, told, day=day)).status == "open"


def test_words_that_say_it_was_threatened_make_an_act_its_outcome() -> None:
    told = done("ASSAULT", "struck", "Iran", "Israel")
    one = first(THREAT, later("Iran struck Israel, as it had threatened.", told))
    assert (one.status, one.findings[0].how) == ("carried out", "text")


@pytest.mark.parametrize(
    ("lang", "text", "trigger", "count"),
    [
        ("en", "Germany delivered 6 tanks to Ukraine.", "delivered", ("6 tanks", 6, "tank")),
        ("en", "Germany delivered part of the promised tanks to Ukraine.", "delivered", None),
        ("nl", "Duitsland leverde Oekraïne een deel van de tanks.", "leverde", None),
    ],
)
def test_a_delivery_that_falls_short_carries_a_promise_out_in_part(
    lang: str, text: str, trigger: str, count: tuple[str, float, str] | None
) -> None:
    who, whom = ("Germany", "Ukraine") if lang == "en" else ("Duitsland", "Oekraïne")
    one = first(PROMISE, later(text, Told("AID", trigger, who, whom, count=count), lang=lang))
    assert one.status == "partly"


def test_deliveries_that_add_up_to_what_was_promised_carry_it_out() -> None:
    told = [
        later(
            f"Germany delivered {number} tanks to Ukraine.",
            Told(
                "AID", "delivered", "Germany", "Ukraine", count=(f"{number} tanks", number, "tank")
            ),
            day=day,
        )
        for number, day in ((6, "2024-02-20"), (8, "2024-03-20"))
    ]
    assert first(PROMISE, told[0]).status == "partly"
    assert first(PROMISE, told[0]).findings[0].note == "6 of 14 tank"
    assert first(PROMISE, *told).status == "carried out"


@pytest.mark.parametrize(
    ("lang", "text", "trigger", "whom"),
    [
        ("en", "Iran withdrew its threat against Israel.", "withdrew", "Israel"),
        ("en", "Iran dropped its threat to attack Israel.", "dropped", "Israel"),
        ("nl", "Iran trok zijn dreigement tegen Israel in.", "trok", "Israel"),
        ("nl", "Iran zag af van de aanval op Israel.", "zag", "Israel"),
    ],
)
def test_a_threat_that_its_side_takes_back_is_withdrawn(
    lang: str, text: str, trigger: str, whom: str
) -> None:
    one = first(THREAT, later(text, done("CONCEDE", trigger, "Iran", whom), lang=lang))
    assert (one.status, one.findings[0].how) == ("withdrawn", "text")


@pytest.mark.parametrize(
    ("lang", "text", "told"),
    [
        ("en", "The attack on Israel that Iran threatened with did not follow.",
         done("THREATEN", "threatened", "Iran", "Israel")),
        ("en", "Despite earlier threats Iran did not attack Israel.",
         done("ASSAULT", "attack", "Iran", "Israel", status="negated")),
        ("nl", "Ondanks eerdere dreigementen heeft Iran Israel niet aangevallen.",
         done("ASSAULT", "aangevallen", "Iran", "Israel", status="negated")),
        ("nl", "De aanval van Iran op Israel bleef uit.",
         done("ASSAULT", "aanval", "Iran", "Israel", status="negated")),
    ],
)  # fmt: skip
def test_words_that_say_that_it_did_not_come_make_it_lapse(
    lang: str, text: str, told: Told
) -> None:
    one = first(THREAT, later(text, told, lang=lang))
    assert (one.status, one.findings[0].how) == ("lapsed", "text")


def test_words_on_an_unnamed_threat_say_nothing_of_a_certain_one() -> None:
    told = done("THREATEN", "threats", "Iran")
    assert first(THREAT, later("The threats by Iran did not materialise.", told)).status == "open"


BY_MARCH = news("2024-01-10", "Germany promised to deliver tanks to Ukraine by 1 March.",
                Told("AGREE", "promised", "Germany", "Ukraine"))  # fmt: skip


@pytest.mark.parametrize(
    ("until", "status"), [("2024-02-20", "open"), ("2024-03-05", "open"), ("2024-03-20", "lapsed")]
)
def test_a_promise_lapses_when_news_of_after_its_deadline_tells_nothing_of_it(
    until: str, status: str
) -> None:
    other = later(
        "Israel condemned Iran.", done("ACCUSE", "condemned", "Israel", "Iran"), day=until
    )
    one = first(BY_MARCH, other)
    assert one.status == status
    assert [found.how for found in one.findings] == (["deadline"] if status == "lapsed" else [])


def test_that_it_was_not_done_before_its_deadline_settles_nothing() -> None:
    told = done("AID", "delivered", "Germany", "Ukraine", status="negated")
    text = "Germany has not delivered tanks to Ukraine."
    assert first(BY_MARCH, later(text, told)).status == "open"
    assert first(BY_MARCH, later(text, told, day="2024-03-03")).status == "lapsed"


@pytest.mark.parametrize(("by", "status"), [("Duitsland", "contradicted"), ("Rusland", "lapsed")])
def test_who_says_it_was_not_done_decides_whether_that_contradicts_it(by: str, status: str) -> None:
    told = Told("AID", "gaf", "Germany", "Ukraine", status="negated", by=by)
    one = first(PROMISE, later(f"Germany gaf Ukraine geen tanks, zei {by}.", told, lang="nl"))
    assert one.status == status


@pytest.mark.parametrize(
    ("promise", "text", "told"),
    [
        (PROMISE, "Germany refused to deliver tanks to Ukraine.",
         done("REJECT", "refused", "Germany", "Ukraine", mode="assist")),
        (TRUCE, "Russia shelled a town in Ukraine.",
         done("ASSAULT", "shelled", "Russia", "Ukraine")),
        (PROMISE, "Germany denied having promised Ukraine tanks.",
         done("AGREE", "promised", "Germany", "Ukraine", status="negated")),
    ],
    ids=["refused", "broken", "denied"],
)  # fmt: skip
def test_a_promise_that_its_side_goes_against_is_contradicted(
    promise: CodedArticle, text: str, told: Told
) -> None:
    assert first(promise, later(text, told)).status == "contradicted"


def test_a_refusal_of_something_else_contradicts_nothing() -> None:
    told = done("REJECT", "refused", "Germany", "Ukraine", mode="meet")
    assert first(PROMISE, later("Germany refused to meet Ukraine.", told)).status == "open"


DEMAND = news("2024-01-10", "Iran threatened to attack Israel unless it withdraws by 1 March.",
              Told("THREATEN", "threatened", "Iran", "Israel",
                   condition="unless it withdraws by 1 March"))  # fmt: skip


def test_a_threat_whose_demand_is_met_lapses() -> None:
    told = done("RETREAT", "withdrew", "Israel", "Iran", mode="withdraw")
    one = first(DEMAND, later("Israel withdrew from the border with Iran.", told))
    assert (one.status, one.findings[0].how) == ("lapsed", "demand met")


def test_a_threat_carried_out_although_its_demand_was_met_is_carried_out() -> None:
    one = first(
        DEMAND,
        later("Israel withdrew from the border with Iran.",
              done("RETREAT", "withdrew", "Israel", "Iran", mode="withdraw")),
        later("Iran attacked Israel.", done("ASSAULT", "attacked", "Iran", "Israel"),
              day="2024-03-02"),
    )  # fmt: skip
    assert one.status == "carried out"


def test_a_hint_with_an_act_whose_target_is_not_told_leaves_it_unclear() -> None:
    hint = news("2024-01-10", "Iran warned Israel of serious consequences.",
                Told("THREATEN", "warned", "Iran", "Israel"))  # fmt: skip
    one = first(hint, later("Iran bombed a village.", done("ASSAULT", "bombed", "Iran")))
    assert (one.status, one.findings[0].how) == ("unclear", "event")


@pytest.mark.parametrize(
    ("relation", "status"),
    [("fulfils", "carried out"), ("fails", "lapsed"), ("contradicts", "contradicted")],
)
def test_a_relation_that_the_article_states_decides(relation: str, status: str) -> None:
    text = "Iran threatened to act against Israel. Iran moved on that."
    told = (Told("THREATEN", "threatened", "Iran", "Israel"), Told("MOBILIZE", "moved", "Iran"))
    article = news("2024-01-10", text, *told, relations=((relation, 1, 0, "on that"),))
    one = first(article)
    assert (one.status, one.findings[0].how) == (status, "text")


def test_a_threat_uttered_after_it_was_carried_out_is_a_new_one() -> None:
    struck = later("Iran struck Israel with missiles.", done("ASSAULT", "struck", "Iran", "Israel"))
    again = later("Iran threatened to attack Israel with missiles.", ATTACK, day="2024-03-01")
    with kept(THREAT, struck, again) as ledger:
        found = find_commitments(ledger)
    assert [(str(one.day), one.status) for one in found] == [
        ("2024-01-10", "carried out"),
        ("2024-03-01", "open"),
    ]


def test_every_status_but_open_names_its_evidence() -> None:
    struck = later("Iran struck Israel with missiles.", done("ASSAULT", "struck", "Iran", "Israel"))
    refused = later("Germany refused to deliver tanks to Ukraine.",
                    done("REJECT", "refused", "Germany", "Ukraine"))  # fmt: skip
    with kept(THREAT, PROMISE, TRUCE, struck, refused, BY_MARCH) as ledger:
        for one in find_commitments(ledger):
            decides = one.findings[0] if one.findings else None
            assert (one.status == "open") == (decides is None)
            assert decides is None or decides.source is not None or decides.note
