"""Sources: from whom the article has an event, and what the act is made to depend on."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.arcs import is_infinitive, preposition_of
from kroniek.coder.clauses import Clause
from kroniek.coder.drafts import Draft
from kroniek.coder.mentions import Mention
from kroniek.coder.readings import Reader, Reading
from kroniek.coder.spans import mention_tokens, phrase_tokens
from kroniek.coder.tense import is_inverted, tense
from kroniek.languages import Cues
from kroniek.lexicon.rules import rules
from kroniek.ontology import VERBAL_TYPES

OPEN = frozenset({"future", "hypothetical"})
"""Statuses of what has not happened yet."""
CONDITIONAL = frozenset({"advcl", "parataxis", "ccomp", "acl"})
"""Links of a condition to what depends on it."""
CONTENT = frozenset({"ccomp", "xcomp"})


def set_source(draft: Draft, reader: Reader) -> None:
    """Set attribution and condition of a draft."""
    source = _above(draft) or _beside(draft, reader) or _named(draft, reader.cues)
    if source is not None and not _is_actor(draft, source, reader.cues):
        draft.attribution = mention_tokens(source)
    condition = _condition(draft, reader)
    if condition is not None:
        draft.condition = phrase_tokens(condition)


def _above(draft: Draft) -> Token | None:
    """The speaker of the clause that a draft's is the content of; a noun or a relative clause only
    says which thing the speaker means.
    """
    told = draft.reading.frame is not None and draft.frame.link != "acl"
    return draft.above.source if told else None


def _is_actor(draft: Draft, source: Token, words: Cues) -> bool:
    """Whether the speaker is the one who acts, or utters a verbal act in the name of who acts.
    A denial is told by the one who denies.
    """
    if any(actor.head == source.i for actor in draft.actors):
        return draft.above.status != "negated"
    done = tense(draft.frame, words) in ("past", "perfect", "pluperfect")
    if draft.type not in VERBAL_TYPES or done:
        return False
    speaker: Mention | None = source.doc._.mentions.get(source.i)
    if speaker is None or speaker.code is None:
        return speaker is not None and speaker.kind == "pronoun"
    return any(actor.code == speaker.code for actor in draft.actors)


def _beside(draft: Draft, reader: Reader) -> Token | None:
    """The speaker of a clause that stands beside: "..., said Chang"."""
    for frame in draft.above.frames:
        for child in frame.head.children:
            clause = reader.clauses.get(child.i) if child.dep_ == "parataxis" else None
            reading = reader.of_clause(clause) if clause is not None else None
            if reading is not None and _tells(reading):
                return next(iter(reading.clause.get("subject")), None)
    return None


def _tells(reading: Reading) -> bool:
    """Whether an entry has its subject say something: by reporting, or as an act of speech."""
    return reading.entry.operator == "report" or reading.entry.code in rules().attributing


def _named(draft: Draft, words: Cues) -> Token | None:
    """The source of "according to X", in the clause or one above it."""
    for frame in draft.above.frames:
        for role, tokens in frame.roles.items():
            if role in words.sources and tokens:
                return tokens[0]
    head = draft.head
    while head.head != head:
        if head.dep_ in ("obl", "nmod") and preposition_of(head) in words.sources:
            return head
        head = head.head
    return None


def _condition(draft: Draft, reader: Reader) -> Token | None:
    """The head of the clause of "if" or "unless" below a draft's clause, below what it embeds, or
    below one that embeds it.
    """
    for frame in (draft.frame, *draft.above.frames):
        for head in (frame.head, *_contents(frame.head, reader)):
            for child in head.children:
                clause = reader.clauses.get(child.i)
                if clause is not None and _conditions(clause, draft, reader.cues):
                    return child
        if frame.link == "acl":
            break
    return None


def _contents(head: Token, reader: Reader) -> list[Token]:
    """The heads of complement clauses, and of infinitives, however deep."""
    found = []
    for child in head.children:
        label = child.dep_.split(":")[0]
        if label in CONTENT or (child.i in reader.clauses and is_infinitive(child)):
            found += [child, *_contents(child, reader)]
        elif label in ("obj", "obl") and child.pos_ == "NOUN":
            found += [child]
    return found


def _conditions(clause: Clause, draft: Draft, words: Cues) -> bool:
    """Whether a clause says what a draft's act depends on."""
    if clause.head == draft.frame.head or clause.link not in CONDITIONAL:
        return False
    if clause.head.lower_ in words.conditions:
        return clause.link == "advcl"
    marker = _marker(clause)
    if marker:
        open_still = draft.status in OPEN or draft.type in VERBAL_TYPES
        waits = marker in words.waiting
        return marker in words.conditions and (open_still or not waits)
    return is_inverted(clause, words)


def _marker(clause: Clause) -> str:
    """The subordinator, with the words fixed to it: "as soon as"."""
    marks = [c for c in clause.head.children if c.dep_ == "mark"]
    if not marks:
        return ""
    tokens = {t.i: t.lower_ for mark in marks for t in (mark, *mark.children)}
    whole = " ".join(tokens[i] for i in sorted(tokens))
    return whole if len(marks) == 1 or " " not in whole else " ".join(m.lower_ for m in marks)


@Language.factory("kroniek_sources", requires=["doc._.drafts"])
def sources_component(nlp: Language, name: str) -> Sources:
    """The component that sets attributions and conditions."""
    return Sources()


class Sources:
    """Sets `attribution` and `condition` of each draft in `doc._.drafts`."""

    def __call__(self, doc: Doc) -> Doc:
        reader = Reader(doc)
        for draft in doc._.drafts:
            set_source(draft, reader)
        return doc
