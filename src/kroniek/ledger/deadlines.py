"""The last day by which something was promised or demanded: "by 1 May", "binnen twee weken"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date as Day
from datetime import timedelta
from functools import cache

from dateutil.relativedelta import relativedelta

from kroniek.coder.calendar import calendar
from kroniek.coder.datewords import DateWords, date_words
from kroniek.coder.moments import Moment
from kroniek.ledger.words import words

_LEAD = 24
"""Characters before a date in which the word that makes it a deadline stands."""


def deadline(text: str, lang: str, today: Day) -> tuple[Day, str] | None:
    """The first deadline in a text that lies after `today`, and its words."""
    within = _within(lang).search(text)
    if within is not None:
        day = _after(within, date_words(lang), today)
        if day is not None:
            return day, within.group()
    if words(lang).deadlines.search(text) is None:
        return None
    for moment in calendar(lang).find(text, today):
        start = max(0, moment.start - _LEAD)
        lead = list(words(lang).deadlines.finditer(text, start, moment.end))
        near = [m for m in lead if m.start() < moment.end and not _gap(text, m, moment)]
        if near:
            day = _last(moment, today)
            if day > today:
                return day, text[near[-1].start() : moment.end]
    return None


def _gap(text: str, word: re.Match[str], moment: Moment) -> str:
    """What stands between a deadline word and its date, articles aside."""
    between = text[word.end() : moment.start].split()
    return " ".join(between) if len(between) > 1 else ""


def _last(moment: Moment, today: Day) -> Day:
    """The last day of a date, the next such date where that one has passed."""
    day = _end(moment.day, moment.precision)
    if day <= today and moment.ahead is not None:
        return _end(moment.ahead, moment.precision)
    return day


def _end(day: Day, precision: str) -> Day:
    match precision:
        case "year":
            return Day(day.year, 12, 31)
        case "quarter":
            return day + relativedelta(months=3, days=-1)
        case "month":
            return Day(day.year, day.month, monthrange(day.year, day.month)[1])
        case "week":
            return day + timedelta(6)
    return day


@cache
def _within(lang: str) -> re.Pattern[str]:
    table = date_words(lang)
    numbers, units = "|".join(map(re.escape, table.numbers)), "|".join(map(re.escape, table.units))
    lead = words(lang).within.pattern
    return re.compile(
        rf"{lead}\s+(?:\w+\s+)?(?P<number>\d{{1,3}}|{numbers})\s+(?P<unit>{units})(?!\w)",
        re.IGNORECASE,
    )


def _after(match: re.Match[str], table: DateWords, today: Day) -> Day | None:
    text = match["number"].lower()
    number = int(text) if text.isdigit() else table.numbers.get(" ".join(text.split()))
    unit = table.units.get(match["unit"].lower())
    if number is None or unit is None:
        return None
    match unit:
        case "hour":
            return today + timedelta(-(-number // 24))
        case "day":
            return today + timedelta(number)
        case "week" | "weekend":
            return today + timedelta(7 * number)
        case "month" | "quarter":
            return today + relativedelta(months=number * (3 if unit == "quarter" else 1))
    return today + relativedelta(years=number * (10 if unit == "decade" else 1))
