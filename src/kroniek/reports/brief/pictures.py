"""The charts of a brief with their text alternatives and numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date as Day
from datetime import timedelta
from functools import partial
from typing import Final

from kroniek.ledger.reactions import Deed, Reaction
from kroniek.reports import charts
from kroniek.reports.brief.answers import Answers
from kroniek.reports.brief.desk import Desk
from kroniek.reports.brief.facts import HISTORICAL, Tally
from kroniek.reports.brief.model import Chart, Group, Item, Line
from kroniek.reports.sentences import numbers
from kroniek.reports.sentences.wording import capitalised, listed, plain, sentence

SIDES: Final = 9
"""Rows and columns of the matrix."""
PAIRS: Final = 3
"""Pairs that a sentence names."""
UNITS: Final = ((62, "day"), (420, "week"), (3700, "month"))
"""Up to how many days the bars of the timeline stand for what; beyond, for a year."""
LONGEST: Final = 31
"""Days that an event of the timeline may have happened in."""


def timeline(desk: Desk, tallies: Sequence[Tally]) -> Chart | None:
    """Events by day, week, month or year and quad class."""
    since = desk.wanted.since
    counted = [
        one for one in tallies
        if one.status != HISTORICAL and (one.last - one.first).days <= LONGEST
        and (since is None or one.first >= since)
    ]  # fmt: skip
    if len({one.first for one in counted}) < 2:
        return None
    span = (max(one.first for one in counted) - min(one.first for one in counted)).days
    unit = next((name for most, name in UNITS if span <= most), "year")
    quads = {kind: quad for quad, kinds in charts.QUADS.items() for kind in kinds}
    bars: Counter[tuple[Day, str]] = Counter()
    for one in counted:
        bars[_start(one.first, unit), desk.grammar.quad[quads[one.type]]] += one.number
    names = [desk.grammar.quad[quad] for quad in charts.QUADS]
    totals: Counter[Day] = Counter()
    kinds: Counter[str] = Counter()
    for (day, kind), n in bars.items():
        totals[day] += n
        kinds[kind] += n
    peak, most = min(totals.items(), key=lambda pair: (-pair[1], pair[0]))
    word = numbers.unit(unit, 1, desk.grammar)
    for day in _between(min(totals), max(totals), unit):
        totals[day] += 0
    draw = partial(
        charts.timeline,
        [(day, kind, bars[day, kind]) for day in sorted(totals) for kind in names], unit, names,
        (desk.label("date"), desk.label("number_of_events")),
    )  # fmt: skip
    text = desk.label(
        "timeline_text", events=numbers.count(sum(totals.values()), "event", desk.grammar),
        unit=word, peak=_named(peak, unit, desk), most=numbers.number(most, desk.grammar),
        split=capitalised(listed(
            [f"{name} {kinds[name]}" for name in names if kinds[name]], desk.grammar.and_)),
    )  # fmt: skip
    rows = [
        (_named(day, unit, desk), *(str(bars[day, name]) for name in names))
        for day, number in sorted(totals.items())
        if number
    ]
    head = (capitalised(word), *map(capitalised, names))
    return Chart(desk.label("timeline", unit=word), text, draw, head, tuple(rows))


def _start(day: Day, unit: str) -> Day:
    """The first day of the week, month or year of a day."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return {"day": day, "month": day.replace(day=1)}.get(unit, day.replace(month=1, day=1))


def _between(first: Day, last: Day, unit: str) -> Iterator[Day]:
    """The beginnings of all days, weeks, months or years of a period."""
    day = first
    while day <= last:
        yield day
        day = _start(day + timedelta(days=_DAYS[unit]), unit)


_DAYS: Final = {"day": 1, "week": 7, "month": 31, "year": 366}
"""So many days after the first of a unit lies the next one, or within it."""


def _named(day: Day, unit: str, desk: Desk) -> str:
    if unit in ("day", "week"):
        return numbers.day(day, desk.grammar)
    last = day.replace(month=12, day=31)
    if unit == "month":
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return numbers.period(day, last, desk.grammar)


def matrix(desk: Desk, found: Sequence[tuple[str, str, int]]) -> tuple[Chart | None, Group]:
    """Who acted towards whom how often, as a chart and as a sentence."""
    if not found:
        return None, Group(())
    shown = [
        desk.label(
            "pair", who=desk.code(who).text, whom=desk.code(whom).text,
            number=str(n),
        )
        for who, whom, n in found[:PAIRS]
    ]  # fmt: skip
    pairs = listed(shown, desk.grammar.and_)
    note = desk.notes.counted(desk.command("threads"))
    group = Group((Item((Line(sentence(desk.label("pairs", pairs=pairs)), note),)),))
    acting = _most(found, 0)
    undergoing = _most(found, 1)
    cells = [
        (desk.bare(who), desk.bare(whom), n) for who, whom, n in found
        if who in acting and whom in undergoing
    ]  # fmt: skip
    draw = partial(charts.matrix, cells, (desk.label("who"), desk.label("whom")))
    number = {(who, whom): n for who, whom, n in cells}
    rows = list(dict.fromkeys(who for who, _, _ in cells))
    across = list(dict.fromkeys(whom for _, whom, _ in cells))
    table = [(who, *(str(number.get((who, whom), "")) for whom in across)) for who in rows]
    text = desk.label("matrix_text")
    chart = Chart(desk.label("who_to_whom"), text, draw, (desk.label("who"), *across), tuple(table))
    return chart, group


def _most(found: Sequence[tuple[str, str, int]], side: int) -> set[str]:
    counts: Counter[str] = Counter()
    for pair in found:
        counts[str(pair[side])] += pair[2]
    return {code for code, _ in counts.most_common(SIDES)}


def chain_diagram(desk: Desk, answers: Answers) -> Chart | None:
    """The chains of reactions, an act a dot."""
    if not answers.chains:
        return None
    rows = []
    for chain in answers.chains:
        steps = [charts.Step(_lines(desk, chain[0].cause))]
        steps += [charts.Step(_lines(desk, one.answer), one.how == "inferred")
                  for one in chain]  # fmt: skip
        rows.append(steps[:STEPS])
    text = desk.label("chains_text", number=numbers.count(len(rows), "chain", desk.grammar))
    head = (desk.label("chain", number=""), desk.label("date"), desk.label("who"), "")
    table = [
        (str(at), *_row(desk, deed))
        for at, chain in enumerate(answers.chains, start=1)
        for deed in _deeds(chain)
    ]
    return Chart(desk.label("answers"), text, partial(charts.chains, rows), head, tuple(table))


STEPS: Final = 5
"""Acts of a chain that fit in the diagram."""
WIDE: Final = 24
"""Signs of a line under an act."""


def _deeds(chain: Sequence[Reaction]) -> list[Deed]:
    return [chain[0].cause, *(one.answer for one in chain)]


def _lines(desk: Desk, deed: Deed) -> tuple[str, ...]:
    day, who, what = _row(desk, deed)
    return tuple(_short(line) for line in (who, what, day) if line)


def _row(desk: Desk, deed: Deed) -> tuple[str, str, str]:
    """Day, actors and kind of an act."""
    who = [desk.bare(one.code) if one.code else plain(one.name) for one in deed.actors[:2]]
    kind = desk.teller.kind(deed.type, deed.mode)
    first, _, rest = kind.partition(" ")
    what = rest if first in desk.grammar.articles else kind
    return numbers.day(deed.day, desk.grammar), listed(who, desk.grammar.and_), what


def _short(text: str) -> str:
    return text if len(text) <= WIDE else text[: WIDE - 1].rstrip() + "…"
