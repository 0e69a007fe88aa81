"""The ledger as a whole: add coded articles, ask for events."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, contains_eager, defer, joinedload, selectinload

from kroniek.document import CodedArticle, Document, Event, Relation
from kroniek.errors import LedgerError
from kroniek.ledger.engine import WRITES, open_engine
from kroniek.ledger.rows import article_key, digest, event_of, fields, revision_row
from kroniek.ledger.schema import ArticleRow, EventRow, RelationRow, RevisionRow
from kroniek.ledger.search import Filter, newest, select_events

_BATCH = 500
"""Events that are fetched in one go."""


class Added(StrEnum):
    """What adding an article did."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"


class Entry(BaseModel):
    """An event in the ledger and the article that tells it, without its text."""

    model_config = ConfigDict(frozen=True)

    id: str
    event: Event
    article: str
    lang: str
    published: date | None
    title: str
    source: str | None
    revision: int


class Ledger:
    """Coded articles over time. Use as a context manager, or call `close`."""

    def __init__(self, where: str | Path) -> None:
        """Opens the ledger in an SQLite file or at a database URL; makes it when new."""
        self._engine: Engine = open_engine(where)

    def close(self) -> None:
        """Closes every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def add(self, article: CodedArticle) -> Added:
        """Keeps an article in one transaction; one that tells nothing new changes nothing."""
        with self._session(writes=True) as session:
            key = article_key(article)
            row, last = _find(session, article, key)
            if last is not None and last.digest == digest(article):
                return Added.UNCHANGED
            if row is None:
                row = ArticleRow(key=key)
                session.add(row)
                session.flush()
            revision = revision_row(article, row.key, last.revision + 1 if last else 1)
            revision.article_number = row.number
            session.add(revision)
            return Added.REVISED if last else Added.NEW

    def events(self, wanted: Filter | None = None) -> Iterator[Entry]:
        """The events of the newest revisions that pass a filter, by day."""
        with self._session() as session:
            query = select_events(wanted or Filter()).options(
                contains_eager(EventRow.revision).options(defer(RevisionRow.text)),
                selectinload(EventRow.parties),
                selectinload(EventRow.evidence),
                selectinload(EventRow.quantities),
            )
            for row in session.scalars(query.execution_options(yield_per=_BATCH)):
                yield _entry(row)

    def event(self, prefix: str) -> Entry:
        """The event whose id starts so, as its newest revision has it.

        LedgerError when there is none or more than one.
        """
        with self._session() as session:
            found = session.scalars(
                select(EventRow)
                .join(EventRow.revision)
                .where(EventRow.id.startswith(prefix, autoescape=True))
                .options(joinedload(EventRow.revision))
                .order_by(RevisionRow.revision.desc())
            ).all()
            ids = sorted({row.id for row in found})
            if not ids:
                raise LedgerError(f"no event {prefix!r} in the ledger; `kroniek events` lists them")
            if len(ids) > 1:
                shown = ", ".join(ids[:5])
                raise LedgerError(f"{prefix!r} starts {len(ids)} event ids: {shown}; give more")
            return _entry(found[0])

    def article(self, entry: Entry) -> Document:
        """The article of an entry, in the revision that the entry is from."""
        with self._session() as session:
            row = session.scalars(
                select(RevisionRow)
                .where(RevisionRow.id == entry.article, RevisionRow.revision == entry.revision)
                .order_by(RevisionRow.number.desc())
            ).first()
            if row is None:
                raise LedgerError(f"no article {entry.article!r} in the ledger")
            return Document.model_validate(fields(row, Document))

    def relations(self, entry: Entry) -> tuple[Relation, ...]:
        """The relations that tie an event to others of its article."""
        with self._session() as session:
            rows = session.scalars(
                select(RelationRow)
                .join(RevisionRow, RevisionRow.number == RelationRow.revision_number)
                .where(
                    newest(), (RelationRow.source == entry.id) | (RelationRow.target == entry.id)
                )
                .order_by(RelationRow.number)
            )
            return tuple(
                Relation.model_validate(
                    {name: getattr(row, name) for name in Relation.model_fields}
                )
                for row in rows
            )

    @contextmanager
    def _session(self, writes: bool = False) -> Iterator[Session]:
        """A session in one transaction; what the database refuses becomes a LedgerError."""
        engine = self._engine.execution_options(**{WRITES: writes})
        try:
            with Session(engine) as session, session.begin():
                yield session
        except SQLAlchemyError as error:
            reason = " ".join(str(getattr(error, "orig", None) or error).split())
            raise LedgerError(f"{self._engine.url.render_as_string()}: {reason}") from error


def _find(
    session: Session, article: CodedArticle, key: str
) -> tuple[ArticleRow | None, RevisionRow | None]:
    """The article that this is a telling of, and its newest revision."""
    row = session.scalar(select(ArticleRow).where(ArticleRow.key == key))
    of = RevisionRow.id == article.id if row is None else RevisionRow.article_number == row.number
    last = session.scalar(select(RevisionRow).where(of, newest()).order_by(RevisionRow.number))
    if row is None and last is not None:
        row = session.get(ArticleRow, last.article_number)
    return row, last


def _entry(row: EventRow) -> Entry:
    told = row.revision
    return Entry(
        id=row.id,
        event=event_of(row),
        article=told.id,
        lang=told.lang,
        published=told.published,
        title=told.title,
        source=told.source,
        revision=told.revision,
    )
