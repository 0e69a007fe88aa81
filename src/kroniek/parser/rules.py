"""The token and sentence rules of a language, read from `tokens.yaml` in its folder."""

from __future__ import annotations

from functools import cache
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict

from kroniek.errors import LexiconError
from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_model

RULES = "tokens.yaml"

Words = Annotated[frozenset[str], BeforeValidator(lambda words: frozenset(map(str, words)))]


def with_capitals(words: list[str]) -> frozenset[str]:
    """Each word as it is, with a capital, and in capitals."""
    return frozenset(
        form for word in words for form in (word, word[:1].upper() + word[1:], word.upper())
    )


Abbreviations = Annotated[frozenset[str], BeforeValidator(with_capitals)]


class TokenRules(BaseModel):
    """What `tokens.yaml` says; its comments tell what each field means."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    never_last: Abbreviations
    before_number: Abbreviations
    sometimes_last: Abbreviations
    openers: Words
    leading_apostrophe: tuple[str, ...]
    units: tuple[str, ...]
    hyphen_prefixes: tuple[str, ...]
    infixes: tuple[str, ...]
    not_words: Words
    particles_join: bool
    compounds: bool
    read_as: dict[str, str] = {}


@cache
def load_rules(language: str) -> TokenRules:
    """The rules of `language`; LanguageError if it has no folder, LexiconError for a bad file."""
    path = folder(language) / RULES
    try:
        return read_model(path, TokenRules)
    except FileNotFoundError as error:
        raise LexiconError(f"{path}: missing; copy that of another language and fill it") from error
