"""Triggers: which sentences may tell an event at all, told from the forms of their words.

An entry of the event lexicon can only fire where its lemma stands together with one word for each
condition that asks for words, whatever their roles are. So no parse is needed to find the sentences
in which none can: all forms of all those lemmas are looked for in one go (Aho-Corasick).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

import ahocorasick_rs

from kroniek.coder.readings import GRAMMATICAL, NOTHING
from kroniek.coder.relationwords import RelationWords, relation_words
from kroniek.languages import Cues, cues
from kroniek.lexicon.entries import Entry, lexicon
from kroniek.lexicon.forms import TAGS, Forms, forms_of
from kroniek.parser.rules import load_rules

SHORTEST_PART = 4
"""Letters of the last part of a compound; shorter ends of words are mostly no words."""
ROLES_OF_WORDS = GRAMMATICAL | {"adverb", "predicative"}
"""Roles that are no prepositions."""

Key = str
"""What a form may be of: "attack" (a lemma of any kind), "verb:attack", "aan+aanvallen" (a verb
whose particle stands apart), "=with" (just this word)."""
Choice = frozenset[Key]
"""Words of which one must be there."""
Needs = tuple[Choice, ...]


class Triggers:
    """The triggers of one language."""

    def __init__(self, lang: str) -> None:
        self._compounds = load_rules(lang).compounds
        self._whole: dict[str, set[Key]] = defaultdict(set)
        self._parts: dict[str, set[Key]] = defaultdict(set)
        self._acts: dict[Key, set[Needs]] = defaultdict(set)
        self._ties: dict[Key, set[Needs]] = defaultdict(set)
        self._taken: set[Key] = set()
        forms = forms_of(lang)
        self.are_known = forms.are_known
        for entry in lexicon(lang).entries:
            if entry.code is not None:
                self._add_entry(entry, cues(lang), forms)
        for first, *rest in _ties(relation_words(lang), cues(lang), forms):
            for key in first:
                self._ties[key].add(tuple(rest))
            self._take(first, forms)
            self._take((key for choice in rest for key in choice), forms)
        self._patterns = sorted(self._whole.keys() | self._parts.keys())
        self._automaton = ahocorasick_rs.AhoCorasick(self._patterns, store_patterns=False)

    def words(self, text: str, ends: Sequence[int]) -> list[set[Key]]:
        """What the words of each sentence of a text may be; `ends` is where sentences end."""
        found: list[set[Key]] = [set() for _ in ends]
        lower = _lower(text)
        for number, start, end in self._automaton.find_matches_as_indexes(lower, overlapping=True):
            at = bisect_right(ends, start)
            form = self._patterns[number]
            if at == len(found) or _goes_on(lower, end - 1):
                continue
            if start == 0 or not _goes_on(lower, start - 1):
                found[at].update(self._whole.get(form, ()), self._parts.get(form, ()))
            elif self._compounds and end - start >= SHORTEST_PART:
                found[at].update(self._parts.get(form, ()))
        return found

    def may_tell(self, words: Collection[Key]) -> bool:
        """Whether an entry can fire in a sentence with these words."""
        return _met(self._acts, words)

    def may_tie(self, words: Collection[Key]) -> bool:
        """Whether a sentence with these words may say how two events are related, or that what
        was told before did not come.
        """
        return _met(self._ties, words)

    def _add_entry(self, entry: Entry, known: Cues, forms: Forms) -> None:
        needs = tuple(_needs(entry, known))
        for lemma in map(str.lower, entry.lemmas):
            first, *rest = lemma.split()
            particles = tuple(frozenset({word}) for word in rest)
            key = f"{entry.kind}:{first}"
            self._acts[key].add((*particles, *needs))
            self._take([key, *rest], forms)
            for form, particle in forms.apart(lemma) if entry.kind == "verb" else ():
                key = f"{particle}+{lemma}"
                self._acts[key].add((frozenset({particle}), *needs))
                self._whole[form].add(key)
                self._take([particle], forms)
        self._take((key for choice in needs for key in choice), forms)

    def _take(self, keys: Iterable[Key], forms: Forms) -> None:
        """Look for the forms of some words, of each once."""
        for key in keys:
            if key in self._taken:
                continue
            self._taken.add(key)
            kind, _, lemma = key.rpartition(":")
            if key.startswith("="):
                self._whole[key[1:]].add(key)
                continue
            for one in [kind] if kind else TAGS:
                for form in forms.of(one, lemma):
                    (self._parts if one == "noun" else self._whole)[form].add(key)


def _goes_on(text: str, at: int) -> bool:
    """Whether a word goes on behind a place: "$5" are two words."""
    return text[at].isalnum() and text[at + 1 : at + 2].isalnum()


def _met(rules: dict[Key, set[Needs]], words: Collection[Key]) -> bool:
    return any(
        all(not choice.isdisjoint(words) for choice in needs)
        for word in words
        for needs in rules.get(word, ())
    )


def _needs(entry: Entry, known: Cues) -> Iterator[Choice]:
    """The words that an entry's conditions ask for; classes of phrases may be met by any word."""
    for role, words in entry.when.items():
        if NOTHING in words:
            continue
        if role not in ROLES_OF_WORDS:
            yield from (frozenset({word}) for word in role.lower().split())
        if all(word in known.classes or not word.isupper() for word in words):
            listed = (known.classes.get(word, (word,)) for word in words)
            yield frozenset(one.lower() for some in listed for one in some)


def _ties(words: RelationWords, known: Cues, forms: Forms) -> Iterator[Needs]:
    """The words of phrases that tie events, and of what says that something did not come."""
    for phrases in (
        words.answering, words.connectives, words.broken, words.kept, words.conflicting,
        words.disputing,
    ):  # fmt: skip
        for phrase in phrases:
            yield tuple(frozenset({f"={word}"}) for word in phrase.lower().split())
    for verb in words.lapsing | words.verbs | words.contradicting:
        yield from _verb(verb, forms)
    yield (frozenset(f"noun:{noun}" for noun in words.nouns | words.grounds),)
    negation = frozenset(f"={word}" for word in known.negation)
    for verb in words.proceeding | words.doing:
        yield from ((*needs, negation) for needs in _verb(verb, forms))


def _verb(verb: str, forms: Forms) -> Iterator[Needs]:
    """A verb with its particle, if it has one, which may stand apart."""
    first, *particles = verb.split()
    yield (frozenset({f"verb:{first}"}), *(frozenset({one}) for one in particles))
    for form, particle in forms.apart(verb):
        yield (frozenset({f"={form}"}), frozenset({f"={particle}"}))


def _lower(text: str) -> str:
    """The text in lower case, as long as it was."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@cache
def triggers(lang: str) -> Triggers:
    """The triggers of a language, made once a process."""
    return Triggers(lang)
