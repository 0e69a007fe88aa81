"""The inflected forms of a Dutch verb, by rule and from the lists of inflection.yaml.

Where spelling does not tell (is the last syllable stressed, does the participle take ge-, does the
prefix stand apart) both forms are given: the wrong one is no Dutch word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_model

_VOWELS = re.compile(r"ij|[aeiouyëïöü]+")
_GLIDE = re.compile(r"(?:[aeou]i|eeu|uw)en$")
_LONG = re.compile(r"^(.*)([aeouë])([bcdfghjklmnpqrstvz])$")
_SHORT = re.compile(r"^(?:.*[^aeiou])?[aeiou][bdfgklmnprst]$")
_DOUBLED = re.compile(r"(?:aa|ee|oo|uu)[bcdfghjklmnpqrstvz]$")
_DIGRAPHS = frozenset({"aa", "ee", "oo", "uu", "ie", "oe", "eu", "au", "ou"})
_UNSTRESSED = re.compile(r"(?:e[lmnr]|or)$")
_UNSTRESSED_ROOT = re.compile(r"[aeiouyëï].*(?:e[lmnr]|or|i[gk])$")
_VOICELESS = ("t", "k", "f", "s", "ch", "p", "x", "sh", "c")
_DIAERESIS = {"e": "ë", "i": "ï", "u": "ü"}
_PLAIN = str.maketrans("ëïöü", "eiou")
_FINAL = {"v": "f", "z": "s"}
_ENDINGS = ("ende", "end", "den", "ten", "de", "te", "en", "d", "t", "e", "")


class Tables(BaseModel):
    """The lists of inflection.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    strong: dict[str, tuple[str, str, str]]
    """Verb to past singular, past plural and participle, "/" between alternatives."""
    present: dict[str, tuple[str, ...]]
    """Verb to present forms that no rule gives."""
    stems: dict[str, str]
    """Verb to a stem that keeps the spelling of another language."""
    weak: frozenset[str]
    """Verbs by rule although they end in a strong verb."""
    separable: tuple[str, ...]
    """Prefixes that stand apart in the main clause."""
    inseparable: tuple[str, ...]
    """Prefixes that never stand apart and take no ge-."""
    either: tuple[str, ...]
    """Prefixes that do one or the other, by verb."""
    common: frozenset[str]
    """Common verbs, strong ones apart, that share forms with others."""


class Paradigm(NamedTuple):
    """The forms of a verb, as verbs with a prefix need them."""

    plain: frozenset[str]
    """Infinitive, present, past and present participle."""
    participles: frozenset[str]
    """Past participles, as they are behind a separable prefix."""
    bare: frozenset[str]
    """Past participles without ge-, as they are behind an inseparable one."""
    strong: bool


@cache
def tables() -> Tables:
    """The lists of inflection.yaml."""
    return read_model(folder("nl") / "inflection.yaml", Tables)


def common_verbs() -> frozenset[str]:
    """Verbs whose forms are well known: a form of theirs is not safely another verb's."""
    return tables().common | tables().strong.keys()


@cache
def verb_forms(lemma: str) -> frozenset[str]:
    """All forms of a verb, itself included, with and without diaeresis. None for a word that is no
    infinitive.
    """
    if not lemma.endswith("n") or not lemma.isalpha():
        return frozenset()
    found = _paradigm(lemma)
    forms = set(found.plain | found.participles)
    forms.update(map(_with_e, found.participles))
    if base := split(lemma):
        forms.add(f"{base[1]}te{base[0]}")
    forms.update([form.translate(_PLAIN) for form in forms if not form.isascii()])
    return frozenset(forms)


def infinitives(form: str) -> Iterator[str]:
    """The weak verbs that a form may be of, by rule alone; of the most letters taken off first."""
    seen = set()
    bare = [form[2:].translate(_PLAIN)] if form.startswith("ge") else []
    for text in (*bare, form):
        for ending in _ENDINGS:
            stem = text.removesuffix(ending)
            if len(stem) + len(ending) == len(text):
                roots = (stem, *_roots(stem)) if ending == "en" else _roots(stem)
                borrowed = (verb for verb, kept in tables().stems.items() if kept == stem)
                for verb in (*borrowed, *(f"{root}en" for root in roots)):
                    if verb not in seen and form in verb_forms(verb):
                        seen.add(verb)
                        yield verb


@cache
def is_apart(prefix: str) -> bool:
    """Whether a prefix always stands apart in the main clause: af, but not door."""
    return prefix in tables().separable and prefix not in tables().either


@cache
def split(lemma: str) -> tuple[str, str] | None:
    """Base verb and prefix of a verb that is (or may be) separable: vuren, af."""
    if lemma in tables().strong:
        return None
    return next(_bases(lemma, _prefixes().apart), None)


class _Prefixes(NamedTuple):
    apart: frozenset[str]
    joined: frozenset[str]


@cache
def _prefixes() -> _Prefixes:
    lists = tables()
    return _Prefixes(
        apart=frozenset((*lists.separable, *lists.either)),
        joined=frozenset((*lists.inseparable, *lists.either)),
    )


