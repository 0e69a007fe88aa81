"""Clauses: who does what to whom, whatever the order, voice and embedding of the words.

The trees are made by hand (`treebank/`), so that these tests say what the grammar means and not
how well the parser parses.
"""

from __future__ import annotations

import pytest
from spacy.tokens import Doc, Token

from kroniek.coder.arcs import conjuncts, first_conjunct, is_infinitive, preposition_of
from kroniek.coder.clauses import Clause, find_clauses, noun_clause
from tests.coder.clause_cases import CLAUSES
from tests.coder.trees import parsed, tree

ORDER = ("subject", "owner", "object", "indirect", "complement")


def described(clause: Clause) -> str:
    """ "shell passive: subject rebels, object town"."""
    rank = {role: number for number, role in enumerate(ORDER)}
    roles = sorted(clause.roles, key=lambda role: rank.get(role, len(ORDER)))
    parts = (f"{role} {' and '.join(t.text for t in clause.roles[role])}" for role in roles)
    return f"{clause.lemma}{' passive' * clause.passive}: {', '.join(parts)}"


def clause_of(doc: Doc, lemma: str) -> Clause:
    return next(c for c in find_clauses(doc) if c.lemma == lemma)


def word(doc: Doc, text: str) -> Token:
    return next(token for token in doc if token.text == text)


@pytest.mark.parametrize(
    ("lang", "sentence", "expected"),
    CLAUSES,
)
def test_clauses_have_the_roles_of_the_active_voice(
    lang: str, sentence: str, expected: list[str]
) -> None:
    assert [described(clause) for clause in find_clauses(tree(lang, sentence))] == expected


@pytest.mark.parametrize(
    ("lang", "sentence", "lemma", "particle"),
    [
        ("en", "Iran called off the visit.", "call", "off"),
        ("nl", "De minister kondigde sancties aan.", "aankondigen", "aan"),
        ("nl", "Rusland beloofde troepen terug te trekken.", "terugtrekken", "terug"),
        ("nl", "Iran vuurde raketten af in reactie op de aanval.", "afvuren", "af"),
        ("nl", "Iran zegt dat het sancties aankondigt.", "aankondigen", ""),
        ("nl", "Politie nam wapens in beslag.", "nemen", ""),
    ],
)
def test_a_particle_is_kept_unless_it_begins_a_fixed_phrase(
    lang: str, sentence: str, lemma: str, particle: str
) -> None:
    assert clause_of(tree(lang, sentence), lemma).particle == particle


def test_the_noun_of_a_fixed_phrase_is_in_the_role_of_its_preposition() -> None:
    clause = clause_of(tree("nl", "Politie nam wapens in beslag."), "nemen")
    assert [token.text for token in clause.get("in")] == ["beslag"]


@pytest.mark.parametrize(
    ("lang", "sentence", "lemma", "auxiliaries"),
    [
        ("en", "Troops could have been attacked.", "attack", "could have been"),
        ("en", "Russia is ready.", "ready", "is"),
        ("en", "Rebels shelled the town.", "shell", ""),
        ("en", "Iran will advance and destroy the base.", "destroy", "will"),
        ("en", "Two men were arrested and deported.", "deport", "were"),
        ("nl", "Iran zou de basis hebben kunnen aanvallen.", "aanvallen", "zou hebben kunnen"),
        ("nl", "Iran zegt dat het de basis heeft aangevallen.", "aanvallen", "heeft"),
        ("nl", "Iran zal de basis aanvallen en vernielen.", "vernielen", "zal"),
        ("nl", "Twee mannen werden opgepakt en uitgezet.", "uitzetten", "werden"),
    ],
)
def test_auxiliaries_are_kept_in_order_and_shared_by_coordinated_verbs(
    lang: str, sentence: str, lemma: str, auxiliaries: str
) -> None:
    clause = clause_of(tree(lang, sentence), lemma)
    assert " ".join(token.text for token in clause.auxiliaries) == auxiliaries


