"""Threads as tables that a person reads, and one thread explained."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from kroniek.cli.tables import ID_SHOWN, console
from kroniek.ledger.threads import Figure, Member, Merge, Thread, Twin
from kroniek.ledger.told_by import Who

THREAD_ID_SHOWN = ID_SHOWN + 1
"""Characters of a thread's id that are shown: its letter and the beginning of an event's id."""


def threads(found: Sequence[Thread]) -> None:
    """Who did what to whom, when and where, what is counted, and who tells it."""
    table = Table(show_lines=True, expand=True)
    for name, ratio in (
        ("day", 0), ("who", 5), ("whom", 5), ("what", 6), ("counts", 6), ("told by", 6),
        ("words", 9), ("id", 0),
    ):  # fmt: skip
        if ratio:
            table.add_column(name, ratio=ratio, overflow="fold")
        else:
            table.add_column(name, no_wrap=True)
    for one in found:
        first = one.members[0].told
        table.add_row(
            *map(
                Text,
                (
                    _days(one), _parties(one.actors), _parties(one.recipients),
                    _what(one) + (f"\n{one.place.name}" if one.place else ""),
                    "\n".join(map(_figure, one.figures)), _told_by(one), f"“{first.words}”",
                    one.id[:THREAD_ID_SHOWN],
                ),
            )
        )  # fmt: skip
    console().print(table)


def explained(thread: Thread, copies: Sequence[Twin]) -> None:
    """A thread with each article that tells it, and each reason for taking two together."""
    out = console()
    facts = Table(show_header=False, box=None, pad_edge=False)
    for name, value in (
        ("thread", thread.id), ("who", _parties(thread.actors)),
        ("whom", _parties(thread.recipients)), ("what", _what(thread).replace("\n", ", ")),
        ("when", _days(thread)), ("where", thread.place.name if thread.place else ""),
        ("counts", "\n".join(map(_figure, thread.figures))), ("told by", _told_by(thread)),
    ):  # fmt: skip
        if value:
            facts.add_row(Text(name, style="bold"), Text(value))
    out.print(facts)
    out.print()
    members = Table(show_lines=True, expand=True)
    for name in ("published", "lang", "article", "event", "what"):
        members.add_column(name, no_wrap=name in ("published", "lang", "event"))
    members.add_column("words", ratio=1, overflow="fold")
    for member in thread.members:
        members.add_row(*map(Text, _member(member)))
    out.print(members)
    for twin in copies:
        out.print(Text(f"{twin.article} is a copy of {twin.original} ({twin.likeness:.0%} alike)"))
    for merge in thread.merges:
        out.print()
        _merge(merge)


def _merge(merge: Merge) -> None:
    out = console()
    pair = f"{merge.earlier[:ID_SHOWN]} and {merge.later[:ID_SHOWN]}"
    if merge.by is not None:
        out.print(Text(f"{pair}: joined by {merge.by}", style="bold"))
        return
    out.print(Text(f"{pair}: score {merge.score:.2f}", style="bold"))
    table = Table(show_header=False, box=None, pad_edge=False)
    for reason in merge.reasons:
        table.add_row(Text(f"{reason.weight:+.1f}"), Text(reason.part), Text(reason.words))
    out.print(table)


def _member(member: Member) -> tuple[str, ...]:
    what = f"{member.type} {member.mode}" if member.mode else member.type
    told = member.told
    article = f"{told.article}\ncopy of {member.copies}" if member.copies else told.article
    return (
        str(told.published or ""), told.lang, article, (told.event or "")[:ID_SHOWN], what,
        f"“{told.words}”",
    )  # fmt: skip


def _days(thread: Thread) -> str:
    days = str(thread.first)
    if thread.last != thread.first:
        days += f" to\n{thread.last}"
    return days if thread.dated else f"({days})"


def _what(thread: Thread) -> str:
    return f"{thread.type} {thread.mode or ''}".strip() + f"\n{thread.status}"


def _told_by(thread: Thread) -> str:
    articles = list(dict.fromkeys(member.told.article for member in thread.members))
    copies = len({member.told.article for member in thread.members if member.copies})
    count = f"{thread.sources} source" + ("" if thread.sources == 1 else "s")
    if copies:
        count += f" and {copies} cop" + ("y" if copies == 1 else "ies")
    return f"{count}: {', '.join(articles)}"


def _figure(figure: Figure) -> str:
    """The values of a count, with who gives which where they differ."""
    if not figure.conflicts:
        return f"{figure.counts[0].value:g} {figure.unit}"
    values = (f"{count.value:g} ({', '.join(count.articles)})" for count in figure.counts)
    return f"{figure.unit}: {' or '.join(values)}"


def _parties(parties: Sequence[Who]) -> str:
    return ", ".join(map(str, parties))
