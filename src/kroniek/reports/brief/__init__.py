"""The brief: what happened in a period, told in sentences with their sources, as a page to read.

`brief_content` gathers it, `write_brief` makes it a page in one of `BRIEF_FORMATS`.
"""

from __future__ import annotations

from typing import Final

from kroniek.errors import InputError
from kroniek.ledger import Filter, Ledger
from kroniek.reports.brief.content import brief_content
from kroniek.reports.brief.model import Brief
from kroniek.reports.sentences import brief_languages

__all__ = ["BRIEF_FORMATS", "Brief", "brief_content", "brief_languages", "render", "write_brief"]

BRIEF_FORMATS: Final = ("html", "md", "pdf")


def write_brief(
    ledger: Ledger, wanted: Filter | None = None, lang: str = "en", format: str = "html"
) -> str | bytes:
    """A whole brief: HTML and Markdown as text, PDF as bytes. LanguageError for a language without
    a grammar of briefs, InputError for another format.
    """
    return render(brief_content(ledger, wanted or Filter(), lang), format)


def render(brief: Brief, format: str) -> str | bytes:
    """A brief as a page. InputError for a format that there is not."""
    if format == "html":
        from kroniek.reports.brief.pages import as_html

        return as_html(brief)
    if format == "md":
        from kroniek.reports.brief.pages import as_markdown

        return as_markdown(brief)
    if format == "pdf":
        from kroniek.reports.brief.pdf import as_pdf

        return as_pdf(brief)
    raise InputError("format", f"unknown format {format!r}; choose from {', '.join(BRIEF_FORMATS)}")
