"""The lemma of a parsed word and its parts: by table, by the model's edit script, by ending."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kroniek.parser.edits import SEPARATOR, apply_edit, parse_edit
from kroniek.parser.lemmas import LONGEST_ABBREVIATION, LemmaTable, as_one_word
from kroniek.parser.rules import TokenRules
from kroniek.parser.unseen import UnseenForms

# Signs that lemmas are written without, or with another.
PLAIN = str.maketrans(
    {"’": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)

SIGNS = frozenset({"SYM", "X"})  # as they are written

Parts = tuple[str, ...]


@dataclass(frozen=True)
class Lemmatiser:
    """Finds lemmas; `particles` are those that the model's scripts know."""

    unseen: UnseenForms
    rules: TokenRules
    particles: Collection[str] = ()

    @property
    def table(self) -> LemmaTable:
        """The table of known forms."""
        return self.unseen.table

    def is_noun(self, form: str) -> bool:
        """Whether a form, in lower case, is known as that of a noun and of no verb."""
        forms = self.table.forms
        return form in forms.get("NOUN", {}) and form not in forms.get("VERB", {})

    def lemma(
        self, form: str, tag: str, script: str = "", apart: Sequence[str] = ()
    ) -> tuple[str, Parts]:
        """The lemma, whole, and its parts ("wapenleverantie": "wapen", "leverantie").

        `script` is the model's (`kroniek.parser.edits`) or empty; `apart` are the particles
        that stand elsewhere in the sentence.
        """
        form = form.translate(PLAIN) or form
        known = self.table.lookup(form, tag)
        if tag in SIGNS and (known or form).lower() == form.lower():
            known = form
        if known is not None:
            word, parts = as_one_word(form, known, tag), _apart(known)
        else:
            word, parts = self._guessed(form, tag, script)
        for particle in apart:
            if self.unseen.is_particle(particle) and not word.startswith(particle):
                word, parts = particle + word, (particle, *parts)
        return word, parts

    def _guessed(self, form: str, tag: str, script: str) -> tuple[str, Parts]:
        """The lemma of an unseen form: by script or ending, whichever gives a known word; else
        by script, unless that is the ending's with a letter too many ("rakett").
        """
        by_ending = self._by_ending(form, tag)
        by_script = self._by_script(form, tag, script)
        if found := self._by_parts(form, tag, by_script or by_ending):
            return found
        if by_script is None or self._is_known(by_script):
            return by_script or by_ending
        shorter = by_script[0].startswith(by_ending[0]) and by_script[0] != by_ending[0]
        return by_ending if shorter or self._is_known(by_ending) else by_script

    def _is_known(self, lemma: tuple[str, Parts]) -> bool:
        word, parts = lemma
        return word in self.table.lemmas or parts[-1] in self.table.lemmas

    def _by_script(self, form: str, tag: str, script: str) -> tuple[str, Parts] | None:
        if not script:
            return None
        edit = parse_edit(script)
        if tag == "PROPN":  # names keep their capitals, and their hyphens
            shouted = form.isupper() and len(form) > LONGEST_ABBREVIATION
            capitals = edit.case == "c" and form[:1].isupper() and not shouted
            edit = replace(edit, compound=False, case="k" if capitals else edit.case)
        lemma = apply_edit(edit, form, (), self.particles)
        if not lemma:
            return None
        parts = _apart(self.table.compounds.split(lemma) if edit.compound else lemma)
        return lemma if len(lemma) < 2 else lemma.replace(SEPARATOR, ""), parts

    def _by_parts(self, form: str, tag: str, guess: tuple[str, Parts]) -> tuple[str, Parts] | None:
        """From known words in the form, where the language joins words."""
        found = None
        if tag == "VERB" and self.rules.particles_join:
            found = self.unseen.verb(form, SEPARATOR.join(guess[1]))
        elif tag == "NOUN" and self.rules.compounds and not self._is_known(guess):
            found = self.unseen.compound(form)
        return (as_one_word(form, found, tag), _apart(found)) if found else None

    def _by_ending(self, form: str, tag: str) -> tuple[str, Parts]:
        word = self.table.guess(form, tag)
        if tag != "NOUN" or not self.rules.compounds:
            return word, (word,)
        return word, _apart(self.table.compounds.split_if_known(word))


def _apart(lemma: str) -> Parts:
    """The parts of a lemma that has SEPARATOR between them."""
    return tuple(part for part in lemma.split(SEPARATOR) if part) or (lemma,)
