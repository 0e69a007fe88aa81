"""Numbers: the value of number words and figures, by a language's numbers.yaml."""

from __future__ import annotations

import re
from functools import cache

from pydantic import BaseModel, ConfigDict

from kroniek.languages import Words, folder
from kroniek.languages.yamlfiles import read_model
from kroniek.lexicon.spelling import plain

FIGURES = re.compile(r"(?P<sign>[^\d\w\s]{0,3})(?P<digits>\d[\d.,]*)(?P<rest>[a-zA-Z]{0,3})")
THOUSAND = 1000


class NumberWords(BaseModel):
    """The number words and units of a language (`numbers.yaml`)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    decimal: str
    words: dict[str, int | float]
    multipliers: dict[str, int]
    compounding: dict[str, int]
    joining: Words
    linking: Words
    ranging: Words
    articles: Words
    uncounted: Words
    times: Words
    shares: Words
    sectors: dict[str, str]
    of_types: dict[str, dict[str, str]]
    units: dict[str, str]
    currencies: dict[str, str]


@cache
def number_words(lang: str) -> NumberWords:
    """The numbers and units of a language. Raises LexiconError for a faulty file."""
    path = folder(lang) / "numbers.yaml"
    return read_model(path, NumberWords)


def word_value(text: str, words: NumberWords) -> int | float | None:
    """The value of one number word: "forty-five", "drieëntwintig", "vijftienhonderd"."""
    if text in words.words:
        return words.words[text]
    if "-" in text:
        parts = [word_value(part, words) for part in text.split("-")]
        known = [part for part in parts if part is not None]
        return sum(known) if len(known) == len(parts) else None
    return _compound(plain(text), words)


def _compound(text: str, words: NumberWords) -> int | float | None:
    """The value of a word made of number words; none if any part is no number."""
    if not text:
        return 0
    if text in words.words:
        return words.words[text]
    for word, unit in sorted(words.compounding.items(), key=lambda row: -row[1]):
        before, found, after = text.partition(word)
        if not found:
            continue
        times: int | float | None = _compound(before, words) if before else 1
        rest = _compound(_without(after, words), words)
        return None if times is None or rest is None else times * unit + rest
    for join in sorted(words.joining, key=len, reverse=True):
        for word, size in words.words.items():
            if size % 10 == 0 and text.endswith(join + plain(word)):
                ones = words.words.get(text[: -len(join + plain(word))])
                return None if ones is None else ones + size
    return None


def _without(text: str, words: NumberWords) -> str:
    """What follows "honderd", without the word that joins it."""
    for join in words.joining:
        if text.startswith(join) and text[len(join) :] in words.words:
            return text[len(join) :]
    return text


def figure_value(text: str, words: NumberWords) -> float | None:
    """The value of figures, with a multiplier behind them or a sign before: "1,500", "$1.5bn"."""
    match = FIGURES.fullmatch(text)
    if match is None:
        return None
    rest = match["rest"].lower()
    if rest and rest not in words.multipliers:
        return None
    return _digits(match["digits"], words.decimal) * words.multipliers.get(rest, 1)


def _digits(text: str, decimal: str) -> float:
    group = "." if decimal == "," else ","
    text = text.strip(".,")
    if group in text and not re.fullmatch(rf"\d{{1,3}}(\{group}\d{{3}})+(\{decimal}\d+)?", text):
        return (
            float(text.replace(",", ".")) if text.count(group) + text.count(decimal) == 1 else 0.0
        )
    return float(text.replace(group, "").replace(decimal, "."))


def phrase_value(texts: list[str], words: NumberWords) -> int | float | None:
    """The value of a run of words in lower case: "4,3 miljard", "two hundred and fifty"."""
    total: float = 0
    part: float = 0
    known = False
    for text in (text.rstrip(".") for text in texts):
        value = figure_value(text, words)
        value = word_value(text, words) if value is None else value
        if text in words.multipliers and known:
            part = (part or 1) * words.multipliers[text]
            if words.multipliers[text] >= THOUSAND:
                total, part = total + part, 0
        elif value is not None:
            part += value
        elif text in words.multipliers:
            part = words.multipliers[text]
        else:
            continue
        known = True
    if not known:
        return None
    whole = total + part
    return int(whole) if whole == int(whole) else whole


def is_number(text: str, words: NumberWords) -> bool:
    """Whether a word, in lower case, is a number or a multiplier."""
    return (
        text.rstrip(".") in words.multipliers
        or figure_value(text, words) is not None
        or word_value(text, words) is not None
    )
