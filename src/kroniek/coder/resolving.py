"""Resolving: which state, organisation, office or person each phrase of a Doc stands for.

A phrase gets its code from its parts: a name, a nationality word, an owner ("its", "of
Slovakia"), an office or group noun. Pronouns, offices and descriptions without a code take it
from what was mentioned before (kroniek.coder.reference).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc, Token

from kroniek.coder.arcs import children, conjuncts, feature, preposition_of
from kroniek.coder.gazetteer import find_city
from kroniek.coder.mentions import Found, Mention, NameFinder
from kroniek.coder.phrases import is_inside, modifiers
from kroniek.coder.phrases import parts as parts_of
from kroniek.coder.reference import Memory, fits_role
from kroniek.languages import Cues, cues
from kroniek.lexicon.names import Names, Noun, names

PHRASE_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
LONGEST_OFFICE = 5
LONGEST_NAME = 5
DEEPEST = 3
"""How far into a phrase a code is looked for: "depots in the region of Bryansk"."""


class ActorReader:
    """Resolves the phrases of one Doc, in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.names: Names = names(doc.lang_)
        self.cues: Cues = cues(doc.lang_)
        self.finder = NameFinder(doc, self.names, doc._.published)
        self.at = self.finder.find()
        self.memory = Memory(doc, self.names)
        self.memory.commonest = self._commonest()
        self.lower = [t.lower_ for t in doc]
        self.mentions: dict[int, Mention] = {}

    def read(self) -> dict[int, Mention]:
        """The mention of every phrase head, by token index."""
        for token in self.doc:
            if token.pos_ in PHRASE_HEADS and not is_inside(token):
                mention = self.mention(token)
                if mention is not None and token.idx >= self.doc._.body_start:
                    self.memory.add(mention)
                elif mention is not None and token.idx >= self.doc._.title_length:
                    self.memory.home = self.memory.home or mention.code
                elif mention is not None:
                    self.memory.add(mention)
        return self.mentions

    def _commonest(self) -> str | None:
        """The state that the article names most."""
        counts = Counter(f.name.code for f in self.at.values() if f.name.kind in NATIONS)
        return max(counts, key=lambda code: counts[code]) if counts else None

    def mention(self, head: Token, depth: int = 0) -> Mention | None:
        """What the phrase of `head` stands for; None for words that are no phrase."""
        if head.i in self.mentions:
            return self.mentions[head.i]
        mention = self._pronoun(head) or self._phrase(head, depth)
        if mention is not None:
            self.mentions[head.i] = mention
        return mention

    def _pronoun(self, head: Token) -> Mention | None:
        traits = self.names.pronouns.get(head.lower_)
        if traits is None or head.pos_ not in ("PRON", "DET"):
            return None
        mention = Mention(head.i, head.i + 1, head.i, "pronoun")
        self.memory.resolve_pronoun(mention, traits)
        return mention

    def _phrase(self, head: Token, depth: int) -> Mention | None:
        parts = parts_of(head)
        start, end = min(p.i for p in parts), max(p.i for p in parts) + 1
        mention = Mention(start, end, head.i, "thing", plural=feature(head, "Number") == "Plur")
        noun = self._noun(head, mention)
        found = self._name(head, parts)
        if found is not None and not (noun and found.name.kind == "adjective"):
            self._take_name(mention, found, noun)
        if mention.kind != "person" and noun is not None:
            named = found is not None and found.name.kind in OWN_NAMES
            self._take_noun(
                mention, noun if noun.role or not named else replace(noun, sector=None), parts
            )
            self._take_apposition(mention, head, depth)
        if mention.kind == "thing" and head.pos_ == "PROPN":
            self._take_unknown(mention, head, parts)
        if mention.code is None:
            self._take_code(mention, head, depth)
            if self._is_one(head, self.names.counterparts) and not mention.name:
                self._take_office(mention, head)
            if depth == 0 and feature(head, "Number") != "Sing":
                self._take_each(mention, head)
        if mention.kind == "both" and found is not None:
            self.memory.resolve_both(mention, found.name.codes, found.name.count)
            return mention
        if mention.code is None and mention.name:
            self.memory.resolve_name(mention)
        if mention.code is None:
            local = not self._is_one(head, self.names.relational) and not self._is_foreign(head)
            self.memory.resolve_description(mention, head, noun is not None and local)
        if mention.kind == "office" and mention.code and not (mention.name or mention.plural):
            self._take_holder(mention)
        return mention

    def _take_holder(self, mention: Mention) -> None:
        """The person whom the article names as holding an office: "the Finnish president"."""
        people = {f.start: f.name for f in self.at.values() if f.name.kind == "person"}
        fitting = [
            (abs(at - mention.head), name)
            for at, name in people.items()
            if name.code == mention.code and fits_role(str(mention.role), name.role)
        ]
        if fitting:
            name = min(fitting, key=lambda pair: pair[0])[1]
            mention.name, mention.gender = name.text, name.persons[0].gender if name.persons else ""
        elif self._is_exact(self.doc[mention.head]):
            held = self.names.people.holder(str(mention.role), str(mention.code), self.finder.day)
            if held is not None:
                mention.name, mention.gender = held.name, held.gender

    def _is_exact(self, head: Token) -> bool:
        """Whether an office noun names one office: a "leader" or "general" may hold any."""
        loose = self._is_one(head, self.names.described["person_m"])
        return not loose or self._is_one(head, self.names.counterparts)

    def _take_office(self, mention: Mention, head: Token) -> None:
        """A counterpart has the office of its owner, or of the clause's subject."""
        beside = [*children(head, "nmod:poss"), *children(head.head, "nsubj")]
        for token in beside:
            other = self.mention(token, DEEPEST) if token.i < head.i else None
            if other is not None and other.role:
                mention.role, mention.sector, mention.kind = other.role, other.sector, "office"
                return

    def _is_one(self, head: Token, words: frozenset[str]) -> bool:
        return head.lemma_.lower() in words or head._.head_lemma in words

    def _is_foreign(self, head: Token) -> bool:
        """Whether a group is said to be from elsewhere: "foreign troops"."""
        beside = children(head, "amod", "det", "nummod")
        return any({c.lower_, c.lemma_.lower()} & self.names.foreign for c in beside)

    def _name(self, head: Token, parts: list[Token]) -> Found | None:
        """The name in a phrase that it stands for: its head's, or a person's beside an office."""
        own = self.at.get(head.i)
        people = [f for p in parts if (f := self.at.get(p.i)) and f.name.kind == "person"]
        if own is not None and own.name.kind == "person":
            return own
        if people and (own is None or own.name.kind in ("adjective", "people")):
            return people[0]
        if people and own is not None and self._office(head):
            return people[0]
        office = self._office(head) if own is None else None
        beside = self.at.get(office[2]) if office is not None and not people else None
        if beside is not None and beside.name.kind == "person":
            return beside
        return own

    def _take_name(self, mention: Mention, found: Found, noun: Noun | None) -> None:
        name = found.name
        person = name.kind == "person"
        mention.kind = name.kind if noun is None or person else "office" if noun.role else "group"
        mention.code, mention.sector, mention.role = name.code, name.sector, name.role
        mention.described = name.described
        mention.name = name.text if person else None
        if person:
            mention.gender = name.persons[0].gender if name.persons else ""
            mention.plural = False
        if name.kind == "people":
            mention.plural = True
        if name.kind in ("party", "media"):
            mention.sector = name.sector
        mention.start, mention.end = min(mention.start, found.start), max(mention.end, found.end)

    def _noun(self, head: Token, mention: Mention) -> Noun | None:
        """The office or group noun of a phrase; may widen the mention to the whole office."""
        office = self._office(head)
        if office is not None:
            noun, start, end = office
            mention.start, mention.end = min(mention.start, start), max(mention.end, end)
            return noun
        lemma = head.lemma_.lower()
        for form in (lemma, head._.head_lemma):
            if form in self.names.groups:
                return self.names.groups[form]
            if form in self.names.offices:
                return self.names.offices[form]
        return None

    def _office(self, head: Token) -> tuple[Noun, int, int] | None:
        """The longest office that ends or starts at `head`, or starts one of its words."""
        words = self.lower
        for size in range(LONGEST_OFFICE, 1, -1):
            for start in (head.i - size + 1, head.i):
                end = start + size
                if start >= 0 and end <= len(words):
                    noun = self.names.offices.get(" ".join(words[start:end]))
                    if noun is not None:
                        return noun, start, end
        for form in (head.lemma_.lower(), head._.head_lemma.lower()):
            if form in self.names.offices:
                return self.names.offices[form], head.i, head.i + 1
        return None

    def _take_noun(self, mention: Mention, noun: Noun, parts: list[Token]) -> None:
        mention.sector = noun.sector or mention.sector
        mention.role = noun.role or mention.role
        mention.kind = "office" if noun.role else "group"
        if noun.of is not None and noun.of != GENERIC:
            mention.code = noun.of
        if noun.role is None or mention.plural:
            return
        if name := self._unknown_name(parts):
            mention.name = name

    def _take_apposition(self, mention: Mention, head: Token, depth: int) -> None:
        """The name set beside an office: "Niger's president, Mohamed Bazoum"."""
        if mention.name or mention.plural or mention.role is None or depth >= DEEPEST:
            return
        for child in children(head, "appos"):
            inner = self.mention(child, depth + 1) if child.pos_ == "PROPN" else None
            if inner is not None and inner.name:
                mention.name, mention.gender = inner.name, inner.gender
                mention.code = mention.code or inner.code
                return

    def _take_unknown(self, mention: Mention, head: Token, parts: list[Token]) -> None:
        mention.kind = "unknown"
        if head.ent_type_ == "LOC" and self._take_city(mention, head):
            return
        if head.ent_type_ in ("PER", "") and (name := self._unknown_name(parts)):
            mention.name = name if " " in name else self.finder.persons.whole(name, head.i)
            noun = next((n for p in parts if (n := self._office(p))), None)
            for apposition in children(head, "appos"):
                noun = noun or self._office(apposition)
            if noun is not None:
                mention.sector, mention.role, mention.kind = noun[0].sector, noun[0].role, "office"
                mention.name = mention.name or name

    def _take_city(self, mention: Mention, head: Token) -> bool:
        """Whether a name of a place is a city of the gazetteer; its state gives the code."""
        words = [head, *children(head, "flat", "compound")]
        name = self.finder.persons.written(min(w.i for w in words), max(w.i for w in words) + 1)
        city = find_city(self.names.places.get(name, name), self.finder.persons.codes)
        if city is not None:
            mention.kind, mention.code, mention.sector = "region", city.country, "GOV"
        return city is not None

    def _unknown_name(self, parts: list[Token]) -> str | None:
        """The words of a personal name in a phrase that no lexicon entry covers."""
        found = [
            p.i
            for p in parts
            if p.pos_ == "PROPN" and p.i not in self.at and self._office(p) is None
        ]
        if not found:
            return None
        name = self.finder.persons.written(min(found), max(found) + 1)
        return name if len(name.split()) <= LONGEST_NAME else None

    def _take_each(self, mention: Mention, head: Token) -> None:
        """One party for each owner of a plural: "the French and German ministers"."""
        for owner in (*modifiers(head), *children(head, "nmod")):
            if owner.head == head and self._is_owner(owner):
                members = self._nations(mention, conjuncts(owner))
                if len(members) > 1:
                    mention.members = members
                    return

    def _is_owner(self, owner: Token) -> bool:
        """A nationality word, a genitive, or a phrase with a preposition of ownership."""
        preposition = preposition_of(owner)
        return not preposition or preposition in self.cues.owner

    def _nations(self, mention: Mention, owners: list[Token]) -> list[Mention]:
        """A mention once for each state among coordinated owners."""
        codes: dict[str, Token] = {}
        for owner in owners:
            found = self.at.get(owner.i)
            if found is not None and found.name.code and found.name.kind in NATIONS:
                codes.setdefault(found.name.code, owner)
        return [
            replace(mention, code=code, start=t.i, end=t.i + 1, head=t.i, members=[])
            for code, t in codes.items()
        ]

    def _take_code(self, mention: Mention, head: Token, depth: int) -> None:
        """A code from nationality words, owners and places within the phrase."""
        found = [f for c in modifiers(head) if (f := self.at.get(c.i)) and f.name.code]
        found = [f for f in found if f.name.kind != "person"]
        own = [f for f in found if f.name.kind in OWN_NAMES]
        for name in (f.name for f in (*own, *found)):
            mention.code = name.code
            mention.sector = name.sector if own else mention.sector or name.sector
            mention.described = mention.described or (name.described if own else "")
            return
        if depth >= DEEPEST:
            return
        for child in children(head, "nmod", "appos", "obl"):
            if child.dep_ not in ("nmod:poss", "appos") and (
                preposition_of(child) not in self.cues.owner
            ):
                continue
            if child.dep_ != "appos" and self._is_one(head, self.names.relational):
                if child.dep_ == "nmod:poss" or not self._is_one(head, self.names.counterparts):
                    continue
            inner = self.mention(child, depth + 1)
            if inner is not None and inner.code:
                mention.code = inner.code
                if child.dep_ == "appos":
                    mention.sector = mention.sector or inner.sector
                    mention.name = mention.name or inner.name
                return


GENERIC = "organisation"
"""What an office belongs to that every organisation has: "the secretary-general"."""
OWN_NAMES = frozenset({"organisation", "party", "force"})
"""Names that, set beside a noun, say which one it is: "the West African bloc ECOWAS"."""


NATIONS = frozenset({"state", "adjective", "seat"})
