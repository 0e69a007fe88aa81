"""Asking what is derived from the ledger, the record and the threads, as it was derived last."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

_before: Final[ContextVar[bool]] = ContextVar("kroniek_as_it_was", default=False)


@contextmanager
def as_it_was() -> Iterator[None]:
    """What is asked of record and threads in here is answered from what was derived last, which is
    at once, but knows nothing of what came in or was decided since.
    """
    token = _before.set(True)
    try:
        yield
    finally:
        _before.reset(token)


def asked_as_it_was() -> bool:
    """Whether this is asked within `as_it_was`."""
    return _before.get()
