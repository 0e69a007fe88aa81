"""Rows to drafts: which value is the text, the title, the day, by the caller's mapping."""

from collections.abc import Mapping
from typing import Any, Final

from kroniek.errors import InputError
from kroniek.readers.draft import Draft, Link, Row
from kroniek.readers.values import to_day

FIELDS: Final = ("id", "lang", "published", "title", "text", "url")
"""What a mapping may name."""

_DAYS: Final = ("published", "date", "seendate")
"""Names under which a list of addresses gives its day: ours, GDELT's list, GDELT's service."""

Columns = Mapping[str, str]
"""Our field to the name that the file has for it."""


class ColumnsError(InputError):
    """A mapping that does not fit its file at all: no row of it can be read."""


def parse_columns(given: str) -> dict[str, str]:
    """The mapping in "title=headline,text=body"; InputError when it is none."""
    columns = {}
    for pair in given.split(","):
        field, equals, name = (part.strip() for part in pair.partition("="))
        if field not in FIELDS or not equals or not name:
            known = ", ".join(FIELDS)
            raise InputError("--columns", f"no mapping {pair!r}; write FIELD=NAME, of {known}")
        columns[field] = name
    return columns


def draft_of(row: Row, columns: Columns) -> Draft | Link:
    """The article in a row, or the address of it when the row has no text.

    Fields that the mapping leaves out go by their own names, which may be absent.
    """
    for name in columns.values():
        if name not in row.values:
            kind = ColumnsError if row.fixed else InputError
            source = row.source.rpartition("#")[0] if row.fixed else row.source
            names = ", ".join(map(str, row.values))[:200]
            raise kind(source, f"has no column {name!r}; there are {names}")
    given = {field: row.values.get(columns.get(field, field)) for field in FIELDS}
    text, url = _words(row, given, "text"), _words(row, given, "url") or _address(row)
    if not text and url and not isinstance(row.values.get("text"), str):
        day = next((row.values[name] for name in _DAYS if row.values.get(name)), None)
        published = to_day(given["published"] or day, row.source)
        return Link(row.source, url, _words(row, given, "title"), published)
    return Draft(
        source=row.source,
        text=text or "",
        title=_words(row, given, "title"),
        id=_words(row, given, "id", numbers=True) or None,
        lang=_words(row, given, "lang") or None,
        published=to_day(given["published"], row.source),
        address=url,
    )


def _words(row: Row, given: Mapping[str, Any], field: str, numbers: bool = False) -> str | None:
    value = given[field]
    if numbers and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str | None):
        raise InputError(row.source, f"has a {field!r} that is no string")
    return value


def _address(row: Row) -> str | None:
    """The address under the names that GDELT's tables have for it."""
    for name in ("URL", "SOURCEURL", "DocumentIdentifier"):
        value = row.values.get(name)
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return value
    return None
