"""The forms of a lemma: what the lemmatiser may make it of, by the kind of word it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from kroniek.languages import inflection
from kroniek.lexicon.inflection import lemma_table
from kroniek.parser import lemmas
from kroniek.parser.lemmas import INFLECTED, Edit, LemmaTable, as_one_word
from kroniek.parser.model import WEIGHTS

TAGS: Mapping[str, tuple[str, ...]] = {
    "verb": ("VERB", "AUX"),
    "noun": ("NOUN", "PROPN"),
    "adjective": ("ADJ", "VERB"),
}
"""The tags that words of a kind may get; participles are adjectives too."""


class Forms:
    """The forms of a language's lemmas, all in lower case."""

    def __init__(
        self, table: LemmaTable, verbs: Mapping[str, tuple[str, ...]], rules: ModuleType | None
    ) -> None:
        self._table = table
        self._rules = rules
        self._known: dict[tuple[str, str], set[str]] = defaultdict(set)
        for tag, forms in table.forms.items():
            for form, lemma in forms.items():
                self._known[tag, as_one_word(form, lemma, tag).lower()].add(form)
        self._verbs: dict[str, set[str]] = defaultdict(set)
        self._apart: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for words, found in verbs.items():
            form, _, particle = words.partition(" ")
            for verb in found:
                if particle:
                    self._apart[verb].add((form, particle))
                else:
                    self._verbs[verb].add(form)
        self._edits = {tag: _by_lemma_ending(table, tag) for tag in INFLECTED}

    @property
    def are_known(self) -> bool:
        """Whether there is a table; without one no form but the lemma's own can be told."""
        return bool(self._table.forms)

    def of(self, kind: str, lemma: str) -> frozenset[str]:
        """The forms of a lemma: known ones and those that would be lemmatised to it."""
        found = {lemma}
        for tag in TAGS[kind]:
            found |= self._known.get((tag, lemma), set())
            found.update(self._made(tag, lemma))
        return frozenset(found | self._verbs.get(lemma, set()) if kind == "verb" else found)

    def apart(self, verb: str) -> frozenset[tuple[str, str]]:
        """The forms of a verb from which its particle stands apart, with the particle."""
        if verb not in self._apart and self._rules is not None and hasattr(self._rules, "split"):
            if parts := self._rules.split(verb):
                base, particle = parts
                forms = {base, *self._rules.verb_forms(base)}
                self._apart[verb] = {(form, particle) for form in forms}
        return frozenset(self._apart.get(verb, ()))

    def _made(self, tag: str, lemma: str) -> Iterator[str]:
        by_ending = self._edits.get(tag, {})
        for start in range(len(lemma)):
            for front, end, put in by_ending.get(lemma[start:], ()):
                form = front + lemma[: len(lemma) - len(put)] + end
                if self._table.lookup(form, tag) is None:
                    yield form


def _by_lemma_ending(table: LemmaTable, tag: str) -> dict[str, list[Edit]]:
    """The edits that lemmas with an ending come from: "al" may come of "allen"."""
    found: dict[str, set[Edit]] = defaultdict(set)
    for ending, edits in table.endings.get(tag, {}).items():
        front, end, put = edits[0]
        if len(ending) > len(end) and ending.endswith(end):
            found[ending[: len(ending) - len(end)] + put].add((front, end, put))
    return {ending: sorted(edits) for ending, edits in found.items()}


@cache
def forms_of(lang: str) -> Forms:
    """The forms of a language, made once a process."""
    return Forms(lemmas.load(WEIGHTS, lang), lemma_table(lang), inflection(lang))
