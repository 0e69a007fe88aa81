"""Events as threads compare them: one telling of an event in one article, with the names, numbers
and themes in its sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day
from functools import cache
from typing import Any, Final

from sqlalchemy.orm import Session

from kroniek.document import TITLE_BREAK
from kroniek.errors import LanguageError
from kroniek.ledger.told_by import Source, Who
from kroniek.ledger.told_events import ToldEvent, newest_revisions, told_events
from kroniek.ledger.words import words
from kroniek.lexicon.names import Names, names
from kroniek.lexicon.spelling import pieces, plain, spelling_key
from kroniek.ontology import SECTORS, VERBAL_TYPES

STEM: Final = 6
"""Letters by which words of one or of related languages are compared: sanctions, sancties."""

_END: Final = re.compile(r"[.!?…][\"'”’»]?\s+(?=[\"'“‘«„(]?[^\W_])|\n")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Count:
    """A value with its unit and words."""

    value: float
    unit: str
    words: str


@dataclass(frozen=True, slots=True)
class Where:
    """A place; degrees north and east where known."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class Telling:
    """An event of one article. `who` and `whom` are codes (nobody speaks to himself); `persons`
    names of those who act or undergo. `first` to `last` is when it happened, or the day of
    publication when not `dated`. `names` and `stems` are the names and long words in its sentence,
    its parties, date and place left out, as written, by what they are compared by; `themes` (of
    record.yaml) what an act of speech is about; its evidence stands from `start` to `end`.
    """

    id: str
    article: int
    position: int
    told: Source
    published: Day
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    status: str
    first: Day
    last: Day
    dated: bool
    actors: tuple[Who, ...]
    recipients: tuple[Who, ...]
    who: frozenset[str]
    whom: frozenset[str]
    persons: frozenset[str]
    place: Where | None
    counts: tuple[Count, ...]
    start: int
    end: int
    headline: bool
    trigger: str
    names: Mapping[str, str]
    themes: frozenset[str]
    stems: Mapping[str, str]

    @property
    def parties(self) -> frozenset[str]:
        """Codes of all who act or undergo."""
        return self.who | self.whom


def tellings_of(session: Session) -> Iterator[Telling]:
    """The events of the newest revisions as people left them, but for those without any day."""
    for revisions in newest_revisions(session):
        yield from map(_telling, told_events(session, revisions))


def _telling(told: ToldEvent) -> Telling:
    event, article, evidence = told.event, told.article, told.evidence[0]
    parties, counts = told.parties, told.quantities
    sides: dict[str, dict[str, Who]] = {"actors": {}, "recipients": {}}
    for row in parties:
        who = Who(code=row.code, name=row.name or " ".join(row.text.split()), office=row.role)
        sides[row.side].setdefault(who.key, who)
    actors, recipients = (tuple(side.values()) for side in sides.values())
    verbal = event.type in VERBAL_TYPES
    acting, undergoing = _codes(actors), _codes(recipients)
    if verbal:
        undergoing -= acting
    sentence = _sentence(article, evidence)
    place = event.place
    spent = [event.trigger["text"], *(row.text for row in (*parties, *counts))]
    spent += [part["text"] for part in (event.date, place) if part]
    named, stems = _terms(sentence, article.lang, frozenset(_WORD.findall(" ".join(spent))))
    return Telling(
        id=event.id,
        article=article.article_number,
        position=event.position,
        told=Source(
            event=event.id, article=article.id, published=article.published, lang=article.lang,
            title=article.title, source=article.source, words=" ".join(evidence.text.split()),
        ),
        published=article.published or event.first_day,
        type=event.type,
        mode=event.mode,
        contexts=tuple(event.contexts),
        status=event.status,
        first=event.first_day,
        last=event.last_day or event.first_day,
        dated=event.date is not None,
        actors=actors,
        recipients=recipients,
        who=acting,
        whom=undergoing,
        persons=frozenset(row.name for row in parties if row.name),
        place=Where(*(place.get(n) for n in ("name", "country", "lat", "lon"))) if place else None,
        counts=tuple(Count(row.value, row.unit, " ".join(row.text.split())) for row in counts),
        start=evidence.start,
        end=evidence.end,
        headline=evidence.end <= len(article.title),
        trigger=event.trigger["text"],
        names={key: name for key, name in named.items() if key not in acting | undergoing},
        themes=_themes(sentence, article.lang) if verbal else frozenset(),
        stems=stems,
    )  # fmt: skip


def _codes(parties: Sequence[Who]) -> frozenset[str]:
    return frozenset(state_of(party.code) for party in parties if party.code)


def state_of(code: str) -> str:
    """The code of a state for one of its sectors: USA for USAGOV."""
    return code[:3] if code[3:] in SECTORS else code


def _sentence(article: Any, evidence: Any) -> str:
    """The words from the evidence on to the end of its sentence."""
    whole = article.title + TITLE_BREAK + article.text if article.title else article.text
    end = _END.search(whole, max(evidence.start, evidence.end - 1))
    return str(whole[evidence.start : end.start() if end else len(whole)])


def _terms(
    sentence: str, lang: str, spent: frozenset[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The names and long words of a sentence, by what they are compared by, but for those `spent`
    on the event's parts.
    """
    known = _names(lang)
    found: dict[str, str] = {}
    stems: dict[str, str] = {}
    told = [word.group() for word in _WORD.finditer(sentence)]
    split = [pieces(word) for word in told]
    flat = [piece for word in split for piece in word]
    at = 0
    for number, word in enumerate(told):
        start, at = at, at + len(split[number])
        if word in spent:
            continue
        if word[0].isupper():
            hit = known.match(flat, start) if known and start < at else None
            if hit is not None and hit[1].code:
                found.setdefault(hit[1].code, word)
            elif number:
                found.setdefault(spelling_key(word), word)
        elif len(word) >= STEM:
            stems.setdefault(plain(word).casefold()[:STEM], word)
    return found, stems


def _themes(sentence: str, lang: str) -> frozenset[str]:
    """What record.yaml finds in a sentence: by what means, and which types its words name."""
    try:
        own = words(lang)
    except LanguageError:
        return frozenset()
    return frozenset((*own.means.first(sentence), *own.acts.first(sentence)))


@cache
def _names(lang: str) -> Names | None:
    try:
        return names(lang)
    except LanguageError:
        return None
