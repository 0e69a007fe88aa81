"""Derives copies and threads from all events of the ledger, as rows of their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy.orm import Session

from kroniek.ledger.clusters import clusters
from kroniek.ledger.schema import Base
from kroniek.ledger.sources import Copy, copies, originals, texts_of
from kroniek.ledger.tellings import tellings_of
from kroniek.ledger.thread import Thread
from kroniek.ledger.thread_decisions import decided
from kroniek.ledger.thread_rows import CopyRow, ThreadEventRow, ThreadPartyRow, ThreadRow
from kroniek.ledger.weaving import woven

Row = dict[str, Any]


def derive(session: Session) -> dict[type[Base], list[Row]]:
    """The copies and threads of the ledger as it is, in the order in which they can be added."""
    rows: dict[type[Base], list[Row]] = {
        CopyRow: [], ThreadRow: [], ThreadPartyRow: [], ThreadEventRow: [],
    }  # fmt: skip
    found = copies(texts_of(session))
    rows[CopyRow] += map(_copy_row, found)
    for number, thread in enumerate(_threads(session, found), start=1):
        rows[ThreadRow].append(_row(number, thread))
        rows[ThreadPartyRow] += _party_rows(number, thread)
        rows[ThreadEventRow] += (
            {"event": one.told.event, "thread_number": number} for one in thread.members
        )
    return rows


def _threads(session: Session, found: Iterable[Copy]) -> Iterator[Thread]:
    tellings = sorted(
        tellings_of(session), key=lambda one: (one.first, one.published, one.article, one.position)
    )
    first = originals(found)
    for cluster in clusters(tellings, first, decided(session)):
        yield woven(cluster, tellings, first)


def _copy_row(copy: Copy) -> Row:
    return {
        "article_number": copy.article, "original_number": copy.original,
        "likeness": copy.likeness,
    }  # fmt: skip


def _row(number: int, thread: Thread) -> Row:
    told = dict.fromkeys(
        words for one in thread.members for words in (one.told.title, one.told.words)
    )
    return {
        "number": number, "id": thread.id, "first_day": thread.first, "last_day": thread.last,
        "type": thread.type, "status": thread.status,
        "country": thread.place.country if thread.place else None,
        "contexts": f"|{'|'.join(thread.contexts)}|", "sources": thread.sources,
        "words": "\n".join(told).casefold(), "body": thread.model_dump_json(),
    }  # fmt: skip


def _party_rows(number: int, thread: Thread) -> Iterator[Row]:
    for side, members in (("actors", thread.actors), ("recipients", thread.recipients)):
        for key, who in {who.key: who for who in members}.items():
            words = f"{who.code or ''}\n{who.name}".casefold()
            yield {"thread_number": number, "side": side, "key": key, "words": words}
