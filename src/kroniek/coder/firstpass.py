"""The first pass: passes over sentences that tell no event, before they are parsed.

A sentence is parsed if an entry of the event lexicon can fire in it (`kroniek.coder.triggers`) or
if it may say how events that others tell are related. Of the rest, only the names are read, because
what "he" or "the country" stands for may have been named there.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.triggers import Triggers, triggers
from kroniek.lexicon.names import Names, names
from kroniek.lexicon.spelling import pieces
from kroniek.parser.parts import sentences

NAME = "kroniek_first_pass"
LONGEST_NAME = 6
"""Words of a name that begins a sentence; of longer ones so many are enough to know it by."""


class FirstPass:
    """Sets `doc._.passed_over`, and tags the names in what is passed over."""

    def __init__(self, lang: str) -> None:
        self.triggers: Triggers = triggers(lang)
        self.names: Names = names(lang)

    def __call__(self, doc: Doc) -> Doc:
        """Looks at one Doc whose sentences have been marked."""
        found = sentences(doc)
        if not found or not self.triggers.are_known:
            return doc
        ends = [words[-1].idx + len(words[-1]) for words in found]
        told = self.triggers.words(doc.text, ends)
        wanted = [self.triggers.may_tell(words) for words in told]
        if any(wanted):
            wanted = [
                want or self.triggers.may_tie(words)
                for want, words in zip(wanted, told, strict=True)
            ]
        passed = [words for words, want in zip(found, wanted, strict=True) if not want]
        doc._.passed_over = frozenset(words[0].i for words in passed)
        for words in passed:
            self._tag_names(words)
        return doc

    def _tag_names(self, words: Sequence[Token]) -> None:
        """Words with a capital are names; the first only if a name or its rest follows."""
        for at, word in enumerate(words):
            if word.text[0].isupper() and (at or self._begins_name(words)):
                word.pos_ = "PROPN"

    def _begins_name(self, words: Sequence[Token]) -> bool:
        if len(words) > 1 and words[1].text[0].isupper():
            return True
        spelt = [piece for word in words[:LONGEST_NAME] for piece in pieces(word.text)]
        return bool(spelt) and self.names.match(spelt, 0) is not None


@Language.factory(NAME, requires=["token.is_sent_start"], assigns=["doc._.passed_over"])
def first_pass_component(nlp: Language, name: str) -> FirstPass:
    """The component that passes over what need not be parsed."""
    return FirstPass(str(nlp.lang))
