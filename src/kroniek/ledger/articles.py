"""The articles of the ledger, for a list of them and for reading one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import selectinload

from kroniek.document import Document, Event, Relation
from kroniek.errors import LedgerError
from kroniek.ledger.fulltext import search_articles
from kroniek.ledger.rows import event_of, fields
from kroniek.ledger.schema import EventRow, RevisionRow, StandingRow
from kroniek.ledger.search import newest
from kroniek.ledger.snippets import Snippet
from kroniek.ledger.store import Ledger


class ArticleLine(BaseModel):
    """An article in a list. `events` counts those that hold, `decided` those of all that people
    decided about; `snippet` shows the words that were searched for.
    """

    model_config = ConfigDict(frozen=True)

    number: int
    id: str
    title: str
    start: str
    lang: str
    published: date | None
    source: str | None
    revision: int
    added: datetime
    events: int
    decided: int
    snippet: Snippet | None = None


@dataclass(frozen=True)
class Lines:
    """A page of articles; `total` is None where counting would mean searching all."""

    lines: tuple[ArticleLine, ...]
    more: bool
    total: int | None


@dataclass(frozen=True)
class Told:
    """An article in its newest revision; its events carry their ids of the ledger."""

    number: int
    revision: int
    document: Document
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True)
class ArticleFilter:
    """What an article must be: words in title or text, a language, a period of publication."""

    words: str | None = None
    lang: str | None = None
    since: date | None = None
    until: date | None = None


def list_articles(ledger: Ledger, wanted: ArticleFilter, limit: int = 50, offset: int = 0) -> Lines:
    """A page of articles: the newest first, or by words those that fit them best."""
    if wanted.words:
        return _searched(ledger, wanted, limit, offset)
    conditions: list[ColumnElement[bool]] = [newest()]
    if wanted.lang:
        conditions.append(RevisionRow.lang == wanted.lang)
    if wanted.since:
        conditions.append(RevisionRow.published >= wanted.since)
    if wanted.until:
        conditions.append(RevisionRow.published <= wanted.until)
    order = (RevisionRow.added.desc(), RevisionRow.number.desc())
    with ledger.session() as session:
        total = session.scalar(select(func.count()).select_from(RevisionRow).where(*conditions))
        query = _lines().where(*conditions).order_by(*order).limit(limit).offset(offset)
        lines = tuple(_line(row) for row in session.execute(query))
    return Lines(lines, offset + len(lines) < (total or 0), total or 0)


def _searched(ledger: Ledger, wanted: ArticleFilter, limit: int, offset: int) -> Lines:
    hits = search_articles(
        ledger, wanted.words or "", wanted.lang, wanted.since, wanted.until, limit + 1, offset
    )
    shown = hits[:limit]
    found = article_lines(ledger, [hit.number for hit in shown])
    lines = tuple(
        found[hit.number].model_copy(update={"snippet": hit.snippet})
        for hit in shown
        if hit.number in found
    )
    total = offset + len(lines) if len(hits) <= limit else None
    return Lines(lines, len(hits) > limit, total)


def article_lines(ledger: Ledger, numbers: Collection[int]) -> dict[int, ArticleLine]:
    """The lines of articles, by their numbers."""
    with ledger.session() as session:
        query = _lines().where(newest(), RevisionRow.article_number.in_(numbers))
        return {row[0]: _line(row) for row in session.execute(query)}


def coded_ids(ledger: Ledger, numbers: Collection[int]) -> dict[int, list[str]]:
    """The ids of the events of articles as newly coded, in the order of the text."""
    query = (
        select(RevisionRow.article_number, EventRow.id)
        .join(EventRow, EventRow.revision_number == RevisionRow.number)
        .where(newest(), RevisionRow.article_number.in_(numbers), EventRow.review == 0)
        .order_by(EventRow.revision_number, EventRow.position)
    )
    found: dict[int, list[str]] = {number: [] for number in numbers}
    with ledger.session() as session:
        for number, event in session.execute(query):
            found[number].append(event)
    return found


def _lines() -> Select[Any]:
    """What a line says of a revision."""

    def count(*which: ColumnElement[bool]) -> Any:
        ours = StandingRow.article_number == RevisionRow.article_number
        return select(func.count()).where(ours, *which).scalar_subquery()

    return select(
        RevisionRow.article_number, RevisionRow.id, RevisionRow.title,
        func.substr(RevisionRow.text, 1, 160), RevisionRow.lang, RevisionRow.published,
        RevisionRow.source, RevisionRow.revision, RevisionRow.added,
        count(StandingRow.state != "rejected"), count(StandingRow.state != "open"),
    )  # fmt: skip


def _line(row: Any) -> ArticleLine:
    names = (name for name in ArticleLine.model_fields if name != "snippet")
    return ArticleLine(**dict(zip(names, row, strict=True)))


def told_article(ledger: Ledger, number: int) -> Told:
    """An article with its events; LedgerError when there is none of that number."""
    with ledger.session() as session:
        row = session.scalars(
            select(RevisionRow)
            .where(RevisionRow.article_number == number, newest())
            .options(
                selectinload(RevisionRow.relations),
                selectinload(RevisionRow.events).options(
                    selectinload(EventRow.parties),
                    selectinload(EventRow.evidence),
                    selectinload(EventRow.quantities),
                ),
            )
        ).first()
        if row is None:
            raise LedgerError(f"no article {number} in the ledger")
        return Told(
            number=number,
            revision=row.revision,
            document=Document.model_validate(fields(row, Document)),
            events=tuple(event_of(event) for event in row.events),
            relations=tuple(
                Relation.model_validate(
                    {name: getattr(one, name) for name in Relation.model_fields}
                )
                for one in row.relations
            ),
        )


def article_number(ledger: Ledger, id: str) -> int:
    """The number of the article with this id; LedgerError when there is none."""
    with ledger.session() as session:
        number = session.scalar(
            select(RevisionRow.article_number)
            .where(RevisionRow.id == id)
            .order_by(RevisionRow.number.desc())
            .limit(1)
        )
    if number is None:
        raise LedgerError(f"no article {id!r} in the ledger")
    return number
