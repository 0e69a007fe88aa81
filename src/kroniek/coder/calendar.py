"""Date expressions: from words such as "last Tuesday" or "17 juni" to days, months and years.

Our own small rules a language (dates.yaml); dateutil does the arithmetic.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta
from functools import cache
from typing import Any

from dateutil.relativedelta import relativedelta

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_yaml

EARLIEST, LATEST = 1800, 2100


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of some precision: `day` is its first day.

    `weekday` tells that only a weekday was named, so that its clause's tense decides whether
    the one before or after is meant.
    """

    day: Day
    precision: str
    start: int
    end: int
    weekday: bool = False

    @property
    def value(self) -> str:
        """ISO, as precise as the words are: a week or a quarter is written as its month."""
        text = self.day.isoformat()
        return {"day": text, "year": text[:4]}.get(self.precision, text[:7])

    def last(self) -> int:
        """The ordinal of its last day."""
        if self.precision == "year":
            return Day(self.day.year, 12, 31).toordinal()
        if self.precision in ("month", "week", "quarter"):
            return Day(
                self.day.year, self.day.month, monthrange(self.day.year, self.day.month)[1]
            ).toordinal()
        return self.day.toordinal()


class Calendar:
    """The date words of a language, as patterns."""

    def __init__(self, lang: str) -> None:
        words: dict[str, Any] = read_yaml(folder(lang) / "dates.yaml")
        self.words = words
        month, weekday = _any(words["months"]), _any(words["weekdays"])
        number, unit = rf"\d{{1,3}}|{_any(words['numbers'])}", _any(words["units"])
        nth = rf"(?:{_any(words['ordinals'])})?"
        parts = rf"(?:{_any(words['parts'])})"
        article = rf"(?:(?:{_any(words['articles'])})\s+)?"
        tail = rf"(?:\s?(?:{_any(words['day_parts'])}))?"
        year = r"(?P<year>(?:1[89]|20)\d\d)"
        turn = rf"(?P<turn>{_any([*words['last'], *words['next'], *words['this']])})"
        self.patterns: list[tuple[str, re.Pattern[str]]] = [
            (kind, re.compile(rf"(?<![\w-]){pattern}(?!\w)", re.IGNORECASE))
            for kind, pattern in (
                ("iso", r"(?P<iso>(?:1[89]|20)\d\d-\d\d-\d\d)"),
                ("date", rf"(?P<day>\d{{1,2}}){nth}\s+(?:{_any(words['joiners'])}\s+)?(?P<month>{month})\.?(?:,?\s+{year})?"),
                ("date", rf"(?P<month>{month})\.?\s+(?P<day>\d{{1,2}}){nth}(?:,?\s+{year})?(?!\s*[\d:%])"),
                ("month", rf"(?:(?P<part>{parts})[\s-]*)?(?:{turn}\s+)?(?P<month>{month})\.?(?:(?:\s+(?:{_any(words['joiners'])}))?,?\s+{year})?"),
                ("quarter", rf"{article}(?P<order>{_any(words['order'])})\s+(?P<unit>{unit})(?:\s+(?:{_any(words['joiners'])}))?(?:\s+{year})?"),
                ("same", rf"(?P<same>{_any(words['same'])})"),
                ("next", rf"(?P<same>{_any(words['following'])})"),
                ("before", rf"(?P<same>{_any(words['preceding'])})"),
                ("day", rf"(?P<word>{_any(words['days'])})"),
                ("weekday", rf"(?:{turn}\s+)?(?:week\s+)?(?P<weekday>{weekday}){tail}"),
                ("ago", rf"(?P<number>{number})\s+(?P<unit>{unit})\s+(?:{_any(words['ago'])})"),
                ("shift", rf"(?P<number>{number})\s+(?P<unit>{unit})\s+(?P<way>{_any([*words['later'], *words['earlier']])})"),
                ("turn", rf"(?:(?P<part>{parts})\s+)?{turn}\s+(?P<unit>{unit})"),
                ("turn", rf"(?P<part>{parts})\s+(?:{_any(words['joiners'])}\s+)?{article}(?P<unit>{unit})"),
                ("season", rf"(?:{turn}\s+|(?:{_any(words['year_marks'])})\s+{article})(?P<season>{_any(words['seasons'])})(?:\s+(?:{_any(words['joiners'])})?\s*{year})?"),
                ("year", rf"(?:{_any(words['year_marks'])})\s+(?:(?:{_any(words['parts'])})\s+)?{year}"),
                ("bare_year", rf"(?<=\(){year}(?=\))"),
            )
        ]  # fmt: skip

    def find(self, text: str, today: Day | None) -> list[Moment]:
        """The dates in a text, in its order; relative ones only where `today` is known."""
        taken: list[Moment] = []
        found: list[tuple[int, int, int, str, re.Match[str]]] = []
        for rank, (kind, pattern) in enumerate(self.patterns):
            for match in pattern.finditer(text):
                found.append((match.start(), -(match.end() - match.start()), rank, kind, match))
        end, last = -1, None
        for start, _, _, kind, match in sorted(found, key=lambda f: f[:3]):
            if start < end:
                continue
            moment = self._moment(kind, match, today, last)
            if moment is not None:
                taken.append(moment)
                end = match.end()
                last = moment.day if moment.precision == "day" else last
        return taken

    def _moment(
        self, kind: str, match: re.Match[str], today: Day | None, last: Day | None
    ) -> Moment | None:
        parts = {k: v.lower() for k, v in match.groupdict().items() if v}
        try:
            made = getattr(self, f"_{kind}")(parts, today, last or today, match)
        except (ValueError, OverflowError):
            return None
        if made is None:
            return None
        day, precision = made
        start = match.start("year") if kind == "year" else match.start()
        return Moment(day, precision, start, match.end(), kind == "weekday" and "turn" not in parts)

    def _iso(self, parts: dict[str, str], *_: Any) -> tuple[Day, str]:
        return Day.fromisoformat(parts["iso"]), "day"

    def _date(self, parts: dict[str, str], today: Day | None, *_: Any) -> tuple[Day, str] | None:
        month, day = self.words["months"][parts["month"]], int(parts["day"])
        if "year" in parts:
            return Day(int(parts["year"]), month, day), "day"
        return (_nearest(month, day, today), "day") if today else None

    def _month(
        self, parts: dict[str, str], today: Day | None, _: Any, match: re.Match[str]
    ) -> tuple[Day, str] | None:
        month = self.words["months"][parts["month"]]
        capital = match["month"][0].isupper()
        if "year" in parts:
            return Day(int(parts["year"]), month, 1), "month"
        if today is None or (
            len(parts["month"]) <= 3 and not self._stands_as_month(match, capital)
        ):
            return None
        if parts.get("turn") in self.words["last"]:
            back = month >= today.month
            return Day(today.year - back, month, 1), "month"
        if parts.get("turn") in self.words["next"]:
            return Day(today.year + (month <= today.month), month, 1), "month"
        return _nearest(month, 1, today), "month"

    def _stands_as_month(self, match: re.Match[str], capital: bool) -> bool:
        """A short month name ("May", "mei", "mar") that a date word or preposition introduces."""
        if match["part"] or match["turn"]:
            return True
        before = match.string[: match.start()].split()[-1:]
        marks = {*self.words["year_marks"], *self.words["deictic"]}
        return bool(before) and before[0].lower() in marks

    def _quarter(self, parts: dict[str, str], today: Day | None, *_: Any) -> tuple[Day, str] | None:
        if self.words["units"][parts["unit"]] != "quarter" or not (today or "year" in parts):
            return None
        assert today is not None or "year" in parts
        year = int(parts["year"]) if "year" in parts else today.year  # type: ignore[union-attr]
        return Day(year, 3 * self.words["order"][parts["order"]] - 2, 1), "quarter"

    def _same(self, parts: Any, today: Any, last: Day | None, *_: Any) -> tuple[Day, str] | None:
        return (last, "day") if last else None

    def _next(self, parts: Any, today: Any, last: Day | None, *_: Any) -> tuple[Day, str] | None:
        return (last + timedelta(1), "day") if last else None

    def _before(self, parts: Any, today: Any, last: Day | None, *_: Any) -> tuple[Day, str] | None:
        return (last - timedelta(1), "day") if last else None

    def _day(self, parts: dict[str, str], today: Day | None, *_: Any) -> tuple[Day, str] | None:
        word = " ".join(parts["word"].split())
        return (today + timedelta(self.words["days"][word]), "day") if today else None

    def _weekday(self, parts: dict[str, str], today: Day | None, *_: Any) -> tuple[Day, str] | None:
        if today is None:
            return None
        back = (today.weekday() - self.words["weekdays"][parts["weekday"]]) % 7
        turn = parts.get("turn")
        if turn in self.words["next"]:
            return today + timedelta((-back) % 7 or 7), "day"
        if turn in self.words["last"]:
            return today - timedelta(back or 7), "day"
        return today - timedelta(back), "day"

    def _ago(self, parts: dict[str, str], today: Day | None, *_: Any) -> tuple[Day, str] | None:
        return self._moved(parts, today, -1)

    def _shift(
        self, parts: dict[str, str], today: Any, last: Day | None, *_: Any
    ) -> tuple[Day, str] | None:
        return self._moved(parts, last, 1 if parts["way"] in self.words["later"] else -1)

    def _moved(self, parts: dict[str, str], day: Day | None, sign: int) -> tuple[Day, str] | None:
        if day is None:
            return None
        text = " ".join(parts["number"].split())
        number = int(text) if text.isdigit() else self.words["numbers"][text]
        return _shifted(day, self.words["units"][parts["unit"]], sign * number)

    def _turn(self, parts: dict[str, str], today: Day | None, *_: Any) -> tuple[Day, str] | None:
        if today is None:
            return None
        turn, words = parts.get("turn"), self.words
        sign = -1 if turn in words["last"] else 1 if turn in words["next"] else 0
        unit = words["units"][parts["unit"]]
        if unit == "weekend":
            return today + timedelta(5 - today.weekday() + 7 * (sign if today.weekday() < 5 else 0)), "week"
        return None if unit == "day" else _shifted(today, unit, sign)

    def _season(self, parts: dict[str, str], today: Day | None, *_: Any) -> tuple[Day, str] | None:
        if "year" in parts:
            return Day(int(parts["year"]), 1, 1), "year"
        if today is None:
            return None
        month = self.words["seasons"][parts["season"]]
        if parts.get("turn") in self.words["next"]:
            return Day(today.year + (month <= today.month), 1, 1), "year"
        over = parts.get("turn") in self.words["this"] or month <= today.month
        return Day(today.year - (not over), 1, 1), "year"

    def _year(self, parts: dict[str, str], *_: Any) -> tuple[Day, str]:
        return Day(int(parts["year"]), 1, 1), "year"

    _bare_year = _year


def _any(words: Iterable[str]) -> str:
    """A pattern of alternatives, longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _nearest(month: int, day: int, today: Day) -> Day:
    """The day of that month nearest to `today`, at most a quarter of a year ahead."""
    found = [Day(year, month, day) for year in _years(today, month, day)]
    return min(found, key=lambda d: abs((d - today).days) + 180 * (d > today + timedelta(120)))


def _years(today: Day, month: int, day: int) -> Iterator[int]:
    for year in (today.year - 1, today.year, today.year + 1):
        if day <= monthrange(year, month)[1]:
            yield year


def _shifted(day: Day, unit: str, number: int) -> tuple[Day, str]:
    match unit:
        case "day":
            return day + timedelta(number), "day"
        case "week" | "weekend":
            return day + timedelta(7 * number), "week"
        case "month":
            return (day + relativedelta(months=number)).replace(day=1), "month"
        case "quarter":
            return (day + relativedelta(months=3 * number)).replace(day=1), "quarter"
        case "decade":
            return Day(day.year + 10 * number, 1, 1), "year"
    return Day(day.year + number, 1, 1), "year"


@cache
def calendar(lang: str) -> Calendar:
    """The calendar of a language."""
    return Calendar(lang)
