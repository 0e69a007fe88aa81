"""Numbers, amounts of money, counts and dates in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day
from typing import Final

from babel.core import UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_compact_decimal, format_decimal, get_currency_name

from kroniek.reports.sentences.grammar import Grammar
from kroniek.reports.sentences.wording import fill, listed

MILLION: Final = 1_000_000
"""From here on numbers are told in millions and more."""
_CODE: Final = 3


def number(value: float, grammar: Grammar) -> str:
    """A number as words or digits: four, 1,250, 200 million."""
    if value == int(value) and 0 <= value < len(grammar.numbers):
        return grammar.numbers[int(value)]
    if abs(value) >= MILLION:
        return format_compact_decimal(
            value, format_type="long", locale=grammar.lang, fraction_digits=2
        )
    return format_decimal(round(value, 2), locale=grammar.lang)


def unit(name: str, value: float, grammar: Grammar) -> str:
    """A unit in the number that goes with a value; a currency by its name."""
    forms = grammar.units.get(name)
    if forms is not None:
        return forms[0] if value == 1 else forms[1]
    if name.isupper() and len(name) == _CODE:
        return get_currency_name(name, count=value, locale=grammar.lang)
    return name


def count(value: float, name: str, grammar: Grammar) -> str:
    """How many of what: four ships."""
    words = {"number": number(value, grammar), "unit": unit(name, value, grammar)}
    return fill(grammar.count, words)


def counts(found: Iterable[tuple[float, str]], grammar: Grammar) -> str:
    """Several counts as a list."""
    return listed([count(value, name, grammar) for value, name in found], grammar.and_)


def day(when: Day, grammar: Grammar) -> str:
    """A day in words: 21 June 2024."""
    return format_date(when, "d MMMM y", locale=grammar.lang)


def weekday(when: Day, grammar: Grammar) -> str:
    """A day with that of the week: Friday 21 June 2024."""
    return format_date(when, "EEEE d MMMM y", locale=grammar.lang)


def is_whole_month(first: Day, last: Day) -> bool:
    """Whether a period is a month."""
    return first.day == 1 and (first.month, first.year) == (last.month, last.year) and last.day > 27


def is_whole_year(first: Day, last: Day) -> bool:
    """Whether a period is a year."""
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and (
        first.year == last.year
    )


def period(first: Day, last: Day, grammar: Grammar) -> str:
    """A day, month, year or other period in words."""
    if first == last:
        return weekday(first, grammar)
    if is_whole_month(first, last):
        return format_skeleton("yMMMM", first, locale=grammar.lang)
    if is_whole_year(first, last):
        return str(first.year)
    return fill(
        grammar.labels["period"], {"first": day(first, grammar), "last": day(last, grammar)}
    )


def plain_period(first: Day, last: Day, grammar: Grammar) -> str:
    """A day, month, year or other period in words, without the day of the week."""
    return day(first, grammar) if first == last else period(first, last, grammar)


def when(first: Day, last: Day, grammar: Grammar) -> str:
    """A period as the front of a sentence: on 21 June 2024, in June 2024."""
    if first == last:
        return fill(grammar.fronts["day"], {"date": day(first, grammar)})
    if is_whole_month(first, last):
        month = format_skeleton("yMMMM", first, locale=grammar.lang)
        return fill(grammar.fronts["month"], {"month": month})
    if is_whole_year(first, last):
        return fill(grammar.fronts["year"], {"year": str(first.year)})
    return fill(grammar.fronts["span"], {"first": day(first, grammar), "last": day(last, grammar)})


def language_name(code: str, grammar: Grammar) -> str:
    """A language by its name: Dutch."""
    from babel import Locale

    try:
        return Locale.parse(code).get_display_name(grammar.lang) or code
    except (UnknownLocaleError, ValueError):
        return code
