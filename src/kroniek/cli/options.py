"""Arguments and options that several commands share, and how their values are checked."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from kroniek.errors import InputError
from kroniek.languages import languages
from kroniek.ontology import EVENT_TYPES, STATUSES
from kroniek.readers.mapping import parse_columns
from kroniek.readers.values import to_day


def _day(option: str) -> Any:
    def parse(value: str | date) -> date | None:
        return to_day(value, option)

    return typer.Option(option, parser=parse, metavar="YYYY-MM-DD")


def _choice(option: str, known: Callable[[], tuple[str, ...]], help: str) -> Any:
    def parse(value: str) -> str:
        for name in known():
            if name.casefold() == value.casefold():
                return name
        raise InputError(option, f"unknown value {value!r}; choose from {', '.join(known())}")

    return typer.Option(option, parser=parse, metavar="NAME", help=help)


def review_states() -> tuple[str, ...]:
    """How an event may stand; the ledger is imported only for commands that ask."""
    from kroniek.ledger.schema import STATES

    return STATES


Files = Annotated[
    list[str],
    typer.Argument(help="Files, folders, archives or addresses; - reads standard input."),
]
Lang = Annotated[str | None, _choice("--lang", languages, "Language, instead of detecting it.")]
Published = Annotated[date | None, _day("--published")]
ColumnMapping = Annotated[
    dict[str, str] | None,
    typer.Option(
        "--columns", parser=parse_columns, metavar="FIELD=NAME,...",
        help="What tables call our fields, as in title=headline,text=body.",
    ),
]  # fmt: skip
LedgerPath = Annotated[
    str, typer.Option("--ledger", help="SQLite file or database URL of the ledger.")
]
DEFAULT_LEDGER = "kroniek.db"

Actor = Annotated[str | None, typer.Option(help="Code, name or words of who acted.")]
Recipient = Annotated[str | None, typer.Option(help="Code, name or words of whom it befell.")]
EventType = Annotated[str | None, _choice("--type", lambda: EVENT_TYPES, "Event type.")]
EventStatus = Annotated[str | None, _choice("--status", lambda: STATUSES, "Event status.")]
Since = Annotated[date | None, _day("--since")]
Until = Annotated[date | None, _day("--until")]
Text = Annotated[str | None, typer.Option(help="Words in the evidence or the headline.")]
Review = Annotated[
    str | None,
    _choice("--review", review_states, "How events stand after people's decisions."),
]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="File to write instead.")]
ParseAll = Annotated[
    bool,
    typer.Option(
        "--parse-all",
        help="Parse every sentence, also those in whose words no event can be: about half as fast.",
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers", "-w", min=1,
        help="Processes that code. [default: 1; on a cluster all that it has room for]",
    ),
]  # fmt: skip
