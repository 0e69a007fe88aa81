"""Threats and promises, reactions, contradictions, and what one side did: pages on the record."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field

from kroniek.ledger import Filter, Ledger
from kroniek.ledger.commitments import KINDS, OUTCOMES, THREATS, Commitment
from kroniek.ledger.contradictions import STATES, Contradiction
from kroniek.ledger.facets import facets
from kroniek.ledger.reactions import HOWS, Reaction, chains
from kroniek.ledger.record import (
    decide,
    find_commitments,
    find_contradictions,
    find_reactions,
    record_of,
)
from kroniek.ledger.trackrecord import Record
from kroniek.ledger.verdicts import Verdict, holding
from kroniek.web.days import Day
from kroniek.web.keeping import record
from kroniek.web.pages import page
from kroniek.web.security import inside

PAGE: Final = 50
"""Entries of the record in one list: the newest first."""

CHAINED: Final = 2000
"""Reactions that are joined into chains: the newest."""

CHAINS: Final = 10
"""Chains on one page: the longest."""

Words = Annotated[str, Query(max_length=200)]
Short = Annotated[str, Form(max_length=200)]
Offset = Annotated[int, Query(ge=0, le=10_000_000)]

router = APIRouter()


@dataclass(frozen=True)
class Asked:
    """What of the record someone asks for; `kind` is that of a commitment."""

    filter: Filter
    kind: str
    offset: int

    @property
    def query(self) -> dict[str, str]:
        """The same as it stands in an address, without the offset."""
        told = {name: getattr(self.filter, name) for name in _NAMES} | {"kind": self.kind}
        return {name: str(value) for name, value in told.items() if value}


class Judged(BaseModel):
    """What someone decides about an entry of the record, and why."""

    model_config = ConfigDict(extra="forbid")

    verdict: Annotated[str, Field(max_length=40)]
    note: Annotated[str, Field(max_length=1000)] = ""


_NAMES: Final = ("actor", "recipient", "status", "since", "until", "text")


def asked(
    actor: Words = "",
    recipient: Words = "",
    kind: Words = "",
    status: Words = "",
    since: Day = None,
    until: Day = None,
    text: Words = "",
    offset: Offset = 0,
) -> Asked:
    """Dependency: what the address asks of the record; an empty part asks nothing."""
    wanted = Filter(
        actor=actor or None, recipient=recipient or None, type=None, status=status or None,
        since=since, until=until, text=text or None,
    )  # fmt: skip
    return Asked(wanted, kind, offset)


Wanted = Annotated[Asked, Depends(asked)]


@router.get("/threats", include_in_schema=False)
def threats(request: Request, wanted: Wanted) -> HTMLResponse:
    """Commitments with their conditions, what came of them, and what that rests on."""
    with record(request) as fresh:
        found = _commitments(request, wanted)
    return _listed(
        request, "threats.html", wanted, found, fresh=fresh, kinds=KINDS, statuses=OUTCOMES
    )


@router.get("/reactions", include_in_schema=False)
def reactions(request: Request, wanted: Wanted) -> HTMLResponse:
    """Who answered what with what, one by one and in chains."""
    ledger: Ledger = request.app.state.ledger
    with record(request) as fresh:
        found = find_reactions(ledger, wanted.filter, max(CHAINED, wanted.offset + PAGE))
    joined = chains(one for one in found if one.how != "rejected")[:CHAINS]
    told = joined if wanted.offset == 0 else []
    return _listed(
        request, "reactions.html", wanted, found, fresh=fresh, statuses=HOWS, chains=told
    )


@router.get("/contradictions", include_in_schema=False)
def contradictions(request: Request, wanted: Wanted) -> HTMLResponse:
    """Accounts that do not agree, to judge."""
    ledger: Ledger = request.app.state.ledger
    with record(request) as fresh:
        found = find_contradictions(ledger, wanted.filter, wanted.offset + PAGE)
    return _listed(request, "contradictions.html", wanted, found, fresh=fresh, statuses=STATES)


@router.get("/actors/{code:path}", include_in_schema=False)
def actor(request: Request, code: str) -> HTMLResponse:
    """What one side did, underwent, threatened and promised, and what came of it."""
    ledger: Ledger = request.app.state.ledger
    by_it = Filter(actor=code)
    with record(request) as fresh:
        committed = _newest(find_commitments(ledger, by_it, limit=PAGE))
        contradicted = _newest(find_contradictions(ledger, by_it, 10))
        answers = _newest(find_reactions(ledger, by_it, 10))
        threatened, promised = (
            record_of(ledger, code, kinds=kinds) for kinds in (THREATS, ("promise",))
        )
    return page(
        request, "actor.html", code=code, outcomes=OUTCOMES, fresh=fresh,
        acting=facets(ledger, by_it), undergoing=facets(ledger, Filter(recipient=code)),
        threatened=threatened, promised=promised,
        commitments=committed, contradictions=contradicted, reactions=answers,
        decided=_decided(ledger, committed, contradicted, answers),
    )  # fmt: skip


@router.post("/record/{part}/{id}", include_in_schema=False)
def judge(
    request: Request,
    part: str,
    id: str,
    verdict: Short,
    note: Annotated[str, Form(max_length=1000)] = "",
    back: Annotated[str, Form(max_length=2000)] = "/threats",
) -> Response:
    """Sets the outcome of a commitment, or judges a reaction or contradiction; or undoes that."""
    who = request.state.visitor.name
    with record(request):
        decide(request.app.state.ledger, id, verdict, who, note.strip(), part)
    return RedirectResponse(f"{inside(back)}#r-{id}", 303)


@router.get("/api/commitments", tags=["record"])
def commitments_by_api(request: Request, wanted: Wanted) -> list[Commitment]:
    """Threats and promises with their outcome and what it rests on, the newest first. `kind` is
    threat, warning, promise, ultimatum or measure; `status` the outcome.
    """
    return _shown(_commitments(request, wanted), wanted)


@router.get("/api/reactions", tags=["record"])
def reactions_by_api(request: Request, wanted: Wanted) -> list[Reaction]:
    """Reactions, the newest first; `status` is said, inferred, accepted or rejected."""
    ledger: Ledger = request.app.state.ledger
    return _shown(find_reactions(ledger, wanted.filter, wanted.offset + PAGE), wanted)


@router.get("/api/contradictions", tags=["record"])
def contradictions_by_api(request: Request, wanted: Wanted) -> list[Contradiction]:
    """Contradictions, the newest first; `status` is stated, proposed, accepted or rejected."""
    ledger: Ledger = request.app.state.ledger
    return _shown(find_contradictions(ledger, wanted.filter, wanted.offset + PAGE), wanted)


@router.get("/api/actors/{code:path}/record", tags=["record"])
def record_by_api(request: Request, code: str, kind: Words = "") -> Record:
    """How often a side carried out what it threatened, or what it committed to by `kind`."""
    return record_of(request.app.state.ledger, code, kinds=(kind,) if kind else THREATS)


@router.post("/api/record/{part}/{id}", status_code=201, tags=["record"])
def judge_by_api(request: Request, part: str, id: str, judged: Judged) -> Verdict:
    """Sets the outcome of a commitment, or accepts or rejects a reaction or contradiction; `part`
    is commitment, reaction or contradiction, and the verdict "undo" takes back what was decided.
    """
    who = request.state.visitor.name
    return decide(request.app.state.ledger, id, judged.verdict, who, judged.note, part)


def _commitments(request: Request, wanted: Asked) -> Any:
    kinds = (wanted.kind,) if wanted.kind else ()
    limit = wanted.offset + PAGE
    return find_commitments(request.app.state.ledger, wanted.filter, kinds, limit=limit)


def _listed(
    request: Request, template: str, wanted: Asked, found: Any, **more: Any
) -> HTMLResponse:
    """A page of a part of the record, the newest first."""
    shown = _shown(found, wanted)
    return page(
        request, template, found=shown, total=found.total, wanted=wanted, size=PAGE,
        decided=_decided(request.app.state.ledger, shown), outcomes=OUTCOMES,
        at=lambda offset: "?" + urlencode(wanted.query | {"offset": offset}), **more,
    )  # fmt: skip


def _shown(found: Iterable[Any], wanted: Asked) -> list[Any]:
    return _newest(found)[wanted.offset : wanted.offset + PAGE]


def _newest(found: Iterable[Any]) -> list[Any]:
    return list(found)[::-1]


def _decided(ledger: Ledger, *lists: Iterable[Any]) -> dict[str, Verdict]:
    """What people decided about entries, by their ids; a commitment's may be under any of its
    tellings.
    """
    with ledger.session() as session:
        held = holding(session)
    made = {}
    for one in (one for found in lists for one in found):
        part = type(one).__name__.lower()
        ids = [told.event for told in one.told] if part == "commitment" else [one.id]
        verdict = next((held[part, name] for name in ids if (part, name) in held), None)
        if verdict is not None:
            made[one.id] = verdict
    return made
