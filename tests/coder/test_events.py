"""Events: typical sentences of every type in both languages, with parties, mode and status."""

from __future__ import annotations

import pytest

from kroniek.ontology import EVENT_TYPES
from tests.coder.telling import code, told

DONE = [
    ("en", "France agreed to send tanks to Ukraine.", "AGREE actual: FRA -> UKR"),
    ("en", "Japan promised financial aid to Kenya.", "AGREE actual: JPN -> KEN"),
    ("nl", "Frankrijk beloofde Oekraïne tanks.", "AGREE actual: FRA -> UKR"),
    ("nl", "Japan zegde hulp aan Kenia toe.", "AGREE actual: JPN -> KEN"),
    ("en", "Macron visited Berlin.", "CONSULT/visit actual: FRA -> DEU"),
    (
        "en",
        "The Iranian and Saudi foreign ministers held talks in Beijing.",
        "CONSULT actual: IRN SAU ->",
    ),
    ("en", "Biden spoke with Xi.", "CONSULT actual: CHN USA ->"),
    ("nl", "Macron bezocht Berlijn.", "CONSULT/visit actual: FRA -> DEU"),
    ("nl", "Biden sprak met Xi.", "CONSULT actual: CHN USA ->"),
    ("nl", "Iran en Saoedi-Arabië voerden overleg.", "CONSULT actual: IRN SAU ->"),
    ("en", "China praised Pakistan.", "SUPPORT actual: CHN -> PAK"),
    ("en", "Spain recognised Palestine.", "SUPPORT actual: ESP -> PSE"),
    ("en", "Greece backed Cyprus.", "SUPPORT actual: GRC -> CYP"),
    ("en", "Germany signed the treaty with Poland.", "SUPPORT actual: DEU POL ->"),
    ("nl", "China prees Pakistan.", "SUPPORT actual: CHN -> PAK"),
    ("nl", "Spanje erkende Palestina.", "SUPPORT actual: ESP -> PSE"),
    ("nl", "Griekenland steunt Cyprus.", "SUPPORT actual: GRC -> CYP"),
    ("nl", "Frankrijk en Duitsland tekenden een akkoord.", "SUPPORT actual: DEU FRA ->"),
    ("en", "Japan apologised to South Korea.", "CONCEDE actual: JPN -> KOR"),
    ("en", "The United States eased sanctions against Venezuela.", "CONCEDE actual: USA -> VEN"),
    (
        "nl",
        "De Verenigde Staten versoepelden de sancties tegen Venezuela.",
        "CONCEDE actual: USA -> VEN",
    ),
    ("en", "Russia and China held joint exercises.", "COOPERATE actual: CHN RUS ->"),
    ("en", "Spain extradited the suspect to France.", "COOPERATE actual: ESP -> FRA"),
    ("nl", "Rusland en China hielden gezamenlijke oefeningen.", "COOPERATE actual: CHN RUS ->"),
    ("nl", "Spanje leverde de verdachte uit aan Frankrijk.", "COOPERATE actual: ESP -> FRA"),
    ("en", "Norway gave Ukraine five million euros.", "AID actual: NOR -> UKR"),
    ("en", "Turkey sent food to Gaza.", "AID actual: TUR -> PSE"),
    ("nl", "Noorwegen gaf Oekraïne vijf miljoen euro.", "AID actual: NOR -> UKR"),
    ("nl", "Turkije stuurde voedsel naar Gaza.", "AID actual: TUR -> PSE"),
    ("nl", "Zweden leverde gevechtsvliegtuigen aan Oekraïne.", "AID actual: SWE -> UKR"),
    ("en", "Israel withdrew its troops from Lebanon.", "RETREAT/withdraw actual: ISR -> LBN"),
    ("nl", "Israël trok zijn troepen terug uit Libanon.", "RETREAT/withdraw actual: ISR -> LBN"),
    ("en", "Ukraine asked Germany for missiles.", "REQUEST/assist actual: UKR -> DEU"),
    (
        "en",
        "The European Union urged Israel to stop the attacks.",
        "REQUEST/yield actual: EU -> ISR",
    ),
    (
        "en",
        "The foreign ministry in Paris summoned the Russian ambassador.",
        "REQUEST/meet actual: FRA -> RUS",
    ),
    (
        "nl",
        "De Europese Unie riep Israël op de aanvallen te staken.",
        "REQUEST/change actual: EU -> ISR",
    ),
    ("en", "Poland accused Belarus of espionage.", "ACCUSE/allege actual: POL -> BLR"),
    ("nl", "Polen beschuldigde Belarus van spionage.", "ACCUSE/allege actual: POL -> BLR"),
    ("en", "Israel rejected the demand of Hamas.", "REJECT/change actual: ISR -> HAMAS"),
    ("en", "Hungary vetoed aid to Ukraine.", "REJECT actual: HUN -> UKR"),
    ("nl", "Israël verwierp de eis van Hamas.", "REJECT/change actual: ISR -> HAMAS"),
    (
        "nl",
        "Hongarije sprak een veto uit tegen hulp aan Oekraïne.",
        "REJECT/change actual: HUN -> UKR",
    ),
    ("nl", "Rusland annuleerde het bezoek aan Japan.", "REJECT/meet actual: RUS -> JPN"),
    ("en", "Iran threatened to attack Israel.", "THREATEN/violence actual: IRN -> ISR"),
    (
        "en",
        "China threatened the United States with tariffs.",
        "THREATEN/restrict actual: CHN -> USA",
    ),
    (
        "nl",
        "China dreigde de Verenigde Staten met heffingen.",
        "THREATEN/restrict actual: CHN -> USA",
    ),
    ("en", "Workers in Argentina went on strike.", "PROTEST/strike actual: ARG ->"),
    (
        "en",
        "The European Union imposed sanctions on Russia.",
        "SANCTION/discontinue actual: EU -> RUS",
    ),
    ("en", "Germany expelled two Russian diplomats.", "SANCTION/expel actual: DEU -> RUS"),
    (
        "en",
        "A Russian court sentenced a journalist to six years in prison.",
        "SANCTION/convict actual: RUS -> RUS",
    ),
    ("en", "Denmark recalled its ambassador from Iran.", "SANCTION/withdraw actual: DNK -> IRN"),
    ("nl", "De Europese Unie legde Rusland sancties op.", "SANCTION/discontinue actual: EU -> RUS"),
    ("nl", "Duitsland zette twee Russische diplomaten uit.", "SANCTION/expel actual: DEU -> RUS"),
    (
        "nl",
        "Denemarken riep zijn ambassadeur terug uit Iran.",
        "SANCTION/withdraw actual: DNK -> IRN",
    ),
    ("en", "North Korea tested a missile.", "MOBILIZE/weapons actual: PRK ->"),
    ("en", "Russia deployed troops on the border.", "MOBILIZE/troops actual: RUS ->"),
    ("nl", "Noord-Korea testte een raket.", "MOBILIZE/weapons actual: PRK ->"),
    ("nl", "Rusland stationeerde troepen aan de grens.", "MOBILIZE/troops actual: RUS ->"),
    ("en", "Turkish police arrested three journalists.", "COERCE/arrest actual: TUR -> TUR"),
    ("en", "Iran seized a Greek tanker.", "COERCE/seize actual: IRN -> GRC"),
    ("en", "Russia detained an American journalist.", "COERCE/arrest actual: RUS -> USA"),
    ("nl", "De Turkse politie arresteerde drie journalisten.", "COERCE/arrest actual: TUR -> TUR"),
    ("nl", "Iran nam een Griekse tanker in beslag.", "COERCE/seize actual: IRN -> GRC"),
    ("nl", "Rusland hield een Amerikaanse journalist aan.", "COERCE/arrest actual: RUS -> USA"),
    ("en", "Russia attacked Ukraine.", "ASSAULT actual: RUS -> UKR"),
    ("en", "Israel bombed Gaza.", "ASSAULT/aerial actual: ISR -> PSE"),
    ("en", "The rebels of M23 killed ten civilians.", "ASSAULT actual: M23 ->"),
    ("en", "Rebels shelled Goma in Congo.", "ASSAULT/heavy-weapons actual: COD -> COD"),
    (
        "en",
        "Police in Kenya fired tear gas at protesters.",
        "ASSAULT/crowd-control actual: KEN -> KEN",
    ),
    ("en", "Russian forces captured the town of Avdiivka.", "ASSAULT actual: RUS -> UKR"),
    ("en", "Hezbollah fired rockets at Israel.", "ASSAULT/heavy-weapons actual: HEZBOLLAH -> ISR"),
    ("nl", "Israël bombardeerde Gaza.", "ASSAULT/aerial actual: ISR -> PSE"),
    ("nl", "De Houthi's beschoten een schip.", "ASSAULT/heavy-weapons actual: HOUTHI ->"),
    ("nl", "Argentijnse arbeiders gingen in staking.", "PROTEST/strike actual: ARG ->"),
    (
        "nl",
        "Keniaanse studenten demonstreerden tegen de regering.",
        "PROTEST/demo actual: KEN -> KEN",
    ),
    ("nl", "Franse boeren blokkeerden wegen.", "PROTEST/obstruct actual: FRA ->"),
    ("en", "French farmers blocked roads.", "PROTEST/obstruct actual: FRA ->"),
    ("nl", "Israël liet Palestijnse gevangenen vrij.", "RETREAT/release actual: ISR -> PSE"),
    ("en", "Israel released Palestinian prisoners.", "RETREAT/release actual: ISR -> PSE"),
    (
        "nl",
        "Een Russische rechtbank veroordeelde een Amerikaanse journalist tot zes jaar cel.",
        "SANCTION/convict actual: RUS -> USA",
    ),
    (
        "nl",
        "Saoedi-Arabië verbrak de betrekkingen met Iran.",
        "SANCTION/discontinue actual: SAU -> IRN",
    ),
    ("en", "Saudi Arabia cut ties with Iran.", "SANCTION/discontinue actual: SAU -> IRN"),
    ("en", "China warned Japan of a harsh response.", "THREATEN actual: CHN -> JPN"),
    ("nl", "China waarschuwde Japan voor een hard antwoord.", "THREATEN actual: CHN -> JPN"),
    ("en", "The talks between Iran and Israel collapsed.", "REJECT/meet actual: IRN ISR ->"),
    ("en", "Russian soldiers tortured Ukrainian prisoners.", "ASSAULT/torture actual: RUS -> UKR"),
    (
        "nl",
        "Russische soldaten martelden Oekraïense gevangenen.",
        "ASSAULT/torture actual: RUS -> UKR",
    ),
    ("nl", "Amerikaanse troepen hielden een oefening.", "MOBILIZE/troops actual: USA ->"),
    (
        "nl",
        "Duitsland opende een onderzoek naar Wagner.",
        "ACCUSE/investigate actual: DEU -> WAGNER",
    ),
    ("nl", "Japan vroeg China om een ontmoeting.", "REQUEST/meet actual: JPN -> CHN"),
]

