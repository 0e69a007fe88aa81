"""The coder's pipeline: `load` makes it, `code` and `code_documents` run it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date as Day
from functools import cache
from importlib.metadata import version

from spacy.language import Language
from spacy.tokens import Doc

from kroniek.coder import (
    actors,
    clauses,
    dates,
    events,
    implied,
    places,
    quantities,
    record,
    sources,
    status,
    threats,
)
from kroniek.document import TITLE_BREAK, CodedArticle, Coder, Document
from kroniek.errors import InputError
from kroniek.languages import folder
from kroniek.lexicon.entries import lexicon
from kroniek.parser import pipeline
from kroniek.readers import document, find_dateline

COMPONENTS = (
    "kroniek_clauses", "kroniek_actors", "kroniek_events", "kroniek_implied", "kroniek_dates",
    "kroniek_places", "kroniek_status", "kroniek_quantities", "kroniek_sources",
    "kroniek_threats", "kroniek_record",
)  # fmt: skip
_MODULES = (
    actors,
    clauses,
    dates,
    events,
    implied,
    places,
    quantities,
    record,
    sources,
    status,
    threats,
)
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
    lang: str | None = None,
    published: str | Day | None = None,
    title: str = "",
    id: str | None = None,
) -> CodedArticle:
    """Code one text. `lang` is detected if not given; `published` (ISO 8601 or a date) is what
    relative dates are counted from. Raises InputError for a text that cannot be coded.
    """
    try:
        day = Day.fromisoformat(published) if isinstance(published, str) else published
    except ValueError as error:
        raise InputError("published", f"{published!r} is no date: give YYYY-MM-DD") from error
    return next(code_documents([document(text, title=title, lang=lang, published=day, id=id)]))


def code_documents(
    documents: Iterable[Document],
    on_error: Callable[[InputError], None] | None = None,
    *,
    held_out: bool = False,
) -> Iterator[CodedArticle]:
    """Code documents, in their order. One that fails is told to `on_error` and left out; without
    `on_error` it raises InputError. `held_out` is for measuring on the development gold: an
    article that trained the event head is scored by the head that has not seen it.
    """
    for one in documents:
        try:
            yield _coded(one, held_out)
        except Exception as error:
            fault = InputError(one.source or one.id, f"cannot be coded: {error!r}")
            if on_error is None:
                raise fault from error
            on_error(fault)


def _coded(one: Document, held_out: bool) -> CodedArticle:
    nlp = loaded(one.lang)
    doc = make_doc(nlp, one)
    doc._.held_out = one.id if held_out else None
    doc = nlp(doc)
    return CodedArticle(
        **one.model_dump(), events=doc._.events, relations=doc._.relations, coder=coder(one.lang)
    )


def make_doc(nlp: Language, one: Document) -> Doc:
    """A document as an unparsed Doc that knows its date, its title and its dateline."""
    doc = nlp.make_doc(one.whole)
    doc._.published = one.published
    doc._.title_length = len(one.title + TITLE_BREAK) if one.title else 0
    dateline = find_dateline(one.text, one.lang)
    doc._.body_start = doc._.title_length + (dateline.end if dateline else 0)
    return doc


@cache
def coder(lang: str) -> Coder:
    """What is coding: version and lexicon hash."""
    return Coder(version=version("kroniek"), lexicon=lexicon(lang).digest)
