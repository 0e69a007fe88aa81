"""Actors: the component that resolves phrases to states, organisations, offices and people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Day

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.arcs import conjuncts
from kroniek.coder.mentions import Mention
from kroniek.coder.resolving import ActorReader


def parties(doc: Doc, heads: Iterable[Token]) -> list[Mention]:
    """The mentions of some phrases, coordinated ones one by one, without repeats."""
    found: dict[tuple[int, str | None], Mention] = {}
    for head in heads:
        for token in conjuncts(head):
            mention = doc._.mentions.get(token.i)
            for member in (mention.members or [mention]) if mention is not None else ():
                found.setdefault((member.head, member.code), member)
    return list(found.values())


@Language.factory(
    "kroniek_actors",
    requires=["token.dep", "token.head", "token.pos", "token.lemma"],
    assigns=["doc._.mentions"],
)
def actors_component(nlp: Language, name: str) -> Actors:
    """The component that resolves the actors of a Doc."""
    return Actors()


class Actors:
    """Sets `doc._.mentions`: Mention by the index of the token that heads the phrase."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.mentions = ActorReader(doc).read()
        return doc


def _published(doc: Doc) -> Day | None:
    text = doc.user_data.get(PUBLISHED)
    return Day.fromisoformat(text) if text else None


def _publish(doc: Doc, day: Day | None) -> None:
    """Kept as text, so that a Doc can be serialised."""
    doc.user_data[PUBLISHED] = day.isoformat() if day else None


PUBLISHED = "kroniek_published"
for _name, _default in (("mentions", {}), ("title_length", 0)):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=_default)
if not Doc.has_extension("published"):
    Doc.set_extension("published", getter=_published, setter=_publish)
