"""The treebanks in use: what is trained on, what is held out, and entity bits for each sentence."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from training import conllu, entities, names
from training.augment import Marked
from training.conllu import Sentence

LANGUAGES = ("nl", "en")
TRAIN = (  # the Dutch gold treebank twice an epoch: it is small, and its tags are checked
    "nl_cdb",
    *2 * ("nl_lassysmall-dev", "nl_lassysmall-test"),
    "en_ewt-train",
    "en_gum-open",
    "en_pud",
)
DEVELOP = {"nl": "nl_alpino-dev", "en": "en_ewt-dev"}
TEST = {"nl": "nl_alpino-test", "en": "en_ewt-test"}
ENTITIES = "en_gum-open"
HELD_OUT_OF_EACH_GENRE = 2  # documents of GUM, kept for measuring entities


def path_of(folder: Path, name: str) -> Path:
    """The file of a treebank."""
    return folder / f"{name}.conllu"


def held_out(sentences: Sequence[Sentence]) -> set[str]:
    """The last documents of each of GUM's genres, by name ("GUM_news_...")."""
    genres: dict[str, list[str]] = {}
    for name in sorted({sentence.document for sentence in sentences}):
        genres.setdefault(name.split("_")[1], []).append(name)
    return {name for found in genres.values() for name in found[-HELD_OUT_OF_EACH_GENRE:]}


def training(folder: Path, treebanks: Sequence[str]) -> list[list[Marked]]:
    """The documents to train on, each a list of sentences with their entity bits."""
    places = {name.lower() for name in names.countries(LANGUAGES)}
    times = {name.lower() for name in (*names.months(LANGUAGES), *names.days(LANGUAGES))}
    found = []
    for name in treebanks:
        sentences = conllu.read(path_of(folder, name))
        gold = name == ENTITIES
        left_out = held_out(sentences) if gold else set()
        for document in conllu.documents(sentences):
            if document[0].document in left_out:
                continue
            found.append([
                Marked(
                    one.words,
                    tuple(
                        entities.gold_bits(one) if gold
                        else entities.silver_bits(one, places, times)
                    ),
                )
                for one in document
            ])  # fmt: skip
    return found


def measured_entities(folder: Path) -> list[Sentence]:
    """The sentences of GUM that were held out."""
    sentences = conllu.read(path_of(folder, ENTITIES))
    left_out = held_out(sentences)
    return [sentence for sentence in sentences if sentence.document in left_out]
