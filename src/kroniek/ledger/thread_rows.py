"""The tables of threads and copies, derived from the events and made anew when those change."""

from __future__ import annotations

from datetime import date as Day

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kroniek.ledger.schema import Base


class ThreadRow(Base):
    """One event over all articles. `contexts` stand between bars, `words` are those of its sources
    casefolded, `body` the model as JSON.
    """

    __tablename__ = "threads"
    __table_args__ = (Index(None, "first_day", "number"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(index=True)
    first_day: Mapped[Day]
    last_day: Mapped[Day]
    type: Mapped[str] = mapped_column(index=True)
    status: Mapped[str]
    country: Mapped[str | None]
    contexts: Mapped[str]
    sources: Mapped[int]
    words: Mapped[str]
    body: Mapped[str]


class ThreadPartyRow(Base):
    """Who acts (`side` actors) or undergoes (recipients); `key` is a code, else the name
    casefolded, `words` code and names casefolded.
    """

    __tablename__ = "thread_parties"
    __table_args__ = (Index(None, "side", "key"),)

    thread_number: Mapped[int] = mapped_column(ForeignKey("threads.number"), primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str]


class ThreadEventRow(Base):
    """Which thread an event is in, by the event's id."""

    __tablename__ = "thread_events"

    event: Mapped[str] = mapped_column(primary_key=True)
    thread_number: Mapped[int] = mapped_column(ForeignKey("threads.number"), index=True)


class CopyRow(Base):
    """An article that is a copy of another; `likeness` lies between 0 and 1."""

    __tablename__ = "copies"

    article_number: Mapped[int] = mapped_column(ForeignKey("articles.number"), primary_key=True)
    original_number: Mapped[int] = mapped_column(ForeignKey("articles.number"), index=True)
    likeness: Mapped[float]


class ThreadMarkRow(Base):
    """Up to which article and decision the threads were made; one row."""

    __tablename__ = "thread_mark"

    mark: Mapped[str] = mapped_column(primary_key=True)
