"""Scores of parses against gold: words, relations, lemmas, entities, and from raw text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.conllu import Sentence
from training.entities import Span

CORE_RELATIONS = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent")


@dataclass(frozen=True)
class Found:
    """How often something is in gold, in the system's output, and in both."""

    gold: int
    system: int
    both: int

    @property
    def f1(self) -> float:
        """F1 in percent."""
        return 200 * self.both / max(1, self.gold + self.system)


def words(gold: Sequence[Sentence], system: Sequence[Sentence]) -> dict[str, float]:
    """Percentages over all words, punctuation included; relations with subtypes."""
    right: Counter[str] = Counter()
    total = 0
    for ours, theirs in _pairs(gold, system):
        attached = ours.head == theirs.head
        total += 1
        right["UPOS"] += ours.tag == theirs.tag
        right["feats"] += ours.feats == theirs.feats
        right["lemma"] += ours.lemma == theirs.lemma
        right["UAS"] += attached
        right["LAS"] += attached and ours.relation == theirs.relation
    return {
        name: 100 * right[name] / max(1, total) for name in ("UPOS", "feats", "lemma", "UAS", "LAS")
    }


def _pairs(gold: Sequence[Sentence], system: Sequence[Sentence]) -> Iterable[tuple]:  # type: ignore[type-arg]
    for one, other in zip(gold, system, strict=True):
        for ours, theirs in zip(one.words, other.words, strict=True):
            if ours.form != theirs.form:
                raise ValueError(f"different words: {ours.form!r} and {theirs.form!r}")
            yield ours, theirs


def relations(gold: Sequence[Sentence], system: Sequence[Sentence]) -> dict[str, Found]:
    """Core relations; found when head word, relation (with subtype) and dependent all agree."""
    counts = {name: Counter[str]() for name in ("gold", "system", "both")}
    for ours, theirs in _pairs(gold, system):
        counts["gold"][ours.relation] += 1
        counts["system"][theirs.relation] += 1
        counts["both"][ours.relation] += (ours.head, ours.relation) == (
            theirs.head,
            theirs.relation,
        )
    return {
        name: Found(*(counts[side][name] for side in ("gold", "system", "both")))
        for name in CORE_RELATIONS
    }


def entities(gold: Sequence[Sequence[Span]], system: Sequence[Sequence[Span]]) -> dict[str, Found]:
    """Spans of which both ends and the kind agree, by kind, and all of them."""
    ours = {(n, span) for n, found in enumerate(gold) for span in found}
    theirs = {(n, span) for n, found in enumerate(system) for span in found}

    def found(kind: str) -> Found:
        one, other = (
            {item for item in side if kind in {"all", item[1].kind}} for side in (ours, theirs)
        )
        return Found(len(one), len(other), len(one & other))

    kinds = sorted({span.kind for _, span in ours})
    return {kind: found(kind) for kind in (*kinds, "all")}


@dataclass(frozen=True)
class Placed:
    """A word in raw text: characters `start` to `end`, those of its head, and annotation."""

    start: int
    end: int
    head: tuple[int, int] | None
    tag: str
    relation: str


def raw_text(gold: Iterable[Placed], system: Iterable[Placed]) -> dict[str, float]:
    """F1 in percent of words, tags, heads and labelled heads; words must cover the same text."""
    ours = {(word.start, word.end): word for word in gold}
    theirs = {(word.start, word.end): word for word in system}
    pairs = [(word, theirs[span]) for span, word in ours.items() if span in theirs]
    both = Counter[str]()
    for one, other in pairs:
        attached = one.head == other.head
        both["words"] += 1
        both["UPOS"] += one.tag == other.tag
        both["UAS"] += attached
        both["LAS"] += attached and one.relation == other.relation
    return {
        name: Found(len(ours), len(theirs), both[name]).f1
        for name in ("words", "UPOS", "UAS", "LAS")
    }
