"""What a document and a coded article are. Offsets count Unicode code points in `whole`."""

from __future__ import annotations

from datetime import date as Day
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kroniek.ontology import EventType, Precision, RelationType, Status

TITLE_BREAK = "\n\n"
"""What stands between title and text where offsets are counted."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Span(_Frozen):
    """Words of the article: `text` is what stands from `start` to `end`."""

    text: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]

    @model_validator(mode="after")
    def _length(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}..{self.end} is not as long as its text")
        return self


class Party(Span):
    """An actor or recipient as mentioned, and who that is.

    `code` is an ISO 3166 alpha-3 code or an organisation's short name, `sector` PLOVER's,
    `name` the person in English spelling, `role` the office held, such as "head of state".
    """

    code: str | None = None
    sector: str | None = None
    name: str | None = None
    role: str | None = None


class Quantity(Span):
    """A count tied to an event; `unit` an English singular noun or a currency's ISO code."""

    value: int | float
    unit: str


class EventDate(Span):
    """When an event happens: `value` is YYYY, YYYY-MM or YYYY-MM-DD."""

    value: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
    precision: Precision


class Place(Span):
    """Where an event happens. `name` in English; degrees north and east, where known."""

    name: str
    country: str | None = None
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None


class Event(_Frozen):
    """One act in an article, tied to the words that report it.

    `confidence` lies between 0 and 1; `rule` names the lexicon's entry that fired.
    """

    id: str
    type: EventType
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    status: Status
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    date: EventDate | None = None
    place: Place | None = None
    attribution: Span | None = None
    condition: Span | None = None
    quantities: tuple[Quantity, ...] = ()
    trigger: Span
    evidence: Annotated[tuple[Span, ...], Field(min_length=1)]
    confidence: Annotated[float, Field(ge=0, le=1)]
    rule: str

    @model_validator(mode="after")
    def _trigger_in_evidence(self) -> Self:
        first = self.evidence[0]
        if not first.start <= self.trigger.start <= self.trigger.end <= first.end:
            raise ValueError(f"{self.id}: the trigger lies outside the first evidence")
        return self


class Relation(Span):
    """How event `source` answers, contradicts, fulfils or fails event `target`."""

    type: RelationType
    source: Annotated[str, Field(alias="from")]
    target: Annotated[str, Field(alias="to")]


class Coder(_Frozen):
    """What coded an article: the version of Kroniek and the hash of its lexicon."""

    version: str
    lexicon: str


class Document(_Frozen):
    """An article as it was read, not yet coded. `source` tells where from."""

    id: str
    lang: str
    published: Day | None = None
    title: str = ""
    text: str
    source: str | None = None

    @property
    def whole(self) -> str:
        """Title and text in one: what all offsets count in."""
        return self.title + TITLE_BREAK + self.text if self.title else self.text


class CodedArticle(Document):
    """An article with its events and the relations between them."""

    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    coder: Coder

    @model_validator(mode="after")
    def _words_are_there(self) -> Self:
        whole = self.whole
        for span in _spans(self.events) + _spans(self.relations):
            if whole[span.start : span.end] != span.text:
                raise ValueError(f"{span.text!r} does not stand at {span.start}..{span.end}")
        return self

    def to_json(self) -> dict[str, Any]:
        """The coded article as plain JSON, with the keys of the published format."""
        return self.model_dump(mode="json", by_alias=True)


def _spans(value: Any) -> list[Span]:
    """All spans in a model or a sequence of models, however deep."""
    if isinstance(value, tuple):
        return [span for item in value for span in _spans(item)]
    if not isinstance(value, BaseModel):
        return []
    inner = [span for name in type(value).model_fields for span in _spans(getattr(value, name))]
    return [value, *inner] if isinstance(value, Span) else inner
