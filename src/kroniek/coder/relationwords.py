"""Relation words: those of a language's relations.yaml, which tie one event to another."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel, ConfigDict

from kroniek.languages import Words, folder
from kroniek.languages.yamlfiles import read_model


class RelationWords(BaseModel):
    """The relation words of a language; verbs, nouns and adverbs as lemmas."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    answering: Words
    """Phrases before what is answered: in response to."""
    causes: Words
    """Prepositions before a cause, which an act against someone answers: because of."""
    grounds: Words
    """Nouns for a cause: "the reason is ..."."""
    reasons: Words
    """Subordinators of a cause: because."""
    connectives: Words
    """Adverbials that point to what was told before: in response."""
    verbs: Words
    """Verbs of answering: retaliate."""
    following: Words
    """Those that may only say that one thing came after another: follow."""
    summing: dict[str, Words]
    """Event type to the nouns that sum up acts of it: ASSAULT, violence."""
    nouns: Words
    """Nouns of answering: "a response to"."""
    means: Words
    """Prepositions before the act that answers: "retaliated with"."""
    answered: Words
    """Prepositions before what is answered, behind those verbs and nouns: to."""
    broken: Words
    """Phrases that say that what was threatened or promised did not come."""
    doing: Words
    """Verbs that stand for an act told before: "it did not"."""
    lapsing: Words
    """Verbs that say that their subject did not come: "the invasion bleef uit"."""
    proceeding: Words
    """Verbs that say so if denied: "did not go ahead"."""
    kept: Words
    """Phrases that say that it came."""
    as_in: Words
    """Words before "promised" in "as promised"."""
    commitments: Words
    """Verbs of committing, behind those: promise."""
    conflicting: Words
    """Phrases before a statement that another conflicts with: at odds with."""
    contradicting: Words
    """Verbs of contradicting."""
    disputing: Words
    """Phrases by which somebody contradicts what was told before: "the other way round"."""
    concessions: Words
    """Subordinators of what conflicts with the main clause: although."""
    before: Words
    """Adverbs that say that it was said before: earlier."""


@cache
def relation_words(lang: str) -> RelationWords:
    """The relation words of a language. Raises LexiconError for a faulty file."""
    path = folder(lang) / "relations.yaml"
    return read_model(path, RelationWords)
