"""The record over time as tables that a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import typer
from rich.table import Table
from rich.text import Text

from kroniek.cli.tables import ID_SHOWN, console
from kroniek.ledger.commitments import Commitment, Finding
from kroniek.ledger.contradictions import Contradiction
from kroniek.ledger.reactions import Deed, Reaction
from kroniek.ledger.statements import Statement
from kroniek.ledger.told_by import Who
from kroniek.ledger.trackrecord import Record


def _table(columns: Sequence[tuple[str, int]]) -> Table:
    """A table whose columns have a share of the width, or are as wide as need be (0)."""
    table = Table(show_lines=True, expand=True)
    for name, ratio in columns:
        if ratio:
            table.add_column(name, ratio=ratio, overflow="fold")
        else:
            table.add_column(name, no_wrap=True)
    return table


def _print(table: Table, rows: Iterable[Sequence[str]]) -> None:
    for row in rows:
        table.add_row(*map(Text, row))
    console().print(table)


def commitments(found: Sequence[Commitment]) -> None:
    """Who committed to what towards whom, on what condition, and what came of it."""
    columns = (
        ("day", 0), ("who", 4), ("whom", 4), ("what", 4), ("words", 8), ("on condition", 5),
        ("status", 6), ("id", 0),
    )  # fmt: skip
    _print(
        _table(columns),
        (
            (
                str(one.day), _who(one.actors), _who(one.recipients), _what(one),
                _quote(one.told[0].words), _terms(one), _status(one), one.id[:ID_SHOWN],
            )
            for one in found
        ),
    )  # fmt: skip


def _what(one: Commitment) -> str:
    veiled = "" if one.explicit else " (veiled)"
    acts = (act.replace(".", " ") for act in one.acts)
    parts = [one.kind + veiled, ", ".join(acts), ", ".join(one.means)]
    return "\n".join(filter(None, parts))


def _terms(one: Commitment) -> str:
    """Condition, whether it deters or compels, and deadline."""
    until = f"by {one.deadline}" if one.deadline else None
    return "\n".join(filter(None, (one.condition, one.logic, until)))


def _status(one: Commitment) -> str:
    if not one.findings:
        return one.status
    return "\n".join((one.status, *map(_finding, one.findings[:1])))


def _finding(found: Finding) -> str:
    told = _quote(found.source.words) if found.source else ""
    return " ".join(filter(None, (f"{found.how}, {found.day}:", told, found.note)))


def statements(found: Sequence[Statement]) -> None:
    """Who said what to whom, how, and by which chain."""
    columns = (
        ("day", 0), ("who", 4), ("to whom", 4), ("what", 3), ("how", 4), ("words", 9),
        ("chain", 5), ("id", 0),
    )  # fmt: skip
    _print(
        _table(columns),
        (
            (
                str(one.day), _who(one.speakers, True), _who(one.addressees),
                f"{one.type} {one.mode or ''}".strip() + f"\n{one.status}",
                "\n".join((one.form, *one.occasions)), _quote(one.quoted or one.told.words),
                " > ".join(link.name for link in one.chain), one.id[:ID_SHOWN],
            )
            for one in found
        ),
    )  # fmt: skip


def reactions(found: Sequence[Reaction]) -> None:
    """Which act answers which, and how that is known."""
    columns = (
        ("answer", 0), ("who did what", 8), ("to", 0), ("who did what", 8), ("how", 3), ("id", 0),
    )  # fmt: skip
    _print(
        _table(columns),
        (
            (
                str(one.answer.day), _deed(one.answer), str(one.cause.day), _deed(one.cause),
                _how(one), one.id[:ID_SHOWN],
            )
            for one in found
        ),
    )  # fmt: skip


def _how(one: Reaction) -> str:
    return _quote(one.words) if one.words else f"{one.how} {one.score:.2f}"


def reaction_chains(found: Sequence[Sequence[Reaction]]) -> None:
    """Chains of acts, each answering the one above it."""
    for chain in found:
        lines = [f"{chain[0].cause.day}  {_deed(chain[0].cause, ' ')}"]
        for step, one in enumerate(chain, start=1):
            lines.append(f"{'   ' * step}{one.answer.day}  {_deed(one.answer, ' ')} [{_how(one)}]")
        typer.echo("\n".join(lines) + "\n")


def contradictions(found: Sequence[Contradiction]) -> None:
    """The earlier and the later statement, why they conflict, and whether that is settled."""
    columns = (
        ("day", 0), ("earlier", 8), ("day", 0), ("later", 8), ("why", 4), ("state", 0), ("id", 0),
    )  # fmt: skip
    _print(
        _table(columns),
        (
            (
                str(one.earlier.day), _deed(one.earlier), str(one.later.day), _deed(one.later),
                _quote(one.words) if one.words else f"{one.reason} ({one.score:.2f})", one.state,
                one.id[:ID_SHOWN],
            )
            for one in found
        ),
    )  # fmt: skip


def track_record(found: Record, of: str) -> None:
    """Counts, and the rate with its interval and prior."""
    a, b = found.prior
    typer.echo(f"{of} made            {found.made}")
    typer.echo(
        f"carried out             {found.carried_out} (in part: {found.by_status['partly']})"
    )
    typer.echo(f"not carried out         {found.not_carried_out}")
    typer.echo(f"demand met first        {found.demand_met}")
    typer.echo(f"open or unclear         {found.undecided}")
    typer.echo(
        f"rate of carrying out    {found.mean:.2f}, 90 % interval {found.low:.2f} to "
        f"{found.high:.2f} (Beta posterior, prior Beta({a:g}, {b:g}))"
    )


def _who(parties: Sequence[Who], offices: bool = False) -> str:
    return ", ".join(
        f"{who}, {who.office}" if offices and who.office else str(who) for who in parties
    )


def _deed(one: Deed, gap: str = "\n") -> str:
    whom = _who(one.recipients)
    what = f"{one.type} {one.mode}" if one.mode else one.type
    head = f"{_who(one.actors)} {what}" + (f" > {whom}" if whom else "")
    return f"{head}{gap}{_quote(one.told.words)}"


def _quote(words: str) -> str:
    return f"“{words}”"
