"""`kroniek unresolved` and `check-names`: which actors have no code, and is the lexicon sound."""

from collections import Counter
from typing import Annotated

import typer

from kroniek.cli import options
from kroniek.cli.keeping import existing
from kroniek.cli.root import FAILED


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command()(unresolved)
    app.command("check-names")(check_names)


def unresolved(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    limit: Annotated[int, typer.Option(help="How many to list at most.")] = 50,
) -> None:
    """List the actors that have no code, by how often they act: what to add to a dictionary."""
    from kroniek.ledger import Filter

    counts: Counter[str] = Counter()
    with existing(ledger) as kept:
        for entry in kept.events(Filter()):
            counts.update({p.name or p.text for p in entry.event.actors if p.code is None})
    for name, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]:
        typer.echo(f"{count}\t{name}")
    typer.echo(f"{len(counts)} actors without a code", err=True)


def check_names() -> None:
    """Check the persons of the lexicon and of your own dictionaries: dates, offices, doubles."""
    from kroniek.lexicon.checks import person_faults
    from kroniek.lexicon.own import own_actors
    from kroniek.lexicon.people import persons

    found = list(person_faults((*persons(), *own_actors().persons)))
    for fault in found:
        typer.echo(fault)
    typer.echo(f"{len(found)} faults", err=True)
    if found:
        raise typer.Exit(FAILED)
