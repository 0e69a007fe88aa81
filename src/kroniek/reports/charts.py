"""The charts of a brief as SVG: a timeline, a matrix of who acted towards whom, and chains.

Drawn by Vega-Altair and vl-convert, without a browser or network. Ink is `currentColor`, so that a
chart takes the colour of the text around it; fills have a contrast of 3:1 with white and with black
paper (WCAG 1.4.11).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Any, Final

WIDTH: Final = 640
"""Points that a chart is wide at most, axes left out."""
INK: Final = "currentColor"
QUADS: Final = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""The quad classes of PLOVER (manual 0.8, "Quad category")."""
COLOURS: Final = ("#4a8fd0", "#2c7a6b", "#c27a1a", "#c0392b")
"""Of the quad classes; told apart by lightness too, and each 3:1 against both papers."""
ACCENT: Final = "#4a8fd0"


@dataclass(frozen=True, slots=True)
class Step:
    """An act in a chain: its lines of text, and whether the link to it was inferred."""

    lines: tuple[str, ...]
    inferred: bool = False


def timeline(
    counts: Sequence[tuple[Day, str, int]], unit: str, names: Sequence[str], titles: tuple[str, str]
) -> str:
    """Bars of events by day, week, month or year, by quad class (`names`, as in QUADS)."""
    import altair as alt

    rows = [{"day": day.isoformat(), "kind": kind, "n": n} for day, kind, n in counts]
    axis, number = titles
    part: Any = {"day": "yearmonthdate", "week": "yearmonthdate"}.get(unit, "yearmonth")
    days = len({day for day, _, _ in counts})
    chart = (
        alt.Chart(_data(rows))
        .mark_bar(width={"band": 0.8})
        .encode(
            x=alt.X(
                field="day", type="ordinal", timeUnit=part if unit != "year" else "year",
                axis=alt.Axis(title=axis, labelAngle=-90 if days > 12 else 0, labelOverlap=True,
                              format=_FORMATS[unit]),
            ),
            y=alt.Y(field="n", type="quantitative", aggregate="sum",
                    axis=alt.Axis(title=number, tickMinStep=1)),
            color=alt.Color(
                field="kind", type="nominal",
                scale=alt.Scale(domain=list(names), range=list(COLOURS)),
                legend=alt.Legend(title=None, orient="top", columns=2, columnPadding=70),
            ),
            order=alt.Order(field="kind", type="nominal"),
        )
        .properties(width=min(WIDTH, max(240, 26 * days)), height=160)
    )  # fmt: skip
    return _svg(chart)


_FORMATS: Final = {"day": "%d-%m-%Y", "week": "%d-%m-%Y", "month": "%m-%Y", "year": "%Y"}


def matrix(cells: Sequence[tuple[str, str, int]], titles: tuple[str, str]) -> str:
    """Squares by how often who (rows) acted towards whom (columns), each with its number."""
    import altair as alt

    rows = [{"who": who, "whom": whom, "n": n} for who, whom, n in cells]
    order = list(dict.fromkeys(who for who, _, _ in cells))
    across = list(dict.fromkeys(whom for _, whom, _ in cells))
    base = alt.Chart(_data(rows)).encode(
        x=alt.X(field="whom", type="nominal", sort=across,
                axis=alt.Axis(title=titles[1], orient="top", labelAngle=-45, domain=False,
                              ticks=False)),
        y=alt.Y(field="who", type="nominal", sort=order,
                axis=alt.Axis(title=titles[0], domain=False, ticks=False)),
    )  # fmt: skip
    most = max((n for _, _, n in cells), default=1)
    squares = base.mark_rect(fill=ACCENT, stroke=INK, strokeOpacity=0.25).encode(
        opacity=alt.Opacity(
            field="n", type="quantitative", legend=None,
            scale=alt.Scale(domain=[0, most], range=[0.08, 0.45]),
        )
    )  # fmt: skip
    figures = base.mark_text(fill=INK, fontSize=12).encode(
        text=alt.Text(field="n", type="quantitative")
    )
    size = {"width": 34 * len(across), "height": 26 * len(order)}
    return _svg(alt.layer(squares, figures).properties(**size))


def chains(rows: Sequence[Sequence[Step]]) -> str:
    """Chains from left to right: a dot an act, a line to its answer, broken if it is inferred."""
    import altair as alt

    steps, links = [], []
    for at, chain in enumerate(rows):
        for place, step in enumerate(chain):
            steps.append({"x": place, "y": at, "text": list(step.lines)})
            if place:
                links.append({"x": place - 1, "x2": place, "y": at, "inferred": step.inferred})
    longest = max((len(chain) for chain in rows), default=1)
    across = alt.Scale(domain=[-0.5, longest - 0.5], nice=False)
    down = alt.Scale(domain=[-0.3, len(rows) - 0.3], reverse=True, nice=False)
    x = alt.X(field="x", type="quantitative", scale=across, axis=None)
    y = alt.Y(field="y", type="quantitative", scale=down, axis=None)
    lines = (
        alt.Chart(_data(links))
        .mark_rule(stroke=INK, strokeOpacity=0.7, strokeWidth=1.5)
        .encode(
            x=x, x2=alt.X2(field="x2"), y=y,
            strokeDash=alt.condition("datum.inferred", alt.value([4, 4]), alt.value([1, 0])),
        )
    )  # fmt: skip
    heads = (
        alt.Chart(_data(links))
        .transform_calculate(mid="(datum.x + datum.x2) / 2")
        .mark_point(shape="triangle-right", size=60, fill=INK, stroke=None)
        .encode(x=alt.X(field="mid", type="quantitative", scale=across, axis=None), y=y)
    )
    dots = alt.Chart(_data(steps)).mark_point(
        size=120, fill=ACCENT, stroke=INK, filled=True, opacity=1
    ).encode(x=x, y=y)  # fmt: skip
    words = alt.Chart(_data(steps)).mark_text(
        fill=INK, fontSize=11, dy=18, baseline="top", lineHeight=14
    ).encode(x=x, y=y, text=alt.Text(field="text", type="nominal"))  # fmt: skip
    chart = alt.layer(lines, heads, dots, words)
    width = min(760, max(220, 150 * longest))
    return _svg(chart.properties(width=width, height=100 * len(rows)))


def _svg(chart: Any) -> str:
    """A chart as SVG that a page can hold: no background, no scripts, styles or links."""
    import vl_convert

    made: str = vl_convert.vegalite_to_svg(chart.to_dict(validate=False) | _LOOKS)
    made = re.sub(r' (?:style|pointer-events|xmlns:xlink|role|aria-\w+)="[^"]*"', "", made)
    prefix = "c" + hashlib.sha256(made.encode()).hexdigest()[:8]
    return _UNIQUE.sub(lambda match: match[0].replace("clip", prefix), made)


_LOOKS: Final = {
    "background": None,
    "config": {
        "font": "system-ui, sans-serif",
        "axis": {
            "labelColor": INK, "titleColor": INK, "tickColor": INK, "domainColor": INK,
            "gridColor": INK, "gridOpacity": 0.15, "labelFontSize": 11, "titleFontSize": 11,
            "titleFontWeight": "normal", "titlePadding": 14, "labelLimit": 170,
        },
        "legend": {"labelColor": INK, "titleColor": INK, "labelFontSize": 11, "labelLimit": 220},
        "view": {"stroke": None},
    },
}  # fmt: skip
_UNIQUE: Final = re.compile(r'(?:id="|url\(#)clip\d+')
"""Ids, which no other chart of a page may have."""


def _data(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"values": rows}
