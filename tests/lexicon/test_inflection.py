"""Forms of verbs lead back to the lexicon's lemmas, in Dutch and English, and only to those."""

from __future__ import annotations

from importlib.resources import files

import pytest

from kroniek.languages import folder
from kroniek.languages.en import inflection as english
from kroniek.languages.nl import inflection as dutch
from kroniek.lexicon.entries import lexicon
from kroniek.lexicon.inflection import lemma_table, repair

DUTCH = {
    # by rule: vowels, consonants, v and z, 't kofschip
    "doden": "dood doodt doodde doodden gedood gedode dodend dodende",
    "vuren": "vuur vuurt vuurde vuurden gevuurd gevuurde",
    "manen": "maan maant maande maanden gemaand",
    "leggen": "leg legt legde legden gelegd",
    "zetten": "zet zette zetten gezet gezette",
    "redden": "red redt redde redden gered geredde",
    "landen": "land landt landde landden geland",
    "beloven": "beloof belooft beloofde beloofden beloofd",
    "reizen": "reis reist reisde reisden gereisd",
    "eisen": "eis eist eiste eisten geëist geeist",
    "straffen": "straf straft strafte straften gestraft",
    "lynchen": "lynch lyncht lynchte gelyncht",
    "hacken": "hack hackt hackte gehackt",
    "handelen": "handel handelt handelde gehandeld",
    "delen": "deel deelt deelde gedeeld",
    "weigeren": "weiger weigert weigerde geweigerd",
    "regeren": "regeer regeert regeerde geregeerd",
    "interveniëren": "intervenieer intervenieert geïntervenieerd geintervenieerd",
    "evacueren": "evacueer evacueerde geëvacueerd geëvacueerde",
    "beogen": "beoog beoogt beoogde beoogd",
    "duwen": "duw duwt duwde geduwd",
    "uiten": "uit uitte uitten geuit geuite",
    "openen": "open opent opende geopend",
    "bellen": "bel belt belde gebeld",
    "geselen": "gesel geselde gegeseld",
    "updaten": "update updatet updatete geüpdatet",
    # prefixes that take no ge-
    "bedreigen": "bedreigt bedreigde bedreigd bedreigde",
    "veroveren": "verovert veroverde veroverd veroverde",
    "veroordelen": "veroordeelt veroordeelde veroordeeld",
    "ontmoeten": "ontmoet ontmoette ontmoetten",
    "herbevestigen": "herbevestigde herbevestigd",
    "herinvoeren": "herinvoerde heringevoerd",
    "beëindigen": "beëindigt beëindigd beeindigd",
    "bevoorraden": "bevoorraadt bevoorraadde bevoorraad",
    "onderhandelen": "onderhandelt onderhandelde onderhandeld",
    "overhandigen": "overhandigde overhandigd",
    "omsingelen": "omsingelt omsingelde omsingeld omsingelde",
    "aanvaarden": "aanvaardt aanvaardde aanvaard aanvaarde",
    # prefixes that stand apart
    "aanvallen": "aanval aanviel aanvielen aangevallen aantevallen aanvallend",
    "afvuren": "afvuurde afvuurden afgevuurd afgevuurde",
    "terugveroveren": "terugveroverde terugveroverd terugveroverde",
    "uiteendrijven": "uiteendreef uiteengedreven",
    "aanbevelen": "aanbeval aanbevolen",
    "inenten": "inentte ingeënt",
    "opleggen": "oplegde opgelegd opgelegde",
    "voorkomen": "voorkwam voorkomen voorgekomen",
    # strong and irregular
    "vechten": "vecht vocht vochten gevochten",
    "bevelen": "beveelt beval bevalen bevolen",
    "zweren": "zweert zwoer zwoeren gezworen",
    "bezweren": "bezwoer bezwoeren bezworen",
    "werpen": "werpt wierp wierpen geworpen",
    "verwerpen": "verwierp verwierpen verworpen",
    "bezwijken": "bezweek bezweken",
    "jagen": "jaagt joeg joegen jaagde gejaagd",
    "zien": "zie ziet zag zagen gezien geziene",
    "doen": "doe doet deed deden gedaan gedane",
    "slaan": "sla slaat sloeg sloegen geslagen",
    "verslaan": "verslaat versloeg verslagen",
    "brengen": "bracht brachten gebracht gebrachte",
    "hebben": "heb hebt heeft had hadden gehad",
    "vetoën": "vetoot vetode gevetood",
    "herbergen": "herbergde geherbergd",
}
ENGLISH = {
    "kill": "kills killed killing",
    "flout": "flouts flouted flouting",
    "spurn": "spurns spurned spurning",
    "spur": "spurs spurred spurring",
    "hope": "hopes hoped hoping",
    "stop": "stops stopped stopping",
    "flee": "flees fled fleeing",
    "agree": "agrees agreed agreeing",
    "die": "dies died dying",
    "deny": "denies denied denying",
    "deploy": "deploys deployed deploying",
    "veto": "vetoes vetoed vetoing",
    "clash": "clashes clashed clashing",
    "refer": "referred referring",
    "visit": "visited visiting",
    "equip": "equipped equipping",
    "panic": "panicked panicking",
    "signal": "signalled signaled signalling",
    "cancel": "cancelled canceled",
    "annul": "annulled annulling annull",
    "mobilise": "mobilised mobilized mobilizing",
    "analyze": "analyzed analysed",
    "honour": "honoured honored honoring",
    "disinvite": "disinvited disinviting",
    "forbid": "forbids forbade forbidden forbidding",
    "swear": "swore sworn swearing",
    "withdraw": "withdrew withdrawn withdrawing",
    "overrun": "overran overrunning",
    "rebuild": "rebuilt rebuilding",
    "undertake": "undertook undertaken",
    "outbid": "outbidding outbid",
    "test-fire": "test-fired test-firing",
    "be": "am is are was were been being",
    "go": "goes went gone going",
    "wound": "wounds wounded wounding",
    "seek": "sought seeking",
}


