"""Events of the ledger a page at a time."""

from sqlalchemy import select

from kroniek.ledger.columns import chosen, columns
from kroniek.ledger.schema import EventRow
from kroniek.ledger.search import Filter
from kroniek.ledger.store import Entry, Ledger, entry_of, whole_entries


def page_of_events(
    ledger: Ledger, wanted: Filter, limit: int, offset: int = 0
) -> list[tuple[int, Entry]]:
    """At most `limit` events that pass a filter, by day, after the first `offset`; each with the
    number of its article.
    """
    with columns(ledger) as (session, known):
        numbers = known.number[chosen(session, known, wanted)[offset : offset + limit]].tolist()
        rows = session.scalars(
            select(EventRow)
            .join(EventRow.revision)
            .join(EventRow.standing)
            .where(EventRow.number.in_(numbers))
            .options(*whole_entries())
        )
        found = {row.number: (row.revision.article_number, entry_of(row)) for row in rows}
        return [found[number] for number in numbers]
