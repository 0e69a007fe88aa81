"""Values that a file states about its article, checked: days, languages, words."""

from datetime import date, datetime
from typing import Any

from kroniek.errors import InputError


def to_day(value: Any, source: str) -> date | None:
    """A day from a date or an ISO 8601 string; InputError when there is no such day."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError as error:
        fault = f"impossible date {value!r}; write a day that exists as YYYY-MM-DD"
        raise InputError(source, fault) from error
