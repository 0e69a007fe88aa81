"""Quantities: counts tied to an event, with English units or currency codes."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.drafts import Count, Draft
from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_yaml

DIGITS = re.compile(r"\d[\d.,]*")
TIME_UNITS = frozenset({"year", "month", "day", "hour", "week", "minute", "percent"})
SKIPPED = frozenset({"det", "case", "punct", "cc", "acl:relcl", "acl", "advcl", "conj", "appos"})


@cache
def number_words(lang: str) -> dict[str, Any]:
    """The numbers and units of a language (numbers.yaml)."""
    words: dict[str, Any] = read_yaml(folder(lang) / "numbers.yaml")
    return words


class Counter:
    """Reads the quantities in phrases of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = number_words(doc.lang_)

    def counts(self, draft: Draft) -> list[Count]:
        """The counts among the words of a draft's evidence."""
        inside = {t.i for t in draft.evidence}
        found = []
        for token in draft.evidence:
            if token.pos_ in ("NOUN", "PROPN", "SYM") and (count := self._count(token)):
                if count.unit not in TIME_UNITS and all(t.i in inside for t in count.tokens):
                    found.append(count)
        return found

    def _count(self, noun: Token) -> Count | None:
        numbers = [c for c in noun.children if c.dep_.split(":")[0] in ("nummod", "compound")]
        numbers = [n for n in numbers if n.pos_ in ("NUM", "NOUN") or n.like_num]
        value = next((v for n in numbers if (v := self._value(n)) is not None), None)
        if value is None:
            return None
        unit = self._unit(noun)
        if unit is None:
            return None
        tokens = [noun] + [t for c in noun.children if c.dep_ not in SKIPPED for t in c.subtree]
        return Count(value, unit, tuple(tokens))

    def _unit(self, noun: Token) -> str | None:
        for form in (noun.lemma_.lower(), noun.lower_, noun._.head_lemma):
            if form in self.words["currencies"]:
                return str(self.words["currencies"][form])
            if form in self.words["units"]:
                return str(self.words["units"][form])
        if self.doc.lang_ == "en" and noun.pos_ == "NOUN":
            return noun.lemma_.lower()
        return None

    def _value(self, number: Token) -> int | float | None:
        """The value of a number phrase: "4,3 miljard", "two thousand", "some 40"."""
        words = sorted(
            [
                number,
                *(c for c in number.children if c.dep_ in ("compound", "nummod", "flat", "fixed")),
            ],
            key=lambda t: t.i,
        )
        total: float = 0
        known = False
        for word in words:
            text = word.lower_
            if DIGITS.fullmatch(text):
                value = self._digits(text)
                total = value if not known else total + value
            elif text in self.words["multipliers"] and known:
                total *= self.words["multipliers"][text]
            elif text in self.words["words"]:
                total += self.words["words"][text]
            elif text in self.words["multipliers"]:
                total = self.words["multipliers"][text]
            else:
                continue
            known = True
        if not known:
            return None
        return int(total) if total == int(total) else total

    def _digits(self, text: str) -> float:
        decimal = self.words["decimal"]
        group = "." if decimal == "," else ","
        text = text.strip(".,")
        if group in text and not re.fullmatch(
            rf"\d{{1,3}}(\{group}\d{{3}})+(\{decimal}\d+)?", text
        ):
            return float(text.replace(",", "."))
        return float(text.replace(group, "").replace(decimal, "."))


@Language.factory("kroniek_quantities", requires=["doc._.drafts"])
def quantities_component(nlp: Language, name: str) -> Quantities:
    """The component that finds the quantities of a Doc's drafts."""
    return Quantities()


class Quantities:
    """Sets `quantities` of each draft in `doc._.drafts`."""

    def __call__(self, doc: Doc) -> Doc:
        if doc._.drafts:
            counter = Counter(doc)
            for draft in doc._.drafts:
                draft.quantities = list(counter.counts(draft))
        return doc
