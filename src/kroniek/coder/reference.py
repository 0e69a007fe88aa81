"""Reference: what pronouns, bare offices and descriptions take up from before."""

from __future__ import annotations

from collections import Counter
from typing import Any

from spacy.tokens import Doc, Token

from kroniek.coder.clauses import feature
from kroniek.coder.mentions import Mention
from kroniek.lexicon.names import Names

SUBJECT_LABELS = frozenset({"nsubj", "nsubj:pass", "ROOT", "obl:agent"})
NEAR = 4
"""Sentences back in which a pronoun finds what it stands for."""


class Memory:
    """The mentions read so far, and who a later phrase without a code may mean."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc = doc
        self.names = names
        self.past: list[Mention] = []
        self.counts: Counter[str] = Counter()
        self.sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}

    def add(self, mention: Mention) -> None:
        """Remember a mention that has a code."""
        if mention.code is None:
            return
        self.past.append(mention)
        if mention.kind != "pronoun":
            self.counts[mention.code] += 1

    def resolve_pronoun(self, mention: Mention, traits: dict[str, Any]) -> None:
        """Give a pronoun the code and name of the latest mention that agrees with it."""
        if traits.get("person", 3) != 3:
            return
        wanted = self._fits_plural if traits.get("number") == "plural" else self._fits_singular
        gender = str(traits.get("gender") or "")
        candidates = [m for m in self._near(mention) if wanted(m, gender)]
        if candidates:
            _copy(self._best(candidates, mention), mention)

    def resolve_name(self, mention: Mention) -> None:
        """Give a surname the code of the person whom the article named in full before."""
        for past in reversed(self.past):
            if past.name == mention.name:
                _copy(past, mention)
                return

    def resolve_description(self, mention: Mention, head: Token, is_actor: bool) -> None:
        """Give "the country", "the minister", "police" the code of what they take up."""
        lemma = head.lemma_.lower()
        for kind, lemmas in self.names.described.items():
            if lemma in lemmas and _is_definite(head) and self._take_up(mention, kind):
                return None
        if not is_actor:
            return None
        if mention.role and not mention.plural and _is_definite(head):
            for past in reversed(self.past):
                if past.role == mention.role and past.kind in ("person", "office"):
                    return _copy(past, mention)
        if mention.sector not in (None, "IGO"):
            self._take_focus(mention)

    def _take_up(self, mention: Mention, kind: str) -> bool:
        for past in reversed(self.past):
            if kind.startswith("person"):
                fits = past.is_person and (not past.gender or past.gender == kind[-1])
            else:
                fits = past.described == kind
            if fits:
                _copy(past, mention)
                return True
        return False

    def _take_focus(self, mention: Mention) -> None:
        """The state of the nearest name in the sentence before, or the article's commonest."""
        here = self.sentence[mention.head]
        for past in reversed(self.past):
            if self.sentence[past.head] < here - 1:
                break
            if past.kind in ("state", "region", "adjective", "seat", "people") or past.is_person:
                mention.code = past.code
                return
        if self.counts:
            mention.code = max(self.counts, key=lambda code: self.counts[code])

    def _near(self, mention: Mention) -> list[Mention]:
        here = self.sentence[mention.head]
        return [
            m for m in self.past if here - NEAR <= self.sentence[m.head] and m.head < mention.head
        ]

    def _fits_singular(self, past: Mention, gender: str) -> bool:
        if gender in ("m", "f"):
            return past.is_person and past.gender in ("", gender)
        return not past.is_person and not past.plural

    def _fits_plural(self, past: Mention, gender: str) -> bool:
        return past.plural or not past.is_person

    def _best(self, candidates: list[Mention], mention: Mention) -> Mention:
        """The latest subject of the latest sentence that has a candidate, else the latest."""
        here = self.sentence[mention.head]
        plural = [m for m in candidates if m.plural]
        pool = plural or candidates
        last = max(self.sentence[m.head] for m in pool)
        pool = [m for m in pool if self.sentence[m.head] == last]
        subjects = [m for m in pool if self.doc[m.head].dep_ in SUBJECT_LABELS]
        if subjects:
            return subjects[-1] if last == here else subjects[0]
        return pool[-1]


def _copy(past: Mention, mention: Mention) -> None:
    mention.code, mention.name, mention.role = past.code, past.name, past.role
    mention.sector = past.sector if mention.sector is None else mention.sector
    mention.gender, mention.described = past.gender, past.described
    if mention.kind == "pronoun":
        mention.plural = past.plural


def _is_definite(head: Token) -> bool:
    return any(
        feature(c, "Definite") == "Def" or c.dep_ in ("det", "nmod:poss") for c in head.children
    )
