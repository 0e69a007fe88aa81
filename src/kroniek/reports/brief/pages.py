"""A brief as an HTML page that loads nothing from elsewhere, and as Markdown."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from kroniek.reports.brief.model import Brief
from kroniek.reports.sentences.wording import capitalised, pieces, plain

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_STARTS: Final = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))", re.MULTILINE)


def as_html(brief: Brief) -> str:
    """The brief as one HTML page."""
    return _template("brief.html.j2").render(brief=brief, label=brief.labels)


def as_markdown(brief: Brief) -> str:
    """The brief as Markdown with footnotes (CommonMark, and the footnotes and tables of GitHub)."""
    made = _template("brief.md.j2").render(brief=brief, label=brief.labels)
    return re.sub(r"\n{3,}", "\n\n", made).strip() + "\n"


@cache
def _template(name: str) -> Template:
    environment = Environment(
        loader=PackageLoader("kroniek.reports"),
        autoescape=name.endswith(".html.j2"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "spoken": _spoken, "md": escaped, "plain": plain, "capitalised": capitalised,
        "svg": _svg, "nocode": lambda text: text.replace("`", ""),
    }  # fmt: skip
    return environment.get_template(name)


def _spoken(text: str) -> Markup:
    """A sentence with the language of foreign words marked."""
    made = Markup("")
    for piece in pieces(text):
        made += (
            piece.text
            if piece.lang is None
            else Markup('<span lang="{}">{}</span>').format(piece.lang, piece.text)
        )
    return made


def _svg(svg: str) -> Markup:
    """A chart, which the page names itself."""
    return Markup(svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1))


def escaped(text: str) -> str:
    """Words as Markdown that shows just them."""
    made = _SPECIAL.sub(r"\\\1", " ".join(plain(text).split()))
    return (
        _STARTS.sub(r"\1\\\2", made)
        if not made[:1].isdigit()
        else re.sub(r"^(\d+)([.)])", r"\1\\\2", made)
    )
