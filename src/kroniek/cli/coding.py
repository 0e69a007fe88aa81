"""`kroniek code`: articles in, coded articles out, printed or written shard by shard."""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kroniek.cli.inputs import Inputs
from kroniek.cli.options import ColumnMapping, Files, Lang, ParseAll, Published, Workers
from kroniek.cli.progress import Shards
from kroniek.cli.root import FAILED
from kroniek.cli.tables import print_events
from kroniek.document import CodedArticle
from kroniek.errors import InputError
from kroniek.readers import How

if TYPE_CHECKING:
    from kroniek.runners import Counts, Job


class Format(StrEnum):
    """How coded articles are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    PARQUET = "parquet"


class Runner(StrEnum):
    """What codes shards."""

    LOCAL = "local"
    RAY = "ray"


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(code)


def code(
    files: Files,
    format: Annotated[
        Format | None,
        typer.Option(help="How to write what was coded. [default: table; with --out jsonl]"),
    ] = None,
    lang: Lang = None,
    published: Published = None,
    columns: ColumnMapping = None,
    parse_all: ParseAll = False,
    workers: Workers = None,
    out: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            help="Folder or URL for a file of jsonl or parquet for each input file; those that "
            "are there already are left alone.",
        ),
    ] = None,
    runner: Annotated[Runner, typer.Option(help="What codes, with --out.")] = Runner.LOCAL,
    address: Annotated[
        str | None,
        typer.Option(help="Ray cluster, as in auto or host:6379; without it one is started here."),
    ] = None,
) -> None:
    """Code articles and print their events, in the order of the input; or write them to files."""
    if out is None:
        if runner is not Runner.LOCAL or address is not None:
            raise InputError("--runner", "writes files; give a folder with --out")
        _print(Inputs(files, lang, published, columns=columns), format, workers or 1, parse_all)
        return
    if format not in (None, Format.JSONL, Format.PARQUET):
        raise InputError("--format", f"{format} is not for files; with --out use jsonl or parquet")
    from kroniek.runners import Job, Task

    written: Literal["jsonl", "parquet"] = "parquet" if format is Format.PARQUET else "jsonl"
    task = Task(out, written, How(lang, published, columns), first_pass=not parse_all)
    counts = _write(Job(files, task, "ray" if runner is Runner.RAY else "local", workers, address))
    skipped = f", {counts.skipped} skipped" if counts.skipped else ""
    typer.echo(
        f"{counts.shards} files coded, {counts.present} there already: {counts.articles} articles, "
        f"{counts.events} events, {counts.rejected} rejected{skipped}",
        err=True,
    )
    if counts.rejected:
        raise typer.Exit(FAILED)


def _write(job: "Job") -> "Counts":
    from kroniek.runners import run

    with Shards() as bar:
        return run(job, lambda counts, total: bar.show(counts.shards, total, counts.articles))


def _print(inputs: Inputs, format: Format | None, workers: int, parse_all: bool) -> None:
    from kroniek.runners import code_in_workers

    if format is Format.PARQUET:
        raise InputError("--format parquet", "is binary; give a folder with --out")
    articles = code_in_workers(inputs, workers, inputs.failed, first_pass=not parse_all)
    _WRITERS[format or Format.TABLE](articles)
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
