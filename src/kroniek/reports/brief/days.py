"""What happened, by day: each thread once, with the sources that tell it and how they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date as Day
from itertools import groupby
from typing import Final

from kroniek.ledger.thread import Figure, Thread
from kroniek.reports.brief.acts import act_of_thread, in_headline, is_vague, lead_of
from kroniek.reports.brief.desk import Desk
from kroniek.reports.brief.facts import Tally
from kroniek.reports.brief.model import Group, Item, Line
from kroniek.reports.brief.notes import publisher
from kroniek.reports.sentences import numbers
from kroniek.reports.sentences.naming import uncapitalised
from kroniek.reports.sentences.telling import Words
from kroniek.reports.sentences.wording import clean, fill, listed

PER_DAY: Final = 12
"""Events of a day that are told."""
MOST: Final = 400
"""Events that a brief tells in all: of a longer period fewer a day."""
IN_SHORT: Final = 5
"""Events that the summary tells."""
WEIGHTS: Final = (
    "ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "THREATEN", "RETREAT", "AID", "AGREE", "CONCEDE",
    "REJECT", "COOPERATE", "REQUEST", "ACCUSE", "SUPPORT", "PROTEST", "CONSULT",
)  # fmt: skip
"""Types by how much they weigh among events that equally many sources tell: deeds before words."""
STATUSES: Final = ("actual", "future", "negated", "hypothetical", "historical")


def per_day(tallies: Iterable[Tally]) -> int:
    """How many events of a day are told, so that a brief stays readable."""
    days = len({tally.first for tally in tallies})
    return max(1, min(PER_DAY, MOST // max(1, days)))


def weight(desk: Desk, thread: Thread) -> tuple[int, bool, int, int, str]:
    """For sorting: what most sources tell, then what headlines tell, then by status and type."""
    status, kind = STATUSES.index(thread.status), WEIGHTS.index(thread.type)
    entries = [desk.entries.get(str(member.told.event)) for member in thread.members]
    headline = any(one is not None and in_headline(one) for one in entries)
    return -thread.sources, not headline, status, kind, thread.id


def in_short(desk: Desk, threads: Sequence[Thread]) -> Group:
    """The events that weigh most, in the order of their days."""
    news = [one for one in threads if one.status != "historical"]
    chosen = sorted(
        sorted(news, key=lambda one: weight(desk, one))[:IN_SHORT],
        key=lambda one: (one.first, weight(desk, one)),
    )
    items = []
    for thread in chosen:
        line = _main(desk, thread, front_of(desk, thread))
        if line is not None:
            items.append(Item((line,)))
    return Group(tuple(items))


def front_of(desk: Desk, thread: Thread) -> str:
    """When it happened, for the front of its sentence; what is still to come has none without a
    date of its own that lies ahead.
    """
    told = min((m.told.published for m in thread.members if m.told.published), default=None)
    ahead = thread.dated and (told is None or thread.last > told)
    if thread.status == "future" and not ahead:
        return ""
    return numbers.when(thread.first, thread.last, desk.grammar)


def by_day(desk: Desk, threads: Sequence[Thread], tallies: Sequence[Tally]) -> tuple[Group, ...]:
    """The threads under their days, those that weigh most first, with how many are left out."""
    all_of_them: Counter[tuple[Day, Day]] = Counter()
    for tally in tallies:
        all_of_them[tally.first, tally.last] += tally.number
    made = []
    ordered = sorted(threads, key=lambda one: (one.first, one.last, weight(desk, one)))
    for days, told in groupby(ordered, key=lambda one: (one.first, one.last)):
        desk.teller.namer.restart()
        shown = list(told)
        items = [item for one in shown if (item := _item(desk, one)) is not None]
        left = all_of_them[days] - len(shown)
        more = desk.label("more", number=numbers.number(left, desk.grammar)) if left > 0 else ""
        heading = numbers.period(*days, desk.grammar)
        made.append(Group(tuple(items), heading[:1].upper() + heading[1:], more=more))
    return tuple(made)


def _item(desk: Desk, thread: Thread) -> Item | None:
    """A thread: what happened, then its figures, those on which sources differ side by side."""
    main = _main(desk, thread, "")
    if main is None:
        return None
    return Item((main, *figures(desk, thread)))


def _main(desk: Desk, thread: Thread, front: str) -> Line | None:
    act = act_of_thread(thread, desk.entries, desk.grammar)
    if act is None:
        return None
    clones: dict[str, list[str]] = {}
    for member in thread.members:
        if member.copies is not None:
            clones.setdefault(member.copies, []).append(publisher(member.told.source))
    originals = [member.told for member in thread.members if member.copies is None]
    line = desk.line(desk.teller.tell(act, front), ())
    tags: tuple[str, ...] = ()
    if thread.sources > 1:
        number = numbers.number(thread.sources, desk.grammar)
        tags = (desk.label("sources", number=number),)
    return Line(line.text, desk.notes.told(originals, clones), tags)


def figures(desk: Desk, thread: Thread) -> list[Line]:
    """The counts of a thread that its sentence does not tell yet, in one sentence, and one for each
    count on which the sources differ.
    """
    lead = lead_of(thread, desk.entries, desk.grammar.lang)
    told = set()
    if lead is not None:
        parties = (*lead.event.actors, *lead.event.recipients)
        told = {
            (quantity.value, quantity.unit)
            for quantity in lead.event.quantities
            if any(p.start <= quantity.start and quantity.end <= p.end for p in parties)
        }
    agreed: dict[str, Figure] = {}
    for figure in thread.figures:
        if not figure.conflicts and (figure.counts[0].value, figure.unit) not in told:
            agreed.setdefault(figure.unit, figure)
    lines = []
    if agreed:
        shown = [_count(desk, thread, figure) for figure in agreed.values()]
        text = fill(desk.grammar.counts, {"counts": listed(shown, desk.grammar.and_)})
        ids = {article for figure in agreed.values() for article in figure.counts[0].articles}
        lines.append(desk.line(text, (m.told for m in thread.members if m.told.article in ids)))
    lines += [_difference(desk, thread, one) for one in thread.figures if one.conflicts]
    return lines


def _count(desk: Desk, thread: Thread, figure: Figure) -> str:
    """A count; in the words of its article where those give no exact number."""
    count = figure.counts[0]
    lang = next((m.told.lang for m in thread.members if m.told.article in count.articles), "")
    if is_vague(count.words, lang):
        if lang == desk.grammar.lang:
            return uncapitalised(clean(count.words), desk.grammar)
        return desk.teller.quote(Words(count.words, lang))
    return numbers.count(count.value, figure.unit, desk.grammar)


def _difference(desk: Desk, thread: Thread, figure: Figure) -> Line:
    values, sources = [], []
    for count in figure.counts:
        members = [m.told for m in thread.members if m.told.article in count.articles]
        names = list(dict.fromkeys(publisher(source.source) or source.title for source in members))
        values.append(
            fill(
                desk.grammar.value,
                {
                    "number": numbers.number(count.value, desk.grammar),
                    "sources": listed(names, desk.grammar.and_),
                },
            )
        )
        sources += members
    units = numbers.unit(figure.unit, 2, desk.grammar)
    told = {"units": units, "values": listed(values, desk.grammar.and_)}
    return desk.line(fill(desk.grammar.differ, told), sources)