@pytest.mark.parametrize(("lemma", "forms"), DUTCH.items())
def test_dutch_verbs_have_their_forms(lemma: str, forms: str) -> None:
    assert {lemma, *forms.split()} <= dutch.verb_forms(lemma)


@pytest.mark.parametrize(("lemma", "forms"), ENGLISH.items())
def test_english_verbs_have_their_forms(lemma: str, forms: str) -> None:
    assert {lemma, *forms.split()} <= english.verb_forms(lemma)


@pytest.mark.parametrize(
    ("lemma", "wrong"),
    [
        ("leiden", "leed"),
        ("lijden", "leid"),
        ("lijden", "leidde"),
        ("bereiden", "bereed"),
        ("vallen", "valde"),
        ("bevelen", "beveelde"),
        ("vuren", "vurde"),
        ("ontmoeten", "ontmoest"),
        ("bellen", "gellen"),
    ],
)
def test_dutch_verbs_do_not_have_those_of_others(lemma: str, wrong: str) -> None:
    assert wrong not in dutch.verb_forms(lemma)


@pytest.mark.parametrize(
    ("lemma", "wrong"),
    [
        ("wound", "wind"),
        ("wind", "wounded"),
        ("found", "find"),
        ("find", "founded"),
        ("see", "sawed"),
        ("spur", "spurned"),
        ("hope", "hopped"),
        ("plan", "planed"),
        ("fall", "felled"),
        ("change", "changeed"),
    ],
)
def test_english_verbs_do_not_have_those_of_others(lemma: str, wrong: str) -> None:
    assert wrong not in english.verb_forms(lemma)


@pytest.mark.parametrize("word", ["ontmaskert", "woedend", "kwalijk"])
def test_a_dutch_word_that_is_no_infinitive_has_no_forms(word: str) -> None:
    assert dutch.verb_forms(word) == frozenset()


@pytest.mark.parametrize("word", ["forbade", "swore", "taken", "went"])
def test_an_english_word_that_is_only_a_form_has_no_forms(word: str) -> None:
    assert english.verb_forms(word) == frozenset()


@pytest.mark.parametrize(
    ("lemma", "parts"),
    [
        ("afvuren", ("vuren", "af")),
        ("uiteendrijven", ("drijven", "uiteen")),
        ("omverwerpen", ("werpen", "omver")),
        ("voorkomen", ("komen", "voor")),
        ("openhouden", ("houden", "open")),
        ("uiten", None),
        ("bedreigen", None),
        ("vuren", None),
    ],
)
def test_dutch_verbs_are_split(lemma: str, parts: tuple[str, str] | None) -> None:
    assert dutch.split(lemma) == parts


