"""The brief: a page that tells, day by day, who did or said what to whom, in whose words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from babel.dates import format_date, format_skeleton
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from kroniek.ledger import Entry
from kroniek.ledger.days import Days, days_of

LOCALE = "en"


@dataclass(frozen=True)
class Period:
    """The events of one day, or of a longer period when no day is told."""

    heading: str
    entries: tuple[Entry, ...]


def write_brief(entries: Sequence[Entry]) -> str:
    """A whole HTML page of these events, with nothing loaded from elsewhere."""
    articles = {entry.article: entry for entry in entries}
    return _template().render(
        periods=_periods(entries),
        articles=list(articles.values()),
        numbers={article: number for number, article in enumerate(articles, start=1)},
        events=len(entries),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("kroniek.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("brief.html.j2")


def _periods(entries: Sequence[Entry]) -> list[Period]:
    """The events by period, the earliest first; those without any date last."""
    ordered = sorted(entries, key=lambda entry: _order(_days(entry)))
    return [Period(_heading(days), tuple(group)) for days, group in groupby(ordered, key=_days)]


def _days(entry: Entry) -> Days:
    return days_of(entry.event.date, entry.published)


def _order(days: Days) -> tuple[date, date]:
    first, last = days
    return first or date.max, last or date.max


def _heading(days: Days) -> str:
    """A day or period in words: "21 June 2024", "June 2024", "2024", "17 – 23 June 2024"."""
    first, last = days
    if first is None or last is None:
        return "Date not known"
    if first == last:
        return format_date(first, "EEEE d MMMM y", locale=LOCALE)
    if first.day == 1 and (first.month, first.year) == (last.month, last.year) and last.day > 27:
        return format_skeleton("yMMMM", first, locale=LOCALE)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return str(first.year)
    start, end = (format_date(day, "d MMMM y", locale=LOCALE) for day in (first, last))
    return f"{start} to {end}"
