"""Relations between the events of an article, where the text says so."""

from __future__ import annotations

from itertools import chain

from spacy.tokens import Doc

from kroniek.coder.antecedents import Antecedents
from kroniek.coder.drafts import Draft
from kroniek.coder.outcomes import Outcomes
from kroniek.coder.reactions import Reactions
from kroniek.coder.spans import span
from kroniek.coder.ties import Tie
from kroniek.document import Event, Relation

Groups = list[list[Draft]]


def find_relations(doc: Doc, events: list[Event], groups: Groups) -> list[Relation]:
    """The relations that a Doc tells, in the order of the words that say so; two events are tied
    once, by the first such words. `groups` are the drafts of each event.
    """
    told = Antecedents(doc, groups)
    ties: dict[tuple[int, int], Tie] = {}
    for tie in chain(Outcomes(doc, told).find(), Reactions(doc, told).find()):
        ties.setdefault((tie.source, tie.target), tie)
    found = [_relation(doc, events, tie) for tie in ties.values()]
    return sorted(found, key=lambda relation: (relation.start, relation.type))


def _relation(doc: Doc, events: list[Event], tie: Tie) -> Relation:
    words = span(doc, tie.words)
    return Relation(
        type=tie.type,
        source=events[tie.source].id,
        target=events[tie.target].id,
        **words.model_dump(),
    )
