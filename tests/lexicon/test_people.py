"""Persons: the data are sound, and offices hold at their dates."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

import pytest

from kroniek.languages import languages
from kroniek.lexicon.checks import person_faults, surname_faults
from kroniek.lexicon.names import names
from kroniek.lexicon.people import Person, Term, gather, people, persons

UNMISTAKABLE = frozenset(
    {"Blinken", "Bush", "Hoon", "Laden", "Molotov", "Pence", "Schoof", "Spaak", "DeLay"}
)
"""Surnames that are common words only in lower case: no sentence begins with them."""


def words_of(lang: str) -> set[str]:
    """The words that a language's cues, event entries, groups and offices are made of."""
    found: set[str] = set()
    folder = files("kroniek.languages") / lang
    for path in (*folder.iterdir(), *(folder / "events").iterdir()):
        if path.name.endswith(".yaml") and path.name != "names.yaml":
            found |= set(re.findall(r"\b[a-z]{3,}\b", path.read_text(encoding="utf-8")))
    lexicon = names(lang)
    return found | {w for w in (*lexicon.groups, *lexicon.offices) if w.islower() and " " not in w}


def person(name: str, *terms: Term, shared: bool = False) -> Person:
    return Person(name, "UTO", "m", name.split()[-1], (), terms, shared)


def test_there_are_thousands_of_persons_and_they_are_sound() -> None:
    assert len(persons()) > 2500
    assert list(person_faults(persons())) == []


@pytest.mark.parametrize("lang", languages())
def test_surnames_that_are_common_words_are_guarded(lang: str) -> None:
    faults = surname_faults(persons(), words_of(lang), names(lang).not_names | UNMISTAKABLE)
    assert list(faults) == []


@pytest.mark.parametrize(
    ("faulty", "fault"),
    [
        ([person("A B", Term("envoy", "2004", "2003"))], "A B (UTO): envoy ends before it begins"),
        (
            [
                person("A B", Term("head of state", "2000", "2005-03")),
                person("C D", Term("head of state", "2005-01", None)),
            ],
            "UTO: head of state is held by A B and C D at once",
        ),
        ([person("A B", Term("envoy", "2004", None))] * 2, "A B (UTO): stands here twice"),
    ],
)
def test_faults_are_named(faulty: list[Person], fault: str) -> None:
    assert list(person_faults(faulty)) == [fault]


def test_offices_handed_over_on_one_day_or_shared_are_no_fault() -> None:
    held = [
        person("A B", Term("head of state", "2000", "2005-01-20")),
        person("C D", Term("head of state", "2005-01-20", None)),
        person("E F", Term("head of state", "2003", "2006"), shared=True),
    ]
    assert list(person_faults(held)) == []


def test_a_common_surname_without_guard_is_a_fault() -> None:
    found = list(surname_faults([person("A Winter", Term("envoy", "2004", None))], {"winter"}, ()))
    assert found == ["A Winter (UTO): surname Winter is a common word"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["Volodymyr", "Zelenskyy"], "Volodymyr Zelensky"),
        (["Volodimir", "Zelenski"], "Volodymyr Zelensky"),
        (["Aleksandr", "Loekasjenko"], "Alexander Lukashenko"),
        (["Roestem", "Oemerov"], "Rustem Umerov"),
        (["Pervaiz", "Musharraf"], "Pervez Musharraf"),
        (["Kim", "Jong", "Un"], "Kim Jong-un"),
        (["Omar", "Hassan", "al-Bashir"], "Omar al-Bashir"),
        (["Recep", "Tayyip", "Erdogan"], "Recep Tayyip Erdoğan"),
    ],
)
def test_a_whole_name_is_found_in_any_spelling(words: list[str], name: str) -> None:
    assert name in {found.name for found in people().named(words)}


@pytest.mark.parametrize("words", [["Jan", "Putin"], ["Mary", "Njie-Rutte"], ["Al", "Ali"]])
def test_a_surname_inside_another_name_finds_nobody(words: list[str]) -> None:
    assert people().named(words) == ()


@pytest.mark.parametrize(
    ("office", "code", "day", "name"),
    [
        ("head of state", "FIN", date(2022, 3, 1), "Sauli Niinistö"),
        ("head of state", "FIN", date(2024, 6, 1), "Alexander Stubb"),
        ("head of government", "HUN", date(2022, 3, 1), "Viktor Orbán"),
        ("head of state", "UTO", date(2022, 3, 1), None),
    ],
)
def test_who_holds_an_office(office: str, code: str, day: date, name: str | None) -> None:
    found = people().holder(office, code, day)
    assert (found.name if found else None) == name


def test_an_office_that_two_hold_has_no_one_holder() -> None:
    two = gather(
        [person("A B", Term("envoy", "2000", None)), person("C D", Term("envoy", "2001", None))]
    )
    assert two.holder("envoy", "UTO", date(2005, 1, 1)) is None


def test_a_king_goes_by_his_first_name() -> None:
    king = next(p for p in persons() if p.name == "Charles III")
    assert king.reigns
    assert "Charles" in king.surnames
