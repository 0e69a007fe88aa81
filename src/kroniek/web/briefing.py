"""The brief: chosen, read, copied and taken along."""

import hashlib
import re
from base64 import b64encode
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from kroniek.ledger import Filter
from kroniek.reports.brief import BRIEF_FORMATS, brief_languages, write_brief
from kroniek.web.pages import language, page
from kroniek.web.wanted import query_of, wanted

MEDIA: Final = {
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
    "pdf": "application/pdf",
}
"""The media type of each format."""

router = APIRouter()
Wanted = Annotated[Filter, Depends(wanted)]
Lang = Annotated[str, Query(max_length=10)]
_STYLE: Final = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@router.get("/brief", include_in_schema=False)
def brief(request: Request, filter: Wanted, lang: Lang = "") -> HTMLResponse:
    """The form for a brief, and the brief that was asked for."""
    chosen = lang or language(request)
    return page(
        request, "brief.html", filter=filter, chosen=chosen, query=query_of(filter, lang=chosen),
        asked=bool(request.url.query), brief_languages=brief_languages(), formats=BRIEF_FORMATS,
    )  # fmt: skip


@router.get("/brief/page", include_in_schema=False)
def brief_page(request: Request, filter: Wanted, lang: Lang = "") -> Response:
    """The brief itself, with a policy of its own: its own styles and nothing else."""
    html = str(write_brief(request.app.state.ledger, filter, lang or language(request)))
    styles = " ".join(f"'sha256-{_hash(style)}'" for style in _STYLE.findall(html)) or "'none'"
    headers = {
        "Content-Security-Policy": f"default-src 'none'; style-src {styles}; "
        "img-src data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
        "X-Frame-Options": "SAMEORIGIN",
    }
    return HTMLResponse(html, headers=headers)


@router.get("/api/brief.{format}", tags=["brief"])
def brief_by_api(
    request: Request, format: Literal["html", "md", "pdf"], filter: Wanted, lang: Lang = "en"
) -> Response:
    """The brief on the events of a filter, in English or Dutch."""
    made = write_brief(request.app.state.ledger, filter, lang, format)
    headers = {"Content-Disposition": f'attachment; filename="brief.{format}"'}
    return Response(made, media_type=MEDIA[format], headers=headers)


def _hash(text: str) -> str:
    return b64encode(hashlib.sha256(text.encode()).digest()).decode()
