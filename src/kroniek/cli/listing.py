"""How entries of the record and threads are listed: as a table or as JSON, the newest so many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from kroniek.ledger.record import Found
from kroniek.ledger.told_by import Frozen

T = TypeVar("T", bound=Frozen)


class Shape(StrEnum):
    """How the record is written."""

    TABLE = "table"
    JSON = "json"


Limit = Annotated[int, typer.Option(min=0, help="The newest so many; 0 for all.")]
Format = Annotated[Shape, typer.Option(help="How to write them.")]
DEFAULT_LIMIT = 100


def write_found(found: Found[T], format: Shape, table: Callable[[Sequence[T]], None]) -> None:
    """JSON, an object a line, or a table, and how many are left out."""
    if format is Shape.JSON:
        for one in found:
            typer.echo(one.model_dump_json())
    else:
        table(found)
    if len(found) < found.total:
        typer.echo(f"the newest {len(found)} of {found.total}; --limit gives more", err=True)