OTHER_STATUS = [
    ("en", "Germany will send tanks to Ukraine.", "AGREE future: DEU -> UKR"),
    ("en", "Britain will impose sanctions on Belarus.", "SANCTION/discontinue future: GBR -> BLR"),
    ("en", "Russia did not attack Ukraine.", "ASSAULT negated: RUS -> UKR"),
    ("nl", "Duitsland zal tanks naar Oekraïne sturen.", "AGREE future: DEU -> UKR"),
    (
        "nl",
        "Zuid-Korea zal sancties opleggen aan Rusland.",
        "SANCTION/discontinue future: KOR -> RUS",
    ),
    ("nl", "Rusland heeft Oekraïne niet aangevallen.", "ASSAULT negated: RUS -> UKR"),
    ("en", "Russia invaded Georgia in 2008.", "ASSAULT historical: RUS -> GEO"),
    ("nl", "Rusland viel Georgië binnen in 2008.", "ASSAULT historical: RUS -> GEO"),
    (
        "nl",
        "Zuid-Korea overweegt wapens aan Oekraïne te leveren.",
        "AGREE hypothetical: KOR -> UKR",
    ),
    ("en", "South Korea may send weapons to Ukraine.", "AGREE hypothetical: KOR -> UKR"),
]

PASSIVES_AND_NOUNS = [
    ("en", "Kyiv was attacked by Russia.", "ASSAULT actual: RUS -> UKR"),
    ("nl", "Kiev werd door Rusland aangevallen.", "ASSAULT actual: RUS -> UKR"),
    ("nl", "De aanval van Rusland op Oekraïne ging door.", "ASSAULT actual: RUS -> UKR"),
    ("en", "The Russian attack on Ukraine continued.", "ASSAULT actual: RUS -> UKR"),
]

