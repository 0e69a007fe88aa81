"""Readings: which entry fires for a clause or a noun, by its conditions and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.tokens import Doc

from kroniek.coder.clauses import find_clauses
from kroniek.coder.mentions import Mention
from kroniek.coder.readings import Reader, Reading
from kroniek.lexicon.entries import Entry, Lexicon
from tests.coder.trees import parsed, tree


def entry(kind: str, lemmas: str, code: str | None = None, **more: Any) -> Entry:
    """An entry of a small lexicon; conditions as `when` and `unless`."""
    told = {"kind": kind, "lemmas": lemmas, "file": "en/test", "code": code}
    return Entry.model_validate(told | more)


def reader(doc: Doc, *entries: Entry, mentions: dict[str, Mention] | None = None) -> Reader:
    """Reads a Doc by these entries, in this order; `mentions` by the words that head them."""
    doc._.clauses = find_clauses(doc)
    doc._.mentions = {t.i: mentions[t.text] for t in doc if t.text in (mentions or {})}
    made = Reader(doc)
    made.lexicon = Lexicon(list(entries), "test")
    return made


def read(doc: Doc, *entries: Entry, mentions: dict[str, Mention] | None = None) -> Reading | None:
    """The reading of the first clause."""
    made = reader(doc, *entries, mentions=mentions)
    return made.of_clause(doc._.clauses[0])


def mention(kind: str, code: str | None = None, sector: str | None = None) -> Mention:
    return Mention(0, 1, 0, kind, code=code, sector=sector)


def words(reading: Reading, role: str) -> list[str]:
    return [token.text for token in reading.clause.get(role)]


def test_an_entry_fires_for_its_verb_and_names_itself() -> None:
    found = read(tree("en", "Rebels shelled the town."), entry("verb", "shell", "ASSAULT"))
    assert found is not None
    assert found.head.text == "shelled"
    assert found.entry.rule(found.lemma) == "en/test: shell"
    assert found.frame is found.clause


def test_a_verb_without_an_entry_has_no_reading() -> None:
    assert read(tree("en", "Rebels shelled the town."), entry("verb", "bomb", "ASSAULT")) is None


@pytest.mark.parametrize(
    ("sentence", "verb", "conditions", "fires"),
    [
        ("Rebels shelled the town.", "shell", {"object": "town"}, True),
        ("Rebels shelled the town.", "shell", {"object": ["base", "town"]}, True),
        ("Rebels shelled the town.", "shell", {"object": "base"}, False),
        ("Rebels shelled the town.", "shell", {"object": "town", "subject": "rebel"}, True),
        ("Rebels shelled the town.", "shell", {"object": "town", "subject": "army"}, False),
        ("Rebels shelled the town.", "shell", {"indirect": "NONE"}, True),
        ("Rebels shelled the town.", "shell", {"object": "NONE"}, False),
        ("Rebels shelled the town.", "shell", {"object": "ANY"}, True),
        ("Rebels shelled the town.", "shell", {"with": "ANY"}, False),
        ("France gave tanks to Ukraine.", "give", {"object": "WEAPON"}, True),
        ("France gave tanks to Ukraine.", "give", {"object": "MONEY"}, False),
        ("Iran never attacked the base.", "attack", {"adverb": "never"}, True),
        ("Iran never attacked the base.", "attack", {"adverb": "often"}, False),
        ("Iran vowed to withdraw troops.", "vow", {"complement": "INFINITIVE"}, True),
        ("Iran said that Israel attacked a base.", "say", {"complement": "INFINITIVE"}, False),
        ("Japan demanded an apology from Russia.", "demand", {"from": "ANY"}, True),
    ],
)
def test_every_condition_must_hold_by_lemma_class_or_presence(
    sentence: str, verb: str, conditions: dict[str, Any], fires: bool
) -> None:
    found = read(tree("en", sentence), entry("verb", verb, "REQUEST", **{"if": conditions}))
    assert (found is not None) is fires


@pytest.mark.parametrize(
    ("exceptions", "fires"),
    [({"object": "town"}, False), ({"object": "base"}, True), ({"with": "ANY"}, True)],
)
def test_no_exception_may_hold(exceptions: dict[str, Any], fires: bool) -> None:
    shelled = entry("verb", "shell", "ASSAULT", unless=exceptions)
    assert (read(tree("en", "Rebels shelled the town."), shelled) is not None) is fires


@pytest.mark.parametrize(
    ("word", "said", "holds"),
    [
        ("ACTOR", mention("thing", code="RUS"), True),
        ("ACTOR", mention("thing"), False),
        ("PARTY", mention("group", sector="REB"), True),
        ("PARTY", mention("thing", code="RUS"), False),
        ("PERSON", mention("office", code="RUS"), True),
        ("PERSON", mention("state", code="RUS"), False),
        ("STATE", mention("seat", code="RUS"), True),
        ("STATE", mention("group", sector="REB"), False),
        ("PLACE", mention("region", code="RUS"), True),
        ("REB", mention("group", sector="REB"), True),
        ("REB", mention("group", sector="MIL"), False),
    ],
)
def test_classes_of_actors_are_those_of_the_mention(word: str, said: Mention, holds: bool) -> None:
    fired = entry("verb", "shell", "ASSAULT", **{"if": {"object": word}})
    found = read(tree("en", "Rebels shelled the town."), fired, mentions={"town": said})
    assert (found is not None) is holds


def test_a_number_is_counted_or_itself_one() -> None:
    counted = entry("verb", "arrest", "COERCE", **{"if": {"object": "NUMBER"}})
    said = {word: mention("thing") for word in ("men", "students", "teachers")}
    men, students = "Two men were arrested and deported.", "Police arrested students and teachers."
    assert read(tree("en", men), counted, mentions=said) is not None
    assert read(tree("en", students), counted, mentions=said) is None


def test_the_last_part_of_a_compound_is_a_lemma_of_it() -> None:
    doc = tree("nl", "De minister kondigde sancties aan.")
    doc[3]._.parts = ("straf", "maatregel")
    fired = entry("verb", "aankondigen", "SANCTION", **{"if": {"object": "maatregel"}})
    assert read(doc, fired) is not None


@pytest.mark.parametrize(
    ("condition", "fires"),
    [("RETREAT", True), ("RETREAT.withdraw", True), ("EVENT", True), ("RETREAT.release", False)],
)
def test_a_condition_may_ask_for_an_event(condition: str, fires: bool) -> None:
    found = read(
        tree("en", "Iran vowed to withdraw troops."),
        entry("verb", "vow", "AGREE", **{"if": {"complement": condition}}),
        entry("verb", "withdraw", "RETREAT", mode="withdraw"),
    )
    assert (found is not None) is fires


@pytest.mark.parametrize(("operator", "fires"), [("plan", True), ("deny", False)])
def test_a_condition_on_an_event_looks_through_a_plan_but_not_a_denial(
    operator: str, fires: bool
) -> None:
    found = read(
        tree("en", "Iran rejected a plan to share power."),
        entry("verb", "reject", "REJECT", **{"if": {"object": "COOPERATE"}}),
        entry("noun", "plan", operator=operator),
        entry("verb", "share", "COOPERATE"),
    )
    assert (found is not None and found.entry.code == "REJECT") is fires


def test_the_first_entry_that_fits_wins() -> None:
    town = entry("verb", "shell", "ASSAULT", **{"if": {"object": "town"}})
    base = entry("verb", "shell", "MOBILIZE", **{"if": {"object": "base"}})
    other = entry("verb", "shell", "COERCE")
    doc = tree("en", "Rebels shelled the town.")
    found = [read(doc, *entries) for entries in ([base, town, other], [base, other, town])]
    assert [one.entry.code for one in found if one] == ["ASSAULT", "COERCE"]


def test_an_entry_without_code_blocks_those_after_it() -> None:
    nothing = entry("verb", "shell", None, **{"if": {"object": "town"}})
    assault = entry("verb", "shell", "ASSAULT")
    doc = tree("en", "Rebels shelled the town.")
    assert read(doc, nothing, assault) is None
    assert read(doc, assault, nothing) is not None


def test_a_light_verb_lends_its_roles_to_the_noun_it_carries() -> None:
    found = read(
        tree("en", "Iran launched an attack on Israel."), entry("noun", "attack", "ASSAULT")
    )
    assert found is not None
    assert (found.head.text, found.noun) == ("attack", found.head)
    assert found.frame is not None
    assert found.frame.lemma == "launch"
    assert (words(found, "subject"), words(found, "on")) == (["Iran"], ["Israel"])
    assert words(found, "object") == []


def test_a_light_verbs_noun_may_stand_in_an_adjunct() -> None:
    found = read(
        tree("nl", "De politie nam de wapens in beslag."), entry("noun", "beslag", "COERCE")
    )
    assert found is not None
    assert found.head.text == "beslag"
    assert words(found, "object") == ["wapens"]


def test_an_entry_of_the_light_verb_itself_comes_first() -> None:
    found = read(
        tree("en", "Iran launched an attack on Israel."),
        entry("noun", "attack", "ASSAULT"),
        entry("verb", "launch", "MOBILIZE"),
    )
    assert found is not None
    assert found.entry.code == "MOBILIZE"


def test_a_verb_that_is_not_light_carries_no_noun() -> None:
    doc = tree("en", "Japan demanded an apology from Russia.")
    assert read(doc, entry("noun", "apology", "CONCEDE")) is None


@pytest.mark.parametrize(
    ("lang", "sentence", "lemma"),
    [
        ("en", "Iran called off the visit.", "call off"),
        ("en", "Troops pulled back.", "pull back"),
        ("nl", "De minister kondigde sancties aan.", "aankondigen"),
        ("nl", "Iran trok troepen terug.", "terugtrekken"),
    ],
)
def test_a_verb_is_read_with_its_particle_also_when_parsed_as_an_adverb(
    lang: str, sentence: str, lemma: str
) -> None:
    found = read(tree(lang, sentence), entry("verb", lemma, "RETREAT"))
    assert found is not None
    assert found.lemma == lemma


def test_a_verb_without_its_particle_is_another_verb() -> None:
    assert read(tree("en", "Iran called off the visit."), entry("verb", "call", "REQUEST")) is None


@pytest.mark.parametrize(
    ("lang", "form", "wrong", "right"),
    [
        ("en", "attacked", "attacke", "attack"),
        ("en", "struck", "struck", "strike"),
        ("nl", "bombardeerde", "bombardeerde", "bombarderen"),
        ("nl", "veroordeelden", "veroordeelen", "veroordelen"),
    ],
)
def test_a_lemma_that_the_lexicon_lacks_is_repaired_by_its_form(
    lang: str, form: str, wrong: str, right: str
) -> None:
    doc = parsed(lang, f"Iran PROPN Iran 2 nsubj\n{form} VERB {wrong} 0 root")
    found = read(doc, entry("verb", right, "ASSAULT"))
    assert found is not None
    assert found.lemma == right


def test_an_adjective_is_read_where_a_copula_links_it() -> None:
    ready = entry("adjective", "ready", "AGREE")
    assert read(tree("en", "Russia is ready."), ready) is not None
    assert read(tree("en", "Rebels shelled the town."), ready) is None


def test_a_noun_that_a_copula_links_has_the_subject_and_its_own_prepositions() -> None:
    found = read(tree("en", "Kim is an enemy of Japan."), entry("noun", "enemy", "ACCUSE"))
    assert found is not None
    assert found.frame is not None
    assert words(found, "subject") == ["Kim"]
    assert "Japan" in words(found, "of")


@pytest.mark.parametrize("lemma", ["talk", "talks"])
def test_a_noun_that_stands_alone_is_read_by_lemma_or_form_without_a_frame(lemma: str) -> None:
    doc = tree("en", "Talks between Iran and Israel failed.")
    found = reader(doc, entry("noun", lemma, "CONSULT")).of_noun(doc[0])
    assert found is not None
    assert found.frame is None
    assert words(found, "between") == ["Iran", "Israel"]


def test_the_noun_that_an_operator_is_about_is_framed_by_its_clause() -> None:
    doc = tree("en", "Iran repeated its threat to close the strait.")
    made = reader(doc, entry("noun", "threat", "THREATEN"))
    found = made.of_object(doc._.clauses[0], doc[3])
    assert found is not None
    assert found.frame is doc._.clauses[0]
    assert words(found, "subject") == ["Iran"]
    assert made.of_object(doc._.clauses[0], doc[0]) is None


def test_what_is_told_passes_operators_that_leave_it_as_it_is() -> None:
    doc = tree("en", "Iran vowed to withdraw troops.")
    told = entry("verb", "withdraw", "RETREAT")
    begun = reader(doc, entry("verb", "vow", operator="begin"), told).told_by(doc[1])
    denied = reader(doc, entry("verb", "vow", operator="deny"), told).told_by(doc[1])
    assert [reading.head.text for reading in begun] == ["withdraw"]
    assert denied == []
