"""Lemmas of unseen forms from the known words in them: "tegenvielen" has "vielen" of "vallen"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from pathlib import Path
from types import ModuleType

from kroniek.languages import inflection
from kroniek.parser import lemmas
from kroniek.parser.compounds import SEPARATOR, SHORTEST_FIRST, SHORTEST_HEAD
from kroniek.parser.lemmas import LemmaTable, edited, endings

SHORTEST_VERB = 3  # letters behind a particle


class UnseenForms:
    """Verbs with particles and compounds whose last part is known."""

    def __init__(self, table: LemmaTable, verbs: ModuleType | None) -> None:
        self.table = table
        self.verbs = verbs

    def verb(self, form: str, guess: str) -> str | None:
        """A verb's lemma, with SEPARATOR behind its particle; None if it is none that can be told.

        `guess` is taken where the form may be of several verbs and is of that one.
        """
        if self.verbs is None:
            return None
        low = form.lower()
        known = self._of_known(low, guess)
        if known in self._written:
            return self._written[known]
        for particle, rest in self._particles(low):
            verb = self._base(rest)
            if verb is None and (self.verbs.is_apart(particle) or SEPARATOR in guess):
                verb = self._by_rule(rest, guess.removeprefix(particle))
            if verb is not None and self.verbs.split(particle + verb):
                return particle + SEPARATOR + verb
        return known or self._by_rule(low, guess)

    def compound(self, form: str) -> str | None:
        """A compound's lemma, with SEPARATOR between its parts, if its last part is a known word;
        of several the one where both parts are known best.
        """
        low = form.lower()
        nouns = self.table.forms.get("NOUN", {})
        found = []
        for at in range(SHORTEST_FIRST, len(low) - SHORTEST_HEAD + 1):
            head = nouns.get(low[at:])
            if head is not None and len(head) >= SHORTEST_HEAD:
                fit = self.table.compounds.fit(low[:at], head.lower().split(SEPARATOR)[-1])
                found.append((fit, -at, head))
        if not found:
            return None
        fit, at, head = max(found)
        return self.table.compounds.written(form[:-at]) + SEPARATOR + head if fit > 0 else None

    def is_particle(self, word: str) -> bool:
        """Whether a word begins separable verbs, as the treebanks or the language's rules know."""
        if word in self.table.particles:
            return True
        return hasattr(self.verbs, "is_apart") and self.verbs.is_apart(word)  # type: ignore[union-attr]

    def _particles(self, low: str) -> Iterator[tuple[str, str]]:
        """The particles that a form may begin with, longest first, and what is behind them."""
        for end in range(len(low) - SHORTEST_VERB, 1, -1):
            if self.is_particle(low[:end]):
                yield low[:end], low[end:]

    def _base(self, low: str) -> str | None:
        """The known verb without particle that a form is of."""
        seen = self.table.lookup(low, "VERB")
        if seen is not None and SEPARATOR not in seen:
            return seen
        return next(iter(self._common.get(low, ())), None)

    def _of_known(self, low: str, guess: str) -> str | None:
        """The known verb that a form is of by the rules of conjugation."""
        assert self.verbs is not None
        found = [*self._common.get(low, ())]
        for ending in endings(low):
            for edit in self.table.endings.get("VERB", {}).get(ending, ()):
                verb = edited(low, edit)
                if verb in self._written and verb not in found:
                    if low in self.verbs.verb_forms(verb):
                        found.append(verb)
        plain = guess.replace(SEPARATOR, "")
        return plain if plain in found else next(iter(found), None)

    def _by_rule(self, low: str, guess: str) -> str | None:
        """The weak verb that a form is of, a known one if it can be."""
        assert self.verbs is not None
        found = list(self.verbs.infinitives(low))
        known = [verb for verb in found if verb in self._written]
        plain = guess.replace(SEPARATOR, "")
        return plain if plain in (*found[:1], *known) else next(iter(known or found), None)

    @cached_property
    def _written(self) -> dict[str, str]:
        """Known verbs, and how they are written with SEPARATOR."""
        seen = self.table.forms.get("VERB", {}).values()
        return {lemma.replace(SEPARATOR, ""): lemma for lemma in sorted(seen)}

    @cached_property
    def _common(self) -> dict[str, list[str]]:
        """The forms of verbs that follow no rule, and the verbs that have them."""
        found: dict[str, list[str]] = {}
        if self.verbs is not None:
            for verb in sorted(self.verbs.common_verbs()):
                for form in self.verbs.verb_forms(verb):
                    found.setdefault(form, []).append(verb)
        return found


@lru_cache(maxsize=8)
def load(folder: Path, language: str) -> UnseenForms:
    """By the lemma table in `folder` and the language's module `inflection`."""
    return UnseenForms(lemmas.load(folder, language), inflection(language))
