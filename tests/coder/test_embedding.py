"""Embedding: what is said, denied, planned, refused or wished is coded as that, in real parses."""

from __future__ import annotations

import pytest

from tests.coder.conftest import Drafts
from tests.coder.telling import code, codes, told, told_of


@pytest.mark.parametrize(
    ("lang", "text", "speaker"),
    [
        ("en", "Israel said that Iran attacked Saudi Arabia.", "Israel"),
        ("en", "Iran attacked Saudi Arabia, Israel said.", "Israel"),
        ("en", "According to Israel, Iran attacked Saudi Arabia.", "Israel"),
        ("nl", "Israël zei dat Iran Saoedi-Arabië heeft aangevallen.", "Israël"),
        ("nl", "Iran viel Saoedi-Arabië aan, zei Israël.", "Israël"),
        ("nl", "Volgens Israël viel Iran Saoedi-Arabië aan.", "Israël"),
    ],
)
def test_what_is_said_is_an_event_of_its_own_by_the_word_of_its_speaker(
    lang: str, text: str, speaker: str
) -> None:
    article = code(lang, text)
    assert told_of(article) == ["ASSAULT actual: IRN -> SAU"]
    (event,) = article.events
    assert event.attribution is not None
    assert event.attribution.text == speaker


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Iran attacked Saudi Arabia."),
        ("en", "Iran threatened to attack Saudi Arabia."),
        ("nl", "Iran viel Saoedi-Arabië aan."),
        ("nl", "Iran dreigde Saoedi-Arabië aan te vallen."),
    ],
)
def test_what_the_author_tells_and_a_verbal_act_have_no_source(lang: str, text: str) -> None:
    (event,) = code(lang, text).events
    assert event.attribution is None


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Iran denied having attacked Israel.", "ASSAULT negated: IRN -> ISR"),
        ("en", "Iran denied the attack on Israel.", "ASSAULT negated: IRN -> ISR"),
        ("en", "Russia failed to attack Ukraine.", "ASSAULT negated: RUS -> UKR"),
        ("en", "Egypt prevented Israel from attacking Gaza.", "ASSAULT negated: ISR -> PSE"),
        (
            "en",
            "The minister said that Iran had not attacked Israel.",
            "ASSAULT negated: IRN -> ISR",
        ),
        ("en", "Iran did not say that it had attacked Israel.", "ASSAULT negated: IRN -> ISR"),
        ("en", "Russia did not deny that Iran had attacked Israel.", "ASSAULT actual: IRN -> ISR"),
        ("en", "Iran does not plan to attack Israel.", "ASSAULT negated: IRN -> ISR"),
        ("en", "China has not announced sanctions on Mali.", "SANCTION negated: CHN -> MLI"),
        ("en", "Russia began to attack Ukraine.", "ASSAULT actual: RUS -> UKR"),
        ("en", "Putin ordered the army to attack Ukraine.", "ASSAULT actual: RUS -> UKR"),
        ("en", "Germany decided to expel two Russian diplomats.", "SANCTION future: DEU -> RUS"),
        ("en", "Germany plans to send tanks to Ukraine.", "AGREE future: DEU -> UKR"),
        ("en", "Poland said Germany will send tanks to Ukraine.", "AGREE future: DEU -> UKR"),
        (
            "en",
            "Israel said that Iran plans to attack Saudi Arabia.",
            "ASSAULT future: IRN -> SAU",
        ),
        ("nl", "Iran ontkende dat het Israël heeft aangevallen.", "ASSAULT negated: IRN -> ISR"),
        ("nl", "Iran ontkende Israël te hebben aangevallen.", "ASSAULT negated: IRN -> ISR"),
        ("nl", "Iran ontkende de aanval op Israël.", "ASSAULT negated: IRN -> ISR"),
        (
            "nl",
            "Rusland slaagde er niet in Oekraïne aan te vallen.",
            "ASSAULT negated: RUS -> UKR",
        ),
        (
            "nl",
            "De minister zei dat Iran Israël niet heeft aangevallen.",
            "ASSAULT negated: IRN -> ISR",
        ),
        ("nl", "Iran zei niet dat het Israël had aangevallen.", "ASSAULT negated: IRN -> ISR"),
        ("nl", "Iran is niet van plan Israël aan te vallen.", "ASSAULT negated: IRN -> ISR"),
        ("nl", "Rusland begon Oekraïne aan te vallen.", "ASSAULT actual: RUS -> UKR"),
        ("nl", "Poetin beval het leger Oekraïne aan te vallen.", "ASSAULT actual: RUS -> UKR"),
        (
            "nl",
            "Duitsland besloot twee Russische diplomaten uit te zetten.",
            "SANCTION future: DEU -> RUS",
        ),
        ("nl", "Iran zei dat het Israël zou aanvallen.", "THREATEN actual: IRN -> ISR"),
    ],
)
def test_what_stands_above_an_act_decides_its_status(lang: str, text: str, expected: str) -> None:
    assert told_of(code(lang, text)) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "denier"),
    [
        ("en", "Iran denied having attacked Israel.", "Iran"),
        ("nl", "Iran ontkende dat het Israël heeft aangevallen.", "Iran"),
    ],
)
def test_a_denied_act_is_attributed_to_its_denier(lang: str, text: str, denier: str) -> None:
    (event,) = code(lang, text).events
    assert event.attribution is not None
    assert event.attribution.text == denier


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "Russia vowed to attack Ukraine.", "THREATEN/violence actual: RUS -> UKR"),
        (
            "en",
            "Germany threatened to expel the Russian ambassador.",
            "THREATEN/expel actual: DEU -> RUS",
        ),
        (
            "en",
            "Iran repeated its threat to attack Israel.",
            "THREATEN/violence actual: IRN -> ISR",
        ),
        (
            "en",
            "Japan is considering sanctions against Russia.",
            "THREATEN/restrict actual: JPN -> RUS",
        ),
        (
            "en",
            "Iran agreed to withdraw its troops from Iraq.",
            "CONCEDE actual: IRN -> IRQ",
        ),
        (
            "en",
            "Israel called on Egypt to release the prisoners.",
            "REQUEST/yield actual: ISR -> EGY",
        ),
        ("en", "Japan refused to meet China.", "REJECT/meet actual: JPN -> CHN"),
        (
            "nl",
            "Duitsland dreigde de Russische ambassadeur uit te zetten.",
            "THREATEN/expel actual: DEU -> RUS",
        ),
        ("nl", "Iran dreigde Israël aan te vallen.", "THREATEN/violence actual: IRN -> ISR"),
        (
            "nl",
            "Iran herhaalde zijn dreigement Israël aan te vallen.",
            "THREATEN/violence actual: IRN -> ISR",
        ),
        (
            "nl",
            "Japan overweegt sancties tegen Rusland.",
            "THREATEN/restrict actual: JPN -> RUS",
        ),
        (
            "nl",
            "Iran beloofde zijn troepen uit Irak terug te trekken.",
            "CONCEDE actual: IRN -> IRQ",
        ),
        (
            "nl",
            "Israël riep Egypte op de gevangenen vrij te laten.",
            "REQUEST/yield actual: ISR -> EGY",
        ),
        ("nl", "Japan weigerde met China te praten.", "REJECT/meet actual: JPN -> CHN"),
    ],
)
def test_a_verbal_act_takes_up_what_it_is_about_and_is_the_only_event(
    lang: str, text: str, expected: str
) -> None:
    assert told(code(lang, text)) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "condition"),
    [
        (
            "en",
            "The United States will impose sanctions on Iran if it attacks Israel.",
            "if it attacks Israel",
        ),
        (
            "en",
            "If Iran attacks Israel, the United States will impose sanctions on Iran.",
            "If Iran attacks Israel",
        ),
        (
            "nl",
            "Als Iran Israël aanvalt, zullen de Verenigde Staten sancties opleggen aan Iran.",
            "Als Iran Israël aanvalt",
        ),
        (
            "nl",
            "Mocht Iran Israël aanvallen, dan zullen de Verenigde Staten Iran sancties opleggen.",
            "Mocht Iran Israël aanvallen",
        ),
    ],
)
def test_a_condition_is_quoted_and_no_event_of_its_own(
    lang: str, text: str, condition: str
) -> None:
    article = code(lang, text)
    (event,) = article.events
    assert (codes(event.actors), codes(event.recipients)) == ("USA", "IRN")
    assert event.condition is not None
    assert event.condition.text == condition


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Turkey wants to attack Syria."),
        ("en", "Turkey hopes to meet Syria."),
        ("nl", "Turkije wil Syrië aanvallen."),
        ("nl", "Turkije hoopt Syrië aan te vallen."),
    ],
)
def test_wishes_are_not_coded(lang: str, text: str) -> None:
    assert told(code(lang, text)) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Macron travelled to Kyiv to condemn Russia."),
        ("nl", "Macron reisde naar Kiev om Rusland te veroordelen."),
    ],
)
def test_a_purpose_is_not_coded_beside_the_act_that_it_is_of(lang: str, text: str) -> None:
    assert told(code(lang, text)) == ["CONSULT/visit actual: FRA UKR ->"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Poland accused Belarus of arming the militia."),
        ("nl", "Polen beschuldigde Belarus ervan de militie te bewapenen."),
    ],
)
def test_an_accusation_keeps_the_alleged_act_as_an_event_told_by_the_accuser(
    lang: str, text: str
) -> None:
    accusation, alleged = code(lang, text).events
    assert (accusation.type, accusation.mode, alleged.type) == ("ACCUSE", "allege", "AID")
    assert [party.code for party in alleged.actors] == ["BLR"]
    assert alleged.attribution is not None
    assert alleged.attribution.text in ("Poland", "Polen")


def test_the_clauses_above_are_kept_from_the_inside_out(drafts: Drafts) -> None:
    (draft,) = drafts("en", "Israel said that Iran plans to attack Saudi Arabia.")
    assert [clause.lemma for clause in draft.above.frames] == ["attack", "plan", "say"]
    assert draft.above.source is not None
    assert draft.above.source.text == "Israel"
    assert (draft.above.status, draft.above.reported) == ("future", True)


def test_who_commands_an_act_does_it(drafts: Drafts) -> None:
    (draft,) = drafts("en", "Putin ordered the army to attack Ukraine.")
    assert draft.above.commander is not None
    assert draft.above.commander.text == "Putin"
    assert [mention.name for mention in draft.actors] == ["Vladimir Putin"]


def test_nothing_stands_above_a_plain_clause(drafts: Drafts) -> None:
    (draft,) = drafts("nl", "Rusland viel Oekraïne aan.")
    above = draft.above
    assert len(above.frames) == 1
    assert (above.status, above.source, above.commander) == (None, None, None)
    assert (above.reported, above.uttered, above.considered) == (False, False, False)
