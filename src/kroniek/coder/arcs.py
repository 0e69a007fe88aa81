"""Arcs: what a word and its dependents are. With `clauses.py` the module that knows labels."""

from __future__ import annotations

from spacy.tokens import Token

from kroniek.languages import Cues, cues

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubj:pass", "csubj:pass"})
NEGATIVE_LABELS = frozenset(
    {"advmod", "det", "nsubj", "nsubj:pass", "obj", "cc:preconj", "amod", "advmod:neg"}
)


def lemma_of(token: Token) -> str:
    """The lemma, lower-cased unless it is a name."""
    return token.lemma_ if token.pos_ == "PROPN" else token.lemma_.lower()


def feature(token: Token, name: str) -> str:
    """A morphological feature's value, such as "Part" for VerbForm; "" if it has none."""
    values = token.morph.get(name, [])
    return values[0] if values else ""


def children(token: Token, *labels: str) -> list[Token]:
    """Dependents by label, subtypes included ("obl" finds obl:arg)."""
    return [c for c in token.children if c.dep_ in labels or c.dep_.split(":")[0] in labels]


def conjuncts(token: Token) -> list[Token]:
    """A phrase's head and those coordinated with it, in the order of the text."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ != "VERB":
            found.extend(conjuncts(child))
    return found


def first_conjunct(token: Token) -> Token:
    """The head of a coordination that `token` is part of."""
    while token.dep_ == "conj":
        token = token.head
    return token


def preposition_of(token: Token) -> str:
    """The preposition of a phrase: "against", "in response to"; "" if it has none."""
    token = first_conjunct(token)
    case = next((c for c in token.children if c.dep_ == "case"), None)
    if case is None:
        return ""
    words = [case, *(w for w in case.children if w.dep_ == "fixed")]
    words += [c for c in token.children if c.dep_ == "case" and c.i == words[-1].i + 1]
    return " ".join(w.lower_ for w in sorted(set(words), key=lambda w: w.i))


def is_predicate(token: Token) -> bool:
    """Whether a clause hangs on this token."""
    if token.dep_ in ("aux", "aux:pass", "cop", "compound:prt", "fixed", "case", "mark"):
        return False
    if token.pos_ == "VERB":
        return True
    return token.pos_ == "AUX" or any(c.dep_ == "cop" for c in token.children)


def has_subject(head: Token) -> bool:
    """Whether a predicate has a subject of its own."""
    return any(c.dep_ in SUBJECTS | PASSIVE_SUBJECTS for c in head.children)


def is_finite(head: Token) -> bool:
    """Whether a predicate or one of its auxiliaries is finite."""
    heads = [head, *(c for c in head.children if c.dep_ in ("aux", "cop", "aux:pass"))]
    return any(feature(t, "VerbForm") == "Fin" for t in heads)


def is_infinitive(head: Token) -> bool:
    """An infinitive with "to" or "om te", without a subject of its own."""
    marks = cues(head.doc.lang_).infinitive
    return not has_subject(head) and any(
        c.dep_ == "mark" and c.lower_ in marks for c in head.children
    )


def is_definite(token: Token) -> bool:
    """A noun with a definite article or demonstrative, or a pronoun for a thing: "the decision"."""
    if token.pos_ == "PRON":
        return feature(token, "Gender") == "Neut" or feature(token, "PronType") == "Dem"
    return token.pos_ == "NOUN" and any(
        c.dep_ == "det" and (feature(c, "Definite") == "Def" or feature(c, "PronType") == "Dem")
        for c in token.children
    )


def is_negative(token: Token, words: Cues) -> bool:
    """A word that denies what it hangs on: "not", "no"."""
    return token.lower_ in words.negation and token.dep_ in NEGATIVE_LABELS


def is_description(token: Token) -> bool:
    """A participle that only describes its noun: "bezet gebied", "Syria-backed"."""
    joined = token.i > 1 and token.nbor(-1).text == "-"
    return token.dep_ == "amod" and (joined or not children(token, "obl"))


def particle_after(token: Token) -> list[Token]:
    """The particle right after a verb: "called off"."""
    return [c for c in token.children if c.dep_ == "compound:prt" and c.i == token.i + 1]


def is_counted(token: Token) -> bool:
    """A number, or a noun with a number."""
    return token.pos_ == "NUM" or bool(children(token, "nummod"))
