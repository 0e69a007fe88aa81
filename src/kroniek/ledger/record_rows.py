"""The tables of the record over time, derived from the events and made anew when those change."""

from __future__ import annotations

from datetime import date as Day

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kroniek.ledger.schema import Base


class RecordRow(Base):
    """One statement, commitment, reaction or contradiction (`part`); `kind` is its type or kind,
    `status` its status, form or state, `words` its sources casefolded, `body` the model as JSON.
    """

    __tablename__ = "record"
    __table_args__ = (Index(None, "part", "day"), Index(None, "part", "id"))

    number: Mapped[int] = mapped_column(primary_key=True)
    part: Mapped[str]
    id: Mapped[str]
    day: Mapped[Day]
    kind: Mapped[str]
    status: Mapped[str]
    words: Mapped[str]
    body: Mapped[str]


class RecordPartyRow(Base):
    """Who acts or speaks (`side` actors) or undergoes (recipients); `key` is a code, else the name
    casefolded, `words` code and name casefolded.
    """

    __tablename__ = "record_parties"
    __table_args__ = (Index(None, "side", "key"),)

    record_number: Mapped[int] = mapped_column(ForeignKey("record.number"), primary_key=True)
    side: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str]
