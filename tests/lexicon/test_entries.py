"""Entries: what a language's `events/*.yaml` may say, and that each of its examples is coded so."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kroniek.coder.examples import faults
from kroniek.errors import LanguageError, LexiconError
from kroniek.languages import BUILT_IN, folder, languages
from kroniek.lexicon.entries import Entry, Example, lexicon, read_entries

FILES = [
    (lang, path.name.removesuffix(".yaml"))
    for lang in BUILT_IN
    for path in sorted((folder(lang) / "events").iterdir(), key=lambda path: path.name)
    if path.name.endswith(".yaml")
]

Make = Callable[..., str]


@pytest.fixture
def language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes a language that an installed package brings: `language(test="- verb: ...")`."""
    package = f"kroniek_{tmp_path.name}".replace("-", "_")

    def make(**events: str) -> str:
        root = tmp_path / package
        (root / "events").mkdir(parents=True)
        (root / "__init__.py").write_text("")
        for name, text in events.items():
            (root / "events" / f"{name}.yaml").write_text(text, encoding="utf-8")
        about = tmp_path / f"{package}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[kroniek.languages]\n{package} = {package}\n")
        monkeypatch.syspath_prepend(tmp_path)
        return package

    yield make
    sys.modules.pop(package, None)


@pytest.mark.parametrize(("lang", "file"), FILES)
def test_every_example_is_coded_as_its_entry_says(lang: str, file: str) -> None:
    assert list(faults(lang, file)) == []


def test_faults_of_a_file_that_is_not_there_are_not_none() -> None:
    with pytest.raises(LexiconError, match="nl/asault: no such file"):
        list(faults("nl", "asault"))


def test_an_entry_is_read_with_its_conditions_parties_and_examples(language: Make) -> None:
    lang = language(
        test="""
        - verb: [storm, "call off"]
          code: ASSAULT
          mode: firearms
          if: {object: [ACTOR, base], with: knife}
          unless: {object: stage}
          actor: [subject, by]
          recipient: NONE
          contexts: [military]
          examples: [{text: "Iran stormed it.", actors: [IRN], recipients: [], status: actual}]
        - noun: raid
          operator: plan
        """
    )
    first, second = read_entries(lang)
    assert first == Entry(
        kind="verb",
        lemmas=("storm", "call off"),
        file=f"{lang}/test",
        code="ASSAULT",
        mode="firearms",
        when={"object": ("ACTOR", "base"), "with": ("knife",)},
        unless={"object": ("stage",)},
        actor=("subject", "by"),
        recipient=("NONE",),
        contexts=("military",),
        examples=(
            Example(text="Iran stormed it.", actors=("IRN",), recipients=(), status="actual"),
        ),
    )
    assert (second.kind, second.lemmas, second.operator) == ("noun", ("raid",), "plan")
    assert first.rule("storm") == f"{lang}/test: storm"


def test_files_are_read_in_the_order_of_their_names_and_may_be_empty(language: Make) -> None:
    lang = language(b="- {noun: raid, code: ASSAULT}", a="- {verb: raid, code: ASSAULT}", c="")
    assert [entry.file for entry in read_entries(lang)] == [f"{lang}/a", f"{lang}/b"]


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("- {code: ASSAULT}", "test, entry 1", "needs one of verb, noun, adjective"),
        ("- {verb: a, noun: a}", "test, entry 1", "needs one of verb, noun, adjective"),
        ("- {verb: a}\n- attack", "test, entry 2", "needs one of verb, noun, adjective"),
        ("- {verb: attack, code: ATTACK}", "test, entry 1 (attack)", "code"),
        ("- {verb: a, code: ASSAULT, operator: deny}", "entry 1 (a)", "not both"),
        ("- {verb: a, operator: doubt}", "entry 1 (a)", "operator"),
        ("- {verb: a, code: ASSAULT, mode: visit}", "entry 1 (a)", "mode visit"),
        ("- {verb: a, mode: visit}", "entry 1 (a)", "mode visit"),
        ("- {verb: a, code: AID, contexts: [war]}", "entry 1 (a)", "unknown contexts ['war']"),
        ("- {verb: a, code: AID, status: done}", "entry 1 (a)", "status"),
        ("- {verb: a, code: AID, examples: [{actors: [IRN]}]}", "entry 1 (a)", "examples.0.text"),
        ("- {verb: a, code: AID, colour: red}", "entry 1 (a)", "colour"),
        ("- {verb: a, code: AID", "test.yaml", "line"),
    ],
)
def test_a_faulty_entry_is_named_with_its_file_and_fault(
    language: Make, text: str, where: str, what: str
) -> None:
    lang = language(test=text)
    with pytest.raises(LexiconError) as raised:
        read_entries(lang)
    assert where in str(raised.value)
    assert what in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("lang", BUILT_IN)
def test_entries_are_found_by_kind_and_lemma_those_with_most_conditions_first(lang: str) -> None:
    found = lexicon(lang)
    lemmas = {(entry.kind, lemma) for entry in found.entries for lemma in entry.lemmas}
    for kind, lemma in lemmas:
        entries = found.find(kind, lemma)
        assert entries
        assert all(entry.kind == kind and lemma in entry.lemmas for entry in entries)
        counts = [len(entry.when) for entry in entries]
        assert counts == sorted(counts, reverse=True)
    assert found.find("verb", "no such verb") == []


def test_entries_with_as_many_conditions_keep_the_order_of_the_file(language: Make) -> None:
    lang = language(
        test="""
        - {verb: raid, code: ASSAULT}
        - {verb: raid, code: COERCE, if: {object: house}}
        - {verb: raid, code: PROTEST, if: {object: shop}}
        """
    )
    codes = [entry.code for entry in lexicon(lang).find("verb", "raid")]
    assert codes == ["COERCE", "PROTEST", "ASSAULT"]


def test_the_lexicons_hash_tells_every_change_of_an_entry() -> None:
    digests = {lexicon(lang).digest for lang in BUILT_IN}
    assert len(digests) == len(BUILT_IN)
    assert all(len(digest) == 12 for digest in digests)


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        (Example(text="a"), ("SANCTION", "expel")),
        (Example(text="a", code="THREATEN", mode="expel"), ("THREATEN", "expel")),
        (Example(text="a", code="THREATEN"), ("THREATEN", None)),
        (Example(text="a", code=None), (None, None)),
    ],
)
def test_an_example_must_give_what_it_says_or_else_what_its_entry_says(
    example: Example, expected: tuple[str | None, str | None]
) -> None:
    entry = Entry(kind="verb", lemmas=("oust",), file="f", code="SANCTION", mode="expel")
    assert entry.is_right(example) == expected


def test_a_language_that_a_package_brings_is_listed(language: Make) -> None:
    lang = language(test="- {verb: raid, code: ASSAULT}")
    assert lang in languages()


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(LanguageError, match="'xx': choose from en, nl"):
        read_entries("xx")
