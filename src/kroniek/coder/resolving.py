"""Resolving: which state, organisation, office or person each phrase of a Doc stands for.

A phrase gets its code from its parts: a name, a nationality word, an owner ("its", "of
Slovakia"), an office or group noun. Pronouns, offices and descriptions without a code take it
from what was mentioned before (kroniek.coder.reference).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from kroniek.coder.actornouns import NounFinder
from kroniek.coder.arcs import children, feature, preposition_of
from kroniek.coder.holders import Holders
from kroniek.coder.members import DEEPEST, Members
from kroniek.coder.mentions import OWN_NAMES, Found, Mention, NameFinder
from kroniek.coder.phrases import is_inside, joined, modifiers
from kroniek.coder.phrases import parts as parts_of
from kroniek.coder.reference import Memory, is_indefinite
from kroniek.coder.whereabouts import Whereabouts
from kroniek.coder.wholenames import WholeNames
from kroniek.languages import Cues, cues
from kroniek.lexicon.names import Names, Noun, names

PHRASE_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})


class ActorReader:
    """Resolves the phrases of one Doc, in the order of the text."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.names: Names = names(doc.lang_)
        self.cues: Cues = cues(doc.lang_)
        self.finder = NameFinder(doc, self.names, doc._.published)
        self.at = self.finder.find()
        self.memory = Memory(doc, self.names)
        self.whereabouts = Whereabouts(doc, self.names, self.finder)
        self.memory.commonest = self.whereabouts.commonest()
        self.memory.places = self.whereabouts.places(self.memory.sentence)
        self.nouns = NounFinder(doc, self.names)
        self.holders = Holders(doc, self.nouns, self.finder)
        self.whole_names = WholeNames(self.nouns, self.finder)
        self.members = Members(doc, self.nouns, self.holders, self.whereabouts, self.mention)
        self.mentions: dict[int, Mention] = {}

    def read(self) -> dict[int, Mention]:
        """The mention of every phrase head, by token index."""
        for token in self.doc:
            article = token.pos_ == "DET" and token.dep_ == "det"
            if token.pos_ in PHRASE_HEADS and not (article or is_inside(token)):
                mention = self.mention(token)
                if mention is not None and token.idx >= self.doc._.body_start:
                    self.memory.add(mention)
                elif mention is not None and token.idx >= self.doc._.title_length:
                    self.memory.home = self.memory.home or mention.code
                elif mention is not None:
                    self.memory.add(mention)
        self._spell()
        return self.mentions

    def _spell(self) -> None:
        """Give persons the spelling that the article itself has for their names."""
        spelled = self.finder.persons.spelled
        for mention in {id(m): m for x in self.mentions.values() for m in (x, *x.members)}.values():
            mention.name = spelled.get(str(mention.name), mention.name)

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
        owned = head.head
        shared = owned.dep_ == "conj" and owned.head.i < head.i
        owner = self.mention(owned.head, DEEPEST) if shared else None
        self.memory.pronouns.resolve(mention, traits, owner)
        return mention

    def _phrase(self, head: Token, depth: int) -> Mention | None:
        parts = parts_of(head)
        start, end = min(p.i for p in parts), max(p.i for p in parts) + 1
        mention = Mention(start, end, head.i, "thing", plural=feature(head, "Number") == "Plur")
        adjective = head.pos_ == "ADJ" and head.dep_ == "amod"
        noun = None if adjective else self.nouns.noun(head, mention)
        found = self._name(head, parts)
        if found is not None and not (noun and found.name.kind == "adjective"):
            self._take_name(mention, found, noun)
            common = noun is not None and found.name.kind in OWN_NAMES | {"group"}
            if common and self._is_national(mention):
                mention.code = None
        if mention.kind not in ("person", "both") and noun is not None:
            named = found is not None and found.name.kind in OWN_NAMES
            self._take_noun(
                mention, noun if noun.role or not named else replace(noun, sector=None), parts
            )
            self._take_apposition(mention, head, depth)
        if mention.kind == "thing" and head.pos_ == "PROPN":
            self._take_unknown(mention, head, parts)
        if feature(head, "Number") == "Plur":
            self.members.take_named(mention, head, depth)
        if mention.kind in ("thing", "group"):
            self.members.take_parted(mention, head, depth)
        if mention.code is None:
            self._take_code(mention, head, depth)
            if self.nouns.is_one(head, self.names.counterparts) and not mention.name:
                self._take_office(mention, head)
            if depth == 0 and feature(head, "Number") != "Sing" and not mention.members:
                self.members.take_each(mention, head)
        if mention.kind == "both" and found is not None:
            self.memory.pairs.resolve(mention, found.name.codes, found.name.count)
            return mention
        if mention.code is None:
            self._take_up(mention, head, noun)
        single = not (mention.name or mention.plural or is_indefinite(head))
        if mention.kind == "office" and mention.code and single:
            self.holders.take(mention)
        return mention

    def _take_up(self, mention: Mention, head: Token, noun: Noun | None) -> None:
        """A code from what was mentioned before."""
        if mention.name:
            self.memory.resolve_name(mention)
        if mention.code is not None or mention.members:
            return
        other = self.nouns.is_one(head, self.names.relational) or self._is_foreign(head)
        actor = noun is not None or (bool(mention.name) and head.ent_type_ == "PER")
        exact = mention.role is not None and self.holders.is_exact(head)
        self.memory.resolve_description(mention, head, is_actor=actor and not other, exact=exact)

    def _take_office(self, mention: Mention, head: Token) -> None:
        """A counterpart has the office of its owner, or of the clause's subject."""
        beside = [*children(head, "nmod:poss"), *children(head.head, "nsubj")]
        for token in beside:
            other = self.mention(token, DEEPEST) if token.i < head.i else None
            if other is not None and other.role:
                mention.role, mention.sector, mention.kind = other.role, other.sector, "office"
                return

    def _is_foreign(self, head: Token) -> bool:
        """Whether a group is said to be from elsewhere: "foreign troops"."""
        beside = children(head, "amod", "det", "nummod")
        return any({c.lower_, c.lemma_.lower()} & self.names.foreign for c in beside)

    def _name(self, head: Token, parts: list[Token]) -> Found | None:
        """The name in a phrase that it stands for: its head's, or a person's beside an office."""
        own = self.at.get(head.i)
        if own is not None and own.name.kind == "person":
            return own
        owners = {t.i for c in children(head, "nmod:poss") for t in joined(c)}
        beside = [f for p in parts if p.i not in owners and (f := self.at.get(p.i))]
        people = [f for f in beside if f.name.kind == "person"]
        if people and (own is None or own.name.kind in ("adjective", "people")):
            return people[0]
        if people and own is not None and self.nouns.office(head):
            return people[0]
        office = self.nouns.office(head) if own is None else None
        after = self.at.get(office[2]) if office is not None and not people else None
        if after is not None and after.name.kind == "person":
            return after
        return own

    def _take_name(self, mention: Mention, found: Found, noun: Noun | None) -> None:
        name = found.name
        person = name.kind == "person"
        mention.kind = name.kind
        if noun is not None and not person and name.kind != "both":
            mention.kind = "office" if noun.role else "group"
        mention.code, mention.sector, mention.role = name.code, name.sector, name.role
        mention.described = name.described
        mention.name = name.text if person else None
        if person:
            mention.gender = name.persons[0].gender if name.persons else ""
            mention.plural = False
        if name.kind == "people":
            mention.plural = True
            if feature(self.doc[mention.head], "Number") == "Sing":
                self._take_national(mention)
        if name.kind in ("party", "media"):
            mention.sector = name.sector
        mention.start, mention.end = min(mention.start, found.start), max(mention.end, found.end)

    def _take_national(self, mention: Mention) -> None:
        """One of a people, with the name set beside: "the Iranian Kazem Darabi"."""
        parts = parts_of(self.doc[mention.head])
        name = self.whole_names.unknown(parts)
        if name and self.whole_names.is_person(parts, name):
            mention.kind, mention.name, mention.plural = "person", name, False

    def _take_noun(self, mention: Mention, noun: Noun, parts: list[Token]) -> None:
        mention.sector = noun.sector or mention.sector
        mention.role = noun.role or mention.role
        mention.kind = "office" if noun.role else "group"
        if noun.of is not None and noun.of != GENERIC and not self._is_national(mention):
            mention.code = noun.of
        if mention.plural or not (name := self.whole_names.unknown(parts)):
            return
        if noun.role is not None or self.whole_names.is_person(parts, name):
            mention.name = self._family_name(self.doc[mention.head], name)

    def _is_national(self, mention: Mention) -> bool:
        """Whether a nationality word says whose an organisation's own are: "French troops"."""
        beside = (self.at.get(t.i) for t in modifiers(self.doc[mention.head]))
        return any(f is not None and f.name.kind == "adjective" and f.name.code for f in beside)

    def _family_name(self, head: Token, name: str) -> str:
        """A relative's first name with the surname of whose relative it is: "his son Edward"."""
        if " " in name or not self.nouns.is_one(head, self.names.kin):
            return name
        for child in children(head, "nmod:poss"):
            owner = self.mention(child, DEEPEST)
            if owner is not None and owner.name and " " in owner.name:
                return f"{name} {owner.name.rsplit(maxsplit=1)[1]}"
        return name

    def _take_apposition(self, mention: Mention, head: Token, depth: int) -> None:
        """The name set beside an office: "Niger's president, Mohamed Bazoum"."""
        kin = self.nouns.is_one(head, self.names.kin)
        if mention.name or mention.plural or depth >= DEEPEST or not (mention.role or kin):
            return
        for child in children(head, "appos"):
            inner = self.mention(child, depth + 1) if child.pos_ == "PROPN" else None
            if inner is None:
                continue
            if name := inner.name or (self.whole_names.unknown(parts_of(child)) if kin else None):
                mention.name, mention.gender = self._family_name(head, name), inner.gender
                mention.code = mention.code or inner.code
                return

    def _take_unknown(self, mention: Mention, head: Token, parts: list[Token]) -> None:
        mention.kind = "unknown"
        city = self.whereabouts.city(head) if head.ent_type_ == "LOC" else None
        if city is not None:
            mention.kind, mention.code, mention.sector = "region", city.country, "GOV"
            return
        if head.ent_type_ in ("PER", "") and (name := self.whole_names.unknown(parts)):
            mention.name = name if " " in name else self.finder.persons.whole(name, head.i)
            noun = next((n for p in parts if (n := self.nouns.office(p))), None)
            for apposition in children(head, "appos"):
                noun = noun or self.nouns.office(apposition)
            if noun is not None:
                mention.sector, mention.role, mention.kind = noun[0].sector, noun[0].role, "office"
                mention.name = mention.name or name

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
            if child.dep_ != "appos" and self.nouns.is_one(head, self.names.relational):
                if child.dep_ == "nmod:poss" or not self.nouns.is_one(
                    head, self.names.counterparts
                ):
                    continue
            inner = self.mention(child, depth + 1)
            if inner is not None and inner.kind == "both" and inner.members:
                mention.members = [replace(mention, code=m.code, members=[]) for m in inner.members]
                return
            if inner is not None and inner.code:
                mention.code = inner.code
                if inner.sector == "MIL" and mention.role == HEAD:
                    mention.role, mention.sector = "army chief", "MIL"
                if child.dep_ == "appos":
                    mention.sector = mention.sector or inner.sector
                    mention.name = mention.name or inner.name
                return


HEAD = "head"
"""The office of a chief, until what he is the chief of says more."""
GENERIC = "organisation"
"""What an office belongs to that every organisation has: "the secretary-general"."""
