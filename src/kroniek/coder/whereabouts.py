"""Whereabouts: the cities and states in which the sentences of a Doc are set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kroniek.coder.arcs import children, preposition_of
from kroniek.coder.gazetteer import City, find_city
from kroniek.coder.mentions import NameFinder
from kroniek.languages import cues
from kroniek.lexicon.names import Names

PLACES = frozenset({"state", "seat", "region"})
NATIONS = frozenset({"state", "adjective", "seat"})


class Whereabouts:
    """Reads the places of one Doc."""

    def __init__(self, doc: Doc, names: Names, finder: NameFinder) -> None:
        self.doc = doc
        self.names = names
        self.finder = finder
        self.at = finder.at

    def city(self, head: Token) -> City | None:
        """The city of the gazetteer that a name stands for."""
        words = [head, *children(head, "flat", "compound")]
        name = self.finder.persons.written(min(w.i for w in words), max(w.i for w in words) + 1)
        return find_city(self.names.places.get(name, name), self.finder.persons.codes)

    def commonest(self) -> str | None:
        """The state that the article names most."""
        counts = Counter(f.name.code for f in self.at.values() if f.name.kind in NATIONS)
        return max(counts, key=lambda code: counts[code]) if counts else None

    def places(self, sentence: Mapping[int, int]) -> dict[int, str]:
        """The state of the first place in which each sentence is set ("in Khartoum"), by the
        number of the sentence.
        """
        places: dict[int, str] = {}
        prepositions = cues(self.doc.lang_).places
        for token in self.doc:
            if token.pos_ != "PROPN" or preposition_of(token) not in prepositions:
                continue
            if token.head.pos_ != "VERB" and token.dep_ != "nmod":
                continue
            found = self.at.get(token.i)
            code = found.name.code if found and found.name.kind in PLACES else None
            if found is None and token.ent_type_ == "LOC":
                city = self.city(token)
                code = city.country if city else None
            if code:
                places.setdefault(sentence[token.i], code)
        return places
