"""Readings: which lexicon entry a clause or a nominal event matches, and what type that is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from spacy.tokens import Doc, Token

from kroniek.coder.arcs import (
    children,
    conjuncts,
    feature,
    is_counted,
    is_infinitive,
    preposition_of,
)
from kroniek.coder.clauses import Clause, noun_clause
from kroniek.coder.proposals import proposed
from kroniek.coder.scores import Scores, scores_of
from kroniek.languages import Cues, cues
from kroniek.lexicon.entries import Entry, Kind, Lexicon, lexicon
from kroniek.lexicon.inflection import repair
from kroniek.ontology import EVENT_TYPES

TRANSPARENT = frozenset({"begin", "plan", "announce", "consider"})
"""Operators under which a condition on an event type looks through to what is embedded."""
ANYTHING, NOTHING, EVENT, INFINITIVE = "ANY", "NONE", "EVENT", "INFINITIVE"
GRAMMATICAL = frozenset(
    {"subject", "object", "indirect", "complement", "owner", "modifier", "bare"}
)
"""Roles that are no prepositions; a preposition's phrase may hang on the object instead."""
PEOPLE_KINDS = frozenset({"person", "people", "office", "group"})
STATE_KINDS = frozenset({"state", "seat", "adjective"})
PLACE_KINDS = frozenset({"state", "seat", "region"})


@dataclass(frozen=True, eq=False)
class Reading:
    """An entry that fires for one of its lemmas. `clause` holds the roles (a light verb's merged
    with its noun's), `frame` is the verbal clause that tells tense and negation, None for a noun
    that stands alone; `noun` is the nominal event, if it is one.
    """

    entry: Entry
    lemma: str
    clause: Clause
    frame: Clause | None
    noun: Token | None = None

    @cached_property
    def head(self) -> Token:
        """The word that names the event."""
        return self.noun if self.noun is not None else self.clause.head


