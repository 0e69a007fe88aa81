"""Explanations: why a sentence gave its events, or none, with the words that decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.coder.embedding import embedding_of
from kroniek.coder.mentions import Mention
from kroniek.coder.pipeline import load, make_doc
from kroniek.coder.readings import Reader
from kroniek.coder.record import Recorder
from kroniek.document import Document, Event
from kroniek.lexicon.entries import OPERATORS


@dataclass(frozen=True)
class Note:
    """What one sentence gave: a line for each event, and why its other predicates gave none."""

    sentence: str
    events: tuple[tuple[str, tuple[str, ...]], ...]
    silent: tuple[str, ...]


def explain(document: Document, event: str = "") -> Iterator[Note]:
    """The notes of a document's sentences; with `event` (an id or its beginning) of those that
    tell that event.
    """
    nlp = _loaded(document.lang)
    doc = nlp(make_doc(nlp, document))
    events, groups = Recorder(doc).events()
    told: dict[int, list[tuple[Event, Draft]]] = {}
    for found, group in zip(events, groups, strict=True):
        for draft in group:
            told.setdefault(draft.head.sent.start, []).append((found, draft))
    reader = Reader(doc)
    for sentence in doc.sents:
        here = told.get(sentence.start, [])
        if event and not any(found.id.startswith(event) for found, _ in here):
            continue
        yield Note(
            " ".join(sentence.text.split()),
            tuple((found.id, tuple(_reasons(draft, reader))) for found, draft in here),
            tuple(_silence(reader, sentence, {draft.frame.head.i for _, draft in here})),
        )


@cache
def _loaded(lang: str) -> Language:
    return load(lang, keep_work=True)


def _reasons(draft: Draft, reader: Reader) -> Iterator[str]:
    reading = draft.reading
    kind = f"{draft.type}/{draft.mode}" if draft.mode else draft.type
    yield f"{kind}, {draft.status}: entry {reading.entry.rule(reading.lemma)}"
    fits = reader.matches(reading.entry, reading.clause)
    if not fits and reader.scores is not None:
        sure = reader.scores.of_type(reading.head.i, str(reading.entry.code))
        yield f"  by the event head ({sure:.2f}), though its conditions do not hold"
    for role, words in reading.entry.when.items() if fits else ():
        yield f"  because {role} is {_words(reading.clause.get(role))} ({', '.join(words)})"
    yield f"  clause: {_shown(draft.frame)}"
    for name, mentions in (("actor", draft.actors), ("recipient", draft.recipients)):
        for mention in mentions:
            yield f"  {name}: {_party(draft.head.doc, mention)}"
    if draft.frame.negation is not None:
        yield f"  negated by {draft.frame.negation.text!r}"
    if draft.frame.auxiliaries:
        yield f"  auxiliaries: {_words(draft.frame.auxiliaries)}"
    above = [f.head.text for f in draft.above.frames[1:]]
    if above:
        yield f"  under: {', '.join(above)}"
    if draft.embedded:
        kinds = (f"{r.entry.code} {r.head.text!r}" for r in draft.embedded)
        yield f"  takes up: {', '.join(kinds)}"
    if draft.date is not None:
        text = draft.head.doc.text[draft.date.start : draft.date.end]
        yield f"  date {draft.date.value} by {text!r}"
    if draft.attribution:
        yield f"  told by {_quoted(draft.attribution)}"
    if draft.condition:
        yield f"  on condition: {_quoted(draft.condition)}"


def _silence(reader: Reader, sentence: Span, told: set[int]) -> Iterator[str]:
    here = [c for c in reader.clauses.values() if c.head.sent.start == sentence.start]
    for clause in here:
        if clause.head.i not in told:
            yield f"{clause.head.text!r}: {_why_not(reader, clause)}"
    if not here and not told:
        yield "no verb, and no noun that tells an event"


def _why_not(reader: Reader, clause: Clause) -> str:
    reading = reader.of_clause(clause)
    if reading is None:
        kind = "adjective" if clause.kind == "predicate" else "verb"
        entries = reader.lexicon.find(kind, reader.verb(clause))
        if not entries:
            return f"no entry for {kind} {reader.verb(clause)!r}"
        unmet = (", ".join(f"{r}: {'|'.join(w)}" for r, w in e.when.items()) for e in entries)
        return f"no entry fits: needs {' or '.join(u or 'no exception' for u in unmet)}"
    if reading.entry.operator is not None:
        return f"an operator: {OPERATORS[reading.entry.operator]}"
    above = embedding_of(reader, reading)
    if above.taken is not None:
        return f"{reading.entry.code} is part of the event {above.taken.head.text!r}"
    if above.wished:
        return f"{reading.entry.code} is a wish, a purpose or a condition"
    return f"{reading.entry.code}, but a description"


def _shown(clause: Clause) -> str:
    roles = (f"{role} {_words(tokens)}" for role, tokens in clause.roles.items())
    voice = " (passive)" if clause.passive else ""
    return f"{clause.lemma}{voice}; " + "; ".join(roles)


def _words(tokens: tuple[Token, ...] | list[Token]) -> str:
    return " ".join(repr(t.text) for t in tokens) or "nothing"


def _quoted(tokens: list[Token]) -> str:
    """What stands in the text from the first to the last of some words."""
    first, last = (find(t.i for t in tokens) for find in (min, max))
    return repr(tokens[0].doc[first : last + 1].text)


def _party(doc: Doc, mention: Mention) -> str:
    text = doc[mention.start : mention.end].text
    known = [str(x) for x in (mention.code, mention.sector, mention.role, mention.name) if x]
    return f"{text!r} = {', '.join(known) or 'unresolved'} (a {mention.kind})"
