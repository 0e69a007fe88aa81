"""Record and threads behind the pages: while large ones are brought up to date, the pages show
them as they were.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from fastapi import Request
from sqlalchemy import func, select

from kroniek.ledger import Ledger, thread_making
from kroniek.ledger.before import as_it_was
from kroniek.ledger.deriving import is_fresh, refresh
from kroniek.ledger.schema import StandingRow

SMALL: Final = 3000
"""Events of which record and threads are made in about a second, so that a page can wait."""


@contextmanager
def record(request: Request) -> Iterator[bool]:
    """What is asked of the record in here is answered at once; whether from it as it now is."""
    with _at_once(request, is_fresh, refresh) as fresh:
        yield fresh


@contextmanager
def threads(request: Request) -> Iterator[bool]:
    """The same of threads."""
    with _at_once(request, thread_making.is_fresh, thread_making.refresh) as fresh:
        yield fresh


@contextmanager
def _at_once(
    request: Request, fresh: Callable[[Ledger], bool], renew: Callable[[Ledger], None]
) -> Iterator[bool]:
    ledger: Ledger = request.app.state.ledger
    if fresh(ledger) or _events(ledger) <= SMALL:
        yield True
        return
    request.app.state.jobs.renew(renew)
    with as_it_was():
        yield False


def _events(ledger: Ledger) -> int:
    with ledger.session() as session:
        return session.scalar(select(func.count()).select_from(StandingRow)) or 0
