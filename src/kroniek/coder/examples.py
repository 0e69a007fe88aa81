"""The lexicon's own examples: each is coded, and must give what its entry says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day

from kroniek.coder.pipeline import loaded
from kroniek.document import Event, Party
from kroniek.errors import LexiconError
from kroniek.lexicon.entries import Entry, Example, lexicon

EXAMPLE_DAY = Day(2024, 6, 21)
"""The publication date of all examples."""


def faults(lang: str, file: str = "") -> Iterator[str]:
    """A line for every example of a language (of one file: "assault") that is coded wrongly,
    for every pending one that is coded right, and for every lemma of an event entry that no
    example shows at work. The lexicon codes alone, without the event head. Raises LexiconError
    for a file that has no entries.
    """
    entries = [e for e in lexicon(lang).entries if not file or e.file == f"{lang}/{file}"]
    if not entries:
        raise LexiconError(f"{lang}/{file}: no such file of entries in the folder's events/")
    cases = [(entry, example) for entry in entries for example in entry.examples]
    shown: set[str] = set()
    for entry, example in cases:
        events = _code(lang, example.text)
        shown |= {event.rule for event in events}
        fault = _fault(entry, example, events)
        if example.pending:
            shown |= {entry.rule(lemma) for lemma in entry.lemmas} if fault else set()
            fault = "" if fault else "is coded right now: take `pending` away"
        if fault:
            yield f"{entry.rule(entry.lemmas[0])}: {example.text!r}: {fault}"
    for entry in entries:
        if entry.code and not entry.examples:
            yield f"{entry.rule(entry.lemmas[0])}: no example of the entry for {_coded(entry)}"
        if missing := [x for x in entry.lemmas if entry.code and entry.rule(x) not in shown]:
            yield f"{entry.file}: no example shows {', '.join(missing)}"


def _code(lang: str, text: str) -> tuple[Event, ...]:
    nlp = loaded(lang)
    doc = nlp.make_doc(text)
    doc._.published, doc._.scored = EXAMPLE_DAY, False
    events: tuple[Event, ...] = nlp(doc)._.events
    return events


def _fault(entry: Entry, example: Example, events: tuple[Event, ...]) -> str:
    kind, mode = entry.is_right(example)
    rules = {entry.rule(lemma) for lemma in entry.lemmas}
    got = "; ".join(map(_shown, events)) or "no event"
    if kind is None:
        return "" if entry.operator or not events else f"should give no event, gave {got}"
    found = [e for e in events if e.type == kind and (entry.operator or e.rule in rules)]
    if not found:
        return f"should give {kind} by this entry, gave {got}"
    wanted = {"mode": mode, "status": example.status}
    for event in found:
        wrong = [k for k, v in wanted.items() if v is not None and getattr(event, k) != v]
        for role in ("actors", "recipients"):
            codes = getattr(example, role)
            if codes is not None and _codes(getattr(event, role)) != set(codes):
                wrong.append(role)
        if not wrong:
            return ""
    return f"wrong {', '.join(wrong)}: gave {got}"


def _coded(entry: Entry) -> str:
    conditions = "; ".join(f"{role} {', '.join(words)}" for role, words in entry.when.items())
    return f"{entry.code} if {conditions}" if conditions else str(entry.code)


def _codes(parties: tuple[Party, ...]) -> set[str]:
    return {p.code for p in parties if p.code}


def _shown(event: Event) -> str:
    actors, recipients = sorted(_codes(event.actors)), sorted(_codes(event.recipients))
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    return f"{kind} {event.status} {actors} -> {recipients} by {event.rule}"
