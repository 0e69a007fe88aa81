"""The days that an event's date covers, from its value and precision."""

from calendar import monthrange
from datetime import date, timedelta

from kroniek.document import EventDate

Days = tuple[date | None, date | None]

_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def days_of(when: EventDate | None, published: date | None) -> Days:
    """First and last day; those of publication for an event without a date."""
    if when is None:
        return published, published
    year, month, day = (*map(int, when.value.split("-")), 1, 1)[:3]
    try:
        first = date(year, month, day)
    except ValueError:
        return published, published
    if when.precision == "week":
        return first, first + timedelta(days=6)
    if when.value.count("-") == 2:
        return first, first
    months = _MONTHS[when.precision if when.precision in _MONTHS else "month"]
    last_month = min(12, month + months - 1)
    return first, date(year, last_month, monthrange(year, last_month)[1])
