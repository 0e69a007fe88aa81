"""Keeps coded articles: finds what the ledger has of them and adds what is new, in bulk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, func, insert, select
from sqlalchemy.orm import Session

from kroniek.document import CodedArticle, Event
from kroniek.ledger.rows import (
    Values,
    article_key,
    digest,
    event_ids,
    event_values,
    evidence_values,
    party_values,
    quantity_values,
    relation_values,
    revision_values,
)
from kroniek.ledger.schema import (
    ArticleRow,
    Base,
    EventRow,
    EvidenceRow,
    PartyRow,
    QuantityRow,
    RelationRow,
    RevisionRow,
)
from kroniek.ledger.search import newest
from kroniek.ledger.standing import stand


class Added(StrEnum):
    """What adding an article did."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"


@dataclass
class _Story:
    """An article as the ledger has it: its newest revision. `number` is 0 until it has one."""

    key: str
    id: str = ""
    digest: str = ""
    revision: int = 0
    number: int = 0


@dataclass(frozen=True)
class _Telling:
    """An article that is to be kept as this revision of a story."""

    story: _Story
    article: CodedArticle
    revision: int


def keep(session: Session, articles: Sequence[CodedArticle]) -> list[Added]:
    """Adds what is new in articles, one after the other; what it did with each."""
    stories = _Stories(session, articles)
    tellings: list[_Telling] = []
    added = []
    for article in articles:
        story, told = stories.of(article), digest(article)
        if story.digest == told:
            added.append(Added.UNCHANGED)
            continue
        added.append(Added.REVISED if story.revision else Added.NEW)
        story.id, story.digest, story.revision = article.id, told, story.revision + 1
        tellings.append(_Telling(story, article, story.revision))
    if tellings:
        _number(session, [telling.story for telling in tellings])
        _insert(session, tellings)
    return added


class _Stories:
    """What the ledger has of some articles; an article is found by its key, else by its id."""

    def __init__(self, session: Session, articles: Sequence[CodedArticle]) -> None:
        self._by_key: dict[str, _Story] = {}
        self._by_id: dict[str, list[_Story]] = {}
        keys = {article_key(article) for article in articles}
        self._read(session, ArticleRow.key.in_(keys))
        self._read(session, RevisionRow.id.in_({article.id for article in articles}))

    def of(self, article: CodedArticle) -> _Story:
        """The story that an article tells; a new one when the ledger has none."""
        key = article_key(article)
        story = self._by_key.get(key)
        if story is None:
            same = (one for one in self._by_id.get(article.id, ()) if one.id == article.id)
            story = next(same, None) or self._keep(_Story(key))
        named = self._by_id.setdefault(article.id, [])
        if story not in named:
            named.append(story)
        return story

    def _keep(self, story: _Story) -> _Story:
        return self._by_key.setdefault(story.key, story)

    def _read(self, session: Session, wanted: ColumnElement[bool]) -> None:
        rows = session.execute(
            select(
                ArticleRow.key, RevisionRow.id, RevisionRow.digest, RevisionRow.revision,
                ArticleRow.number,
            )
            .join(RevisionRow, RevisionRow.article_number == ArticleRow.number)
            .where(wanted, newest())
            .order_by(RevisionRow.number)
        )  # fmt: skip
        for row in rows:
            story = self._keep(_Story(*row))
            named = self._by_id.setdefault(story.id, [])
            if story not in named:
                named.append(story)


def _number(session: Session, stories: Iterable[_Story]) -> None:
    """Gives each story that is new a row and the number of it."""
    new = list({story.key: story for story in stories if not story.number}.values())
    numbers = _insert_numbered(session, ArticleRow, [{"key": story.key} for story in new])
    for story, number in zip(new, numbers, strict=True):
        story.number = number


def _insert(session: Session, tellings: Sequence[_Telling]) -> None:
    """Adds the revisions with their events and all that belongs to those."""
    revisions = _insert_numbered(
        session,
        RevisionRow,
        [revision_values(one.article, one.story.number, one.revision) for one in tellings],
    )
    told: list[Event] = []
    rows: list[Values] = []
    relations: list[Values] = []
    standing: dict[int, tuple[int, int]] = {}
    for one, revision in zip(tellings, revisions, strict=True):
        ids = event_ids(one.article, one.story.key)
        told.extend(one.article.events)
        rows.extend(event_values(one.article, ids, revision))
        standing[one.story.number] = (len(rows) - len(ids), len(rows))
        relations.extend(relation_values(one.article, ids, revision))
    numbers = _insert_numbered(session, EventRow, rows)
    events = list(zip(told, numbers, strict=True))
    for table, values in (
        (PartyRow, party_values), (EvidenceRow, evidence_values), (QuantityRow, quantity_values),
    ):  # fmt: skip
        _insert_all(session, table, [row for pair in events for row in values(*pair)])
    _insert_all(session, RelationRow, relations)
    stand(session, {story: numbers[first:last] for story, (first, last) in standing.items()})


def _insert_numbered(session: Session, model: type[Base], rows: Sequence[Values]) -> Sequence[int]:
    """Adds rows to a table; the numbers they got, in the same order.

    The numbers are taken beforehand, so that rows can be sent without waiting for any answer.
    """
    if not rows:
        return []
    numbers = _take_numbers(session, model.__tablename__, len(rows))
    numbered = [row | {"number": number} for row, number in zip(rows, numbers, strict=True)]
    _insert_all(session, model, numbered)
    return numbers


def _take_numbers(session: Session, table: str, count: int) -> Sequence[int]:
    """The next numbers of a table, while the write lock is held."""
    number = Base.metadata.tables[table].c.number
    if session.get_bind().dialect.name == "sqlite":
        last = session.scalar(select(func.coalesce(func.max(number), 0))) or 0
        return range(last + 1, last + 1 + count)
    sequence = func.nextval(func.pg_get_serial_sequence(table, "number"))
    return session.scalars(select(sequence).select_from(func.generate_series(1, count))).all()


def _insert_all(session: Session, model: type[Base], rows: Sequence[Values]) -> None:
    """Adds rows to a table; not by the model, whose inserts go to PostgreSQL one by one."""
    if rows:
        session.execute(insert(Base.metadata.tables[model.__tablename__]), rows)
