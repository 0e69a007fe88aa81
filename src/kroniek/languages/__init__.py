"""One folder a language: YAML with its words. This module finds and reads the folders."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from types import ModuleType
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from kroniek.errors import LanguageError
from kroniek.languages.yamlfiles import read_model

BUILT_IN = ("en", "nl")
ENTRY_POINTS = "kroniek.languages"

Words = Annotated[frozenset[str], BeforeValidator(lambda v: frozenset(map(str, v)))]


class Cues(BaseModel):
    """Function words and small word classes of a language (`cues.yaml`); all in lower case."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    negation: Words
    """Words that deny what they stand with: not, never, no."""
    relatives: Words
    """Relative pronouns, for parses that do not mark them."""
    agents: Words
    """Prepositions of the agent: by."""
    infinitive: Words
    """Marks of an infinitive: to."""
    future: Words
    """Auxiliaries of the future: will."""
    due: Words
    """Auxiliaries of the future with an infinitive that has its mark: is to."""
    possible: Words
    """Auxiliaries of possibility: may."""
    advice: Words
    """Auxiliaries of what somebody ought to do, which is no event: should."""
    conditional: Words
    """Auxiliaries that are future in reported speech, else hypothetical: would."""
    perfect: Words
    """Auxiliaries of the perfect, with a past participle: have."""
    intransitive: Words
    """Verbs that have no passive, in case the parser takes their perfect for one: vertrekken."""
    conditions: Words
    """Subordinators of a condition: if, unless."""
    inverted: Words
    """Verbs that begin a condition without subordinator: should, were."""
    questions: Words
    """Subordinators of what is asked or left open: whether."""
    then: Words
    """Adverbs of what follows if a condition holds: then."""
    waiting: Words
    """Subordinators of a condition only for what has not happened yet: until."""
    sources: Words
    """Prepositions before a source: according to."""
    past: Words
    """Adverbs of an earlier episode: formerly."""
    doubt: Words
    """Adverbs of possibility: perhaps."""
    light: Words
    """Verbs that only carry the event noun which is their object: launch, impose, hold."""
    owner: Words
    """Prepositions before who or where something belongs to: of, in."""
    controlled: Words
    """Prepositions before a gerund whose subject is the verb's object: accused X of lying."""
    content: Words
    """Prepositions before what is said, planned or denied: about, of, with."""
    between: Words
    """Prepositions before all parties of a nominal event: between."""
    measures: Words
    """Nouns that only say how much or which kind of what follows them: dozen, type."""
    genitive: Words
    """Prepositions by which a date only says which thing is meant: of."""
    places: Words
    """Prepositions before where something happens: in, at, near."""
    directions: Words
    """Prepositions before where it goes to or comes from: to, into, from."""
    here: Words
    """Words for the place of the dateline: here."""
    there: Words
    """Words for the place named before: there."""
    where: Words
    """Relative words for the place before them: where."""
    capital: Words
    """Nouns for a state's seat, which stand for its name: capital."""
    pointing: dict[str, str]
    """Nouns that point back to a state, city or region: country, state."""
    compass: Words
    """Adjectives that belong to the name of a part of a state: southern."""
    within_names: Words
    """Words that join the parts of a place's name: of, de."""
    recipients: tuple[str, ...]
    """Roles in which an entry's recipient is looked for unless it says where, best first."""
    classes: dict[str, Words]
    """Noun classes that entries name in capitals: WEAPON."""
    modes: dict[str, dict[str, Words]]
    """Event type to mode to the words that show it: ASSAULT, drone, [drone, quadcopter]."""
    contexts: dict[str, Words]
    """Context to the words that show it: cbrn, [nuclear, warhead]."""


def languages() -> tuple[str, ...]:
    """Codes (ISO 639-1) of the languages that can be coded."""
    return (*BUILT_IN, *sorted(point.name for point in entry_points(group=ENTRY_POINTS)))


def folder(lang: str) -> Traversable:
    """The folder of a language. An entry point `kroniek.languages` names a package with one."""
    if lang in BUILT_IN:
        return files("kroniek.languages") / lang
    for point in entry_points(group=ENTRY_POINTS, name=lang):
        return files(point.value)
    raise LanguageError(f"unknown language {lang!r}: choose from {', '.join(languages())}")


@cache
def cues(lang: str) -> Cues:
    """The cues of a language."""
    path = folder(lang) / "cues.yaml"
    return read_model(path, Cues)


@cache
def inflection(lang: str) -> ModuleType | None:
    """The module `inflection` of a language's package, if there is one.

    It has `verb_forms(lemma)`, the forms of a verb, `common_verbs()`, verbs whose forms are well
    known, and, where verbs are written together with a particle that may also stand apart,
    `split(lemma)`: base verb and particle, `is_apart(particle)`, whether that one always does, and
    `infinitives(form)`.
    """
    packages = [point.value for point in entry_points(group=ENTRY_POINTS, name=lang)]
    if lang in BUILT_IN:
        packages = [f"kroniek.languages.{lang}"]
    for package in packages:
        if find_spec(f"{package}.inflection"):
            return import_module(f"{package}.inflection")
    return None
