"""The command line: `kroniek COMMAND`, one module a group of commands."""

from kroniek.cli import about, coding, evaluating, explaining, keeping, naming
from kroniek.cli.root import app

for _group in (coding, keeping, evaluating, explaining, naming, about):
    _group.register(app)

__all__ = ["app"]
