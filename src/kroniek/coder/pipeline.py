"""The coder's pipeline: `load` makes it, `code` and `code_documents` run it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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
    firstpass,
    implied,
    places,
    quantities,
    record,
    sources,
    status,
    threats,
    unfulfilled,
)
from kroniek.document import TITLE_BREAK, CodedArticle, Coder, Document
from kroniek.errors import InputError
from kroniek.languages import folder
from kroniek.lexicon.entries import lexicon
from kroniek.parser import pipeline
from kroniek.parser.component import NAME as PARSER
from kroniek.readers import document, find_dateline

COMPONENTS = (
    "kroniek_clauses", "kroniek_actors", "kroniek_events", "kroniek_implied", "kroniek_dates",
    "kroniek_places", "kroniek_status", "kroniek_quantities", "kroniek_sources",
    "kroniek_threats", "kroniek_unfulfilled", "kroniek_record",
)  # fmt: skip
_MODULES = (
    actors,
    clauses,
    dates,
    events,
    firstpass,
    implied,
    places,
    quantities,
    record,
    sources,
    status,
    threats,
    unfulfilled,
)
"""Imported because each registers its component with spaCy."""


def load(lang: str, *, keep_work: bool = False, first_pass: bool = False) -> Language:
    """A spaCy pipeline that parses and codes: `nlp(text)._.events`.

    `first_pass` parses only the sentences that may tell an event (`kroniek.coder.firstpass`),
    which is about twice as fast. `keep_work` keeps `doc._.clauses`, `_.mentions` and `_.drafts`,
    which hold tokens, so that such a Doc cannot be pickled. Raises LanguageError for a language
    without a folder.
    """
    folder(lang)
    nlp = pipeline(lang)
    if first_pass:
        nlp.add_pipe(firstpass.NAME, before=PARSER)
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"keep_work": keep_work} if name == "kroniek_record" else {})
    nlp.set_error_handler(_failed)  # type: ignore[arg-type]  # spaCy's stub wants one that raises
    return nlp


@cache
def loaded(lang: str, first_pass: bool = False) -> Language:
    """The pipeline of a language, made once a process."""
    return load(lang, first_pass=first_pass)


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
    first_pass: bool = False,
) -> Iterator[CodedArticle]:
    """Code documents, in their order. One that fails is told to `on_error` and left out; without
    `on_error` it raises InputError. `held_out` is for measuring on the development gold: an
    article that trained the event head is scored by the head that has not seen it. `first_pass`
    parses only the sentences that may tell an event.
    """
    for lang, some in groupby(documents, key=lambda one: one.lang):
        jobs = (_Job(one, on_error) for one in some)
        try:
            nlp = loaded(lang, first_pass)
        except Exception as error:
            for job in jobs:
                job.fail(error)
            continue
        for doc, job in nlp.pipe(_docs(nlp, jobs, held_out), as_tuples=True):
            if (article := job.coded(doc)) is not None:
                yield article


@dataclass(frozen=True)
class _Job:
    """A document that is being coded, and who is told if it fails."""

    document: Document
    on_error: Callable[[InputError], None] | None

    def fail(self, error: Exception) -> None:
        """Tells what went wrong; raises it if nobody is to be told."""
        one = self.document
        fault = InputError(one.source or one.id, f"cannot be coded: {error!r}")
        if self.on_error is None:
            raise fault from error
        self.on_error(fault)

    def coded(self, doc: Doc) -> CodedArticle | None:
        """The document with what its Doc tells."""
        one = self.document
        try:
            return CodedArticle(
                **one.model_dump(),
                events=doc._.events,
                relations=doc._.relations,
                coder=coder(one.lang),
            )
        except Exception as error:
            self.fail(error)
            return None


def _docs(nlp: Language, jobs: Iterable[_Job], held_out: bool) -> Iterator[tuple[Doc, _Job]]:
    for job in jobs:
        try:
            doc = make_doc(nlp, job.document)
        except Exception as error:
            job.fail(error)
            continue
        doc._.held_out = job.document.id if held_out else None
        yield doc, job


def _failed(name: str, component: object, docs: Iterable[Doc], error: Exception) -> None:
    """What a pipeline does with Docs on which a component fails."""
    for doc in docs:
        if not isinstance(doc._context, _Job):
            raise error
        doc._context.fail(error)


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
