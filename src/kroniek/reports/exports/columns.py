"""The tables of events as they leave the ledger: each column with its type and meaning.

CSV files, the data package and its codebook are all made from these.
"""

from dataclasses import dataclass
from typing import Final, Literal, get_args

from kroniek.ledger.schema import STATES
from kroniek.ontology import CONTEXTS, EVENT_TYPES, SECTORS, STATUSES, Precision

Kind = Literal["string", "integer", "number", "boolean", "date"]
"""Names of types as in the Table Schema of Frictionless Data."""


@dataclass(frozen=True)
class Column:
    """A column; `required` when it is never empty, `choices` when only those may stand in it."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table with the columns that tell its rows apart."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]


def _span(name: str, what: str, required: bool = False) -> tuple[Column, ...]:
    """Words of the article and where they stand."""
    prefix = f"{name}_" if name else ""
    first = name if name in ("attribution", "condition", "trigger") else f"{prefix}text"
    place = "in code points of title, empty line, text"
    return (
        Column(first, "string", f"{what}, in the words of the article", required),
        Column(f"{prefix}start", "integer", f"where these words start, {place}", required),
        Column(f"{prefix}end", "integer", "where these words end", required),
    )


_EVENT: Final = Column("event", "string", "id of the event", required=True)
_POSITION: Final = Column("position", "integer", "place in the order of the article, from 0", True)

EVENTS: Final = Table(
    "events",
    "One event a row: one act in one article, in its newest revision as people left it.",
    (
        Column("id", "string", "id of the event, stays while its words stay", required=True),
        Column("article", "string", "id of the article", required=True),
        Column("revision", "integer", "revision of the article, from 1", required=True),
        Column("lang", "string", "language of the article, ISO 639-1", required=True),
        Column("published", "date", "day of publication"),
        Column("title", "string", "headline"),
        Column("source", "string", "where the article was read from"),
        Column("type", "string", "event type of PLOVER", True, EVENT_TYPES),
        Column("mode", "string", "mode of PLOVER, narrower than the type"),
        Column("contexts", "string", "contexts of PLOVER, joined by '; ': " + ", ".join(CONTEXTS)),
        Column("status", "string", "whether it happened", True, STATUSES),
        Column("date", "string", "when it happens: YYYY, YYYY-MM or YYYY-MM-DD"),
        Column("date_precision", "string", "how long a time `date` is", False, get_args(Precision)),
        *_span("date", "the date"),
        Column("first_day", "date", "first day of `date`, else the day of publication"),
        Column("last_day", "date", "last day of `date`, else the day of publication"),
        Column("place", "string", "where it happens, in English"),
        Column("country", "string", "country of the place, ISO 3166-1 alpha-3"),
        Column("lat", "number", "degrees north"),
        Column("lon", "number", "degrees east"),
        *_span("place", "the place"),
        *_span("attribution", "who says so"),
        *_span("condition", "on what condition"),
        *_span("trigger", "the word that names the event", required=True),
        Column("confidence", "number", "how sure the coding is, 0 to 1", required=True),
        Column("rule", "string", "the lexicon's entry that fired", required=True),
        Column("review", "string", "how people left it in the workbench", True, STATES),
        Column("reviewer", "string", "who decided so"),
    ),
    ("id",),
)
PARTIES: Final = Table(
    "parties",
    "One actor or recipient of an event a row.",
    (
        _EVENT,
        Column("side", "string", "who acts or whom it befalls", True, ("actors", "recipients")),
        _POSITION,
        *_span("", "the party", required=True),
        Column("code", "string", "ISO 3166-1 alpha-3, or an organisation's short name"),
        Column("sector", "string", "sector of PLOVER", False, SECTORS),
        Column("name", "string", "the person, in English spelling"),
        Column("role", "string", "the office held, such as head of state"),
    ),
    ("event", "side", "position"),
)
EVIDENCE: Final = Table(
    "evidence",
    "One piece of the article that supports an event a row.",
    (_EVENT, _POSITION, *_span("", "the evidence", required=True)),
    ("event", "position"),
)
QUANTITIES: Final = Table(
    "quantities",
    "One count tied to an event a row.",
    (
        _EVENT,
        _POSITION,
        *_span("", "the count", required=True),
        Column("value", "number", "the number", required=True),
        Column("whole", "boolean", "whether the number was told as a whole one", required=True),
        Column("unit", "string", "English singular noun, or ISO code of a currency", required=True),
    ),
    ("event", "position"),
)

TABLES: Final = (EVENTS, PARTIES, EVIDENCE, QUANTITIES)
