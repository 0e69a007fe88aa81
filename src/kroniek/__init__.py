"""Kroniek reads news and keeps the record: who did or said what to whom, with the words for it."""

from kroniek.coder.pipeline import code, code_documents, load
from kroniek.document import (
    CodedArticle,
    Document,
    Event,
    EventDate,
    Party,
    Place,
    Quantity,
    Relation,
    Span,
)
from kroniek.errors import InputError, KroniekError, LanguageError, LedgerError, LexiconError

__all__ = [
    "CodedArticle",
    "Document",
    "Event",
    "EventDate",
    "InputError",
    "KroniekError",
    "LanguageError",
    "LedgerError",
    "LexiconError",
    "Party",
    "Place",
    "Quantity",
    "Relation",
    "Span",
    "code",
    "code_documents",
    "load",
]
