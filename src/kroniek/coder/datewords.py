"""Date words: those of a language's dates.yaml, whose comments say what each key is for."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from kroniek.languages import Words, folder
from kroniek.languages.yamlfiles import read_model


class DateWords(BaseModel):
    """The date words of a language."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    capitals: bool
    months: dict[str, int]
    weekdays: dict[str, int]
    days: dict[str, int]
    holidays: dict[str, tuple[int, int]]
    units: dict[str, str]
    numbers: dict[str, int]
    order: dict[str, int]
    seasons: dict[str, int]
    last: Words
    next: Words
    coming: Words
    this: Words
    ago: Words
    ahead: Words
    later: Words
    earlier: Words
    after: Words
    before: Words
    once_after: Words
    once_before: Words
    same: Words
    then: Words
    following: Words
    preceding: Words
    recent: Words
    weekends: Words
    nights: Words
    between: Words
    ranges: Words
    parts: Words
    day_parts: Words
    ordinals: Words
    joiners: Words
    articles: Words
    year_marks: Words
    since: Words
    plural: Words
    same_as: Words
    deictic: Words
    exact: Words
    clock: Words
    near_clock: Words
    clock_units: Words
    hours: Words
    limits: Words


@cache
def date_words(lang: str) -> DateWords:
    """The date words of a language. Raises LexiconError for a faulty file."""
    path = folder(lang) / "dates.yaml"
    return read_model(path, DateWords)
