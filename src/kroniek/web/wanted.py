"""The filter of events, as it stands in the address of a page and of the API."""

from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from kroniek.ledger import Filter
from kroniek.web.days import Day

Words = Annotated[str, Query(max_length=200)]

NAMES = tuple(one.name for one in fields(Filter))
"""The parts of a filter, which are the names in the address."""


def wanted(
    actor: Words = "",
    recipient: Words = "",
    type: Words = "",
    status: Words = "",
    since: Day = None,
    until: Day = None,
    text: Words = "",
    context: Words = "",
    country: Words = "",
    review: Words = "",
) -> Filter:
    """Dependency: the filter in the address; an empty part asks nothing."""
    return Filter(
        actor=actor or None,
        recipient=recipient or None,
        type=type or None,
        status=status or None,
        since=since,
        until=until,
        text=text or None,
        context=context or None,
        country=country or None,
        review=review or None,
    )


def query_of(filter: Filter, **changes: object) -> str:
    """The filter as it stands in an address, with parts set, added or, by None, dropped."""
    told = {name: value for name, value in asdict(filter).items() if name in NAMES} | changes
    return urlencode({name: str(value) for name, value in told.items() if value is not None})


def linker(path: str, filter: Filter) -> Callable[..., str]:
    """Addresses of the same page with another filter."""
    return lambda **changes: f"{path}?{query_of(filter, **changes)}"
