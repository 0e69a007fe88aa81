"""The command line: `kroniek COMMAND`, one module a group of commands."""

from kroniek.cli import (
    about,
    briefing,
    coding,
    commitments,
    evaluating,
    explaining,
    exporting,
    keeping,
    naming,
    searching,
    serving,
    threads,
    watching,
)
from kroniek.cli.root import app

for _group in (
    coding,
    keeping,
    commitments,
    threads,
    briefing,
    searching,
    exporting,
    evaluating,
    explaining,
    naming,
    serving,
    watching,
    about,
):
    _group.register(app)

__all__ = ["app"]