NO_EVENT = [
    ("en", "Germany warned Poland of floods."),
    ("nl", "Duitsland waarschuwde Polen voor overstromingen."),
    ("en", "The minister said that tensions are high."),
    ("nl", "De spanningen tussen Iran en Israël zijn hoog."),
]


@pytest.mark.parametrize(("lang", "text", "expected"), DONE)
def test_an_act_told_as_done_is_actual(lang: str, text: str, expected: str) -> None:
    assert told(code(lang, text)) == [expected]


@pytest.mark.parametrize(("lang", "text", "expected"), OTHER_STATUS)
def test_an_act_ahead_possible_denied_or_long_past_has_that_status(
    lang: str, text: str, expected: str
) -> None:
    assert told(code(lang, text)) == [expected]


@pytest.mark.parametrize(("lang", "text", "expected"), PASSIVES_AND_NOUNS)
def test_the_parties_are_the_same_in_the_passive_and_around_a_noun(
    lang: str, text: str, expected: str
) -> None:
    assert told(code(lang, text)) == [expected]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "France condemned the attack by Iran.",
            ["ACCUSE/disapprove actual: FRA -> IRN", "ASSAULT actual: IRN ->"],
        ),
        (
            "en",
            "The UN condemned the Israeli attack on Lebanon.",
            ["ACCUSE/disapprove actual: UN -> ISR", "ASSAULT actual: ISR -> LBN"],
        ),
    ],
)
def test_an_act_and_the_reaction_to_it_are_two_events(
    lang: str, text: str, expected: list[str]
) -> None:
    assert told(code(lang, text)) == expected


@pytest.mark.parametrize(("lang", "text"), NO_EVENT)
def test_descriptions_and_warnings_of_disasters_are_no_events(lang: str, text: str) -> None:
    assert told(code(lang, text)) == []


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_cases_show_every_type(lang: str) -> None:
    shown = {expected.split()[0].partition("/")[0] for one, _, expected in DONE if one == lang}
    assert shown == set(EVENT_TYPES)
