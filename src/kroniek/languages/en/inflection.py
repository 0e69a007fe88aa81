"""The inflected forms of an English verb, by rule and from the lists of inflection.yaml.

Where spelling does not tell whether the last syllable is stressed, the consonant is given both
doubled and single: the wrong one is no English word. Forms in the other spelling (British or
American) count as forms of the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pydantic import BaseModel, ConfigDict

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_model

_SINGLE = re.compile(r"^(.*?(?:qu|[^aeiou]))?[aeiou][bcdfgklmnprstvz]$")
_SYLLABLE = re.compile(r"(?<!q)[aeiou]+|(?<=[^aeiou])y")
_HISSING = ("s", "x", "z", "ch", "sh")
_SHORTEST = 6


class Tables(BaseModel):
    """The lists of inflection.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    irregular: dict[str, frozenset[str]]
    """Verb to its other forms, those in -s and -ing apart."""
    prefixes: tuple[str, ...]
    """Prefixes whose verbs are inflected like their base."""
    endings: dict[str, str]
    """Two spellings of the end of a verb: ise, ize."""
    spellings: dict[str, str]
    """Two spellings of a verb: honour, honor."""
    homographs: frozenset[str]
    """Verbs by rule that share a form with another verb: found, wound."""


@cache
def tables() -> Tables:
    """The lists of inflection.yaml."""
    return read_model(folder("en") / "inflection.yaml", Tables)


def common_verbs() -> frozenset[str]:
    """Verbs whose forms are well known: a form of theirs is not safely another verb's."""
    return tables().homographs | tables().irregular.keys()


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb, itself included; none for what is itself only a form (forbade)."""
    before, hyphen, verb = lemma.rpartition("-")
    if verb in _only_forms():
        return frozenset()
    forms = {form for spelling in _spellings(verb) for form in _inflect(spelling)}
    return frozenset(f"{before}{hyphen}{form}" for form in forms)


@cache
def _only_forms() -> frozenset[str]:
    """Forms of irregular verbs that are no verbs themselves."""
    lists = tables()
    forms = frozenset().union(*lists.irregular.values())
    return forms - lists.irregular.keys() - lists.homographs


def _spellings(verb: str) -> Iterator[str]:
    yield verb
    lists = tables()
    for british, american in lists.spellings.items():
        if verb in (british, american):
            yield american if verb == british else british
    for british, american in lists.endings.items():
        for end, other in ((british, american), (american, british)):
            if verb.endswith(end) and len(verb) >= _SHORTEST:
                yield verb.removesuffix(end) + other


def _inflect(verb: str) -> set[str]:
    irregular = tables().irregular
    forms = {verb, _third_person(verb), *_with(verb, "ing")}
    if verb in irregular:
        return forms | irregular[verb]
    for prefix in tables().prefixes:
        base = verb.removeprefix(prefix)
        if base != verb and base in irregular:
            forms |= {prefix + form for form in irregular[base]}
    return forms | _with(verb, "ed")


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    if verb.endswith(_HISSING) or (verb.endswith("o") and verb[-2:-1] not in "aeiou"):
        return f"{verb}es"
    return f"{verb}s"


def _with(verb: str, ending: str) -> set[str]:
    """With -ed or -ing: hope, hoped; stop, stopped; defy, defied, defying; signal, both."""
    if ending == "ing" and verb.endswith("ie"):
        return {f"{verb[:-2]}ying"}
    if verb.endswith("e"):
        if ending == "ing" and (verb == "be" or verb.endswith(("ee", "oe", "ye"))):
            return {verb + ending}
        whole = {verb + ending} if ending == "ing" and verb.endswith("nge") else set()
        return whole | {verb[:-1] + ending}
    if verb.endswith("y") and ending == "ed" and verb[-2:-1] not in "aeiou":
        return {f"{verb[:-1]}ied"}
    if verb.endswith("ic"):
        return {f"{verb}k{ending}"}
    if _SINGLE.match(verb):
        doubled = f"{verb}{verb[-1]}{ending}"
        return {doubled} if len(_SYLLABLE.findall(verb)) == 1 else {doubled, verb + ending}
    return {verb + ending}
