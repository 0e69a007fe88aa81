"""What is counted of every event, as arrays in memory: read once, and then only what is new, so
that the events of any filter are counted at once however many there are.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from threading import Lock
from typing import Any, Final
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Select, String, cast, select
from sqlalchemy.orm import Session

from kroniek.ledger.rows import SIDES
from kroniek.ledger.schema import EventRow, PartyRow, StandingRow
from kroniek.ledger.search import Filter, conditions
from kroniek.ledger.standing import mark
from kroniek.ledger.store import Ledger

Ints = NDArray[np.int64]

NEVER: Final = date.max.toordinal()
"""The day of an event without one, which is listed last."""

FILTERS: Final = 32
"""Filters whose events are remembered until the ledger changes."""


class Names:
    """Values by numbers, in the order that they came; None is -1."""

    def __init__(self) -> None:
        self.all: list[Any] = []
        self._numbers: dict[Any, int] = {None: -1}

    def numbers(self, values: Sequence[Any]) -> Ints:
        """The number of each value."""
        known, names = self._numbers, self.all
        for value in values:
            if value not in known:
                known[value] = len(names)
                names.append(value)
        return np.array([known[value] for value in values], np.int64)


def _none() -> Ints:
    return np.empty(0, np.int64)


@dataclass
class Columns:
    """The events of a ledger in the order of their numbers; each array holds one thing of all.

    Of parties with a code there are the place of the event, the side (0 acts, 1 undergoes) and the
    code; `pairs` are the codes of an actor and of a recipient of an event. An event has each once.
    """

    mark: str = ""
    number: Ints = field(default_factory=_none)
    day: Ints = field(default_factory=_none)
    month: Ints = field(default_factory=_none)
    type: Ints = field(default_factory=_none)
    status: Ints = field(default_factory=_none)
    contexts: Ints = field(default_factory=_none)
    spot: Ints = field(default_factory=_none)
    party_event: Ints = field(default_factory=_none)
    party_side: Ints = field(default_factory=_none)
    party_code: Ints = field(default_factory=_none)
    pair_event: Ints = field(default_factory=_none)
    pair_actor: Ints = field(default_factory=_none)
    pair_recipient: Ints = field(default_factory=_none)
    types: Names = field(default_factory=Names)
    statuses: Names = field(default_factory=Names)
    contexts_: Names = field(default_factory=Names)
    spots: Names = field(default_factory=Names)
    codes: Names = field(default_factory=Names)
    decided: dict[str, Ints] = field(default_factory=dict)
    chosen: OrderedDict[Filter, Ints] = field(default_factory=OrderedDict)

    def places(self, numbers: Sequence[int]) -> Ints:
        """Where events stand in the arrays."""
        return np.searchsorted(self.number, np.array(numbers, np.int64)).astype(np.int64)

    def grow(self, **more: Ints) -> None:
        """Adds to the ends of arrays."""
        for name, values in more.items():
            setattr(self, name, np.concatenate((getattr(self, name), values)))


_known: WeakKeyDictionary[Ledger, Columns] = WeakKeyDictionary()
_lock = Lock()


@contextmanager
def columns(ledger: Ledger) -> Iterator[tuple[Session, Columns]]:
    """The columns of a ledger as it now is."""
    with _lock, ledger.session() as session:
        found = _known.setdefault(ledger, Columns())
        now = mark(session)
        if found.mark != now:
            _read(session, found)
            found.mark = now
        yield session, found


def forget(ledger: Ledger) -> None:
    """Drops what is kept in memory about a ledger."""
    with _lock:
        _known.pop(ledger, None)


def chosen(session: Session, known: Columns, wanted: Filter) -> Ints:
    """Where the events that pass a filter stand in the columns, in the order of their days."""
    found = known.chosen.get(wanted)
    if found is None:
        query = select(EventRow.number).join(EventRow.standing).where(*conditions(wanted))
        at = np.sort(known.places([number for (number,) in _rows(session, query)]))
        found = at[np.argsort(known.day[at], kind="stable")]
        known.chosen[wanted] = found
    known.chosen.move_to_end(wanted)
    while len(known.chosen) > FILTERS:
        known.chosen.popitem(last=False)
    return found


def _read(session: Session, known: Columns) -> None:
    """Reads the events that are new, and how all of them now stand."""
    last = int(known.number[-1]) if len(known.number) else 0
    _read_events(session, known, last)
    _read_parties(session, known, last)
    decided: dict[str, list[int]] = {}
    for state, number in session.execute(
        select(StandingRow.state, StandingRow.event_number).where(StandingRow.state != "open")
    ):
        decided.setdefault(state, []).append(number)
    known.decided = {state: known.places(numbers) for state, numbers in decided.items()}
    known.chosen.clear()


def _read_events(session: Session, known: Columns, last: int) -> None:
    table = EventRow.__table__.c
    rows = _rows(
        session,
        select(
            table.number, cast(table.first_day, String), table.type, table.status,
            cast(table.contexts, String), table.place["name"].as_string(),
            table.place["country"].as_string(), table.place["lat"].as_float(),
            table.place["lon"].as_float(),
        )
        .where(table.number > last)
        .order_by(table.number),
    )  # fmt: skip
    if not rows:
        return
    number, days, types, statuses, contexts, *spots = zip(*rows, strict=True)
    dates = {day: date.fromisoformat(day) for day in set(days) if day}
    at = {day: one.toordinal() for day, one in dates.items()}
    month = {day: one.year * 12 + one.month - 1 for day, one in dates.items()}
    known.grow(
        number=np.array(number, np.int64),
        day=np.array([at.get(day, NEVER) for day in days], np.int64),
        month=np.array([month.get(day, -1) for day in days], np.int64),
        type=known.types.numbers(types),
        status=known.statuses.numbers(statuses),
        contexts=known.contexts_.numbers(contexts),
        spot=known.spots.numbers(
            [spot if None not in spot[2:] else None for spot in zip(*spots, strict=True)]
        ),
    )


def _rows(session: Session, query: Select[Any]) -> list[tuple[Any, ...]]:
    """The rows of a query as the driver gives them, which is three times as fast."""
    cursor = session.connection().execute(query).cursor
    return list(cursor.fetchall()) if cursor else []


def _read_parties(session: Session, known: Columns, last: int) -> None:
    table = PartyRow.__table__.c
    query = select(table.event_number, table.side, table.code).where(
        table.event_number > last, table.code.is_not(None)
    )
    events, names, codes = list(zip(*_rows(session, query), strict=True)) or ((), (), ())
    event, code = known.places(events), known.codes.numbers(codes)
    side = np.array([SIDES.index(one) for one in names], np.int64)
    width = len(known.codes.all) + 1
    keys = np.unique((event * len(SIDES) + side) * width + code)
    both, code = np.divmod(keys, width)
    event, side = np.divmod(both, len(SIDES))
    known.grow(party_event=event, party_side=side, party_code=code)
    acts = side == 0
    acting, actor, undergoing, recipient = event[acts], code[acts], event[~acts], code[~acts]
    first = np.searchsorted(undergoing, acting, "left")
    times = np.searchsorted(undergoing, acting, "right") - first
    within = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    known.grow(
        pair_event=np.repeat(acting, times),
        pair_actor=np.repeat(actor, times),
        pair_recipient=recipient[np.repeat(first, times) + within],
    )
