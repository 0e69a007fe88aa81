"""The record over time from the command line: threats, promises, statements, reactions,
contradictions, track records, and decisions about them.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from getpass import getuser
from typing import Annotated

import typer

from kroniek.cli import options, record_tables
from kroniek.cli.keeping import existing
from kroniek.cli.listing import DEFAULT_LIMIT, Format, Limit, Shape, write_found
from kroniek.errors import InputError
from kroniek.ledger import Filter, threads
from kroniek.ledger.commitments import OUTCOMES, THREATS
from kroniek.ledger.contradictions import STATES
from kroniek.ledger.reactions import HOWS, chains
from kroniek.ledger.record import decide as entry_decided
from kroniek.ledger.record import (
    find_commitments,
    find_contradictions,
    find_reactions,
    find_statements,
    record_of,
)
from kroniek.ledger.statements import FORMS
from kroniek.ledger.words import words

Means = Annotated[str | None, typer.Option(help="Means named: nuclear, missile, economic ...")]
Outcome = Annotated[str | None, typer.Option("--status", help=f"One of: {', '.join(OUTCOMES)}.")]
Kind = Annotated[str | None, typer.Option(help=f"One of: {', '.join(THREATS)}.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    for command in (threats, promises, statements, reactions, contradictions, record, decide):
        app.command()(command)


def threats(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    kind: Kind = None,
    means: Means = None,
    status: Outcome = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    limit: Limit = DEFAULT_LIMIT,
    format: Format = Shape.TABLE,
) -> None:
    """List threats, warnings, ultimatums and announced measures, and what came of them; --type is
    that of the act which they threaten with.
    """
    kinds = (_one_of("--kind", kind, THREATS),) if kind else THREATS
    wanted = Filter(actor, recipient, None, _outcome(status), since, until, text)
    with existing(ledger) as kept:
        found = find_commitments(kept, wanted, kinds, _means(means), limit or None, type)
    write_found(found, format, record_tables.commitments)


def promises(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    means: Means = None,
    status: Outcome = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    limit: Limit = DEFAULT_LIMIT,
    format: Format = Shape.TABLE,
) -> None:
    """List promises, and what came of them; --type is that of the act which they promise."""
    wanted = Filter(actor, recipient, None, _outcome(status), since, until, text)
    with existing(ledger) as kept:
        found = find_commitments(kept, wanted, ("promise",), _means(means), limit or None, type)
    write_found(found, format, record_tables.commitments)


def statements(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    form: Annotated[str | None, typer.Option(help=f"One of: {', '.join(FORMS)}.")] = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    limit: Limit = DEFAULT_LIMIT,
    format: Format = Shape.TABLE,
) -> None:
    """List who said what to whom, in which words, and by which chain it came."""
    chosen = _one_of("--form", form, FORMS) if form else None
    wanted = Filter(actor, recipient, type, chosen, since, until, text)
    with existing(ledger) as kept:
        found = find_statements(kept, wanted, limit or None)
    write_found(found, format, record_tables.statements)


def reactions(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    how: Annotated[str | None, typer.Option(help=f"One of: {', '.join(HOWS)}.")] = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    as_chains: Annotated[bool, typer.Option("--chains", help="Join them into chains.")] = False,
    limit: Limit = DEFAULT_LIMIT,
    format: Format = Shape.TABLE,
) -> None:
    """List which act answers which, as articles say or as inferred from who answered whom."""
    chosen = _one_of("--how", how, HOWS) if how else None
    wanted = Filter(actor, recipient, type, chosen, since, until, text)
    with existing(ledger) as kept:
        found = find_reactions(kept, wanted, limit or None)
    if not as_chains:
        write_found(found, format, record_tables.reactions)
    elif format is Shape.JSON:
        for chain in chains(found):
            typer.echo(json.dumps([one.model_dump(mode="json") for one in chain]))
    else:
        record_tables.reaction_chains(chains(found))


def contradictions(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    actor: options.Actor = None,
    recipient: options.Recipient = None,
    type: options.EventType = None,
    state: Annotated[str | None, typer.Option(help=f"One of: {', '.join(STATES)}.")] = None,
    since: options.Since = None,
    until: options.Until = None,
    text: options.Text = None,
    limit: Limit = DEFAULT_LIMIT,
    format: Format = Shape.TABLE,
) -> None:
    """List statements that conflict: stated by articles, or found and proposed."""
    chosen = _one_of("--state", state, STATES) if state else None
    wanted = Filter(actor, recipient, type, chosen, since, until, text)
    with existing(ledger) as kept:
        found = find_contradictions(kept, wanted, limit or None)
    write_found(found, format, record_tables.contradictions)


def record(
    actor: Annotated[str, typer.Argument(help="Code, name or words of who threatened.")],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    recipient: options.Recipient = None,
    means: Means = None,
    promised: Annotated[
        bool, typer.Option("--promises", help="Of promises instead of threats.")
    ] = False,
    since: options.Since = None,
    until: options.Until = None,
    format: Format = Shape.TABLE,
) -> None:
    """Show how often an actor carried out what it threatened or promised."""
    kinds: Sequence[str] = ("promise",) if promised else THREATS
    with existing(ledger) as kept:
        found = record_of(kept, actor, _means(means), recipient, since, until, kinds)
    if format is Shape.JSON:
        typer.echo(found.model_dump_json())
    else:
        record_tables.track_record(found, "promises" if promised else "threats")


def decide(
    id: Annotated[str, typer.Argument(help="Id of an entry of the record, or how it begins.")],
    verdict: Annotated[
        str,
        typer.Argument(
            help=f"A commitment: {', '.join(OUTCOMES)}. Others: accept, reject. "
            "An event: split it from its thread; a thread: join it --with another. Or undo."
        ),
    ],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    by: Annotated[str, typer.Option(help="Who decides.")] = "",
    note: Annotated[str, typer.Option(help="Why.")] = "",
    other: Annotated[
        str | None, typer.Option("--with", metavar="ID", help="Thread or event to join it with.")
    ] = None,
) -> None:
    """Set what came of a threat or promise, accept or reject a proposal, split or join threads."""
    with existing(ledger) as kept:
        if threads.decides(id, verdict):
            thread = threads.decide(kept, id, verdict, by or getuser(), note, other)
            typer.echo(f"thread {thread.id}: {len(thread.members)} events", err=True)
            return
        made = entry_decided(kept, id, verdict, by or getuser(), note)
    typer.echo(f"{made.part} {made.id}: {made.verdict}, by {made.by}", err=True)


def _one_of(option: str, value: str, known: Sequence[str]) -> str:
    if value.casefold() not in known:
        raise InputError(option, f"unknown value {value!r}; choose from {', '.join(known)}")
    return value.casefold()


def _means(means: str | None) -> str | None:
    return _one_of("--means", means, words("en").means.names) if means else None


def _outcome(status: str | None) -> str | None:
    return _one_of("--status", status, OUTCOMES) if status else None
