"""Events as FollowTheMoney entities: JSON Lines of Event, Person, Organization and Article.

Names of schemata and properties are those of FollowTheMoney 4. Every property is a list of strings.
Ids are hashes of what an entity is, so that the same person in two articles or two exports is one
entity; each is written once, with all that the articles tell of it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pycountry

from kroniek.document import Party
from kroniek.ledger import Entry
from kroniek.ledger.days import days_of
from kroniek.reports.exports.written import Counted, Written

FILE: Final = "entities.ftm.json"
"""FollowTheMoney's tools write JSON Lines under this ending."""

Entity = dict[str, Any]

_PUBLIC: Final = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY"})
"""Sectors whose bodies are public ones."""

_SUMMARY: Final = 500
"""Characters of a summary at most."""


def write(entries: Iterable[Entry], folder: Path) -> Written:
    """Writes one file: events and articles as they come, then the parties, kept until then."""
    counted = Counted(entries)
    articles: set[str] = set()
    parties: dict[str, Entity] = {}
    with (folder / FILE).open("w", encoding="utf-8") as stream:

        def put(entity: Entity) -> None:
            stream.write(json.dumps(entity, ensure_ascii=False) + "\n")

        for entry in counted:
            article, *others, event = entities(entry)
            if article["id"] not in articles:
                articles.add(article["id"])
                put(article)
            put(event)
            for party in others:
                _merge(parties.setdefault(party["id"], party), party)
        for party in parties.values():
            put(party)
    return Written(counted.count, 0, (FILE,))


def _merge(known: Entity, told: Entity) -> None:
    """Adds what another mention tells of an entity."""
    for name, values in told["properties"].items():
        before = known["properties"].get(name, [])
        known["properties"][name] = list(dict.fromkeys([*before, *values]))


def entities(entry: Entry) -> Iterator[Entity]:
    """The article, the parties and the event that an entry tells."""
    article = _article(entry)
    yield article
    sides: dict[str, list[str]] = {}
    for side, parties in (("organizer", entry.event.actors), ("involved", entry.event.recipients)):
        for party in parties:
            entity = _party(party)
            sides.setdefault(side, []).append(entity["id"])
            yield entity
    yield _event(entry, article["id"], sides)


def _article(entry: Entry) -> Entity:
    return _entity(
        "Article",
        ("article", entry.article),
        title=[entry.title],
        publishedAt=[entry.published],
        language=[_alpha_3(entry.lang)],
        sourceUrl=[_url(entry.source)],
        fileName=[entry.source if _url(entry.source) is None else None],
    )


def _party(party: Party) -> Entity:
    """Somebody with a name is a Person; else what has a code or a sector decides."""
    country = _country(party.code)
    code = country.code if country else None
    if party.name:
        return _entity(
            "Person", ("person", party.name), name=[party.name], position=[party.role],
            country=[code],
        )  # fmt: skip
    if party.code is None:
        return _entity(
            "LegalEntity", ("words", party.text.casefold()), name=[party.text],
            sector=[party.sector],
        )  # fmt: skip
    if country is None:
        return _entity(
            "Organization", ("organisation", party.code), name=[party.code], sector=[party.sector],
        )  # fmt: skip
    public = party.sector is None or party.sector in _PUBLIC
    return _entity(
        "PublicBody" if public else "Organization",
        ("body", party.code, party.sector or ""),
        name=[f"{country.name} ({party.sector})" if party.sector else country.name],
        sector=[party.sector],
        country=[code],
    )


def _event(entry: Entry, article: str, sides: dict[str, list[str]]) -> Entity:
    event = entry.event
    first, last = days_of(event.date, entry.published)
    place = event.place
    country = _country(place.country) if place else None
    told = " … ".join(span.text for span in event.evidence)
    return _entity(
        "Event",
        ("event", entry.id),
        name=[_event_name(entry)],
        summary=[" ".join(told.split())[:_SUMMARY]],
        keywords=[event.type, event.mode, event.status, *event.contexts],
        startDate=[first],
        endDate=[last],
        location=[place.name if place else None],
        country=[country.code if country else None],
        recordId=[entry.id],
        sourceUrl=[_url(entry.source)],
        proof=[article],
        **sides,
    )


def _event_name(entry: Entry) -> str:
    """Who, what, whom: "South Korea SANCTION four ships"."""
    event = entry.event
    who, whom = (
        ", ".join(party.name or party.text for party in side)
        for side in (event.actors, event.recipients)
    )
    return " ".join(filter(None, (who, event.type, whom)))


def _entity(schema: str, told: tuple[str, ...], **properties: Iterable[Any]) -> Entity:
    """An entity whose id is the hash of `told`; what is not known is left out."""
    digest = hashlib.sha1("\n".join(told).encode(), usedforsecurity=False).hexdigest()
    kept = {
        name: list(dict.fromkeys(str(value) for value in values if value))
        for name, values in properties.items()
    }
    return {
        "id": f"kroniek-{digest}",
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }


class _Country(NamedTuple):
    code: str
    name: str


def _country(code: str | None) -> _Country | None:
    """A country as FollowTheMoney has its code, and its name; None for what is no country."""
    found = pycountry.countries.get(alpha_3=code) if code else None
    if found is None:
        return None
    return _Country(found.alpha_2.lower(), str(getattr(found, "common_name", found.name)))


def _alpha_3(lang: str) -> str:
    """A language's code of three letters."""
    language = pycountry.languages.get(alpha_2=lang)
    return str(language.alpha_3) if language else lang


def _url(source: str | None) -> str | None:
    return source if source and source.startswith(("http://", "https://")) else None
