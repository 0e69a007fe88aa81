"""Every type, mode and status of events becomes a sentence of good Dutch and English.

`sentences.nl.txt` and `sentences.en.txt` hold all of them, read and approved as text; after a
change, `python -m tests.reports.test_sentences` writes them anew, to be read again.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_yaml
from kroniek.ontology import EVENT_TYPES, MODES, STATUSES
from kroniek.reports.sentences import Act, Party, Teller, brief_languages, grammar
from kroniek.reports.sentences.telling import Words
from kroniek.reports.sentences.wording import fill, pieces, plain, sentence

LANGS = ("en", "nl")
RUSSIA = Party("RUS", "Moscow", "en", sector="GOV")
UKRAINE = Party("UKR", "Ukraine", "en", sector="GOV")
AMERICA = Party("USA", "Washington", "en", sector="GOV")
DIPLOMATS = Party("RUS", "four Russians", "de", sector="GOV", count=(4, "diplomat"))


def acts(type: str, mode: str | None) -> Iterator[Act]:
    """An act of a type in every status, with and without those who act and undergo."""
    yield Act(type, mode, "actual", (AMERICA,), (UKRAINE,))
    yield Act(type, mode, "future", (RUSSIA,), (UKRAINE,), place="Kyiv")
    yield Act(type, mode, "hypothetical", (RUSSIA,))
    yield Act(type, mode, "negated", (AMERICA,), (UKRAINE,))
    yield Act(type, mode, "historical", (RUSSIA,), (DIPLOMATS,))
    yield Act(type, mode, "actual", (RUSSIA, AMERICA))
    yield Act(type, mode, "actual", (), (UKRAINE,))
    yield Act(type, mode, "negated", (), (UKRAINE,))


def table(lang: str) -> Iterator[str]:
    """All sentences of a language."""
    teller = Teller(grammar(lang))
    for kind in EVENT_TYPES:
        for mode in (None, *MODES[kind]):
            yield f"# {kind}" + (f".{mode}" if mode else "")
            for act in acts(kind, mode):
                yield plain(sentence(teller.tell(act)))
            done = Act(kind, mode, "actual", (RUSSIA,), (UKRAINE,))
            yield f"= {teller.thing(done)}; {teller.offered(kind, mode)}"


def reviewed(lang: str) -> Path:
    """The file of the sentences of a language."""
    return Path(__file__).with_name(f"sentences.{lang}.txt")


@pytest.mark.parametrize("lang", LANGS)
def test_all_sentences_are_as_reviewed(lang: str) -> None:
    assert list(table(lang)) == reviewed(lang).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("lang", LANGS)
def test_no_sentence_has_doubled_words_or_open_slots(lang: str) -> None:
    for line in table(lang):
        words = line.split()
        assert not any(one == other for one, other in pairwise(words)), line
        assert not set(line) & set("{}[]"), line


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_coder_counts_has_a_name(lang: str) -> None:
    units: set[str] = set()
    for source in LANGS:
        told = read_yaml(folder(source) / "numbers.yaml")
        units |= {str(one) for name in ("units", "sectors") for one in told[name].values()}
        units |= {str(one) for row in told["of_types"].values() for one in row.values()}
    assert units - grammar(lang).units.keys() == set()


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_record_knows_has_a_name(lang: str) -> None:
    from kroniek.ledger.commitments import KINDS, OUTCOMES
    from kroniek.ledger.words import words

    told = grammar(lang)
    assert set(told.statuses) == set(STATUSES)
    assert set(words(lang).means.names) <= set(told.means)
    assert set(KINDS) == set(told.commitments) == set(told.kinds)
    assert set(OUTCOMES) == set(told.outcomes) == set(told.outcome_names)


def test_briefs_are_written_in_dutch_and_english() -> None:
    assert brief_languages() == LANGS


@pytest.mark.parametrize(
    ("lang", "party", "name", "has"),
    [
        ("nl", AMERICA, "de Verenigde Staten", "hebben"),
        ("en", AMERICA, "the United States", "has"),
        ("nl", Party("GBR", "Londen", "nl"), "het Verenigd Koninkrijk", "heeft"),
        ("en", Party("NLD", "The Hague", "en"), "the Netherlands", "has"),
        ("nl", Party("UN", "VN", "nl", sector="IGO"), "de Verenigde Naties", "hebben"),
        ("en", Party("NATO", "the alliance", "en", sector="IGO"), "NATO", "has"),
        ("nl", Party("NATO", "NAVO", "nl", sector="IGO"), "de NAVO", "heeft"),
        ("nl", Party("HOUTHI", "rebellen", "nl", sector="REB"), "de Houthi's", "hebben"),
        ("en", Party("HEZBOLLAH", "Hezbollah", "en", sector="REB"), "Hezbollah", "has"),
        ("nl", Party("RUS", "troops", "en", sector="MIL"), "het Russische leger", "heeft"),
        ("en", Party("SOM", "refugees", "en", sector="REF"), "Somali refugees", "have"),
        ("nl", Party("NATO", "troops", "en", sector="MIL"), "de troepen van de NAVO", "hebben"),
        ("nl", Party(None, "Twee matrozen", "nl", count=(2, "sailor")), "twee matrozen", "hebben"),
        ("en", Party(None, "acht personen", "nl", count=(8, "person")), "eight people", "have"),
        ("en", Party(None, "The miners", "en"), "the miners", "have"),
        ("en", Party(None, "de mijnwerkers", "nl"), "“de mijnwerkers”", "has"),
        ("en", Party(None, "tientallen boeren", "nl", count=(10, "person"), vague=True),
         "“tientallen boeren”", "has"),
        ("nl", Party("RUS", "Putin", "en", person="Vladimir Putin", office="head of state"),
         "de Russische president Vladimir Poetin", "heeft"),
        ("en", Party("DEU", "Merz", "en", person="Friedrich Merz", office="head of government"),
         "German Chancellor Friedrich Merz", "has"),
        ("nl", Party("GBR", "Charles", "en", person="Charles III", office="head of state"),
         "het Britse staatshoofd Charles III", "heeft"),
        ("en", Party("UN", "Guterres", "en", person="António Guterres", office="organisation head"),
         "Secretary-General António Guterres of the United Nations", "has"),
        ("nl", Party("CHN", "the minister", "en", office="foreign minister"),
         "de Chinese minister van Buitenlandse Zaken", "heeft"),
    ],
)  # fmt: skip
def test_parties_have_article_number_and_office(
    lang: str, party: Party, name: str, has: str
) -> None:
    teller = Teller(grammar(lang))
    phrase = teller.namer.one(party)
    assert phrase is not None
    assert (plain(phrase.text), teller.finite(phrase.many)["have"]) == (name, has)


def test_a_pronoun_that_stands_for_nobody_known_is_not_told() -> None:
    assert Teller(grammar("nl")).namer.one(Party(None, "Hij", "nl")) is None


def test_an_office_is_told_once() -> None:
    teller = Teller(grammar("nl"))
    putin = Party("RUS", "Putin", "en", person="Vladimir Putin", office="head of state")
    first, again = teller.namer.one(putin), teller.namer.one(putin)
    assert first is not None
    assert again is not None
    assert (first.text, again.text) == (
        "de Russische president Vladimir Poetin", "Vladimir Poetin",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "place", "told"),
    [
        ("nl", "Kyiv", "in Kiev"),
        ("en", "Kyiv", "in Kyiv"),
        ("nl", "Crimea", "op de Krim"),
        ("en", "Red Sea", "in the Red Sea"),
        ("nl", "Red Sea", "in de Rode Zee"),
        ("nl", "United States", "in de Verenigde Staten"),
        ("nl", "Cuba", "op Cuba"),
        ("en", "Strait of Hormuz", "in the Strait of Hormuz"),
    ],
)
def test_places_have_preposition_and_article(lang: str, place: str, told: str) -> None:
    assert Teller(grammar(lang)).namer.place(place) == told


THREAT = Act("THREATEN", "violence", "actual", (RUSSIA,), (UKRAINE,))


@pytest.mark.parametrize(
    ("lang", "condition", "told"),
    [
        ("nl", Words("als Kiev niet opgeeft", "nl"),
         "Rusland heeft Oekraïne met geweld bedreigd, als Kiev niet opgeeft."),
        ("nl", Words("unless Kyiv gives in", "en"),
         "Rusland heeft Oekraïne met geweld bedreigd, met als voorwaarde “unless Kyiv gives in”."),
        ("en", Words("Unless Kyiv gives in", "en"),
         "Russia threatened Ukraine with violence unless Kyiv gives in."),
        ("en", Words("als Kiev niet opgeeft", "nl"),
         "Russia threatened Ukraine with violence, on the condition “als Kiev niet opgeeft”."),
    ],
)  # fmt: skip
def test_a_condition_is_told_or_quoted(lang: str, condition: Words, told: str) -> None:
    act = Act("THREATEN", "violence", "actual", (RUSSIA,), (UKRAINE,), condition=condition)
    assert plain(sentence(Teller(grammar(lang)).tell(act))) == told


def test_a_source_stands_in_front_or_behind() -> None:
    act = Act("ASSAULT", "drone", "actual", (RUSSIA,), (UKRAINE,), source="Kiev")
    dutch, english = Teller(grammar("nl")), Teller(grammar("en"))
    assert (
        sentence(dutch.tell(act)) == "Volgens Kiev heeft Rusland Oekraïne met drones aangevallen."
    )
    assert sentence(dutch.tell(act, "op 3 juni 2024")) == (
        "Op 3 juni 2024 heeft Rusland Oekraïne met drones aangevallen, aldus Kiev."
    )
    assert sentence(english.tell(act)) == "Russia attacked Ukraine with drones, according to Kiev."


def test_words_are_quoted_with_their_language_and_their_own_quotes_within() -> None:
    act = Act("THREATEN", "violence", "actual", (RUSSIA,), (), words=Words('zei: "nooit".', "nl"))
    told = Teller(grammar("en")).tell(act)
    assert plain(told) == "Russia made a threat of violence: “zei: ’nooit’”"
    assert [piece.lang for piece in pieces(told)] == [None, "nl", None]


def test_an_optional_part_is_left_out_without_its_slot() -> None:
    assert fill("{a} [met {b}] [op {c}].", {"a": "Overleg", "b": "", "c": "dinsdag"}) == (
        "Overleg op dinsdag."
    )


if __name__ == "__main__":
    for each in LANGS:
        reviewed(each).write_text("\n".join(table(each)) + "\n", encoding="utf-8")
