"""Clauses: from dependency arcs to who does what to whom.

It knows labels, as `arcs.py` does, so that what follows need not.

Roles are those of the active voice: in "the town was shelled by rebels" the subject is
"rebels" and the object "the town". A role is "subject", "object", "indirect", "complement",
"owner" (possessor of a nominal event), "modifier" (adjective or compound before it), "bare"
(an adjunct without preposition), or the preposition itself ("against", "tegen").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.arcs import (
    PASSIVE_SUBJECTS,
    SUBJECTS,
    children,
    conjuncts,
    feature,
    has_subject,
    is_finite,
    is_infinitive,
    is_negative,
    is_predicate,
    lemma_of,
    preposition_of,
)
from kroniek.languages import Cues, cues

Kind = Literal["verb", "noun", "predicate"]

ADJUNCTS = frozenset({"obl", "obl:arg", "obl:agent", "obl:tmod", "obl:npmod", "obl:unmarked"})
NOUN_PHRASES = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"})
PREDICATE_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj"})


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A predicate with what depends on it.

    `head` is the verb, the noun of a nominalised event, or the adjective or noun that a
    copula links to the subject. `governor` is the clause that this one is part of, by `link`
    (a dependency relation without its subtype). `roles` may share tokens with other clauses
    (a shared subject, an antecedent).
    """

    head: Token
    kind: Kind
    lemma: str
    particle: str = ""
    roles: dict[str, list[Token]] = field(default_factory=dict)
    passive: bool = False
    negation: Token | None = None
    auxiliaries: tuple[Token, ...] = ()
    marker: Token | None = None
    adverbs: tuple[Token, ...] = ()
    governor: Clause | None = None
    link: str = ""

    def get(self, role: str) -> list[Token]:
        """Heads of the phrases in a role; none if the role is empty."""
        return self.roles.get(role, [])


def noun_clause(noun: Token) -> Clause:
    """A nominal event as a clause: "the attack by X on Y", "de Russische aanval op Y"."""
    roles: dict[str, list[Token]] = {}
    words = cues(noun.doc.lang_)
    for child in noun.children:
        role = _noun_role(child, words)
        if role:
            roles.setdefault(role, []).extend(conjuncts(child))
    if noun.dep_ == "obj" and "subject" not in roles:
        roles |= _agents_after(noun, words)
    for inner in [c for child in noun.children if child.dep_ == "nmod" for c in child.children]:
        role = _noun_role(inner, words) if inner.dep_ in ("nmod", "obl:agent") else ""
        if role == "subject" or role in words.between:
            roles.setdefault(role, conjuncts(inner))
    return Clause(
        head=noun,
        kind="noun",
        lemma=lemma_of(noun),
        roles=roles,
        negation=next((c for c in noun.children if is_negative(c, words)), None),
        adverbs=tuple(c for c in noun.children if c.dep_ in ("amod", "advmod", "nummod")),
    )


def _agents_after(noun: Token, words: Cues) -> dict[str, list[Token]]:
    """The agent of an object's act that the parser hangs on an active verb: "condemned the attack
    by Iran".
    """
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in noun.head.children):
        return {}
    for child in noun.head.children:
        if child.dep_ in ADJUNCTS and child.i > noun.i and preposition_of(child) in words.agents:
            return {"subject": conjuncts(child)}
    return {}


def _noun_role(child: Token, words: Cues) -> str:
    match child.dep_:
        case "nmod:poss":
            return "owner"
        case "amod" | "compound" | "nmod:desc" | "nmod:unmarked" | "flat":
            return "modifier"
        case "acl":
            return "complement"
        case "obl:agent":
            return "subject"
        case "nmod" | "obl" | "obl:arg" | "nmod:npmod" | "nmod:tmod":
            preposition = preposition_of(child)
            return "subject" if preposition in words.agents else preposition or "bare"
    return ""


