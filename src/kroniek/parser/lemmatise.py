"""The lemma of a parsed word and its parts: by table, by the model's edit script, by ending."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kroniek.parser.edits import SEPARATOR, apply_edit, parse_edit
from kroniek.parser.lemmas import LemmaTable, as_one_word
from kroniek.parser.rules import TokenRules

# Signs that lemmas are written without, or with another.
PLAIN = str.maketrans(
    {"’": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)

Parts = tuple[str, ...]


@dataclass(frozen=True)
class Lemmatiser:
    """Finds lemmas; `particles` are those that the model's scripts know."""

    table: LemmaTable
    rules: TokenRules
    particles: Collection[str] = ()

    def lemma(
        self, form: str, tag: str, script: str = "", apart: Sequence[str] = ()
    ) -> tuple[str, Parts]:
        """The lemma, whole, and its parts ("wapenleverantie": "wapen", "leverantie").

        `script` is the model's (`kroniek.parser.edits`) or empty; `apart` are the particles
        that stand elsewhere in the sentence.
        """
        form = form.translate(PLAIN) or form
        known = self.table.lookup(form, tag)
        if known is not None:
            word, parts = as_one_word(form, known, tag), _apart(known)
        else:
            word, parts = self._guessed(form, tag, script)
        for particle in apart:
            if particle in self.table.particles and not word.startswith(particle):
                word, parts = particle + word, (particle, *parts)
        return word, parts

    def _guessed(self, form: str, tag: str, script: str) -> tuple[str, Parts]:
        """The lemma of an unseen form: by script or ending, whichever gives a known word; else
        by script, unless that is the ending's with a letter too many ("rakett").
        """
        by_ending = self._by_ending(form, tag)
        by_script = self._by_script(form, script)
        if by_script is None or self._is_known(by_script):
            return by_script or by_ending
        shorter = by_script[0].startswith(by_ending[0])
        return by_ending if shorter or self._is_known(by_ending) else by_script

    def _is_known(self, lemma: tuple[str, Parts]) -> bool:
        word, parts = lemma
        return word in self.table.lemmas or parts[-1] in self.table.lemmas

    def _by_script(self, form: str, script: str) -> tuple[str, Parts] | None:
        if not script:
            return None
        edit = parse_edit(script)
        lemma = apply_edit(edit, form, (), self.particles)
        if not lemma:
            return None
        parts = _apart(self.table.compounds.split(lemma) if edit.compound else lemma)
        return lemma if len(lemma) < 2 else lemma.replace(SEPARATOR, ""), parts

    def _by_ending(self, form: str, tag: str) -> tuple[str, Parts]:
        word = self.table.guess(form, tag)
        if tag != "NOUN" or not self.rules.compounds:
            return word, (word,)
        return word, _apart(self.table.compounds.split_if_known(word))


def _apart(lemma: str) -> Parts:
    """The parts of a lemma that has SEPARATOR between them."""
    return tuple(part for part in lemma.split(SEPARATOR) if part) or (lemma,)
