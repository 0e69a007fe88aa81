"""Events of the ledger as acts that a sentence tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date as Day
from typing import Final

from kroniek import document
from kroniek.document import Event
from kroniek.ledger import Entry
from kroniek.ledger.acts import party_key
from kroniek.ledger.thread import Thread
from kroniek.ledger.told_by import Source, Who
from kroniek.ontology import VERBAL_TYPES
from kroniek.reports.sentences import Act, Grammar, Party, brief_languages, grammar
from kroniek.reports.sentences.naming import (
    code_of,
    is_name,
    pronouns,
    uncapitalised,
    with_article,
)
from kroniek.reports.sentences.telling import Words
from kroniek.reports.sentences.wording import clean, foreign

ENGLISH: Final = "en"
"""The language of the names of places."""
FEW: Final = 3
"""Words after the trigger that are enough to quote from it on."""
MANY: Final = 40
"""Words that are quoted at most."""


def source_of(entry: Entry) -> Source:
    """Where an event is told, in the words of its main evidence."""
    return Source(
        event=entry.id, article=entry.article, published=entry.published, lang=entry.lang,
        title=entry.title, source=entry.source, words=clean(entry.event.evidence[0].text),
    )  # fmt: skip


def in_headline(entry: Entry) -> bool:
    """Whether the headline of its article tells an event."""
    return any(one.start < len(entry.title) for one in entry.event.evidence)


def lead_of(thread: Thread, entries: Mapping[str, Entry], lang: str) -> Entry | None:
    """The event of a thread that tells it best: of its type, no copy, of the first day that it was
    told (later articles mention it), in the brief's language.
    """
    members = [member for member in thread.members if member.told.event in entries]
    if not members:
        return None

    earliest = min((one.told.published or Day.max for one in members), default=Day.max)

    def merit(at: int) -> tuple[bool, bool, bool, bool, int]:
        one = members[at]
        alike = (one.type, one.mode, one.status) == (thread.type, thread.mode, thread.status)
        later = (one.told.published or Day.max) > earliest
        return not alike, one.copies is not None, later, one.told.lang != lang, at

    return entries[str(members[min(range(len(members)), key=merit)].told.event)]


def act_of_thread(thread: Thread, entries: Mapping[str, Entry], words: Grammar) -> Act | None:
    """A thread as an act: who and whom as all its articles have it, the rest as the one that tells
    it best has it. None where the events are not there.
    """
    lead = lead_of(thread, entries, words.lang)
    if lead is None:
        return None
    told = [entries[e] for m in thread.members if (e := str(m.told.event)) in entries]
    every = [lead, *(one for one in told if one.id != lead.id)]
    who = [party_of(one, every, "actors") for one in thread.actors]
    whom = [party_of(one, every, "recipients") for one in thread.recipients]
    return _act(lead, words, who, whom, thread.type, thread.mode, thread.status)


def act_of(entry: Entry, words: Grammar) -> Act:
    """An event as an act."""
    event = entry.event
    who = [_party(one, entry) for one in event.actors]
    whom = [_party(one, entry) for one in event.recipients]
    return _act(entry, words, who, whom, event.type, event.mode, event.status)


def _act(
    entry: Entry, words: Grammar, who: Sequence[Party], whom: Sequence[Party],
    type: str, mode: str | None, status: str,
) -> Act:  # fmt: skip
    event = entry.event
    acting = {_key(one) for one in who}
    others = tuple(one for one in whom if _key(one) not in acting)
    said, condition = _said(entry), event.condition
    if said is not None and condition is not None and condition.text in said:
        said = said[: said.index(condition.text)].rstrip(" ,;")
    return Act(
        type=type, mode=mode, status=status, who=tuple(who), whom=others, place=_place(event),
        condition=Words(condition.text, entry.lang) if condition else None,
        source=_source(entry, words),
        words=Words(said, entry.lang) if said and type in VERBAL_TYPES else None,
    )  # fmt: skip


def _key(party: Party) -> str:
    return party.person or party.code or party.mention.casefold()


def party_of(who: Who, entries: Iterable[Entry], side: str) -> Party:
    """A party of the record, as an event has it."""
    for entry in entries:
        for one in getattr(entry.event, side):
            if party_key(one) == who.key:
                return _party(one, entry)
    first = next(iter(entries), None)
    person = who.name if who.office is not None else None
    lang = first.lang if first is not None else ""
    return Party(who.code, who.name, lang, person=person, office=who.office)


def _party(party: document.Party, entry: Entry) -> Party:
    found = next(
        (q for q in entry.event.quantities if party.start <= q.start and q.end <= party.end), None
    )
    return Party(
        code=party.code, mention=party.text, lang=entry.lang, sector=party.sector,
        person=party.name, office=party.role,
        count=(found.value, found.unit) if found is not None else None,
        vague=found is not None and is_vague(found.text, entry.lang),
    )  # fmt: skip


def is_vague(text: str, lang: str) -> bool:
    """Whether words give no exact number: dozens."""
    return lang in brief_languages() and grammar(lang).vague.search(text) is not None


def _place(event: Event) -> str | None:
    """Where it happened, unless that is a party's own name or its state."""
    if event.place is None:
        return None
    parties = (*event.actors, *event.recipients)
    told = {event.place.name.casefold(), event.place.text.casefold()}
    if told & {party.text.casefold() for party in parties}:
        return None
    states = {party.code for party in parties if party.code is not None}
    return None if code_of(event.place.name, ENGLISH) in states else event.place.name


def _source(entry: Entry, words: Grammar) -> str | None:
    """Who says so, as a sentence names them; nobody where that is the actor, or a pronoun."""
    said = entry.event.attribution
    if said is None:
        return None
    parties = (*entry.event.actors, *entry.event.recipients)
    if any(one.start < said.end and said.start < one.end for one in parties):
        return None
    text = clean(said.text)
    surnames = {one.name.split()[-1] for one in entry.event.actors if one.name}
    if surnames & set(re.findall(r"\w+", text)):
        return None
    if not text or text.casefold() in pronouns(entry.lang):
        return None
    code = code_of(text, entry.lang)
    if code is not None and code in {one.code for one in entry.event.actors}:
        return None
    if entry.lang == words.lang:
        return uncapitalised(text, words)
    if code is not None:
        return with_article(code, words)
    if is_name(text):
        return text
    opening, closing, *_ = words.quotes
    return f"{opening}{foreign(text, entry.lang)}{closing}"


def _said(entry: Entry) -> str | None:
    """The own words of an act of speech: from its trigger on, or, where little follows that or it
    was not done (so that the words that deny it are there), from behind who acts.
    """
    event = entry.event
    evidence = event.evidence[0]
    after = evidence.text[event.trigger.start - evidence.start :]
    done = event.status in ("actual", "historical")
    if done and len(after.split()) - len(event.trigger.text.split()) >= FEW:
        return _short(after)
    ends = [one.end for one in event.actors if evidence.start <= one.start < event.trigger.start]
    start = max(ends, default=evidence.start)
    told = evidence.text[start - evidence.start :].lstrip(" ,;:-–")
    return _short(told) if len(told.split()) > FEW else _short(evidence.text)


def _short(text: str) -> str:
    words = text.split()
    return " ".join(words[:MANY]) + (" …" if len(words) > MANY else "")
