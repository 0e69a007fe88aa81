"""Kroniek reads news and keeps the record: who did or said what to whom, with the words for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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

if TYPE_CHECKING:
    from kroniek.coder.pipeline import code, code_documents, load

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


def __getattr__(name: str) -> Any:
    """The coder's functions, imported when they are first asked for: that takes a second."""
    if name in ("code", "code_documents", "load"):
        from kroniek.coder import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
