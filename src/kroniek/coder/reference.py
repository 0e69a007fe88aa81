"""Reference: what pronouns, bare offices and descriptions take up from before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc, Token

from kroniek.coder.arcs import conjuncts, feature, first_conjunct
from kroniek.coder.mentions import Mention
from kroniek.lexicon.names import Names

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "ROOT", "obl:agent"})
FADING = 0.9
"""What a mention weighs less for each sentence further back; the dateline weighs HOME. Of the
values tried (0.4 to 0.95, 0 to 3) these gave the best tuples on the written articles of gold."""
HOME = 2.0
NEAR = 4
"""Sentences back in which a pronoun finds what it stands for."""
UNPLACED = frozenset({None, "IGO", "UAF", "CRM"})
"""Sectors of groups whose state is not that of the article: unknown gunmen, foreign bodies."""
NATIONAL = frozenset({"state", "region", "adjective", "seat", "people"})
SILENT = frozenset({"relative", "reciprocal", "reflexive", "indefinite"})
"""Kinds of pronouns that stand for nobody by themselves: a clause gives them their noun."""


class Memory:
    """The mentions read so far, and who a later phrase without a code may mean."""

    def __init__(self, doc: Doc, names: Names) -> None:
        self.doc = doc
        self.names = names
        self.past: list[Mention] = []
        self.by_head: dict[int, Mention] = {}
        self.counts: Counter[str] = Counter()
        self.home: str | None = None
        self.commonest: str | None = None
        self.sentence = {t.i: n for n, s in enumerate(doc.sents) for t in s}

    def add(self, mention: Mention) -> None:
        """Remember a mention that has a code."""
        if mention.code is None:
            return
        self.past.append(mention)
        self.by_head[mention.head] = mention
        if mention.kind != "pronoun":
            self.counts[mention.code] += 1

    def resolve_pronoun(self, mention: Mention, traits: dict[str, Any]) -> None:
        """Give a pronoun the code and name of the mention before that agrees with it."""
        token = self.doc[mention.head]
        kind = traits.get("kind")
        if traits.get("person", 3) != 3 or kind in SILENT or token.dep_ == "expl":
            return
        number = traits.get("number")
        if number == "any":
            number = self._number(token)
        if kind == "both" or (number == "plural" and self._take_pair(mention, named=True)):
            if kind == "both":
                self._take_pair(mention, named=False)
            return
        gender = str(traits.get("gender") or "")
        candidates = [m for m in self._near(mention) if self._fits(m, str(number), gender)]
        candidates = [m for m in candidates if not self._same_clause(m, token, str(kind or ""))]
        if candidates:
            latest = kind == "demonstrative"
            _copy(candidates[-1] if latest else self._best(candidates, mention), mention)

    def resolve_both(self, mention: Mention, codes: Sequence[str], count: int) -> None:
        """Give "both sides", "the two countries" those that were mentioned last; a named group
        ("both Koreas") its members.
        """
        if codes:
            mention.members = [
                Mention(mention.start, mention.end, mention.head, "state", code, "GOV")
                for code in codes
            ]
            return
        self._take_pair(mention, named=False, count=count)

    def resolve_name(self, mention: Mention) -> None:
        """Give a surname the code of the person whom the article named in full before."""
        for past in reversed(self.past):
            if past.name == mention.name:
                _copy(past, mention)
                return

    def resolve_description(self, mention: Mention, head: Token, is_actor: bool) -> None:
        """Give "the country", "the minister", "police" the code of what they take up."""
        definite = _is_definite(head)
        if mention.role and not mention.plural and definite:
            for past in reversed(self.past):
                if past.is_person and past.name and fits_role(mention.role, past.role):
                    _copy(past, mention)
                    return
        forms = {head.lemma_.lower(), head.lower_}
        for kind, words in self.names.described.items():
            if forms & words and definite and self._take_up(mention, kind):
                return
        if is_actor and mention.sector not in UNPLACED:
            self._take_focus(mention)

    def focus(self, mention: Mention) -> str | None:
        """The state of the nearest name in the sentence, else the one that the article and its
        dateline name most of late.
        """
        here = self.sentence[mention.head]
        weights: dict[str, float] = defaultdict(float)
        for past in reversed(self.past):
            if past.kind not in NATIONAL and not past.is_person:
                continue
            if self.sentence[past.head] == here:
                return past.code
            weights[str(past.code)] += FADING ** (here - self.sentence[past.head])
        if self.home is not None and self.counts[self.home]:
            weights[self.home] += HOME
        if not weights:
            return self.commonest
        return max(weights, key=lambda code: weights[code])

    def _take_focus(self, mention: Mention) -> None:
        mention.code = self.focus(mention)

    def _take_up(self, mention: Mention, kind: str) -> bool:
        for past in reversed(self.past):
            if kind.startswith("person"):
                fits = past.is_person and (not past.gender or past.gender == kind[-1])
            else:
                fits = past.described == kind
            if fits:
                _copy(past, mention)
                return True
        return False

    def _take_pair(self, mention: Mention, *, named: bool, count: int = 2) -> bool:
        """Two or more that were coordinated before; unless `named`, else the last two."""
        near = [m for m in self._near(mention) if self._is_kind(m, mention)]
        for past in reversed(near):
            token = self.doc[past.head]
            if first_conjunct(token) == token:
                members = [m for c in conjuncts(token) if (m := self.by_head.get(c.i))]
                members = [m for m in members if m.head < mention.head]
                if len({m.code for m in members}) > 1 and (
                    named or len(members) == (count or len(members))
                ):
                    mention.members = members
                    return True
        if named:
            return False
        own = {m.code for m in self._subjects(self.doc[mention.head]) if mention.kind == "both"}
        last: dict[str, Mention] = {}
        for past in reversed([m for m in near if m.kind != "adjective" and m.code not in own]):
            last.setdefault(str(past.code), past)
        mention.members = list(last.values())[: count or None]
        return bool(mention.members)

    def _is_kind(self, past: Mention, mention: Mention) -> bool:
        """Whether a mention is of the kind that a pair is said to be: men, countries, sides."""
        lemma = self.doc[mention.head].lemma_.lower()
        if mention.kind != "both":
            return True
        if any(lemma in self.names.described[k] for k in ("person_m", "person_f")):
            return past.is_person
        if lemma in self.names.offices:
            return past.is_person and fits_role(str(self.names.offices[lemma].role), past.role)
        if any(lemma in self.names.described[k] for k in ("country", "neighbour")):
            return past.kind in NATIONAL or past.is_person
        return True

    def _number(self, token: Token) -> str:
        """Whether a pronoun of either number is plural, by the verb it is the subject of."""
        verb = token.head
        forms = [verb, *(c for c in verb.children if c.dep_.startswith(("aux", "cop")))]
        finite = [f for f in forms if feature(f, "VerbForm") == "Fin"]
        return "plural" if any(feature(f, "Number") == "Plur" for f in finite) else "singular"

    def _near(self, mention: Mention) -> list[Mention]:
        here = self.sentence[mention.head]
        return [
            m for m in self.past if here - NEAR <= self.sentence[m.head] and m.head < mention.head
        ]

    def _fits(self, past: Mention, number: str, gender: str) -> bool:
        if number == "plural":
            return past.plural or not past.is_person
        if gender in ("m", "f"):
            return past.is_person and past.gender in ("", gender)
        return not past.is_person and not past.plural

    def _same_clause(self, past: Mention, token: Token, kind: str) -> bool:
        """Whether a mention is the subject of the clause whose object the pronoun is."""
        if token.dep_.startswith("nsubj") or kind in ("possessive", "reflexive"):
            return False
        own = self._subjects(token)
        return any(past.head == m.head or (past.name and past.name == m.name) for m in own)

    def _subjects(self, token: Token) -> list[Mention]:
        """The subjects of the clause that a phrase depends on."""
        if token.dep_.startswith("nsubj"):
            return []
        verb = token.head
        verbs = [verb]
        while verb.dep_ == "conj":
            verb = verb.head
            verbs.append(verb)
        subjects = [c for v in verbs for c in v.children if c.dep_.startswith("nsubj")]
        return [m for s in subjects if (m := self.by_head.get(s.i))]

    def _best(self, candidates: list[Mention], mention: Mention) -> Mention:
        """The latest subject of the latest sentence that has a candidate, else the latest."""
        here = self.sentence[mention.head]
        pool = [m for m in candidates if m.plural == mention.plural] or candidates
        last = max(self.sentence[m.head] for m in pool)
        pool = [m for m in pool if self.sentence[m.head] == last]
        subjects = [m for m in pool if self.doc[m.head].dep_ in SUBJECTS]
        if subjects:
            return subjects[-1] if last == here else subjects[0]
        return pool[-1]


def fits_role(wanted: str, held: str | None) -> bool:
    """Whether an office may be meant by a bare one: "minister" fits "foreign minister", "leader"
    any head.
    """
    if held is None:
        return False
    return held.endswith(wanted) or ("leader" in wanted and held.startswith(("head", "leader")))


def _copy(past: Mention, mention: Mention) -> None:
    mention.code, mention.name, mention.role = past.code, past.name, past.role
    mention.sector = past.sector if mention.sector is None else mention.sector
    mention.gender, mention.described = past.gender, past.described
    mention.members = past.members
    if mention.kind == "pronoun":
        mention.plural = past.plural


def _is_definite(head: Token) -> bool:
    return any(
        feature(c, "Definite") == "Def" or c.dep_ in ("det", "nmod:poss") for c in head.children
    )
