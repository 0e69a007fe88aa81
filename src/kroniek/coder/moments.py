"""Moments: what the parts of a date expression come to, as a day and how precise it is.

`today` is the day of publication, `last` the last day that the text named. dateutil does the
arithmetic. Each function takes the named parts of a pattern (see `calendar.py`), in lower case.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date as Day
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from kroniek.coder.datewords import DateWords

NEAR = 45
"""Days within which a day or month without a year is taken to lie ahead if that is nearer and no
tense tells. Set on the development gold, whose announced acts lie at most six weeks ahead."""
FAR = 14
"""From this many days on, a count of days is a round number: it gives the month only."""
WEEK = 7


@dataclass(frozen=True, slots=True)
class Moment:
    """A date of some precision: `day` is its first day.

    Where the words leave the direction open ("on Monday", "in May"), `back` and `ahead` are the
    last and the next such day, and the tense of the clause decides. `clock` tells that only a
    time of day was named; `limit` that it is a deadline ("by Friday"), which dates no event.
    """

    day: Day
    precision: str
    start: int
    end: int
    back: Day | None = None
    ahead: Day | None = None
    clock: bool = False
    limit: bool = False

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


@dataclass(frozen=True, slots=True)
class Found:
    """A day, its precision, and where the direction is open the last and the next such day."""

    day: Day
    precision: str = "day"
    back: Day | None = None
    ahead: Day | None = None


Parts = Mapping[str, str]
Rule = Callable[[DateWords, Parts, Day, Day], "Found | None"]


def iso(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "2024-06-17"."""
    return Found(Day.fromisoformat(parts["iso"]))


