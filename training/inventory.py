"""What the heads choose from: tags, features, lemma scripts, labels, entity labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from training import entities, scripts
from training.conllu import Sentence


@dataclass(frozen=True)
class Inventory:
    """The names that the numbers in the model's outputs stand for; as in labels.json."""

    tags: tuple[str, ...]
    labels: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    entities: tuple[str, ...]
    particles: tuple[str, ...]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Inventory:
        """Everything that the treebanks use (rare lemma scripts left out)."""
        words = [word for sentence in sentences for word in sentence.words]
        particles = tuple(scripts.known_particles(sentences))
        return cls(
            tags=tuple(sorted({word.tag for word in words})),
            labels=tuple(sorted({word.relation for word in words})),
            feats=tuple(sorted({word.feats for word in words})),
            lemmas=tuple(scripts.choose_scripts(sentences, particles)),
            entities=entities.LABELS,
            particles=particles,
        )

    @classmethod
    def from_dict(cls, raw: dict[str, Any]) -> Inventory:
        """What `dataclasses.asdict` made."""
        return cls(**{name: tuple(raw[name]) for name in cls.__dataclass_fields__})