def _bases(lemma: str, prefixes: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Base and prefix for each prefix that leaves something like a verb, the longest first."""
    for end in range(len(lemma) - 3, 1, -1):
        if lemma[:end] in prefixes:
            base = lemma[end:]
            if base in tables().strong or _is_verb(base):
                yield base, lemma[:end]


def _is_verb(word: str) -> bool:
    """A stem with a vowel and an ending: "delen", but no "llen" (bellen)."""
    doubled = word[:1] == word[1:2] and word[:1] not in "aeou"
    syllables = len(_VOWELS.findall(word)) + bool(_GLIDE.search(word))
    return word.endswith(("en", "ën")) and not doubled and syllables > 1


@cache
def _paradigm(lemma: str) -> Paradigm:
    lists = tables()
    if lemma in lists.strong:
        return _strong(lemma)
    found = []
    if base := split(lemma):
        found.append(_apart(*base))
    found += [_joined(*b) for b in _bases(lemma, _prefixes().joined)]
    if lemma in lists.weak or not any(paradigm.strong for paradigm in found):
        found = [p for p in found if not p.strong]
        found.append(_weak(lemma))
    return Paradigm(
        plain=frozenset().union(*(p.plain for p in found)),
        participles=frozenset().union(*(p.participles for p in found)),
        bare=frozenset().union(*(p.bare for p in found)),
        strong=any(p.strong for p in found),
    )


def _apart(base: str, prefix: str) -> Paradigm:
    """Of a separable verb: aan-vallen, aan-gevallen."""
    found = _paradigm(base)
    participles = frozenset(prefix + form for form in found.participles)
    plain = frozenset(prefix + form for form in found.plain)
    return Paradigm(plain, participles, participles, found.strong)


def _joined(base: str, prefix: str) -> Paradigm:
    """Of a verb with an unstressed prefix: ont-vallen, both as infinitive and participle."""
    found = _paradigm(base)
    participles = frozenset(prefix + form for form in found.bare)
    plain = frozenset(prefix + form for form in found.plain)
    return Paradigm(plain, participles, participles, found.strong)


def _strong(lemma: str) -> Paradigm:
    lists = tables()
    single, plural, participle = (forms.split("/") for forms in lists.strong[lemma])
    present = lists.present.get(lemma) or [
        form for stem in _stems(lemma) for form in (stem, _ending(stem, "t"))
    ]
    return Paradigm(
        plain=frozenset((*_infinite(lemma), *present, *single, *plural)),
        participles=frozenset(participle),
        bare=frozenset(form.removeprefix("ge") for form in participle),
        strong=True,
    )


def _weak(lemma: str) -> Paradigm:
    dental = "t" if lemma[:-2].endswith(_VOICELESS) else "d"
    stems = _stems(lemma)
    plain = set(_infinite(lemma))
    for stem in stems:
        plain |= {stem, _ending(stem, "t"), f"{stem}{dental}e", f"{stem}{dental}en"}
    bare = frozenset(_ending(stem, dental) for stem in stems)
    return Paradigm(frozenset(plain), frozenset(map(_with_ge, bare)), bare, strong=False)


def _infinite(lemma: str) -> tuple[str, ...]:
    return lemma, f"{lemma}d", f"{lemma}de"


def _stems(lemma: str) -> tuple[str, ...]:
    """The spelling of the stem without ending: vur-en, vuur; legg-en, leg; handel-en, handel."""
    if stem := tables().stems.get(lemma):
        return (stem,)
    root = lemma[:-2]
    found = [root]
    if long := _LONG.match(root):
        before, vowel, after = long.groups()
        if before[-1:] + vowel not in _DIGRAPHS:
            found = [f"{before}{_double(before, vowel)}{after}"]
            if _UNSTRESSED.search(root) and _VOWELS.search(before):
                found.append(root)
    elif root[-1:] == root[-2:-1] and root[-1:] not in "aeiou":
        found = [root[:-1]]
    return tuple(form[:-1] + _FINAL.get(form[-1], form[-1]) for form in found if form)


def _double(before: str, vowel: str) -> str:
    if vowel == "ë":
        return "ëe" if before.endswith("e") else "ee"
    return vowel * 2


def _roots(stem: str) -> Iterator[str]:
    """What may stand before -en of a stem: vuur, vur; leg, legg; handel, handel; leef, lev."""
    if len(stem) < 2:
        return
    lasts = [before for before, final in _FINAL.items() if final == stem[-1]]
    if stem[-1] in "aeou":
        return
    if _DOUBLED.search(stem):
        yield from (stem[:-2] + last for last in (stem[-1], *lasts))
    elif _SHORT.match(stem) and not _UNSTRESSED_ROOT.search(stem):
        yield stem + stem[-1]
        if len(_VOWELS.findall(stem)) > 1:
            yield stem
    else:
        yield from (stem[:-1] + last for last in (*lasts, stem[-1]))


def _ending(stem: str, dental: str) -> str:
    """A stem in -t or -d takes no second one."""
    return stem if stem.endswith(dental) else stem + dental


def _with_ge(bare: str) -> str:
    """With ge-, and a diaeresis where a vowel would run into it: geëist, geïnd, geüpdatet."""
    first = bare[0]
    if first in "eiu" and bare[:2] not in ("ij", "ui"):
        return f"ge{_DIAERESIS[first]}{bare[1:]}"
    return f"ge{bare}"


def _with_e(participle: str) -> str:
    """As it stands before a noun: geredde, gedode, gedane; those in -en stay as they are."""
    if participle.endswith("aan"):
        return f"{participle[:-2]}ne"
    if participle.endswith("en") and not participle.endswith("ien"):
        return participle
    if _DOUBLED.search(participle):
        return f"{participle[:-2]}{participle[-1]}e"
    if _SHORT.match(participle):
        return f"{participle}{participle[-1]}e"
    return f"{participle}e"
