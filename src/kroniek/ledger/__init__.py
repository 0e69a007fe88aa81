"""The ledger: coded articles over time, append-only, in SQLite or PostgreSQL."""

from kroniek.ledger.adding import Added
from kroniek.ledger.export import FORMATS, write_events
from kroniek.ledger.search import Filter
from kroniek.ledger.store import Entry, Ledger

__all__ = ["FORMATS", "Added", "Entry", "Filter", "Ledger", "write_events"]
