"""`kroniek code`: articles in, coded articles out."""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from kroniek.cli.inputs import Inputs
from kroniek.cli.options import Files, Lang, Published
from kroniek.cli.tables import print_events
from kroniek.document import CodedArticle


class Format(StrEnum):
    """How coded articles are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(code)


def code(
    files: Files,
    format: Annotated[Format, typer.Option(help="How to write what was coded.")] = Format.TABLE,
    lang: Lang = None,
    published: Published = None,
) -> None:
    """Code articles and print their events, in the order of the input."""
    from kroniek.coder.pipeline import code_documents

    inputs = Inputs(files, lang, published)
    _WRITERS[format](code_documents(inputs, inputs.failed))
    inputs.finish()


def _write_tables(articles: Iterable[CodedArticle]) -> None:
    for article in articles:
        title = article.title or article.source or article.id
        print_events(((event, article.published) for event in article.events), title)


def _write_json(articles: Iterable[CodedArticle]) -> None:
    typer.echo("[", nl=False)
    for number, article in enumerate(articles):
        written = json.dumps(article.to_json(), ensure_ascii=False, indent=1)
        typer.echo((",\n" if number else "\n") + written, nl=False)
    typer.echo("\n]")


def _write_jsonl(articles: Iterable[CodedArticle]) -> None:
    for article in articles:
        typer.echo(json.dumps(article.to_json(), ensure_ascii=False))


_WRITERS = {Format.TABLE: _write_tables, Format.JSON: _write_json, Format.JSONL: _write_jsonl}
