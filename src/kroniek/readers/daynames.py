"""Written days ("17 juni 2024", "June 3", "2024-06-17"), by the month names of Unicode's CLDR."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")


@dataclass(frozen=True)
class Day:
    """A day of a month, with its year when that is written, and where it stands in its text."""

    year: int | None
    month: int
    day: int
    start: int
    end: int

    def to_date(self) -> date | None:
        """The date, or None without a year or when there is no such day."""
        if self.year is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def find_day(text: str, lang: str) -> Day | None:
    """The first written day in a text; one with a year goes before one without."""
    days = list(_days(text, lang))
    return next((day for day in days if day.year is not None), days[0] if days else None)


def _days(text: str, lang: str) -> Iterator[Day]:
    months, shapes = _month_names(lang), _shapes(lang)
    for shape in shapes:
        for match in shape.finditer(text):
            name = match["month"].casefold().rstrip(".")
            month = int(name) if name.isdigit() else months[name]
            year = match["year"]
            day = int(match["day"])
            if 1 <= month <= 12 and 1 <= day <= 31:
                yield Day(int(year) if year else None, month, day, match.start(), match.end())


@cache
def _month_names(lang: str) -> dict[str, int]:
    """Full and short month names of a language, casefolded and without their full stop."""
    months = Locale.parse(lang).months
    return {
        name.casefold().rstrip("."): number
        for use in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in months[use][width].items()
    }


@cache
def _shapes(lang: str) -> tuple[re.Pattern[str], ...]:
    names = "|".join(sorted(map(re.escape, _month_names(lang)), key=len, reverse=True))
    month = rf"(?P<month>{names})\b\.?"
    day = r"(?P<day>\d{1,2})(?:[a-z]{2}\b|\.)?"
    year = r"(?P<year>[12]\d{3})\b"
    flags = re.IGNORECASE
    return (
        _ISO,
        re.compile(rf"\b{day} {month}(?:,? {year})?", flags),
        re.compile(rf"\b{month} {day}(?!\d)(?:,? {year})?", flags),
    )