def numeric(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "17/6/2024": day before month, unless that cannot be."""
    day, month = int(parts["day"]), int(parts["number"])
    return Found(Day(int(parts["year"]), *((month, day) if month <= 12 else (day, month))))


def date(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "17 June", "June 17, 2024", "3 to 5 May" (the first)."""
    month, day = words.months[parts["month"]], int(parts["day"])
    if "year" in parts:
        return Found(Day(int(parts["year"]), month, day))
    if "unit" in parts:
        year = _year_of(words, parts, today)
        return Found(Day(year, month, day))
    return _open(month, day, today, "day")


def month(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "June 2024", "last June", "June last year", "begin juni"."""
    number, turn = words.months[parts["month"]], parts.get("turn")
    if "year" in parts:
        return Found(Day(int(parts["year"]), number, 1), "month")
    if "unit" in parts:
        return Found(Day(_year_of(words, parts, today), number, 1), "month")
    if turn in words.last:
        return Found(Day(today.year - (number >= today.month), number, 1), "month")
    if turn in words.next or turn in words.coming:
        return Found(Day(today.year + (number <= today.month), number, 1), "month")
    return _open(number, 1, today, "month")


def quarter(words: DateWords, parts: Parts, today: Day, last: Day) -> Found | None:
    """ "the first quarter of 2024", "het eerste kwartaal"."""
    if words.units[parts["unit"]] != "quarter":
        return None
    year = int(parts["year"]) if "year" in parts else today.year
    return Found(Day(year, 3 * words.order[parts["order"]] - 2, 1), "quarter")


def same(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "that day", "hours later", "at nine": the last day named, else today."""
    return Found(last)


def same_unit(words: DateWords, parts: Parts, today: Day, last: Day) -> Found | None:
    """ "the same year", "diezelfde maand": of the last date named."""
    unit = words.units[parts["unit"]]
    return None if unit in ("day", "hour") else _shifted(last, unit, 0)


def following(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "the next day"."""
    return Found(last + timedelta(1))


def preceding(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "the day before"."""
    return Found(last - timedelta(1))


def day(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "yesterday", "overmorgen"."""
    return Found(today + timedelta(words.days[_plain(parts["word"])]))


def holiday(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "on New Year's Eve" is a day, "before Christmas" the month."""
    found = _open(*words.holidays[_plain(parts["word"])], today, "day")
    return found if "exact" in parts else _coarse(found)


def weekday(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "Monday", "last Monday", "next Monday" (of next week), "vorige week dinsdag"."""
    number, turn = words.weekdays[parts["weekday"]], parts.get("turn")
    monday = today - timedelta(today.weekday())
    if "unit" in parts:
        weeks = -1 if turn in words.last else 1 if _is_next(words, turn) else 0
        return Found(monday + timedelta(number + WEEK * weeks))
    back = (today.weekday() - number) % WEEK
    ahead = today + timedelta(-back % WEEK or WEEK)
    if turn in words.coming:
        return Found(ahead)
    if turn in words.next:
        return Found(monday + timedelta(number + WEEK))
    if turn in words.last:
        return Found(today - timedelta(back or WEEK))
    return Found(today - timedelta(back), "day", today - timedelta(back), ahead)


def night(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "the night of Friday to Saturday": the second day, on which most of it lies."""
    return weekday(words, {"weekday": parts["weekday"]}, today, last)


def between(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "between Saturday and Monday": a period, which gives the month."""
    return _coarse(weekday(words, {"weekday": parts["weekday"]}, today, last))


def ago(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "three weeks ago"."""
    return _moved(words, parts, today, -1)


def ahead(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "in two weeks' time", "over twee jaar"."""
    return _moved(words, parts, today, 1)


def shift(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "two days later", counted from the last day named."""
    return _moved(words, parts, last, 1 if parts["way"] in words.later else -1)


def turn(words: DateWords, parts: Parts, today: Day, last: Day) -> Found | None:
    """ "last week", "eerder deze maand", "the end of the year"."""
    which, unit = parts.get("turn"), words.units[parts["unit"]]
    sign = -1 if which in words.last else 1 if _is_next(words, which) else 0
    if parts["unit"] in words.plural:
        return Found(today, "week") if sign < 0 and unit in ("day", "week") else None
    if unit == "weekend":
        weeks = sign if today.weekday() < 5 else min(sign, 0)
        return Found(today + timedelta(5 - today.weekday() + WEEK * weeks), "week")
    return None if unit in ("day", "hour") else _shifted(today, unit, sign)


def recent(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "in recent days", "dezer dagen": the month."""
    return Found(today, "week")


def weekend(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "at the weekend": the last one, or the next."""
    saturday = today - timedelta((today.weekday() - 5) % WEEK)
    return Found(saturday, "week", saturday, saturday + timedelta(WEEK))


def season(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "last summer", "in het najaar van 2019": the year."""
    number, which = words.seasons[parts["season"]], parts.get("turn")
    if "year" in parts:
        return Found(Day(int(parts["year"]), 1, 1), "year")
    over = number < today.month if which in words.last else number <= today.month
    back = Day(today.year - (not over), 1, 1)
    next_one = Day(today.year + (number <= today.month), 1, 1)
    if which in words.this:
        return Found(Day(today.year, 1, 1), "year")
    if _is_next(words, which):
        return Found(next_one, "year")
    return Found(back, "year", back, back if which in words.last else next_one)


def year(words: DateWords, parts: Parts, today: Day, last: Day) -> Found:
    """ "in 2022"."""
    return Found(Day(int(parts["year"]), 1, 1), "year")


def moved_by(words: DateWords, parts: Parts, found: Found) -> Found:
    """A date counted from another: "two days before Christmas", "a week after 3 May"."""
    number, unit = _number(words, parts["number"]), words.units[parts["unit"]]
    sign = -1 if parts["way"] in words.before else 1
    return _shifted(found.day, unit, sign * number)


def distant(words: DateWords, parts: Parts, day: Day, way: int) -> Found:
    """The day at a distance from another: "two days", "hours" (the same day)."""
    number = _number(words, parts["number"]) if "number" in parts else 0
    return _shifted(day, words.units[parts["unit"]], way * number)


def _open(month: int, day: int, today: Day, precision: str) -> Found:
    """A day or month without a year: the last and the next, and the likelier of both."""
    rows = [
        Day(y, month, day)
        for y in range(today.year - 4, today.year + 5)
        if day <= monthrange(y, month)[1]
    ]
    now = today if precision == "day" else today.replace(day=1)
    back = max(d for d in rows if d <= now)
    next_one = min(d for d in rows if d > now)
    near = next_one - now <= timedelta(NEAR) and next_one - now < now - back
    return Found(next_one if near else back, precision, back, next_one)


def _coarse(found: Found) -> Found:
    return Found(found.day, "week", found.back, found.ahead)


def _year_of(words: DateWords, parts: Parts, today: Day) -> int:
    """The year of "last year" behind a month."""
    if words.units[parts["unit"]] != "year":
        raise ValueError(parts["unit"])
    turn = parts.get("turn_after")
    return today.year + (-1 if turn in words.last else 1 if _is_next(words, turn) else 0)


def _is_next(words: DateWords, turn: str | None) -> bool:
    return turn in words.next or turn in words.coming


def _moved(words: DateWords, parts: Parts, day: Day, sign: int) -> Found:
    number = _number(words, parts["number"])
    return _shifted(day, words.units[parts["unit"]], sign * number)


def _number(words: DateWords, text: str) -> int:
    return int(text) if text.isdigit() else words.numbers[_plain(text)]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").split())


def _shifted(day: Day, unit: str, number: int) -> Found:
    match unit:
        case "hour":
            return Found(day)
        case "day":
            return Found(day + timedelta(number), "week" if abs(number) >= FAR else "day")
        case "week" | "weekend":
            return Found(day + timedelta(WEEK * number), "week")
        case "month":
            return Found((day + relativedelta(months=number)).replace(day=1), "month")
        case "quarter":
            return Found((day + relativedelta(months=3 * number)).replace(day=1), "quarter")
        case "decade":
            return Found(Day(day.year + 10 * number, 1, 1), "year")
    return Found(Day(day.year + number, 1, 1), "year")
