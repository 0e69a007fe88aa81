"""Sources: from whom the article has an event, and what the act is made to depend on."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.clauses import preposition_of
from kroniek.coder.drafts import Draft
from kroniek.coder.embedding import is_condition
from kroniek.coder.readings import Reader
from kroniek.coder.spans import mention_tokens, phrase_tokens
from kroniek.languages import Cues


def set_source(draft: Draft, reader: Reader) -> None:
    """Set attribution and condition of a draft."""
    source = draft.above.source or _beside(draft, reader) or _named(draft, reader.cues)
    if source is not None and not _is_actor(draft, source):
        draft.attribution = mention_tokens(source)
    condition = _condition(draft, reader)
    if condition is not None:
        draft.condition = phrase_tokens(condition)


def _is_actor(draft: Draft, source: Token) -> bool:
    """Whether the speaker is the one who acts, by a verbal act told in the speaker's words."""
    return any(mention.head == source.i for mention in draft.actors)


def _beside(draft: Draft, reader: Reader) -> Token | None:
    """The speaker of a clause that stands beside: "..., said Chang"."""
    for frame in draft.above.frames:
        for child in frame.head.children:
            clause = reader.clauses.get(child.i) if child.dep_ == "parataxis" else None
            reading = reader.of_clause(clause) if clause is not None else None
            if reading is not None and reading.entry.operator == "report":
                return next(iter(reading.clause.get("subject")), None)
    return None


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
    """The head of the clause of "if" or "unless" below a draft's clause or one above it."""
    for frame in draft.above.frames:
        for child in frame.head.subtree:
            clause = reader.clauses.get(child.i)
            if clause is not None and is_condition(clause, reader.cues):
                return child
    return None


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
