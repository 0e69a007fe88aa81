"""Reads the events of the ledger as acts, as they stand after what people decided."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from kroniek.document import TITLE_BREAK, Party
from kroniek.ledger.acts import Act, Link, Words
from kroniek.ledger.schema import RelationRow
from kroniek.ledger.told_events import ToldEvent, newest_revisions, told_events

_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»]?\s+(?=[\"'“‘«„(]?[^\W_])|\n+")


class _Sentences:
    """The sentences of an article; a headline is one."""

    def __init__(self, title: str, text: str) -> None:
        whole = title + TITLE_BREAK + text if title else text
        self._told: list[Words] = []
        at = 0
        for gap in _SENTENCE.finditer(whole):
            self._told.append(Words(whole[at : gap.start()], at, gap.start()))
            at = gap.end()
        self._told.append(Words(whole[at:], at, len(whole)))
        self._starts = [sentence.start for sentence in self._told]

    def around(self, words: Words) -> tuple[Words, str]:
        """The sentence in which words begin, and the text of the one after it."""
        at = bisect_right(self._starts, words.start) - 1
        after = self._told[at + 1].text if at + 1 < len(self._told) else ""
        return self._told[at], after


def acts_of(session: Session) -> tuple[list[Act], list[Link]]:
    """The events of the ledger by day, without those that have no day at all, and the links."""
    acts: list[Act] = []
    links: list[Link] = []
    for revisions in newest_revisions(session):
        acts += _acts(session, revisions)
        links += _links(session, revisions)
    acts.sort(key=lambda act: (act.first, act.published or act.first, act.article, act.position))
    return _without_headlines(acts, links)


def _without_headlines(acts: list[Act], links: list[Link]) -> tuple[list[Act], list[Link]]:
    """Without headlines whose act the text tells too: of the same type, by one of its actors. What
    tied the headline to another act ties the text's.
    """
    told: dict[tuple[int, str, bool, str], Act] = {}
    for act in acts:
        if not act.in_title:
            for who in act.who:
                told.setdefault((act.article, act.type, act.status == "negated", who), act)
    instead: dict[str, str] = {}
    for act in acts:
        if act.in_title:
            keys = ((act.article, act.type, act.status == "negated", who) for who in act.who)
            same = next((told[key] for key in keys if key in told), None)
            if same is not None:
                instead[act.id] = same.id
    tied = [
        replace(
            link,
            source=instead.get(link.source, link.source),
            target=instead.get(link.target, link.target),
        )
        for link in links
    ]
    kept = [act for act in acts if act.id not in instead]
    return kept, [link for link in tied if link.source != link.target]


def _acts(session: Session, revisions: Sequence[int]) -> Iterator[Act]:
    sentences: dict[int, _Sentences] = {}
    for told in told_events(session, revisions):
        article = told.article
        if article.number not in sentences:
            sentences[article.number] = _Sentences(article.title, article.text)
        yield _act(told, sentences[article.number])


def _act(told: ToldEvent, sentences: _Sentences) -> Act:
    event, article = told.event, told.article
    evidence = tuple(map(_words, told.evidence))
    sentence, after = sentences.around(evidence[0])
    also = {sentences.around(words)[0].text for words in evidence[1:]} - {sentence.text}
    sides: dict[str, list[Party]] = {"actors": [], "recipients": []}
    for row in told.parties:
        sides[row.side].append(
            Party.model_construct(
                text=row.text, start=row.start, end=row.end, code=row.code,
                sector=row.sector, name=row.name, role=row.role,
            )
        )  # fmt: skip
    return Act(
        id=event.id,
        article=article.article_number,
        article_id=article.id,
        lang=article.lang,
        published=article.published,
        title=article.title,
        source=article.source,
        position=event.position,
        type=event.type,
        mode=event.mode,
        contexts=tuple(event.contexts),
        status=event.status,
        first=event.first_day,
        last=event.last_day or event.first_day,
        dated=event.date is not None,
        actors=tuple(sides["actors"]),
        recipients=tuple(sides["recipients"]),
        quantities=tuple((q.value, q.unit) for q in told.quantities),
        attribution=_plain(event.attribution),
        condition=_plain(event.condition),
        trigger=_plain(event.trigger) or evidence[0],
        evidence=evidence,
        sentence=sentence,
        after=after,
        also=tuple(sorted(also)),
    )


def _links(session: Session, revisions: Sequence[int]) -> list[Link]:
    rows = session.scalars(
        select(RelationRow)
        .where(RelationRow.revision_number.in_(revisions))
        .order_by(RelationRow.number)
    )
    return [Link(row.type, row.source, row.target, _words(row)) for row in rows]


def _words(row: Any) -> Words:
    return Words(row.text, row.start, row.end)


def _plain(span: dict[str, Any] | None) -> Words | None:
    return Words(span["text"], span["start"], span["end"]) if span else None
