"""Text to a parsed spaCy Doc with Universal Dependencies: `pipeline("nl")(text)`."""

from __future__ import annotations

import spacy
from spacy.language import Language

from kroniek.parser import component, sentences, tokens
from kroniek.parser.rules import load_rules

__all__ = ["pipeline"]

MOST_CHARACTERS = 20_000_000  # time and memory grow with the length only linearly


def pipeline(language: str, threads: int | None = None) -> Language:
    """A spaCy pipeline that tokenises, splits sentences and parses `language`.

    `threads` of the parser default to the environment's KRONIEK_THREADS, else 1. Raises
    LanguageError for a language that has no folder in `kroniek.languages`.
    """
    load_rules(language)
    nlp = spacy.blank(language, config={"nlp": {"tokenizer": {"@tokenizers": tokens.TOKENISER}}})
    nlp.max_length = MOST_CHARACTERS
    nlp.add_pipe(sentences.NAME)
    nlp.add_pipe(component.NAME, config={"threads": threads})
    return nlp