class _Builder:
    """Builds the clauses of one document, governors before what they govern."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = cues(doc.lang_)
        self.clauses: dict[int, Clause] = {}

    def build(self) -> list[Clause]:
        for sentence in self.doc.sents:
            self._descend(sentence.root, None, "")
        return [self.clauses[i] for i in sorted(self.clauses)]

    def _descend(self, token: Token, governor: Clause | None, link: str) -> None:
        if is_predicate(token):
            governor = self._clause(token, governor, link or token.dep_.split(":")[0])
            self.clauses[token.i] = governor
            link = ""
        for child in token.children:
            below = child.dep_.split(":")[0]
            self._descend(child, governor, below if below in PREDICATE_CLAUSES else link)

    def _clause(self, head: Token, governor: Clause | None, link: str) -> Clause:
        roles: dict[str, list[Token]] = {}
        auxiliaries = [c for c in head.children if c.dep_ in ("aux", "aux:pass", "cop")]
        passive = self._is_passive(head)
        for child in head.children:
            if self._is_dateline(child) and not self._is_dateline(head):
                continue
            role = self._role(child, passive)
            if role == "subject" and role in roles and "indirect" not in roles:
                role = "indirect"
            if role:
                roles.setdefault(role, []).extend(conjuncts(child))
        if head.dep_ == "conj" and governor is not None and governor.head == head.head:
            auxiliaries = auxiliaries or list(governor.auxiliaries)
            if passive_shared := not has_subject(head) and governor.passive:
                passive = self._participle(head) and passive_shared
        kind: Kind = "verb" if head.pos_ in ("VERB", "AUX") else "predicate"
        lemma, particle = _idiom(head, roles)
        clause = Clause(
            head=head,
            kind=kind,
            lemma=lemma,
            particle=particle,
            roles=roles,
            passive=passive,
            negation=self._negation(head, roles),
            auxiliaries=tuple(auxiliaries),
            marker=next((c for c in head.children if c.dep_ == "mark"), None),
            adverbs=tuple(c for c in head.children if c.dep_ == "advmod"),
            governor=governor,
            link=link,
        )
        self._share(clause)
        return clause

    def _is_dateline(self, token: Token) -> bool:
        """Whether a token stands in the dateline, which is no part of the first sentence."""
        return bool(self.doc._.title_length <= token.idx < self.doc._.body_start)

    def _is_passive(self, head: Token) -> bool:
        labels = {c.dep_ for c in head.children}
        if lemma_of(head) in self.words.intransitive:
            return False
        if labels & {"aux:pass", "nsubj:pass", "obl:agent"}:
            return True
        agents = [c for c in children(head, "obl") if preposition_of(c) in self.words.agents]
        if agents and self._participle(head) and not labels & {"obj", "aux"}:
            return True
        reduced = head.dep_ in ("acl", "amod", "advcl") and not labels & {"mark", "nsubj", "aux"}
        return reduced and self._participle(head) and "obj" not in labels

    def _participle(self, head: Token) -> bool:
        """A past participle."""
        return feature(head, "VerbForm") == "Part" and feature(head, "Tense") != "Pres"

    def _role(self, child: Token, passive: bool) -> str:
        label = child.dep_
        if label in PASSIVE_SUBJECTS and lemma_of(child.head) not in self.words.intransitive:
            return "object"
        if label in SUBJECTS | PASSIVE_SUBJECTS:
            return "object" if passive else "subject"
        if label == "obl:agent":
            return "subject"
        if label == "obj":
            return preposition_of(child) or "object"
        if label == "iobj":
            return "indirect"
        if label in ("ccomp", "xcomp") or (label == "advcl" and is_infinitive(child)):
            return "complement" if is_predicate(child) else "predicative"
        if label == "advcl" and not is_predicate(child):
            return "predicative"
        if label == "advcl" and not has_subject(child):
            return next((c.lower_ for c in child.children if c.dep_ == "mark"), "")
        if label in ADJUNCTS or (label == "advmod" and child.pos_ in NOUN_PHRASES):
            preposition = preposition_of(child)
            if passive and preposition in self.words.agents:
                return "subject"
            return preposition or "bare"
        if label == "nmod":
            return preposition_of(child)
        return ""

    def _negation(self, head: Token, roles: dict[str, list[Token]]) -> Token | None:
        """The word that denies the predicate: "not", "never", "no" of its subject or object."""
        for child in head.children:
            if is_negative(child, self.words):
                return child
            if child.dep_ in ("aux", "cop") and (found := self._denied(child)):
                return found
        for role in ("object", "subject", "predicative"):
            for token in roles.get(role, []):
                if is_negative(token, self.words):
                    return token
                if found := self._denied(token):
                    return found
        return None

    def _denied(self, token: Token) -> Token | None:
        return next((c for c in token.children if is_negative(c, self.words)), None)

    def _share(self, clause: Clause) -> None:
        """Give a clause the subject or object that the grammar leaves out."""
        head, governor, roles = clause.head, clause.governor, clause.roles
        if head.dep_ in ("acl", "acl:relcl", "amod"):
            self._antecedent(clause)
        elif governor is not None and "subject" not in roles and not clause.passive:
            if clause.link == "conj":
                _borrow(roles, "subject", governor.get("subject"))
                if not governor.get("subject") and governor.passive:
                    _borrow(roles, "subject", governor.get("object"))
            elif clause.link == "xcomp":
                raised = governor.get("object") or governor.get("indirect")
                _borrow(roles, "subject", raised or governor.get("subject"))
            elif any(head in governor.get(role) for role in self.words.controlled):
                _borrow(roles, "subject", governor.get("object") or governor.get("subject"))
            elif clause.link == "advcl" or (clause.link == "ccomp" and not is_finite(head)):
                _borrow(roles, "subject", governor.get("subject") or governor.get("object"))
        elif governor is not None and clause.passive and "object" not in roles:
            if clause.link in ("conj", "xcomp", "advcl"):
                source = governor.get("object") if governor.passive else governor.get("subject")
                _borrow(roles, "object", source or governor.get("object"))

    def _antecedent(self, clause: Clause) -> None:
        """Put the noun that a relative clause or participle belongs to in its role."""
        noun, roles = clause.head.head, clause.roles
        for tokens in roles.values():
            for at, token in enumerate(tokens):
                if token.pos_ in ("PRON", "DET") and token.lower_ in self.words.relatives:
                    tokens[at : at + 1] = [noun]
                    return
        if clause.head.dep_ == "acl" and is_infinitive(clause.head):
            owned = noun_clause(noun)
            for role in ("owner", *sorted(self.words.genitive)):
                _borrow(roles, "subject", [t for t in owned.get(role) if t.i < clause.head.i])
            governor = clause.governor
            _borrow(roles, "subject", governor.get("subject") if governor else [noun])
        elif clause.passive:
            _borrow(roles, "object", [noun])
        elif "subject" not in roles:
            _borrow(roles, "subject", [noun])
        elif clause.head.dep_ == "acl:relcl":
            _borrow(roles, "object", [noun])


def _idiom(head: Token, roles: dict[str, list[Token]]) -> tuple[str, str]:
    """Lemma and particle of a verb. A particle that begins a fixed phrase ("in beslag nemen") is
    the preposition of a role, and no part of the lemma.
    """
    lemma = lemma_of(head)
    particle = next((c for c in head.children if c.dep_ == "compound:prt"), None)
    if particle is None:
        return lemma, ""
    fixed = [c for c in particle.children if c.dep_ == "fixed" and c.pos_ == "NOUN"]
    bare = [
        c
        for c in head.children
        if c.i == particle.i + 1 and c.pos_ == "NOUN" and c.dep_.startswith("obl")
    ]
    if not fixed and not bare:
        return lemma, particle.lower_
    roles.setdefault(particle.lower_, []).extend([*fixed[-1:], *bare])
    return lemma.removeprefix(particle.lower_), ""


def _borrow(roles: dict[str, list[Token]], role: str, tokens: list[Token]) -> None:
    if role not in roles and tokens:
        roles[role] = list(tokens)


@Language.factory(
    "kroniek_clauses",
    requires=["token.dep", "token.head", "token.pos", "token.lemma"],
    assigns=["doc._.clauses"],
)
def clauses_component(nlp: Language, name: str) -> Clauses:
    """The component that finds the clauses of a Doc."""
    return Clauses()


class Clauses:
    """Sets `doc._.clauses`: a list of Clause, in the order of their heads."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.clauses = find_clauses(doc)
        return doc


def find_clauses(doc: Doc) -> list[Clause]:
    """All verbal and copular clauses of a parsed Doc, in the order of their heads."""
    return _Builder(doc).build()


if not Doc.has_extension("clauses"):
    Doc.set_extension("clauses", default=())
