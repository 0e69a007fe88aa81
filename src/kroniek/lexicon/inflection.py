"""From the form of a verb to its lemma in the event lexicon, for forms that a parser guesses at.

A language without a module `inflection` has an empty table.
"""

from __future__ import annotations

from functools import cache
from types import ModuleType

from kroniek.languages import inflection
from kroniek.lexicon.entries import lexicon


@cache
def lemma_table(lang: str) -> dict[str, tuple[str, ...]]:
    """Form in lower case to the lexicon's verbs that have it. A form and a particle, "vuurde af",
    lead to the verb with that particle. Of a phrase, "call off", the verb itself is the lemma.
    """
    module = inflection(lang)
    if module is None:
        return {}
    verbs = {
        lemma for entry in lexicon(lang).entries if entry.kind == "verb" for lemma in entry.lemmas
    }
    found: dict[str, set[str]] = {}
    phrases: dict[str, set[str]] = {}
    for verb in verbs:
        lemma, _, particle = verb.partition(" ")
        for form in _forms(module, lemma):
            found.setdefault(form, set()).add(lemma)
            if particle:
                phrases.setdefault(f"{form} {particle}", set()).add(lemma)
    return {form: _spelt_like(form, lemmas, module) for form, lemmas in (phrases | found).items()}


def repair(lang: str, form: str, particle: str = "") -> str | None:
    """The lexicon's verb that a form belongs to, with the particle that stands apart from it, if
    any. None if there is none, or if the form may also be that of another verb.
    """
    module = inflection(lang)
    if module is None:
        return None
    form = form.lower()
    whole = f"{form} {particle.lower()}" if particle else form
    table = lemma_table(lang)
    if whole not in table and not hasattr(module, "split"):
        whole = form  # only where verbs are split is a verb with a particle another verb
    lemmas = table.get(whole, ())
    return lemmas[0] if len(lemmas) == 1 and whole not in _others(lang) else None


def _forms(module: ModuleType, lemma: str) -> set[str]:
    """Forms of a verb, with its particle behind them where it stands apart."""
    forms = set(module.verb_forms(lemma))
    if forms and hasattr(module, "split") and (parts := module.split(lemma)):
        base, particle = parts
        forms.update(f"{form} {particle}" for form in module.verb_forms(base))
    return forms


@cache
def _others(lang: str) -> frozenset[str]:
    """Forms of common verbs that the lexicon does not have."""
    module = inflection(lang)
    if module is None:
        return frozenset()
    known = {lemma for lemmas in lemma_table(lang).values() for lemma in lemmas}
    return frozenset(
        form for verb in module.common_verbs() - known for form in _forms(module, verb)
    )


def _spelt_like(form: str, lemmas: set[str], module: ModuleType) -> tuple[str, ...]:
    """Of two spellings of one verb (each a form of the other), the one that the form has."""
    first, *others = sorted(lemmas, key=lambda lemma: (-_shared(lemma, form), lemma))
    return (first, *(other for other in others if not _same(first, other, module)))


def _shared(lemma: str, form: str) -> int:
    """How many letters they begin with alike."""
    pairs = enumerate(zip(lemma, form, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(lemma), len(form)))


def _same(one: str, other: str, module: ModuleType) -> bool:
    return one in module.verb_forms(other) and other in module.verb_forms(one)