@pytest.mark.parametrize(
    ("lang", "sentence", "negation"),
    [
        ("en", "Iran did not attack the base.", "not"),
        ("en", "Iran didn't attack.", "n't"),
        ("en", "Iran never attacked the base.", "never"),
        ("en", "No troops crossed the border.", "No"),
        ("en", "Iran sent no troops.", "no"),
        ("en", "Nobody attacked Iran.", "Nobody"),
        ("en", "Iran is not ready.", "not"),
        ("en", "No attack on Kyiv followed.", "No"),
        ("nl", "Iran viel de basis niet aan.", "niet"),
        ("nl", "Iran viel nooit aan.", "nooit"),
        ("nl", "Iran stuurt geen troepen.", "geen"),
        ("nl", "Geen land steunde Iran.", "Geen"),
        ("nl", "Niemand steunde Iran.", "Niemand"),
        ("nl", "Rusland is niet bereid.", "niet"),
        ("nl", "Geen aanval op Kiev volgde.", "Geen"),
    ],
)
def test_negation_of_the_verb_its_subject_or_its_object_denies_the_clause(
    lang: str, sentence: str, negation: str
) -> None:
    (clause,) = find_clauses(tree(lang, sentence))
    assert clause.negation is not None
    assert clause.negation.text == negation


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("en", "Rebels shelled the town."),
        ("en", "Russia is ready."),
        ("nl", "Rebellen beschoten de stad."),
        ("nl", "Rusland is bereid."),
    ],
)
def test_a_plain_clause_is_not_negated(lang: str, sentence: str) -> None:
    (clause,) = find_clauses(tree(lang, sentence))
    assert clause.negation is None


@pytest.mark.parametrize(
    ("lang", "sentence", "lemma", "governor", "link", "marker"),
    [
        ("en", "Iran said that Israel attacked a base.", "attack", "say", "ccomp", "that"),
        ("en", "Iran vowed to withdraw troops.", "withdraw", "vow", "xcomp", "to"),
        ("en", "If Iran attacks, Israel will respond.", "attack", "respond", "advcl", "If"),
        ("en", "The rebels who shelled the town fled.", "shell", "flee", "acl", None),
        ("en", "Iran attacked and Israel answered.", "answer", "attack", "conj", None),
        ("nl", "Iran zei dat Israël een basis aanviel.", "aanvallen", "zeggen", "ccomp", "dat"),
        ("nl", "Als Iran aanvalt, reageert Israël.", "aanvallen", "reageren", "advcl", "Als"),
        (
            "nl",
            "Mocht Iran aanvallen, dan reageert Israël.",
            "aanvallen",
            "reageren",
            "advcl",
            None,
        ),
        ("nl", "Israël viel een basis aan, zei Iran.", "zeggen", "aanvallen", "parataxis", None),
    ],
)
def test_a_clause_knows_the_clause_above_it_and_how_it_hangs_there(
    lang: str, sentence: str, lemma: str, governor: str, link: str, marker: str | None
) -> None:
    clause = clause_of(tree(lang, sentence), lemma)
    assert clause.governor is not None
    assert (clause.governor.lemma, clause.link) == (governor, link)
    assert (clause.marker.text if clause.marker else None) == marker