class Reader:
    """Reads the clauses and event nouns of one Doc by the lexicon."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.lexicon: Lexicon = lexicon(doc.lang_)
        self.cues: Cues = cues(doc.lang_)
        self.scores: Scores | None = scores_of(doc)
        self.clauses: dict[int, Clause] = {c.head.i: c for c in doc._.clauses}
        self._read: dict[int, Reading | None] = {}
        self._nouns: dict[int, Reading | None] = {}

    def of_clause(self, clause: Clause) -> Reading | None:
        """The reading of a verbal clause, or of a copula's predicate."""
        at = clause.head.i
        if at not in self._read:
            self._read[at] = None  # a clause that embeds itself through a shared role has none
            self._read[at] = self._read_clause(clause)
        return self._read[at]

    def of_noun(self, noun: Token) -> Reading | None:
        """The reading of a noun as an event that stands alone."""
        if noun.i not in self._nouns:
            self._nouns[noun.i] = None
            self._nouns[noun.i] = self._match_noun(noun, noun_clause(noun), None)
        return self._nouns[noun.i]

    def of_object(self, clause: Clause, noun: Token) -> Reading | None:
        """The reading of an event noun that an operator has as its object: "denied the attack"."""
        role = next((r for r, ts in clause.roles.items() if noun in ts and r != "subject"), None)
        if role is None:
            return None
        return self._match_noun(noun, _merge(clause, noun_clause(noun), role), clause)

    def _read_clause(self, clause: Clause) -> Reading | None:
        if clause.kind == "predicate":
            return self._predicate(clause)
        lemma = self.verb(clause)
        entry = self._first(lemma, clause)
        if entry is None and (found := self._particle_phrase(clause)) is not None:
            return found
        if entry is not None:
            return Reading(entry, lemma, clause, clause) if _codes(entry) else None
        if clause.lemma in self.cues.light and (found := self._light(clause)) is not None:
            return found
        entry = self._proposed("verb", lemma, clause)
        return Reading(entry, lemma, clause, clause) if entry is not None else None

    def verb(self, clause: Clause) -> str:
        """The verb as the lexicon has it: with a particle that is no part of the lemma, and by
        its form if the parser's lemma is no verb of the lexicon.
        """
        for lemma in dict.fromkeys((clause.lemma, self._repaired(clause))):
            for whole in _with_particle(lemma, clause):
                if self.lexicon.find("verb", whole):
                    return whole
        return _with_particle(clause.lemma, clause)[0]

    def _first(self, lemma: str, clause: Clause) -> Entry | None:
        """The first entry of a verb whose conditions a clause meets."""
        entries = self.lexicon.find("verb", lemma)
        return next((e for e in entries if self.matches(e, clause)), None)

    def _particle_phrase(self, clause: Clause) -> Reading | None:
        """A phrasal verb whose particle the parser takes for a preposition: "sent in troops"."""
        for role in [] if clause.get("object") else list(clause.roles):
            lemma = f"{clause.lemma} {role}"
            roles = {k: v for k, v in clause.roles.items() if k != role}
            phrasal = replace(clause, roles=roles | {"object": clause.get(role)})
            entry = self._first(lemma, phrasal)
            if entry is not None and _codes(entry):
                return Reading(entry, lemma, phrasal, clause)
        return None

    def _repaired(self, clause: Clause) -> str:
        lemma = repair(self.doc.lang_, clause.head.lower_, clause.particle)
        return lemma or clause.lemma

    def _predicate(self, clause: Clause) -> Reading | None:
        kind = "noun" if clause.head.pos_ in ("NOUN", "PROPN") else "adjective"
        if kind == "noun":
            merged = _merge(clause, noun_clause(clause.head), "")
            return self._match_noun(clause.head, merged, clause)
        for entry in self.lexicon.find(kind, clause.lemma):
            if self.matches(entry, clause):
                found = Reading(entry, clause.lemma, clause, clause)
                return found if _codes(entry) else None
        return None

    def _proposed(self, kind: Kind, lemma: str, clause: Clause) -> Entry | None:
        """The entry that the event head would have fire, where no entry's conditions hold."""
        if self.scores is None:
            return None
        near = [e for e in self.lexicon.find(kind, lemma) if self._nearly_matches(e, clause)]
        return proposed(self.scores, clause.head.i, near)

    def _nearly_matches(self, entry: Entry, clause: Clause) -> bool:
        """Whether a clause meets all conditions of an entry but one on the class of a phrase:
        the words of an idiom are never waived.
        """
        unmet = [w for role, w in entry.when.items() if not self._holds(clause, role, w)]
        return not unmet or (len(unmet) == 1 and any(word.isupper() for word in unmet[0]))

    def _light(self, clause: Clause) -> Reading | None:
        """A light verb's reading is that of its event noun: its object, else in an adjunct."""
        roles = ["object", *(r for r in clause.roles if r not in ("object", "subject"))]
        for role in roles:
            for noun in clause.get(role):
                if noun.pos_ == "NOUN":
                    merged = _merge(clause, noun_clause(noun), role)
                    if reading := self._match_noun(noun, merged, clause):
                        return reading
        return None

    def _match_noun(self, noun: Token, clause: Clause, frame: Clause | None) -> Reading | None:
        if noun.pos_ not in ("NOUN", "PROPN"):
            return None
        for lemma in dict.fromkeys((clause.lemma, noun.lower_, noun._.head_lemma)):
            entries = self.lexicon.find("noun", lemma)
            for entry in entries:
                if self.matches(entry, clause):
                    return Reading(entry, lemma, clause, frame, noun) if _codes(entry) else None
            if entries:
                break
        likely = self._proposed("noun", lemma, clause)
        return Reading(likely, lemma, clause, frame, noun) if likely is not None else None

    def matches(self, entry: Entry, clause: Clause) -> bool:
        """Whether a clause meets all conditions of an entry."""
        return all(self._holds(clause, r, words) for r, words in entry.when.items()) and not any(
            self._holds(clause, role, words) for role, words in entry.unless.items()
        )

    def _holds(self, clause: Clause, role: str, words: tuple[str, ...]) -> bool:
        tokens = list(clause.adverbs) if role == "adverb" else clause.get(role)
        if not tokens and clause.kind == "verb" and role not in GRAMMATICAL:
            tokens = [t for noun in clause.get("object") for t in noun_clause(noun).get(role)]
        if not tokens:
            return NOTHING in words
        tokens = [t for token in tokens for t in (token, *self._parted(token))]
        return any(self._is(token, word) for token in tokens for word in words)

    def _parted(self, token: Token) -> list[Token]:
        """What a measure is of: "dozens of drones", "een type raket"."""
        names = (token.lemma_.lower(), token._.head_lemma)
        counts = token.pos_ == "NUM" or not self.cues.measures.isdisjoint(names)
        return [
            child
            for child in (children(token, "nmod") if counts else ())
            if preposition_of(child) in ("", *self.cues.genitive)
        ]

    def _is(self, token: Token, word: str) -> bool:
        """Whether a phrase's head is a lemma, or of a class in capitals."""
        if word == ANYTHING or word.lower() in (token.lemma_.lower(), token.lower_):
            return True
        if word.islower():
            return bool(word == token._.head_lemma)
        if word == INFINITIVE:
            return is_infinitive(token)
        if word in self.cues.classes:
            lemmas = self.cues.classes[word]
            return token.lemma_.lower() in lemmas or token._.head_lemma in lemmas
        kind, _, mode = word.partition(".")
        if kind in EVENT_TYPES or kind == EVENT:
            return self._is_event(token, kind, mode)
        return self._is_actor(token, word)

    def _is_event(self, token: Token, kind: str, mode: str) -> bool:
        for reading in self.told_by(token):
            entry = reading.entry
            if (kind == EVENT or entry.code == kind) and (not mode or entry.mode == mode):
                return True
        return False

    def _is_actor(self, token: Token, word: str) -> bool:
        mention = self.doc._.mentions.get(token.i)
        if mention is None:
            return False
        coded = bool(mention.code or mention.sector or mention.members) or mention.kind == "both"
        match word:
            case "ACTOR":
                return coded or _is_personal(token)
            case "PARTY":
                return (coded and mention.kind != "thing") or _is_personal(token)
            case "PERSON":
                named = mention.kind in PEOPLE_KINDS or mention.name is not None
                return named or _is_personal(token)
            case "STATE":
                return mention.kind in STATE_KINDS or mention.sector == "GOV"
            case "PLACE":
                return mention.kind in PLACE_KINDS or token.pos_ == "PROPN"
            case "NUMBER":
                return is_counted(token)
        return bool(mention.sector == word)

    def told_by(self, token: Token, above: frozenset[int] = frozenset()) -> list[Reading]:
        """Readings with a type that a phrase or an embedded clause tells, through operators;
        `above` are the words come through, for roles that clauses share run in circles.
        """
        found = []
        for part in conjuncts(token):
            if part.i in above:
                continue
            clause = self.clauses.get(part.i)
            reading = self.of_clause(clause) if clause is not None else self.of_noun(part)
            if reading is None:
                continue
            if reading.entry.code is not None:
                found.append(reading)
            elif reading.entry.operator in TRANSPARENT:
                for role in ("complement", "object"):
                    for inner in reading.clause.get(role):
                        found.extend(self.told_by(inner, above | {part.i}))
        return found


