"""What all parts of the record share: who, in which words of which article."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day

from pydantic import BaseModel, ConfigDict

from kroniek.document import Party
from kroniek.ledger.acts import Act, Words, once, party_key


class Frozen(BaseModel):
    """Root of the record's models."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Who(Frozen):
    """A party of the record: `code` as in Party, `name` the person or the words of the mention;
    `office` held at the time, where known.
    """

    code: str | None
    name: str
    office: str | None = None

    @property
    def key(self) -> str:
        """What parties are compared by."""
        return self.code or self.name.casefold()

    def __str__(self) -> str:
        return self.name if self.code in (None, self.name) else f"{self.name} ({self.code})"


class Source(Frozen):
    """Where something is told: an article, the event in it if any, and the exact words."""

    event: str | None
    article: str
    published: Day | None
    lang: str
    title: str
    source: str | None
    words: str


@once
def source_of(act: Act) -> Source:
    """Where an act is told, in the words of its main evidence."""
    return source_in(act, act.evidence[0])


def source_in(act: Act, told: Words) -> Source:
    """Where an act is told, in these words."""
    return Source(
        event=act.id, article=act.article_id, published=act.published, lang=act.lang,
        title=act.title, source=act.source, words=" ".join(told.text.split()),
    )  # fmt: skip


def who_of(parties: Iterable[Party]) -> tuple[Who, ...]:
    """Parties once each, as the record shows them."""
    found: dict[str, Who] = {}
    for party in parties:
        name = party.name or " ".join(party.text.split())
        found.setdefault(party_key(party), Who(code=party.code, name=name, office=party.role))
    return tuple(found.values())


def others_of(act: Act) -> tuple[Who, ...]:
    """The recipients of an act that are not its actors."""
    return who_of(party for party in act.recipients if party_key(party) not in act.who)


def keys(parties: Iterable[Who]) -> frozenset[str]:
    """What parties are compared by."""
    return frozenset(party.key for party in parties)
