"""The ledger as a whole: add coded articles, ask for events."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, contains_eager, defer, joinedload, selectinload
from sqlalchemy.orm.interfaces import LoaderOption

from kroniek.document import CodedArticle, Document, Event, Relation
from kroniek.errors import LedgerError
from kroniek.ledger.adding import Added, keep
from kroniek.ledger.engine import WRITES, open_engine
from kroniek.ledger.rows import event_of, fields
from kroniek.ledger.schema import EventRow, RelationRow, RevisionRow, StandingRow, State
from kroniek.ledger.search import Filter, newest, select_events

_BATCH = 500
"""Events that are fetched in one go."""

ARTICLES_AT_ONCE: Final = 500
"""Articles that `add_many` keeps in one transaction. From 200 on more are hardly faster, and
other writers wait for less than a second."""


class Entry(BaseModel):
    """An event in the ledger and the article that tells it, without its text. `review` is how it
    stands after what people decided, `reviewer` who decided.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    event: Event
    article: str
    lang: str
    published: date | None
    title: str
    source: str | None
    revision: int
    review: State = "open"
    reviewer: str | None = None


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
            (added,) = keep(session, [article])
            return added

    def add_many(
        self, articles: Iterable[CodedArticle], batch: int = ARTICLES_AT_ONCE
    ) -> Counter[Added]:
        """Keeps articles as `add` would one by one, `batch` of them in a transaction.

        What was kept when it stops half-way are whole batches; to give all again is safe.
        """
        counts: Counter[Added] = Counter()
        rest = iter(articles)
        while some := list(islice(rest, batch)):
            with self._session(writes=True) as session:
                added = keep(session, some)
            counts.update(added)
        return counts

    def events(self, wanted: Filter | None = None) -> Iterator[Entry]:
        """The events of the newest revisions that pass a filter, as people left them, by day."""
        with self._session() as session:
            query = select_events(wanted or Filter()).options(*whole_entries())
            for row in session.scalars(query.execution_options(yield_per=_BATCH)):
                yield entry_of(row)

    def event(self, prefix: str) -> Entry:
        """The event whose id starts so, as people left it, or as its newest revision has it.

        LedgerError when there is none or more than one.
        """
        with self._session() as session:
            found = session.scalars(
                select(EventRow)
                .join(EventRow.revision)
                .where(EventRow.id.startswith(prefix, autoescape=True))
                .options(
                    joinedload(EventRow.revision),
                    joinedload(EventRow.standing).joinedload(StandingRow.decision),
                )
                .order_by(RevisionRow.revision.desc(), EventRow.review.desc())
            ).all()
            ids = sorted({row.id for row in found})
            if not ids:
                raise LedgerError(f"no event {prefix!r} in the ledger; `kroniek events` lists them")
            if len(ids) > 1:
                shown = ", ".join(ids[:5])
                raise LedgerError(f"{prefix!r} starts {len(ids)} event ids: {shown}; give more")
            return entry_of(next((row for row in found if row.standing), found[0]))

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
    def session(self, writes: bool = False) -> Iterator[Session]:
        """A session in one transaction, for questions that no method here asks."""
        with self._session(writes) as session:
            yield session

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


def whole_entries() -> tuple[LoaderOption, ...]:
    """What `select_events` has to load for `entry_of`."""
    return (
        contains_eager(EventRow.revision).options(defer(RevisionRow.text)),
        contains_eager(EventRow.standing).options(selectinload(StandingRow.decision)),
        selectinload(EventRow.parties),
        selectinload(EventRow.evidence),
        selectinload(EventRow.quantities),
    )


def entry_of(row: EventRow) -> Entry:
    """An event's row, with its revision and standing, as an entry."""
    told, stands = row.revision, row.standing
    return Entry(
        id=row.id,
        event=event_of(row),
        article=told.id,
        lang=told.lang,
        published=told.published,
        title=told.title,
        source=told.source,
        revision=told.revision,
        review=stands.state if stands else "open",  # type: ignore[arg-type]
        reviewer=stands.decision.by if stands and stands.decision else None,
    )
