"""Date expressions: finds words such as "last Tuesday" or "17 juni" in a text.

Our own small rules: the words of a language lie in its dates.yaml, what they come to is told by
`moments.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date as Day
from functools import cache

from kroniek.coder import moments
from kroniek.coder.datewords import DateWords, date_words
from kroniek.coder.moments import Found, Moment, Parts

__all__ = ["Calendar", "Moment", "calendar"]

RULES: dict[str, moments.Rule] = {
    "iso": moments.iso, "numeric": moments.numeric, "date": moments.date, "month": moments.month,
    "quarter": moments.quarter, "same": moments.same, "clock": moments.same,
    "then": moments.same, "same_unit": moments.same_unit, "following": moments.following,
    "preceding": moments.preceding, "day": moments.day,
    "holiday": moments.holiday, "weekday": moments.weekday, "night": moments.night,
    "between": moments.between, "ago": moments.ago, "ahead": moments.ahead,
    "shift": moments.shift, "turn": moments.turn, "recent": moments.recent,
    "weekend": moments.weekend, "season": moments.season, "year": moments.year,
    "bare_year": moments.year,
}  # fmt: skip
PARAGRAPH = "\n\n"
SHORT = 3
"""Letters of month names that are other words too ("May", "mar"): they need a date word before."""


class _Days:
    """The days that a text has named so far."""

    def __init__(self) -> None:
        self.day: Moment | None = None
        self.any: Moment | None = None

    def name(self, moment: Moment) -> None:
        """Remember a moment."""
        self.any = moment
        self.day = moment if moment.precision == "day" else self.day

    def then(self, match: re.Match[str]) -> Moment | None:
        """The year or month named last, which "at the time" points to."""
        if self.any is None or self.any.precision == "day":
            return None
        return replace(self.any, start=match.start(), end=match.end())

    def before(self, kind: str, text: str, at: int) -> Day | None:
        """What a relative date counts from; a time of day only from a day of its paragraph."""
        found = self.any if kind == "same_unit" else self.day
        if found is None or (kind == "clock" and PARAGRAPH in text[found.end : at]):
            return None
        return found.day


class Calendar:
    """The date words of a language, as patterns."""

    def __init__(self, lang: str) -> None:
        self.words = date_words(lang)
        flags = re.IGNORECASE
        self.patterns = [
            (kind, re.compile(rf"(?<![\w-])(?:{pattern})(?!\w)", flags))
            for kind, pattern in _patterns(self.words)
        ]
        number, unit = _any(self.words.numbers), _any(self.words.units)
        way = _any([*self.words.before, *self.words.after])
        end = rf"\s+(?:(?:{_any(self.words.articles)})\s+)?$"
        self._offset = re.compile(
            rf"(?<!\w)(?P<number>\d{{1,3}}|{number})\s+(?P<unit>{unit})\s+(?P<way>{way}){end}",
            flags,
        )
        self._distance = re.compile(
            rf"(?<!\w)(?:(?P<number>\d{{1,3}}|{number})\s+)?(?P<unit>{unit})\s+$", flags
        )
        self._since = re.compile(rf"(?<!\w)(?:{_any(self.words.since)}){end}", flags)
        self._limit = re.compile(rf"(?<!\w)(?:{_any(self.words.limits)}){end}", flags)

    def find(self, text: str, today: Day | None) -> list[Moment]:
        """The dates in a text, in its order; relative ones only where `today` is known."""
        matches = [
            (match.start(), -(match.end() - match.start()), rank, kind, match)
            for rank, (kind, pattern) in enumerate(self.patterns)
            for match in pattern.finditer(text)
        ]
        taken: list[Moment] = []
        end, days = -1, _Days()
        for start, _, _, kind, match in sorted(matches, key=lambda m: m[:3]):
            if start < end:
                continue
            moment = self._moment(kind, match, today, days.before(kind, text, start))
            if kind == "then":
                moment = days.then(match)
            if moment is not None:
                while taken and taken[-1].end > moment.start:
                    taken.pop()
                taken.append(moment)
                end = match.end()
                if not (today and moment.day > today):
                    days.name(moment)
        return taken

    def distance(self, text: str, end: int, way: int, base: Day) -> Moment | None:
        """The day that the number and unit before `end` ("two days", of "two days after he left")
        are from another, `way` 1 after it, -1 before it; None if there are none.
        """
        found = self._distance.search(text[max(0, end - 60) : end])
        if found is None:
            return None
        parts: Parts = {k: v.lower() for k, v in found.groupdict().items() if v}
        if "number" not in parts and self.words.units[parts["unit"]] != "hour":
            return None
        day = moments.distant(self.words, parts, base, way)
        start = end - (min(end, 60) - found.start())
        return Moment(day.day, day.precision, start, start + len(found.group().rstrip()))

    def _moment(
        self, kind: str, match: re.Match[str], today: Day | None, last: Day | None
    ) -> Moment | None:
        parts = {k: v.lower() for k, v in match.groupdict().items() if v}
        if not self._is_meant(kind, match, parts) or self._leads_on(kind, match):
            return None
        absolute = today or (Day(int(parts["year"]), 1, 1) if "year" in parts else None)
        if absolute is None and kind != "iso":
            return None
        try:
            base = absolute or Day.min
            found = RULES[kind](self.words, parts, base, last or base)
            return self._placed(kind, match, found) if found is not None else None
        except (ValueError, OverflowError):
            return None

    def _placed(self, kind: str, match: re.Match[str], found: Found) -> Moment:
        """A moment where it stands, with what the words before it make of it."""
        start = match.start("year") if kind == "year" else match.start()
        head = match.string[max(0, match.start() - 60) : match.start()]
        moment = Moment(
            found.day,
            found.precision,
            start,
            match.start() + len(match.group().rstrip(".")),
            found.back,
            found.ahead,
            clock=kind == "clock",
            limit=self._is_limit(head, match.group()) and kind != "holiday",
        )
        if found.back is not None and self._since.search(head):
            moment = replace(moment, day=found.back, back=None, ahead=None)
        offset = self._offset.search(head)
        if offset is None or kind == "clock":
            return moment
        parts: Parts = {k: v.lower() for k, v in offset.groupdict().items()}
        moved = moments.moved_by(self.words, parts, found)
        begin = match.start() - (len(head) - offset.start())
        if found.precision == "week" and kind == "holiday":
            moved = replace(moved, precision="day")
        day, precision = moved.day, moved.precision
        return Moment(day, precision, begin, moment.end)

    def _leads_on(self, kind: str, match: re.Match[str]) -> bool:
        """Whether "three weeks before" or "hours after" goes on with what it is before."""
        last = match.group().split()[-1].lower()
        way = last in self.words.before | self.words.after
        return (
            kind in ("shift", "same")
            and way
            and match.string[match.end() :][:2].strip() != ""
            and match.string[match.end() :][:2].strip().isalpha()
        )

    def _is_limit(self, before: str, text: str) -> bool:
        """Whether a date is a deadline, by the word before it or its own first word."""
        first = tuple(f"{word} " for word in self.words.limits)
        return self._limit.search(before) is not None or text.lower().startswith(first)

    def _is_meant(self, kind: str, match: re.Match[str], parts: Parts) -> bool:
        """Whether a name of a month or weekday is one, and no other word."""
        if self.words.capitals and kind in ("date", "month", "weekday", "night", "between"):
            for name in ("month", "weekday"):
                if name in parts and not match[name][0].isupper():
                    return False
        if kind == "month" and len(parts["month"]) <= SHORT and "year" not in parts:
            return self._stands_as_month(match)
        return True

    def _stands_as_month(self, match: re.Match[str]) -> bool:
        """A short month name ("May", "mei") that a date word or preposition introduces."""
        if match["part"] or match["turn"] or match["unit"]:
            return True
        before = match.string[: match.start()].split()[-1:]
        marks = self.words.year_marks | self.words.deictic
        return bool(before) and before[0].lower() in marks


def _patterns(words: DateWords) -> Iterator[tuple[str, str]]:
    """Kind and pattern of every sort of date expression; groups are the parts that rules read."""
    month, weekday, unit = _any(words.months), _any(words.weekdays), _any(words.units)
    count = rf"(?:\d{{1,3}}|{_any(words.numbers)})"
    number = rf"(?P<number>{count})"
    nth = rf"(?:{_any(words.ordinals)})?"
    part = rf"(?:(?:{_any(words.parts)})[\s-]+)"
    of = rf"(?:(?:{_any(words.joiners)})\s+)?"
    the = rf"(?:(?:{_any(words.articles)})\s+)?"
    tail = rf"(?:[\s-]?(?:{_any(words.day_parts)}))?"
    year = r"(?P<year>(?:1[89]|20)\d\d)"
    turns = _any([*words.last, *words.next, *words.coming, *words.this])
    turn = rf"(?P<turn>{turns})"
    after = rf"\s+{of}(?P<turn_after>{turns})\s+(?P<unit>{unit})"
    to = rf"(?:\s*(?:[-–/]|{_any(words.ranges)})\s*\d{{1,2}}{nth})?"
    named = rf"(?:(?:{weekday}){tail},?\s+{the})?"
    marks = rf"(?:{_any(words.year_marks)})"
    weekdays = rf"(?P<weekday>{weekday}){tail}"
    months = rf"(?P<month>{month})\.?"
    units = rf"(?P<unit>{unit})"
    ranges, clock, hours = _any(words.ranges), _any(words.clock), _any(words.hours)
    o_clock = rf"(?:{_any(words.clock_units)})"
    nights, period, recent = _any(words.nights), _any(words.between), _any(words.recent)
    ways = _any([*words.later, *words.earlier])
    season = rf"\s*(?P<season>{_any(words.seasons)})(?:\s+{of}{year})?"
    yield "iso", r"(?P<iso>(?:1[89]|20)\d\d-\d\d-\d\d)"
    yield "numeric", rf"(?P<day>\d{{1,2}})(?P<sep>[/.-])(?P<number>\d{{1,2}})(?P=sep){year}"
    yield "date", rf"{named}(?P<day>\d{{1,2}}){nth}{to}\s+{of}{months}(?:,?\s+{year}|{after})?"
    yield (
        "date",
        rf"{named}{months}\s+(?P<day>\d{{1,2}}){nth}{to}(?:,?\s+{year}|{after})?(?!\s*[\d:%])",
    )
    yield "month", rf"(?P<part>{part}{of})?(?:{turn}\s+)?{months}(?:,?\s+{of}{year}|{after})?"
    yield "year", rf"(?:{month})\.?\s+(?:{ranges})\s+(?:{month})\.?\s+{of}{year}"
    yield "quarter", rf"{the}(?P<order>{_any(words.order)})\s+{units}(?:\s+{of}{year})?"
    yield "same", rf"(?:{_any(words.same)})"
    yield "same_unit", rf"(?:{_any(words.same_as)})\s+{units}"
    yield "then", rf"(?:{_any(words.then)})"
    yield "following", rf"(?:{_any(words.following)})"
    yield "preceding", rf"(?:{_any(words.preceding)})"
    yield "day", rf"(?P<word>{_any(words.days)}){tail}"
    yield "holiday", rf"(?:(?P<exact>{_any(words.exact)})\s+)?(?P<word>{_any(words.holidays)})"
    yield "weekday", rf"(?:{turn}\s+(?:{units}\s+)?)?{weekdays}"
    yield "weekday", rf"{weekdays}\s+{of}{turn}\s+{units}"
    yield "weekday", rf"{weekdays}\s+(?P<turn>{_any(words.last)})(?!\s+\w)"
    yield "night", rf"(?:{nights})\s+(?:{weekday})\s+(?:{ranges})\s+(?P<weekday>{weekday})"
    yield "between", rf"(?:{period})\s+{weekdays}\s+(?:{ranges})\s+(?:{weekday}){tail}"
    yield "ago", rf"{number}\s+{units}\s+(?:{_any(words.ago)})"
    yield "ahead", rf"(?:{_any(words.ahead)})\s+{number}\s+{units}"
    yield "shift", rf"{number}\s+{units}\s+(?P<way>{ways})"
    yield "turn", rf"(?P<part>{part}{of})?{turn}\s+{units}"
    yield "turn", rf"{part}{of}{the}{units}"
    yield "recent", rf"(?:{recent})"
    yield "weekend", rf"(?:{_any(words.weekends)})"
    yield "season", rf"(?:{turn}|{marks}(?:\s+(?:{_any(words.articles)}))?|{part}){season}"
    yield "year", rf"(?:{marks}\s+|{part})(?:{part}{of})?{year}"
    yield "bare_year", rf"(?<=\(){year}(?=\))"
    yield "clock", rf"(?:(?:{clock})\s+)?\d{{1,2}}[.:]\d\d\s*{o_clock}"
    yield "clock", rf"(?:{clock})\s+(?:\d{{1,2}}[.:]\d\d|{count}\s*{o_clock}|{hours})"
    near = rf"(?:\d{{1,2}}(?:[.:]\d\d)?|{_any(words.numbers)}|{hours})"
    yield "clock", rf"(?:{_any(words.near_clock)})\s+{near}"


def _any(words: Iterable[str]) -> str:
    """A pattern of alternatives, longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    patterns = (re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
    return "|".join(pattern.replace("'", "['’]") for pattern in patterns)


@cache
def calendar(lang: str) -> Calendar:
    """The calendar of a language."""
    return Calendar(lang)
