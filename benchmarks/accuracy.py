"""Writes benchmarks/accuracy.md: the coder's figures on every set of gold.

python benchmarks/accuracy.py [GOLD_FOLDER]
"""

import sys
from pathlib import Path
from typing import Any

from kroniek.coder.pipeline import code_documents
from kroniek.evaluation import (
    Figures,
    Gold,
    SentenceFigures,
    documents,
    load_gold,
    score,
    score_sentences,
)
from kroniek.evaluation.figures import ACCURACIES, RATIOS

HERE = Path(__file__).parent
DEFAULT_GOLD = HERE.parents[1] / "shared" / "gold"
OUTPUT = HERE / "accuracy.md"

ARTICLES = {
    "nl": ["nl"],
    "nl-more": ["nl-more"],
    "nl-real": ["nl-real"],
    "en": ["en"],
    "en-more": ["en-more"],
    "en-real": ["en-real"],
    "Dutch, written": ["nl", "nl-more"],
    "English, written": ["en", "en-more"],
    "all written": ["nl", "nl-more", "en", "en-more"],
    "all real": ["nl-real", "en-real"],
}
"""Each row of the table and the sets that are pooled in it."""

SENTENCES = "gsr"

INTRODUCTION = """\
# Accuracy

Figures on the development gold, as of the code beside this file. F1 of events found with
the right type in the right place (detect), with the same parties too (tuple), with status
and date too (full); accuracies and the F1 of parts are over matched events. Figures are
pooled over the events of all articles in a row. The event head was trained on these articles:
each is scored by a head that has not seen it (five folds by article). Written by

    make accuracy

For one set: `kroniek evaluate ../shared/gold/nl`; with each single error: `--errors`.
"""


def main(folder: Path) -> None:
    """Codes all gold once and writes the file."""
    wanted = load_gold(
        [folder / name for name in {n for names in ARTICLES.values() for n in names}]
    )
    sentences = load_gold([folder / SENTENCES])
    both = Gold(wanted.articles, sentences.sentences)
    articles = code_documents(documents(both), held_out=True)
    coded = {article.id: article.to_json() for article in articles}
    figures = {
        row: score(load_gold([folder / name for name in pool]).articles, coded)
        for row, pool in ARTICLES.items()
    }
    parts = [
        INTRODUCTION,
        article_table(figures),
        sentence_table(score_sentences(sentences.sentences, coded)),
        *(type_table(row, figures[row]) for row in ("all written", "all real")),
        *(confusion_table(row, figures[row]) for row in ("all written", "all real")),
    ]
    OUTPUT.write_text("\n".join(parts), encoding="utf-8")


def article_table(figures: dict[str, Figures]) -> str:
    """One row a set or pool, one column a figure."""
    names = [*RATIOS, *ACCURACIES]
    lines = [row_of(["set", "events", "P", "R", *names]), row_of(["---"] * (len(names) + 4))]
    for row, figure in figures.items():
        values = figure.to_json()
        detect = values["detect"]
        cells = [row, str(detect["n"]), shown(detect["p"]), shown(detect["r"])]
        lines.append(row_of([*cells, *(shown(main_value(values[name])) for name in names)]))
    note = "P and R are those of detect; mode, place and names count where gold has one.\n"
    return "## Articles\n\n" + "\n".join(lines) + "\n\n" + note


def sentence_table(figures: SentenceFigures) -> str:
    """The figures on sentences coded for one event each."""
    values = figures.to_json()
    lines = [row_of(["", "P", "R", "F1", "in gold"]), row_of(["---"] * 5)]
    lines += [ratio_row(name, values[name]) for name in ("type", "triple")]
    note = (
        "Sentences of the CAMEO manual, coded by people for one event each, so that precision\n"
        "has a ceiling below 1. Distinct event types, and distinct type, actor and recipient.\n"
    )
    return "## Sentences (gsr)\n\n" + note + "\n" + "\n".join(lines) + "\n"


def type_table(row: str, figures: Figures) -> str:
    """Detection of each event type."""
    lines = [row_of(["type", "P", "R", "F1", "in gold"]), row_of(["---"] * 5)]
    lines += [ratio_row(name, values) for name, values in figures.to_json()["types"].items()]
    return f"## By type: {row}\n\n" + "\n".join(lines) + "\n"


def confusion_table(row: str, figures: Figures, shown: int = 15) -> str:
    """The commonest wrong types of events found in the right place."""
    common = sorted(figures.confusions.items(), key=lambda item: (-item[1], item[0]))[:shown]
    lines = [row_of(["gold", "coded as", "events"]), row_of(["---"] * 3)]
    lines += [row_of([a, b, str(number)]) for (a, b), number in common]
    return f"## Commonest confusions: {row}\n\n" + "\n".join(lines) + "\n"


def ratio_row(name: str, values: dict[str, float]) -> str:
    """Precision, recall, F1 and the number in gold as a row."""
    return row_of([name, *(shown(values[key]) for key in ("p", "r", "f1")), str(values["n"])])


def main_value(values: dict[str, Any]) -> float:
    """F1 of a ratio, accuracy of anything else."""
    value: float = values["f1"] if "f1" in values else values["acc"]
    return value


def shown(value: float) -> str:
    """A figure with three digits."""
    return f"{value:.3f}"


def row_of(cells: list[str]) -> str:
    """A row of a Markdown table."""
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_GOLD)
