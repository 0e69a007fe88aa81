"""A brief as PDF, set by typst with the fonts that it brings: nothing is downloaded."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from importlib.resources import files
from typing import Any, Final

from kroniek.reports.brief.model import Brief, Chart, Item
from kroniek.reports.sentences.wording import capitalised, pieces, plain

FONT: Final = "Libertinus Serif"
"""A font of typst's own, which the charts of the PDF take too."""
POINTS: Final = 640
"""Width of a chart that fills the text."""


def as_pdf(brief: Brief) -> bytes:
    """The brief as a tagged PDF with its fonts in it."""
    import typst

    template = (files("kroniek.reports") / "templates" / "brief.typ").read_bytes()
    made = typst.compile(
        template, format="pdf", sys_inputs={"brief": json.dumps(_content(brief))},
        font_paths=[], ignore_system_fonts=True, pdf_standards=["ua-1"],
    )  # fmt: skip
    assert isinstance(made, bytes)
    return made


def _content(brief: Brief) -> dict[str, Any]:
    """The brief as plain JSON, as the template reads it."""
    sections = [
        {
            "heading": section.heading,
            "chart": _chart(section.chart) if section.chart else None,
            "groups": [
                {
                    "heading": group.heading, "steps": group.steps,
                    "more": capitalised(group.more.replace("`", "")) + "." if group.more else "",
                    "items": [_item(item) for item in group.items],
                }
                for group in section.groups
            ],
        }
        for section in brief.sections
    ]  # fmt: skip
    notes = [asdict(note) | {"title": note.title.replace("`", "")} for note in brief.notes]
    return {
        "lang": brief.lang, "title": brief.title, "period": brief.period, "lead": brief.lead,
        "sections": sections, "notes": notes, "method": list(brief.method),
        "labels": brief.labels,
    }  # fmt: skip


def _item(item: Item) -> dict[str, Any]:
    lines = [
        {
            "text": [piece._asdict() for piece in pieces(line.text)],
            "notes": list(line.notes), "tags": list(line.tags),
        }
        for line in item.lines
    ]  # fmt: skip
    return {"label": item.label, "lines": lines}


def _chart(chart: Chart) -> dict[str, Any]:
    svg = chart.draw().replace("currentColor", "#1c1b19")
    svg = re.sub(r'font-family="[^"]*"', f'font-family="{FONT}"', svg)
    width = re.search(r'width="([\d.]+)"', svg)
    wide = float(width[1]) / POINTS if width else 1.0
    return {"svg": svg, "text": plain(chart.text), "wide": wide}
