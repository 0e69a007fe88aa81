"""Train the heads of single words further, on what the finished int8 encoder gives them.

python -m training.refine --help

Heads that began late or learn slowly (features, lemmas, entities) need more passes than the
encoder can be trained for; on vectors computed once a pass takes seconds. The vectors come from the
exported graph, so the heads see the encoder as it is shipped, int8 and all.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from kroniek.parser import model as runtime
from training import examples, names, treebanks
from training.augment import Marked, Noise
from training.checkpoint import Trained
from training.examples import Example, Numbering
from training.losses import mean_loss, partly_known
from training.model import Parser

HEADS = ("feats", "lemmas", "entities")
WORDS_A_STEP = 2048
DROPOUT = 0.2  # of the vectors
RATE = 1e-3
DECAY = 0.01


def vectors(
    weights: Path, documents: list[list[Marked]], trained: Trained, heads: list[str], seed: int
) -> tuple[Tensor, dict[str, Tensor]]:
    """The vectors of all words with noise, in float16, and the targets of `heads`."""
    loaded = runtime.load(weights)
    numbering = Numbering(loaded.tokeniser, trained.inventory)
    noise = Noise.load(names.cities(), names.months(treebanks.LANGUAGES))
    drawn = examples.epoch(documents, numbering, noise, random.Random(seed))
    rows = []
    begun = time.monotonic()
    for number, scores in enumerate(loaded.run([one.pieces for one in drawn], 2)):
        assert scores.words is not None
        rows.append(scores.words[1:].astype(np.float16))
        if number % 2000 == 1999:
            print(f"{number + 1}/{len(drawn)} in {time.monotonic() - begun:.0f} s", flush=True)
    return torch.from_numpy(np.concatenate(rows)), {name: targets(drawn, name) for name in heads}


def targets(drawn: list[Example], name: str) -> Tensor:
    """One head's targets for all words."""
    return torch.tensor([number for one in drawn for number in getattr(one, name)[1:]])


def refine(model: Parser, words: Tensor, wanted: dict[str, Tensor], epochs: int, seed: int) -> None:
    """Train the heads that `wanted` has targets for, all else frozen; the rate falls to nothing."""
    torch.manual_seed(seed)
    modules = {name: model.words[name].train() for name in wanted}
    parameters = [one for module in modules.values() for one in module.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=RATE, weight_decay=DECAY, fused=True)
    steps = epochs * -(-len(words) // WORDS_A_STEP)
    step = 0
    for epoch in range(epochs):
        sums = dict.fromkeys(wanted, 0.0)
        for some in torch.randperm(len(words)).split(WORDS_A_STEP):
            optimizer.param_groups[0]["lr"] = RATE * (1 - step / steps)
            given = torch.nn.functional.dropout(words[some].float(), DROPOUT)
            parts = {
                name: (partly_known if name == "entities" else mean_loss)(
                    modules[name](given), wanted[name][some]
                )
                for name in wanted
            }
            torch.stack(list(parts.values())).sum().backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            optimizer.zero_grad()
            step += 1
            for name, part in parts.items():
                sums[name] += part.item()
        means = " ".join(f"{name} {total * epochs / steps:.3f}" for name, total in sums.items())
        print(f"epoch {epoch + 1}: {means}", flush=True)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path, help="a finished training")
    parser.add_argument("--weights", type=Path, required=True, help="folder exported from it")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of CoNLL-U files")
    parser.add_argument("--train", nargs="+", default=sorted(set(treebanks.TRAIN)))
    parser.add_argument("--out", type=Path, required=True, help="checkpoint to write")
    parser.add_argument("--heads", nargs="+", choices=HEADS, default=list(HEADS))
    parser.add_argument("--every", type=int, default=1, help="use each n-th document but GUM's")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    trained, _ = Trained.load(given.checkpoint)
    documents = []
    for name in given.train:
        found = treebanks.training(given.treebanks, [name])
        documents += found if name == treebanks.ENTITIES else found[:: given.every]
    words, wanted = vectors(given.weights, documents, trained, given.heads, given.seed)
    refine(trained.model, words, wanted, given.epochs, given.seed)
    trained.save(given.out)


if __name__ == "__main__":
    main()
