"""Train the event head: which words name an event, and of what type, from the encoder's vectors.

    python -m training.event_head ../shared/gold --out src/kroniek/parser/weights

It learns from the articles of the development gold and from the examples of the event lexicon.
The parser's weights stay as they are: one pass of the encoder serves parser and head. Five heads
are trained, each without a fifth of the articles; the coder averages all five, and for figures on
the articles themselves takes the one that has not seen the article (folds.json tells which).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from kroniek.coder.pipeline import load
from kroniek.document import TITLE_BREAK
from kroniek.languages import BUILT_IN
from kroniek.lexicon.entries import lexicon
from kroniek.ontology import EVENT_TYPES
from kroniek.parser import pipeline

FOLDS = 5
HIDDEN = 128
EPOCHS = 14
RATE = 2e-3
WEIGHT_DECAY = 0.05
BATCH = 256
SETS = ("nl", "en", "nl-more", "en-more", "nl-real", "en-real")

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Example:
    """One article: a vector and a class (0: no event) for every word."""

    id: str
    vectors: Floats
    classes: Ints


def fold_of(article: str) -> int:
    """The fold in which an article is held out: by its id, so that it never changes."""
    return int(hashlib.sha256(article.encode()).hexdigest(), 16) % FOLDS


def read_examples(gold: Path) -> Iterator[Example]:
    """The development articles, parsed by the shipped weights."""
    for name in SETS:
        nlp = pipeline(name[:2])
        for path in sorted((gold / name).glob("*.json")):
            article = json.loads(path.read_text(encoding="utf-8"))
            title = article["title"]
            doc = nlp(title + TITLE_BREAK + article["text"] if title else article["text"])
            classes = np.zeros(len(doc), np.int64)
            for event in article["events"]:
                for at in _named(doc, event):
                    classes[at] = 1 + EVENT_TYPES.index(event["type"])
            words = [t.i for t in doc if not (t.is_space or t.is_punct)]
            yield Example(article["id"], doc.tensor[words], classes[words])


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
            classes = np.zeros(len(doc), np.int64)
            for event in events:
                words = doc.char_span(event.trigger.start, event.trigger.end)
                classes[words.root.i] = 1 + EVENT_TYPES.index(event.type)
            words = [t.i for t in doc if not (t.is_space or t.is_punct)]
            yield Example("", doc.tensor[words], classes[words])


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


def train(examples: Sequence[Example], seed: int) -> dict[str, Floats]:
    """The weights of one head."""
    torch.manual_seed(seed)
    vectors = np.concatenate([e.vectors for e in examples]).astype(np.float32)
    mean, scale = vectors.mean(0), 1 / (vectors.std(0) + 1e-3)
    inputs = torch.from_numpy((vectors - mean) * scale)
    classes = torch.from_numpy(np.concatenate([e.classes for e in examples]))
    head = nn.Sequential(
        nn.Dropout(0.3),
        nn.Linear(inputs.shape[1], HIDDEN),
        nn.ReLU(),
        nn.Dropout(0.4),
        nn.Linear(HIDDEN, 1 + len(EVENT_TYPES)),
    )
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    for epoch in range(EPOCHS):
        order = torch.randperm(len(inputs))
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            loss = nn.functional.cross_entropy(head(inputs[batch]), classes[batch])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    first, last = head[1], head[4]
    assert isinstance(first, nn.Linear)
    assert isinstance(last, nn.Linear)
    weights = first.weight.detach().numpy() * scale
    return {
        "hidden": weights.T.astype(np.float32),
        "hidden_bias": (first.bias.detach().numpy() - weights @ mean).astype(np.float32),
        "out": last.weight.detach().numpy().T.astype(np.float32),
        "out_bias": last.bias.detach().numpy().astype(np.float32),
    }


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help="the folder with the development gold")
    parser.add_argument("--out", type=Path, required=True, help="the weights folder")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    examples = list(read_examples(given.gold))
    folds = {e.id: fold_of(e.id) for e in examples}
    shown = [example for lang in BUILT_IN for example in lexicon_examples(lang)]
    heads = [
        train([e for e in examples if folds[e.id] != fold] + shown, seed=fold)
        for fold in range(FOLDS)
    ]
    stacked = {name: np.stack([head[name] for head in heads]) for name in heads[0]}
    np.savez_compressed(
        given.out / "events.npz", **{k: v.astype(np.float16) for k, v in stacked.items()}
    )
    (given.out / "folds.json").write_text(json.dumps(folds, indent=0, sort_keys=True) + "\n")
    for name, found in (("articles", examples), ("lexicon examples", shown)):
        print(f"{len(found)} {name}, {sum((e.classes > 0).sum() for e in found)} event words")


if __name__ == "__main__":
    main()
