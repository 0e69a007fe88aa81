"""The coder's pipeline: `load` makes it, `code` and `code_documents` run it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date as Day
from functools import cache
from importlib.metadata import version
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from kroniek.coder import (
    actors,
    clauses,
    dates,
    events,
    places,
    quantities,
    record,
    sources,
    status,
)
from kroniek.document import TITLE_BREAK, CodedArticle, Coder, Document
from kroniek.languages import folder
from kroniek.lexicon.entries import lexicon
from kroniek.parser import pipeline

COMPONENTS = (
    "kroniek_clauses", "kroniek_actors", "kroniek_events", "kroniek_dates", "kroniek_places",
    "kroniek_status", "kroniek_quantities", "kroniek_sources", "kroniek_record",
)  # fmt: skip
_MODULES = (actors, clauses, dates, events, places, quantities, record, sources, status)
"""Imported because each registers its component with spaCy."""


def load(lang: str, *, keep_work: bool = False) -> Language:
    """A spaCy pipeline that parses and codes: `nlp(text)._.events`.

    `keep_work` keeps `doc._.clauses`, `_.mentions` and `_.drafts`, which hold tokens, so that
    such a Doc cannot be pickled. Raises LanguageError for a language without a folder.
    """
    folder(lang)
    nlp = pipeline(lang)
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"keep_work": keep_work} if name == "kroniek_record" else {})
    return nlp


@cache
def loaded(lang: str) -> Language:
    """The pipeline of a language, made once a process."""
    return load(lang)


def code(
    text: str,
    lang: str,
    published: str | Day | None = None,
    title: str = "",
    id: str | None = None,
) -> CodedArticle:
    """Code one text. `published` is ISO 8601 or a date; relative dates need it."""
    day = Day.fromisoformat(published) if isinstance(published, str) else published
    name = id or hashlib.sha256(f"{title}\n{text}".encode()).hexdigest()[:16]
    document = Document(id=name, lang=lang, published=day, title=title, text=text)
    return next(code_documents([document]))


def code_documents(documents: Iterable[Document]) -> Iterator[CodedArticle]:
    """Code documents, in their order."""
    for lang, group in groupby(documents, key=lambda document: document.lang):
        nlp = loaded(lang)
        pairs = ((make_doc(nlp, document), document) for document in group)
        for doc, document in nlp.pipe(pairs, as_tuples=True):
            yield CodedArticle(
                **document.model_dump(),
                events=doc._.events,
                relations=doc._.relations,
                coder=coder(lang),
            )


def make_doc(nlp: Language, document: Document) -> Doc:
    """A document as an unparsed Doc that knows its date and title."""
    doc = nlp.make_doc(document.whole)
    doc._.published = document.published
    doc._.title_length = len(document.title + TITLE_BREAK) if document.title else 0
    return doc


@cache
def coder(lang: str) -> Coder:
    """What is coding: version and lexicon hash."""
    return Coder(version=version("kroniek"), lexicon=lexicon(lang).digest)
