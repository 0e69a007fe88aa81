"""The application that commands join; an error of ours ends it with one line."""

from typing import Any

import typer
from typer.core import TyperGroup

from kroniek.errors import KroniekError

FAILED = 1
"""Exit status when any input was bad or a command could not do its work."""


class _Group(TyperGroup):
    def invoke(self, ctx: Any) -> Any:
        """Runs a command; a KroniekError becomes its one line on standard error."""
        try:
            return super().invoke(ctx)
        except KroniekError as error:
            complain(str(error))
            raise typer.Exit(FAILED) from error


def complain(line: str) -> None:
    """One line on standard error."""
    typer.echo(f"kroniek: {line}", err=True)


app = typer.Typer(
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Reads news and keeps the record: who did or said what to whom, in which words.",
)
