"""Lemmas by table, and for unseen forms by the edit that the longest known ending asks for."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kroniek.parser.compounds import SEPARATOR, Compounds

LONGEST_ENDING = 6
INFLECTED = ("NOUN", "VERB", "ADJ")
COMPOUNDING = ("ADJ", "NOUN")
LONGEST_ABBREVIATION = 4  # letters; longer words in capitals are mostly shouted
AS_WRITTEN = frozenset({"PROPN", "PUNCT", "SYM", "X", "NUM"})
INTERCHANGEABLE = {"AUX": "VERB", "VERB": "AUX", "DET": "PRON", "PRON": "DET"}

Edit = tuple[str, str, str]  # what to take off the front, to take off the end, to put at the end


@dataclass(frozen=True)
class LemmaTable:
    """What the treebanks of one language teach; all keys are lower case.

    `forms[tag][form]` is a lemma, with SEPARATOR between its parts; `endings[tag][ending]`
    are edits, the most frequent first; `lemmas` are those of INFLECTED
    tags as written, `compounds` splits nouns, and `particles` begin separable verbs.
    """

    forms: Mapping[str, Mapping[str, str]]
    endings: Mapping[str, Mapping[str, tuple[Edit, ...]]]
    lemmas: frozenset[str]
    compounds: Compounds
    particles: frozenset[str]

    def lookup(self, form: str, tag: str) -> str | None:
        """The lemma of a form seen in training, or None."""
        key = form.lower()
        found = self.forms.get(tag, {}).get(key)
        if found is None and tag in INTERCHANGEABLE:
            found = self.forms.get(INTERCHANGEABLE[tag], {}).get(key)
        if found is not None and tag == "PROPN" and found.lower() == key and not form.isupper():
            return form
        return found

    def guess(self, form: str, tag: str) -> str:
        """The lemma of a form by its ending: a known one before what the longest ending asks for.

        The form itself if no ending is known.
        """
        if tag in AS_WRITTEN or (form.isupper() and len(form) <= LONGEST_ABBREVIATION):
            return form
        cased = form if any(map(str.isupper, form[1:])) and not form.isupper() else form.lower()
        edits = (e for end in endings(cased) for e in self.endings.get(tag, {}).get(end, ()))
        found = [lemma for edit in edits if (lemma := edited(cased, edit))]
        known = (lemma for lemma in found if lemma in self.lemmas)
        return next(known, found[0] if found else cased)


def as_one_word(form: str, lemma: str, tag: str) -> str:
    """The dictionary form of a lemma in parts, a noun with the linking letters of `form`.

    "vrede_proces" of "Vredesprocessen" is "vredesproces".
    """
    if SEPARATOR not in lemma.strip(SEPARATOR):
        return lemma
    parts = [part for part in lemma.split(SEPARATOR) if part]
    at = form.lower().rfind(parts[-1][:3].lower())
    first = parts[0].lower()
    if tag != "NOUN" or at <= 0 or not form.lower().startswith(first[:2]) or at < len(first) - 1:
        return "".join(parts)
    cased = form if parts[0][:1].isupper() else form[:1].lower() + form[1:]
    return cased[:at] + parts[-1]


def endings(key: str) -> Iterator[str]:
    """The endings of a form, longest first, down to the empty one."""
    for start in range(max(0, len(key) - LONGEST_ENDING), len(key) + 1):
        yield key[start:]


def edit_between(key: str, lemma: str) -> Edit | None:
    """The edit that makes `lemma` of `key`; None if they share too little."""
    for skip in range(min(4, len(key))):
        shared = 0
        while shared < min(len(key) - skip, len(lemma)) and key[skip + shared] == lemma[shared]:
            shared += 1
        if shared >= 2 and (skip == 0 or shared >= 3):
            return key[:skip], key[skip + shared :], lemma[shared:]
    return None


def edited(key: str, edit: Edit) -> str | None:
    """`key` with the edit made, or None where it doesn't fit."""
    front, end, put = edit
    if not (key.startswith(front) and key.endswith(end) and len(key) > len(front) + len(end)):
        return None
    return key[len(front) : len(key) - len(end)] + put


@lru_cache(maxsize=8)
def load(folder: Path, language: str) -> LemmaTable:
    """The table of `language` that `training/make_lemmas.py` wrote; empty if there is none."""
    path = folder / f"lemmas-{language}.json.gz"
    if not path.is_file():
        return LemmaTable({}, {}, frozenset(), Compounds.learn([]), frozenset())
    raw = json.loads(gzip.decompress(path.read_bytes()))
    edits: list[Edit] = [tuple(edit) for edit in raw["edits"]]
    forms = {tag: expanded(rows) for tag, rows in raw["forms"].items()}
    return LemmaTable(
        forms=forms,
        endings={
            tag: {end: tuple(edits[number] for number in numbers) for end, numbers in rows.items()}
            for tag, rows in raw["endings"].items()
        },
        lemmas=frozenset(
            lemma.replace(SEPARATOR, "")
            for tag in INFLECTED
            for lemma in forms.get(tag, {}).values()
        ),
        compounds=Compounds.learn(
            pair for tag in COMPOUNDING for pair in forms.get(tag, {}).items()
        ),
        particles=_particles(forms.get("VERB", {})),
    )


def expanded(rows: Mapping[str, str]) -> dict[str, str]:
    """A form that is its own lemma is written with an empty lemma."""
    return {form: lemma or form for form, lemma in rows.items()}


def _particles(verbs: Mapping[str, str]) -> frozenset[str]:
    """The first parts of separable verbs of which at least two forms are known."""
    seen = Counter(lemma.partition(SEPARATOR)[0] for lemma in verbs.values() if SEPARATOR in lemma)
    return frozenset(particle for particle, count in seen.items() if count > 1)
