"""Spots: which names of a Doc are places, their English names and where they lie."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kroniek.coder.datewords import date_words
from kroniek.coder.drafts import Spot
from kroniek.coder.gazetteer import english_name, find_city
from kroniek.coder.mentions import Mention
from kroniek.languages import Cues, cues
from kroniek.lexicon.names import Name, Names, names

ACTORS = frozenset(
    {"person", "organisation", "media", "party", "force", "group", "office", "people"}
)
"""Kinds of mention that are no places."""

KNOWN = frozenset({"region", "state", "seat"})
"""Kinds of mention that are places, whatever the parser takes them for."""


class Spotter:
    """Finds the places that one Doc names."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.cues: Cues = cues(doc.lang_)
        self.names: Names = names(doc.lang_)
        self.mentions: list[Mention] = [m for m in doc._.mentions.values() if m.code]
        words = date_words(doc.lang_)
        self.times = {*words.months, *words.weekdays, *words.days, *words.holidays}

    def find(self) -> dict[int, Spot]:
        """The places, by the index of the token that heads each name."""
        found = ((t.i, self._spot(t)) for t in self.doc if self._is_name(t))
        return {i: spot for i, spot in found if spot is not None}

    def _is_name(self, token: Token) -> bool:
        """Whether a token is the head of a name that may be a place's, of "the capital", or of
        what an adjective says to be a state's: "Estonian airspace".
        """
        if token.pos_ == "PROPN":
            named = token.dep_.split(":")[0] in ("flat", "compound")
            return not (named and token.head.pos_ == "PROPN") and token.text[0].isupper()
        return token.pos_ in ("NOUN", "ADJ")

    def _spot(self, token: Token) -> Spot | None:
        if token.pos_ == "ADJ":
            return self._adjective(token)
        if token.pos_ == "NOUN" and token.ent_type_ != "LOC":
            return self._capital(token)
        mention: Mention | None = self.doc._.mentions.get(token.i)
        if mention is not None and mention.kind in ACTORS:
            surname = mention.end - mention.start == 1 and mention.name
            if not surname or token.ent_type_ != "LOC":
                return None
        known = mention is not None and mention.kind in KNOWN
        if token.lower_ in self.times or (token.ent_type_ in ("PER", "ORG") and not known):
            return None
        for text in self._texts(token):
            if (found := self.named(token, text)) is not None:
                return found
        if token.ent_type_ != "LOC":
            return None
        return Spot(token, self._texts(token)[-1], None, None, None)

    def _adjective(self, token: Token) -> Spot | None:
        """The state of an adjective before a thing that something happens to or in."""
        if token.dep_ != "amod" or token.head.pos_ != "NOUN" or token.head.i in self.doc._.mentions:
            return None
        name = self.names.lookup(token.text)
        if name is None or name.kind != "adjective" or name.code is None:
            return None
        return Spot(token, self._english_state(name.code, token.text), name.code, None, None)

    def _capital(self, token: Token) -> Spot | None:
        """ "the capital" is that of the state named last, unless its name stands beside it."""
        if token.lemma_.lower() not in self.cues.capital or any(
            c.dep_.startswith(("appos", "flat")) for c in token.children
        ):
            return None
        for i in range(token.i - 1, -1, -1):
            mention: Mention | None = self.doc._.mentions.get(i)
            if mention is None or mention.kind == "seat":
                continue
            if mention.code in self.names.capitals:
                return self.named(token, self.names.capitals[mention.code])
        return None

    def named(self, token: Token, text: str) -> Spot | None:
        """The place of a name, by the lexicon's states and regions, else the gazetteer."""
        found: Name | None = self.names.lookup(text)
        if found is None and "-" in text:
            part = self.names.lookup(text.rsplit("-", 1)[1])
            found = part if part is not None and part.kind == "state" else None
        first, _, rest = text.partition(" ")
        if first.lower() in self.cues.compass and rest:
            whole = self.named(token, rest)
            return whole and replace(whole, name=f"{first} {whole.name}", lat=None, lon=None)
        if found is not None and found.kind == "state" and found.code:
            return Spot(token, self._english_state(found.code, text), found.code, None, None)
        english = self.names.places.get(text)
        region = found is not None and found.kind == "region"
        if english is None and found is not None and region:
            english = found.text
        countries = {m.code for m in self.mentions if not m.start <= token.i < m.end}
        city = find_city(english or text, countries) or find_city(text, countries)
        if found is not None and region and city is not None and city.country != found.code:
            city = None
        if city is not None:
            name = english or (text if self.doc.lang_ == "en" else english_name(city, text))
            return Spot(token, name, city.country, city.lat, city.lon)
        if english is None and found is not None and found.kind == "seat":
            english = text
        if english is not None:
            return Spot(token, english, found.code if found else None, None, None)
        return None

    def _english_state(self, code: str, text: str) -> str:
        return names("en").states.get(code, text)

    def _texts(self, token: Token) -> list[str]:
        """What the name of a token may be: what the parser or the capitals around it say, without
        the adjective of a people before it; "southern" belongs to a name.
        """
        start, end = token.i, token.i + 1
        for entity in self.doc.ents:
            if entity.start <= token.i < entity.end and entity.label_ == "LOC":
                start, end = entity.start, entity.end
        while start > 0 and self._joins(start - 1, token):
            start -= 1
        while end < len(self.doc) and self._joins(end, token):
            end += 1
        last = self.doc[end + 1 : end + 2]
        if last and self.doc[end].lower_ in self.cues.within_names and last[0].pos_ == "PROPN":
            end += 2 if token.is_ancestor(last[0]) else 0
        mention: Mention | None = self.doc._.mentions.get(token.i)
        texts = [self._text(start, end)]
        if mention is not None and mention.kind == "region":
            texts.insert(0, self._text(mention.start, mention.end))
        name = self.names.lookup(self.doc[start].text)
        if end - start > 1 and name is not None and name.kind == "adjective":
            texts.append(self._text(start + 1, end))
        if start > 0 and self.doc[start - 1].lower_ in self.cues.compass:
            texts = [self._text(start - 1, end)]
        return texts

    def _text(self, start: int, end: int) -> str:
        return " ".join(self.doc[start:end].text.split())

    def _joins(self, i: int, head: Token) -> bool:
        """Whether a word belongs to the name of `head`."""
        token = self.doc[i]
        return (
            not token.is_space
            and token.text[0].isupper()
            and head.is_ancestor(token)
            and token.dep_ in ("flat", "compound", "amod", "nmod:desc")
        )