@pytest.mark.parametrize(
    ("form", "particle", "lemma"),
    [
        ("doodden", "", "doden"),
        ("vuurden", "", "vuren"),
        ("Vochten", "", "vechten"),
        ("beval", "", "bevelen"),
        ("zwoer", "", "zweren"),
        ("maant", "", "manen"),
        ("bombardeerde", "", "bombarderen"),
        ("veroordeelde", "", "veroordelen"),
        ("omsingeld", "", "omsingelen"),
        ("geëvacueerde", "", "evacueren"),
        ("geevacueerd", "", "evacueren"),
        ("heroverde", "", "heroveren"),
        ("gegijzeld", "", "gijzelen"),
        ("verwierp", "", "verwerpen"),
        ("afgevuurde", "", "afvuren"),
        ("afvuurde", "", "afvuren"),
        ("vuurde", "af", "afvuren"),
        ("vuren", "af", "afvuren"),
        ("viel", "aan", "aanvallen"),
        ("viel", "binnen", "binnenvallen"),
        ("kondigde", "aan", "aankondigen"),
        ("riep", "Terug", "terugroepen"),
        ("dreef", "uiteen", "uiteendrijven"),
        ("kwam", "bijeen", "bijeenkomen"),
        # without its particle it is no verb of the lexicon, with another one another verb
        ("kondigde", "", None),
        ("viel", "omhoog", None),
        # of two verbs
        ("leed", "", None),
        ("voeren", "", None),
        ("uitvoeren", "", None),
        ("voeren", "uit", None),
        ("geloofd", "", None),
        ("sloop", "", None),
        ("staken", "", None),
        ("fietste", "", None),
    ],
)
def test_dutch_forms_are_repaired(form: str, particle: str, lemma: str | None) -> None:
    assert repair("nl", form, particle) == lemma


@pytest.mark.parametrize(
    ("form", "particle", "lemma"),
    [
        ("spurned", "", "spurn"),
        ("rescinded", "", "rescind"),
        ("disinvited", "", "disinvite"),
        ("flouted", "", "flout"),
        ("forbade", "", "forbid"),
        ("Swore", "", "swear"),
        ("lambasted", "", "lambaste"),
        ("strafed", "", "strafe"),
        ("overran", "", "overrun"),
        ("withheld", "", "withhold"),
        ("rearmed", "", "rearm"),
        ("mobilised", "", "mobilise"),
        ("mobilized", "", "mobilize"),
        ("wounded", "", "wound"),
        ("called", "off", "call"),
        ("tore", "up", "tear"),
        ("fell", "apart", "fall"),
        ("spurned", "away", "spurn"),
        # of two verbs
        ("found", "", None),
        ("saw", "", None),
        ("wound", "", None),
        ("lay", "", None),
        ("felled", "", None),
        ("founded", "", None),
        ("sawed", "", None),
        ("gardened", "", None),
    ],
)
def test_english_forms_are_repaired(form: str, particle: str, lemma: str | None) -> None:
    assert repair("en", form, particle) == lemma


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_infinitive_leads_to_itself(lang: str) -> None:
    forms = {"nl": dutch.verb_forms, "en": english.verb_forms}[lang]
    for entry in lexicon(lang).entries:
        for lemma in entry.lemmas if entry.kind == "verb" else ():
            verb = lemma.partition(" ")[0]
            if forms(verb):
                assert verb in lemma_table(lang)[verb]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_hardly_a_form_belongs_to_two_verbs(lang: str) -> None:
    table = lemma_table(lang)
    assert sum(len(lemmas) > 1 for lemmas in table.values()) < len(table) / 200


def test_the_lists_cover_the_irregular_verbs() -> None:
    assert len(dutch.tables().strong) >= 200
    assert len(english.tables().irregular) >= 180


def test_the_folders_are_still_found_beside_the_modules() -> None:
    assert (files("kroniek.languages") / "nl" / "inflection.yaml").is_file()
    assert (folder("en") / "cues.yaml").is_file()


def test_an_unknown_language_has_no_table() -> None:
    assert lemma_table("xx") == {}
    assert repair("xx", "called") is None


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("gegund", "gunnen"),
        ("vreesden", "vrezen"),
        ("gecalculeerde", "calculeren"),
        ("beëindigd", "beëindigen"),
        ("bloedend", "bloeden"),
        ("vertrouw", "vertrouwen"),
    ],
)
def test_the_infinitives_that_a_dutch_form_may_be_of(form: str, verb: str) -> None:
    found = list(dutch.infinitives(form))
    assert verb in found
    assert all(form in dutch.verb_forms(other) for other in found)


def test_a_prefix_that_always_stands_apart() -> None:
    assert dutch.is_apart("af")
    assert not dutch.is_apart("door")
    assert not dutch.is_apart("be")