@pytest.mark.parametrize(
    ("lang", "sentence", "noun", "expected"),
    [
        ("en", "The attack by rebels on Kyiv failed.", "attack", "attack: subject rebels, on Kyiv"),
        ("en", "Iran's attack on Israel failed.", "attack", "attack: owner Iran, on Israel"),
        (
            "en",
            "The Russian attack on Kyiv failed.",
            "attack",
            "attack: modifier Russian, on Kyiv",
        ),
        (
            "en",
            "Talks between Iran and Israel failed.",
            "Talks",
            "talk: between Iran and Israel",
        ),
        (
            "en",
            "The withdrawal of troops from Syria began.",
            "withdrawal",
            "withdrawal: of troops, from Syria",
        ),
        (
            "en",
            "Iran's threat to attack failed.",
            "threat",
            "threat: owner Iran, complement attack",
        ),
        ("nl", "De aanval van rebellen op Kiev mislukte.", "aanval", "van rebellen, op Kiev"),
        ("nl", "De Russische aanval op Kiev mislukte.", "aanval", "modifier Russische, op Kiev"),
        ("nl", "Ruslands aanval op Kiev mislukte.", "aanval", "owner Ruslands, op Kiev"),
        ("nl", "De aanval door rebellen mislukte.", "aanval", "aanval: subject rebellen"),
        (
            "nl",
            "Gesprekken tussen Iran en Israël mislukten.",
            "Gesprekken",
            "gesprek: tussen Iran and Israël",
        ),
    ],
)
def test_a_nominal_event_is_a_clause_of_its_owner_agent_and_prepositions(
    lang: str, sentence: str, noun: str, expected: str
) -> None:
    clause = noun_clause(word(tree(lang, sentence), noun))
    assert clause.kind == "noun"
    assert described(clause).endswith(expected)


@pytest.mark.parametrize(
    ("lang", "sentence", "noun", "role", "parties"),
    [
        ("en", "A series of attacks by rebels began.", "series", "subject", ["rebels"]),
        (
            "en",
            "A round of talks between Iran and Israel began.",
            "round",
            "between",
            ["Iran", "Israel"],
        ),
        ("nl", "Een reeks aanvallen door rebellen begon.", "reeks", "subject", ["rebellen"]),
        (
            "nl",
            "Een ronde van gesprekken tussen Iran en Israël begon.",
            "ronde",
            "tussen",
            ["Iran", "Israël"],
        ),
    ],
)
def test_agents_nested_in_a_noun_of_number_are_those_of_the_whole(
    lang: str, sentence: str, noun: str, role: str, parties: list[str]
) -> None:
    clause = noun_clause(word(tree(lang, sentence), noun))
    assert [token.text for token in clause.get(role)] == parties


@pytest.mark.parametrize(
    ("lang", "sentence", "noun"),
    [
        ("en", "No attack on Kyiv followed.", "attack"),
        ("nl", "Geen aanval op Kiev volgde.", "aanval"),
    ],
)
def test_a_nominal_event_may_be_denied(lang: str, sentence: str, noun: str) -> None:
    assert noun_clause(word(tree(lang, sentence), noun)).negation is not None


def test_features_tell_a_past_participle_where_its_form_does_not() -> None:
    lines = """
        The DET the 2 det
        troops NOUN troops 6 nsubj
        put VERB put 2 acl {}
        in ADP in 5 case
        Syria PROPN Syria 3 obl
        left VERB leave 0 root
    """
    participle = clause_of(parsed("en", lines.format("Tense=Past|VerbForm=Part")), "put")
    finite = clause_of(parsed("en", lines.format("VerbForm=Fin")), "put")
    assert described(participle) == "put passive: object troops, in Syria"
    assert described(finite) == "put: subject troops, in Syria"


def test_coordinated_phrases_lead_back_to_their_first_and_share_its_preposition() -> None:
    doc = tree("nl", "Een ronde van gesprekken tussen Iran en Israël begon.")
    iran, israel = word(doc, "Iran"), word(doc, "Israël")
    assert conjuncts(iran) == [iran, israel]
    assert first_conjunct(israel) == iran
    assert preposition_of(israel) == "tussen"
    assert preposition_of(word(doc, "ronde")) == ""


@pytest.mark.parametrize(
    ("lang", "sentence", "verb", "expected"),
    [
        ("en", "Iran vowed to withdraw troops.", "withdraw", True),
        ("en", "Iran said that Israel attacked a base.", "attacked", False),
        ("nl", "Macron vloog naar Berlijn om Scholz te ontmoeten.", "ontmoeten", True),
        ("nl", "Iran zou de basis hebben kunnen aanvallen.", "aanvallen", False),
    ],
)
def test_an_infinitive_has_its_mark_and_no_subject_of_its_own(
    lang: str, sentence: str, verb: str, expected: bool
) -> None:
    assert is_infinitive(word(tree(lang, sentence), verb)) is expected
