"""Places: where an event happens, with its country and coordinates."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.antecedents import points_back
from kroniek.coder.arcs import preposition_of
from kroniek.coder.circumstances import beside
from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft, Spot
from kroniek.coder.readings import Reader
from kroniek.coder.spots import ACTORS, Spotter
from kroniek.languages import Cues
from kroniek.lexicon.names import names
from kroniek.lexicon.rules import rules
from kroniek.ontology import VERBAL_TYPES
from kroniek.readers import find_dateline

DEEPEST = 4
"""Steps from a name up to the phrase with a preposition that it stands in."""
PLACED = frozenset({"ASSAULT", "CONSULT", "COERCE", "RETREAT", "CONCEDE", "MOBILIZE", "PROTEST"})
"""Types whose object may be where they happen: "shelled Kharkiv", "visited Taipei"."""
BODILY = frozenset({"ASSAULT", "PROTEST", "COERCE", "CONSULT"})
"""Types whose acts need a spot, so that those of one paragraph happen at the same. Set on the
development gold: of their acts without a place of their own, half are at that one."""
NAMING = frozenset({"appos", "nmod", "flat", "compound", "amod", "conj", "obl", "nummod"})
LINKS = frozenset({"conj", "advcl", "acl", "xcomp", "parataxis"})
"""Links to a clause whose place holds for this one too."""


class Placer:
    """The places of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.reader = Reader(doc)
        self.cues: Cues = self.reader.cues
        self.spotter = Spotter(doc)
        self.spots: dict[int, Spot] = self.spotter.find()

    def spot(self, draft: Draft) -> Spot | None:
        """Where a draft's event happens, as far as the text ties a place to it."""
        return (
            self._inside(draft)
            or self._told(draft)
            or self._deictic(draft)
            or self._of_governor(draft.frame)
            or self._beside(draft)
            or self._of_party(draft)
            or self._pointed(draft)
            or self._of_scene(draft)
            or self._at_home(draft)
        )

    def _inside(self, draft: Draft) -> Spot | None:
        """The first place in the draft's clause, or in the phrase of its noun; a city or region
        before a state, and where it happens before where it comes from.
        """
        heads = [draft.frame.head, draft.head, *draft.reading.clause.get("object")]
        tokens = {token for head in heads for token in self._own(head)}
        found = [
            (rank, token.i)
            for token in tokens
            if token.i in self.spots and (rank := self._rank(token, draft)) is not None
        ]
        return self.spots[min(found)[1]] if found else None

    def _own(self, head: Token) -> list[Token]:
        """The words below a clause's head that belong to no other clause."""
        found = [head]
        for child in head.children:
            if child.i not in self.reader.clauses:
                found.extend(self._own(child))
        return found

    def _rank(self, token: Token, draft: Draft) -> int | None:
        """How well a place fits, 0 best; None if nothing says that the event is there."""
        at = token
        coarse = 2 * self._is_state(token)
        hit = draft.reading.clause.get("object")
        tops = (draft.head, draft.frame.head)
        for _ in range(DEEPEST):
            if (place := self._said_by(at, draft)) is not None:
                inner = at not in tops and at.head not in tops
                return None if inner and self._in_party(at, tops) else place + inner + coarse
            if at in tops:
                return None
            if at in hit:
                return (
                    1 if draft.type in PLACED and not coarse and self._is_part(token, at) else None
                )
            if at.dep_.split(":")[0] not in NAMING or at.head == at:
                return None
            at = at.head
        return None

    def _in_party(self, token: Token, tops: tuple[Token, Token]) -> bool:
        """Whether a phrase only says which party is meant: "the government in Tripoli"."""
        while token.head not in tops and token.head != token:
            token = token.head
            mention = self.doc._.mentions.get(token.i)
            if mention is not None and mention.kind in ACTORS and token.i not in self.spots:
                return True
        return token.dep_.startswith("nsubj") or token.dep_ == "obl:agent"

    def _is_part(self, token: Token, of: Token) -> bool:
        """Whether a phrase is a place itself or the middle of one: "the centre of Beirut"."""
        return token == of or (
            token.head == of
            and (token.dep_ == "appos" or preposition_of(token) in self.cues.genitive)
        )

    def _said_by(self, token: Token, draft: Draft | None = None) -> int | None:
        """0 for a preposition of place, 1 for one of direction, None for none."""
        predicate = draft is not None and token == draft.frame.head
        if not predicate and not token.dep_.startswith(("obl", "nmod")):
            return None
        preposition = preposition_of(token)
        if preposition in self.cues.places:
            return 0
        return 1 if preposition in self.cues.directions else None

    def _is_state(self, token: Token) -> bool:
        spot = self.spots[token.i]
        return spot.country is not None and names("en").states.get(spot.country) == spot.name

    def _of_governor(self, clause: Clause) -> Spot | None:
        """The place of the clause that this one is coordinated with or part of."""
        governor = clause.governor
        while governor is not None and clause.link in LINKS:
            if spot := self._below(governor.head):
                return spot
            clause, governor = governor, governor.governor
        return None

    def _phrase(self, token: Token) -> int | None:
        """What the preposition of the phrase of a name says of it."""
        at = token
        for _ in range(DEEPEST):
            if (place := self._said_by(at)) is not None:
                return place
            if at.dep_.split(":")[0] not in NAMING or at.head == at:
                return None
            at = at.head
        return None

    def _beside(self, draft: Draft) -> Spot | None:
        """The place of what the clause goes on with, of the clause that an event noun is an
        argument of, or of one that tells more of the noun.
        """
        for clause in beside(draft, self.reader):
            if spot := self._below(clause.head):
                return spot
        return None

    def _of_party(self, draft: Draft) -> Spot | None:
        """The place of a party: "besieged the embassy in Moscow", "the parliament in Budapest"."""
        for role in ("object", "subject"):
            for token in draft.reading.clause.get(role):
                mention = self.doc._.mentions.get(token.i)
                if role == "subject" and mention is not None and mention.sector == "GOV":
                    continue
                for inner in self._own(token):
                    if inner.i in self.spots and inner.head == token and self._phrase(inner) == 0:
                        return self.spots[inner.i]
        return None

    def _told(self, draft: Draft) -> Spot | None:
        """Where a verbal act was uttered, of which the words are reported."""
        if draft.type not in VERBAL_TYPES or not draft.above.reported:
            return None
        for frame in draft.above.frames[1:]:
            if spot := self._below(frame.head):
                return spot
        return None

    def _below(self, head: Token) -> Spot | None:
        """The first place, with a preposition of place, in a clause."""
        for token in sorted(self._own(head), key=lambda t: t.i):
            if token.i in self.spots and self._phrase(token) == 0:
                return self.spots[token.i]
        return None

    def _deictic(self, draft: Draft) -> Spot | None:
        """ "here" is the dateline's place, "there" the last place named, "where" the one before."""
        for token in self._own(draft.frame.head):
            if token.lower_ in self.cues.here:
                return self._home()
            if token.lower_ in self.cues.there:
                return self._last(token.i, paragraph=False)
            if token.lower_ in self.cues.where and draft.frame.head.dep_.startswith("acl"):
                noun = draft.frame.head.head
                named = [t for t in (noun, *noun.children) if t.i in self.spots and t.i < token.i]
                return self.spots[named[-1].i] if named else None
        return None

    def _pointed(self, draft: Draft) -> Spot | None:
        """The place of its kind named last, for "left the country", "bombed the city"."""
        clause = draft.reading.clause
        hit = clause.get("object") if draft.type in PLACED else []
        for token in (*hit, *self._own(draft.frame.head)):
            kind = self.cues.pointing.get(token.lemma_.lower())
            if kind is None or not points_back(token):
                continue
            if token in hit or self._said_by(token, draft) is not None:
                return self._last_of(kind, token.i)
        return None

    def _last_of(self, kind: str, before: int) -> Spot | None:
        """The last state or region named before a word, or the last city that something was in."""
        for i in range(before - 1, -1, -1):
            spot, token = self.spots.get(i), self.doc[i]
            if spot is not None and spot.country is not None and not self._in_dateline(token):
                if kind == self._kind(token):
                    return spot
        return None

    def _kind(self, token: Token) -> str:
        """Whether a place is a state, a region, or a city that something was in."""
        if self._is_state(token):
            return "state"
        mention = self.doc._.mentions.get(token.i)
        if mention is not None and mention.kind == "region":
            return "region"
        return "city" if self.spots[token.i].lat and self._phrase(token) == 0 else ""

    def _in_dateline(self, token: Token) -> bool:
        return bool(self.doc._.title_length <= token.idx < self.doc._.body_start)

    def _at_home(self, draft: Draft) -> Spot | None:
        """The state of who does to people in it what only a state can there."""
        if not rules().is_one(rules().home, draft.type, draft.mode):
            return None
        own = {m.code for m in draft.actors if m.code in names("en").states}
        if len(own) != 1:
            return None
        mention = next(m for m in draft.actors if m.code in own)
        code = str(mention.code)
        return Spot(self.doc[mention.head], names("en").states[code], code, None, None)

    def _of_scene(self, draft: Draft) -> Spot | None:
        """The last place of the paragraph, for acts that need one."""
        if draft.type not in BODILY:
            return None
        return self._last(draft.head.i, paragraph=True)

    def _last(self, before: int, *, paragraph: bool) -> Spot | None:
        """The last place, other than a state, where something happened."""
        for i in range(before - 1, -1, -1):
            if paragraph and "\n\n" in self.doc[i].text:
                return None
            if (
                i in self.spots
                and self._phrase(self.doc[i]) == 0
                and not self._is_state(self.doc[i])
            ):
                return self.spots[i]
        return None

    def _home(self) -> Spot | None:
        """The place of the dateline."""
        for token in self.doc[:]:
            if self.doc._.title_length <= token.idx < self.doc._.body_start:
                dateline = find_dateline(self.doc.text[self.doc._.title_length :], self.doc.lang_)
                if dateline is None:
                    return None
                return self.spotter.named(token, dateline.place.split("/")[0].title())
        return None


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
