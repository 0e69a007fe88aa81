"""What people look at: pages made from the ledger's events."""

from kroniek.reports.brief import write_brief

__all__ = ["write_brief"]
