"""The tables of the ledger. Rows are only ever added, never changed or removed, but for those of
`standing`, which are derived.

An article is what one source keeps telling; each text or coding of it is a revision, and the
events belong to the revision. The newest revision speaks for the article, as people left it.
"""

from datetime import date as Day
from datetime import datetime
from typing import Any, Final, Literal, get_args

from sqlalchemy import JSON, ForeignKey, Index, MetaData, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
"""How constraints are named, so that later migrations can name them too."""


class Base(DeclarativeBase):
    """Root of the tables."""

    metadata = MetaData(naming_convention=NAMES)


class ArticleRow(Base):
    """One article over all its revisions; `key` is what it is recognised by."""

    __tablename__ = "articles"

    number: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)


class RevisionRow(Base):
    """One text of an article as coded once; `digest` is the hash of the coded article."""

    __tablename__ = "revisions"
    __table_args__ = (UniqueConstraint("article_number", "revision"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    article_number: Mapped[int] = mapped_column(ForeignKey("articles.number"))
    revision: Mapped[int]
    digest: Mapped[str]
    added: Mapped[datetime]
    id: Mapped[str] = mapped_column(index=True)
    lang: Mapped[str]
    published: Mapped[Day | None]
    title: Mapped[str]
    text: Mapped[str]
    source: Mapped[str | None]
    coder_version: Mapped[str]
    coder_lexicon: Mapped[str]

    events: Mapped[list["EventRow"]] = relationship(
        primaryjoin="(RevisionRow.number == EventRow.revision_number) & (EventRow.review == 0)",
        order_by="EventRow.position",
        viewonly=True,
    )
    """As coded."""
    relations: Mapped[list["RelationRow"]] = relationship(order_by="RelationRow.number")


class EventRow(Base):
    """One event of a revision.

    `id` is the event's own over revisions as long as its words stay the same; `local` is its
    id in the coded article. `first_day` to `last_day` is when it happened, or else the day
    of publication; `words` holds headline and evidence casefolded, for searching. `review` is the
    number of the decision that an event rests on, 0 for one as coded.
    """

    __tablename__ = "events"
    __table_args__ = (
        UniqueConstraint("revision_number", "id", "review"),
        Index(None, "first_day", "last_day"),
    )

    number: Mapped[int] = mapped_column(primary_key=True)
    revision_number: Mapped[int] = mapped_column(ForeignKey("revisions.number"), index=True)
    position: Mapped[int]
    id: Mapped[str] = mapped_column(index=True)
    local: Mapped[str]
    type: Mapped[str] = mapped_column(index=True)
    mode: Mapped[str | None]
    contexts: Mapped[list[str]] = mapped_column(JSON(none_as_null=True))
    status: Mapped[str] = mapped_column(index=True)
    date: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    first_day: Mapped[Day | None]
    last_day: Mapped[Day | None]
    place: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    attribution: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    condition: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    trigger: Mapped[dict[str, Any]] = mapped_column(JSON(none_as_null=True))
    confidence: Mapped[float]
    rule: Mapped[str]
    words: Mapped[str]
    review: Mapped[int] = mapped_column(default=0)

    parties: Mapped[list["PartyRow"]] = relationship(order_by="PartyRow.position")
    evidence: Mapped[list["EvidenceRow"]] = relationship(order_by="EvidenceRow.position")
    quantities: Mapped[list["QuantityRow"]] = relationship(order_by="QuantityRow.position")
    revision: Mapped[RevisionRow] = relationship()
    standing: Mapped["StandingRow | None"] = relationship()


class PartyRow(Base):
    """An actor or recipient (`side`) of an event; `words` is name and mention casefolded."""

    __tablename__ = "parties"
    __table_args__ = (Index(None, "side", "code"), Index(None, "event_number", "side", "code"))

    number: Mapped[int] = mapped_column(primary_key=True)
    event_number: Mapped[int] = mapped_column(ForeignKey("events.number"), index=True)
    side: Mapped[str]
    position: Mapped[int]
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    code: Mapped[str | None]
    sector: Mapped[str | None]
    name: Mapped[str | None]
    role: Mapped[str | None]
    words: Mapped[str]


class EvidenceRow(Base):
    """The words of the article that support an event."""

    __tablename__ = "evidence"

    number: Mapped[int] = mapped_column(primary_key=True)
    event_number: Mapped[int] = mapped_column(ForeignKey("events.number"), index=True)
    position: Mapped[int]
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]


class QuantityRow(Base):
    """A count tied to an event; `whole` tells 4 from 4.0."""

    __tablename__ = "quantities"

    number: Mapped[int] = mapped_column(primary_key=True)
    event_number: Mapped[int] = mapped_column(ForeignKey("events.number"), index=True)
    position: Mapped[int]
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    value: Mapped[float]
    whole: Mapped[bool]
    unit: Mapped[str] = mapped_column(index=True)


class RelationRow(Base):
    """How one event of a revision answers, contradicts, fulfils or fails another, by their ids."""

    __tablename__ = "relations"

    number: Mapped[int] = mapped_column(primary_key=True)
    revision_number: Mapped[int] = mapped_column(ForeignKey("revisions.number"), index=True)
    type: Mapped[str]
    source: Mapped[str]
    target: Mapped[str]
    text: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]


Verdict = Literal["accept", "reject", "correct", "add"]
UNDO: Final = "undo"

State = Literal["open", "accepted", "corrected", "added", "rejected"]
"""How an event stands: open when nobody decided about it."""

STATES: Final[tuple[State, ...]] = get_args(State)
STATE_OF: Final[dict[str, State]] = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added",
}  # fmt: skip
"""How an event stands after a verdict."""


class ReviewRow(Base):
    """One decision of a person about an event. `event` is the event that it leaves, None when
    rejected; `undoes` is the number of the decision that an undo takes back.
    """

    __tablename__ = "reviews"

    number: Mapped[int] = mapped_column(primary_key=True)
    article_number: Mapped[int] = mapped_column(ForeignKey("articles.number"), index=True)
    event_id: Mapped[str]
    verdict: Mapped[str]
    event: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    blind: Mapped[bool]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("reviews.number"))
    by: Mapped[str]
    at: Mapped[datetime]


class StandingRow(Base):
    """How an event of the newest revision stands (`state`), and by which decision; derived."""

    __tablename__ = "standing"
    __table_args__ = (Index(None, "state", "event_number"),)

    event_number: Mapped[int] = mapped_column(ForeignKey("events.number"), primary_key=True)
    article_number: Mapped[int] = mapped_column(ForeignKey("articles.number"), index=True)
    state: Mapped[str]
    review: Mapped[int | None] = mapped_column(ForeignKey("reviews.number"))

    decision: Mapped[ReviewRow | None] = relationship()
