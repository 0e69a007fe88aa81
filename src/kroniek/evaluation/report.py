"""The figures as a person reads them, in a terminal."""

from typing import Any

from rich.console import Console
from rich.table import Table

from kroniek.evaluation.figures import ACCURACIES, RATIOS, Figures
from kroniek.evaluation.sentences import SentenceFigures

CONFUSIONS_SHOWN = 15


def print_figures(figures: Figures, console: Console) -> None:
    """Tables of the figures over articles, each type's, and the commonest confusions."""
    rows = figures.to_json()
    console.print(_ratios("Events", {name: rows[name] for name in RATIOS}))
    console.print(_accuracies({name: rows[name] for name in ACCURACIES}))
    console.print(_ratios("By type", rows["types"]))
    if figures.confusions:
        table = Table("gold", "coded as", "events", title="Confusions", title_justify="left")
        for (gold, coded), number in _commonest(figures):
            table.add_row(gold, coded, str(number))
        console.print(table)


def print_sentences(figures: SentenceFigures, console: Console) -> None:
    """Tables of the figures over sentences and of each type's."""
    rows = figures.to_json()
    console.print(_ratios("Sentences", {name: rows[name] for name in ("type", "triple")}))
    console.print(_ratios("Sentences by type", rows["types"]))


def _commonest(figures: Figures) -> list[tuple[tuple[str, str], int]]:
    ordered = sorted(figures.confusions.items(), key=lambda item: (-item[1], item[0]))
    return ordered[:CONFUSIONS_SHOWN]


def _ratios(title: str, rows: dict[str, dict[str, Any]]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("")
    for name in ("precision", "recall", "F1", "in gold"):
        table.add_column(name, justify="right")
    for name, row in rows.items():
        table.add_row(name, f"{row['p']:.3f}", f"{row['r']:.3f}", f"{row['f1']:.3f}", str(row["n"]))
    return table


def _accuracies(rows: dict[str, dict[str, Any]]) -> Table:
    table = Table(title="Of matched events", title_justify="left")
    table.add_column("")
    table.add_column("accuracy", justify="right")
    table.add_column("events", justify="right")
    for name, row in rows.items():
        table.add_row(name, f"{row['acc']:.3f}", str(row["n"]))
    return table