def _is_personal(token: Token) -> bool:
    """A personal pronoun for people, whether or not it is known for whom: "they were arrested"."""
    return feature(token, "PronType") == "Prs" and (
        feature(token, "Gender") in ("Masc", "Fem", "Com") or feature(token, "Number") == "Plur"
    )


def _codes(entry: Entry) -> bool:
    """Whether an entry gives an event or changes one; else it says that there is none."""
    return entry.code is not None or entry.operator is not None


def _with_particle(lemma: str, clause: Clause) -> list[str]:
    """A verb with its particle, also one that the parser takes for an adverb."""
    if clause.particle:
        return [lemma if lemma.startswith(clause.particle) else f"{lemma} {clause.particle}"]
    joined = [f"{lemma} {word.lower_}" for word in clause.adverbs]
    return [*joined, *(word.lower_ + lemma for word in clause.adverbs), lemma]


def _merge(verb: Clause, noun: Clause, role: str) -> Clause:
    """A light verb's roles and its noun's as one clause headed by the noun."""
    roles = {k: [t for t in v if t != noun.head] for k, v in verb.roles.items()}
    for key, tokens in noun.roles.items():
        roles[key] = [*roles.get(key, []), *tokens]
    return replace(
        verb,
        head=noun.head,
        kind="noun",
        lemma=noun.lemma,
        particle="",
        roles={k: v for k, v in roles.items() if v},
        negation=verb.negation or noun.negation,
        adverbs=(*verb.adverbs, *noun.adverbs),
    )
