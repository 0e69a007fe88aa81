"""Measure the shipped parser and write report.md: python -m training.evaluate --help.

Runs in the project's environment, through the package's own runtime.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kroniek.parser import model
from training import conllu, entities, runtime, scores, treebanks
from training.conllu import Sentence

FLOAT = Path("out/training/export/float32")  # where run.sh leaves it
SHIPPED = "int8, as shipped"
COLUMNS = ("UPOS", "feats", "lemma", "UAS", "LAS")
HEADING = """\
# Accuracy of the parser

Written by `make eval-parser`. Percentages over all words, punctuation included, with the
treebanks' words and sentences; relations with subtypes; features as whole bundles; lemmas
with `_` between the parts of Dutch compounds and separable verbs, as the treebanks have it.
The weights and all settings were chosen on nl_alpino-dev and en_ewt-dev.
"""


@dataclass(frozen=True)
class Measured:
    """A treebank as one set of weights parses it."""

    name: str
    weights: str
    gold: list[Sentence]
    parsed: list[Sentence]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def accuracy(measured: Sequence[Measured]) -> str:
    """Words."""
    rows = []
    for one in measured:
        found = scores.words(one.gold, one.parsed)
        rows.append([one.name, one.weights, *(f"{found[name]:.2f}" for name in COLUMNS)])
    return table(["treebank", "weights", *COLUMNS], rows)


def relations(measured: Sequence[Measured]) -> str:
    """F1 of (head word, relation, dependent), with how often gold has it."""
    rows = []
    for one in measured:
        found = scores.relations(one.gold, one.parsed)
        rows.append(
            [
                one.name,
                *(f"{found[name].f1:.2f} ({found[name].gold})" for name in scores.CORE_RELATIONS),
            ]
        )
    return table(["treebank", *scores.CORE_RELATIONS], rows)


def names(folder: Path, weights: Path) -> str:
    """F1 of entities on the documents of GUM kept from training."""
    gold = treebanks.measured_entities(folder)
    _, found = runtime.parse(runtime.pipeline("en", weights, 2), gold)
    spans = [entities.spans([_label(bits) for bits in entities.gold_bits(one)]) for one in gold]
    result = scores.entities(spans, found)
    rows = [
        [kind, f"{one.f1:.2f}", str(one.gold), str(one.system), str(one.both)]
        for kind, one in result.items()
    ]
    return table(["kind", "F1", "gold", "found", "right"], rows)


def _label(bits: int) -> str:
    return entities.LABELS[bits.bit_length() - 1]


def from_text(folder: Path, weights: Path, files: dict[str, str]) -> str:
    """F1 of words and relations from bare text."""
    rows = []
    for language, name in files.items():
        nlp = runtime.pipeline(language, weights, 2)
        found = scores.raw_text(*runtime.raw(nlp, conllu.read(treebanks.path_of(folder, name))))
        rows.append([name, *(f"{value:.2f}" for value in found.values())])
    return table(["treebank", "words", "UPOS", "UAS", "LAS"], rows)


def measure(gold: list[Sentence], language: str, name: str, weights: Path) -> tuple[Measured, bool]:
    """A treebank parsed on two threads, and whether one thread gives the same of everything."""
    two, one = (runtime.parse(runtime.pipeline(language, weights, n), gold) for n in (2, 1))
    return Measured(name, SHIPPED, gold, two[0]), one == two


def report(folder: Path, weights: Path, float32: Path, dev_only: bool) -> str:
    """The whole report; with float32 rows if that folder is there."""
    shipped: list[Measured] = []
    rows: list[Measured] = []
    agree = []
    for language, name in [*([] if dev_only else treebanks.TEST.items()),
                           *treebanks.DEVELOP.items()]:  # fmt: skip
        gold = conllu.read(treebanks.path_of(folder, name))
        found, same = measure(gold, language, name, weights)
        shipped.append(found)
        rows.append(found)
        agree.append(f"{name} {'yes' if same else 'NO'}")
        if float32.is_dir():
            parsed, _ = runtime.parse(runtime.pipeline(language, float32, 2), gold)
            rows.append(Measured(name, "float32", gold, parsed))
    documents = len({sentence.document for sentence in treebanks.measured_entities(folder)})
    size = sum(path.stat().st_size for path in weights.iterdir()) / 1e6
    parts = [
        HEADING,
        accuracy(rows),
        "F1 of (head word, relation, dependent), int8; in brackets how often in gold:\n",
        relations(shipped),
        f"Entities on {documents} documents of GUM kept from training (exact spans and kinds):\n",
        names(folder, weights),
        "From raw text, tokenised and split into sentences by the pipeline (F1):\n",
        from_text(folder, weights, treebanks.DEVELOP if dev_only else treebanks.TEST),
        f"One thread and two give the same trees, lemmas and names: {', '.join(agree)}.\n",
        f"Shipped files: {size:.1f} MB.\n",
    ]
    return "\n".join(parts)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--treebanks", type=Path, required=True, help="folder of CoNLL-U files")
    parser.add_argument("--weights", type=Path, default=model.WEIGHTS)
    parser.add_argument("--float32", type=Path, default=FLOAT,
                        help="folder with the graph before int8, if there is one")  # fmt: skip
    parser.add_argument("--dev", action="store_true", help="development files only")
    parser.add_argument("--out", type=Path, help="file to write (default: standard output)")
    given = parser.parse_args()
    text = report(given.treebanks, given.weights, given.float32, given.dev)
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        print(text)


if __name__ == "__main__":
    main()
