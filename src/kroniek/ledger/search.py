"""Which events of the ledger someone asks for, as SQL."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, exists, select
from sqlalchemy.orm import aliased

from kroniek.ledger.schema import EventRow, PartyRow, RevisionRow, StandingRow


@dataclass(frozen=True)
class Filter:
    """What an event must be; None asks nothing.

    `actor` and `recipient` are a code ("KOR"), or words in a name or mention; `since` and
    `until` include events whose date overlaps them (without a date: the day of publication);
    `text` are words in the evidence or the headline; `context` one of the event's contexts;
    `country` the ISO code of where it happens. `review` is how it stands after people's decisions
    (one of STATES); without it all events pass but those that they rejected.
    """

    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    status: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    context: str | None = None
    country: str | None = None
    review: str | None = None


def select_events(wanted: Filter) -> Select[EventRow]:
    """Events of the newest revisions, as people left them, that pass, by day and then as added."""
    return (
        select(EventRow)
        .join(EventRow.revision)
        .join(EventRow.standing)
        .where(*conditions(wanted))
        .order_by(EventRow.first_day.is_(None), EventRow.first_day, EventRow.number)
    )


def stands(state: str | None = None) -> ColumnElement[bool]:
    """That an event, joined to its standing, is in a state; without one, that it holds: people did
    not reject it.
    """
    return StandingRow.state != "rejected" if state is None else StandingRow.state == state


def newest() -> ColumnElement[bool]:
    """That a revision is the newest of its article."""
    later = aliased(RevisionRow)
    return ~exists().where(
        later.article_number == RevisionRow.article_number, later.revision > RevisionRow.revision
    )


def conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    """What a filter asks of an event that is joined to its standing."""
    found = [stands(wanted.review)]
    found += has_parties(wanted, EventRow.number, PartyRow, PartyRow.event_number, PartyRow.code)
    if wanted.type is not None:
        found.append(EventRow.type == wanted.type)
    if wanted.status is not None:
        found.append(EventRow.status == wanted.status)
    if wanted.since is not None:
        found.append(EventRow.last_day >= wanted.since)
    if wanted.until is not None:
        found.append(EventRow.first_day <= wanted.until)
    if wanted.text is not None:
        found.append(contains(EventRow.words, wanted.text))
    if wanted.context is not None:
        found.append(cast(EventRow.contexts, String).contains(f'"{wanted.context}"'))
    if wanted.country is not None:
        found.append(EventRow.place["country"].as_string() == wanted.country)
    return found


def has_parties(
    wanted: Filter, number: Any, party: Any, owner: Any, code: Any
) -> list[ColumnElement[bool]]:
    """That what has a number has the actor and recipient of a filter among its rows of `party`, of
    which `owner` says whose they are: by `code` when it looks like one, in capitals; else by words.
    """
    found = []
    for side, who in (("actors", wanted.actor), ("recipients", wanted.recipient)):
        if who is not None:
            matches = code == who if who.isupper() else contains(party.words, who)
            found.append(number.in_(select(owner).where(party.side == side, matches)))
    return found


def contains(column: Any, words: str) -> ColumnElement[bool]:
    """That a column of casefolded text has words."""
    found: ColumnElement[bool] = column.contains(words.casefold(), autoescape=True)
    return found
