"""`kroniek evaluate`: how well the coder does on gold."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from kroniek.cli.keeping import existing
from kroniek.cli.tables import console
from kroniek.errors import InputError


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(evaluate)


def evaluate(
    gold: Annotated[
        list[Path] | None, typer.Argument(help="Gold files, or folders of them.")
    ] = None,
    decisions: Annotated[
        str | None,
        typer.Option(help="Ledger whose articles that people reviewed in full are gold too."),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every single error.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Code the gold articles afresh and compare the events with those of people.

    An article that trained the event head is scored by the head that has not seen it.
    """
    from kroniek.coder.pipeline import code_documents
    from kroniek.evaluation import documents, load_gold, score, score_sentences
    from kroniek.evaluation.report import print_figures, print_sentences

    wanted = load_gold(gold or [])
    if decisions is not None:
        wanted = replace(wanted, articles=wanted.articles + _reviewed(decisions))
    elif not gold:
        raise InputError("evaluate", "needs gold: give files, or --decisions LEDGER")
    articles = code_documents(documents(wanted), held_out=True)
    coded = {article.id: article.to_json() for article in articles}
    figures = score(wanted.articles, coded)
    sentences = score_sentences(wanted.sentences, coded)
    if errors:
        for fault in figures.faults:
            typer.echo(str(fault))
    if as_json:
        typer.echo(json.dumps({"articles": figures.to_json(), "sentences": sentences.to_json()}))
        return
    if wanted.articles:
        print_figures(figures, console())
    if wanted.sentences:
        print_sentences(sentences, console())


def _reviewed(where: str) -> tuple[dict[str, Any], ...]:
    """What people decided in the workbench, as gold."""
    from kroniek.ledger import reviews

    with existing(where) as ledger:
        return tuple(reviews.gold(ledger))
