"""Threats: force or measures that are said to be possible, or to come on a condition."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kroniek.coder.drafts import Draft
from kroniek.lexicon.rules import rules

AHEAD = frozenset({"future", "hypothetical"})


def make_threat(draft: Draft) -> None:
    """Code an act as a threat of it: "they will fight back if ...", "may hit", "could suspend".

    A verbal act, it is done when it is uttered.
    """
    threatened = rules().considered.get(draft.type)  # type: ignore[call-overload]
    if threatened is None or draft.status not in AHEAD or not draft.actors:
        return
    if draft.condition or (_is_own(draft) and not _is_announced(draft)):
        draft.mode = rules().mode(threatened, draft.type, draft.mode)
        draft.type, draft.status = threatened, "actual"


def _is_announced(draft: Draft) -> bool:
    return draft.status == "future" and draft.type in rules().announced


def _is_own(draft: Draft) -> bool:
    """Whether the side that would act says so itself."""
    speaker = draft.above.source
    mention = draft.head.doc._.mentions.get(speaker.i) if speaker is not None else None
    return mention is not None and mention.code in {m.code for m in draft.actors if m.code}


@Language.factory("kroniek_threats", requires=["doc._.drafts"])
def threats_component(nlp: Language, name: str) -> Threats:
    """The component that makes threats of a Doc's conditional drafts."""
    return Threats()


class Threats:
    """Sets `type`, `mode` and `status` of drafts in `doc._.drafts` that are threats."""

    def __call__(self, doc: Doc) -> Doc:
        for draft in doc._.drafts:
            make_threat(draft)
        return doc
