"""`kroniek explain`, `codebook` and `check-lexicon`: why events are coded as they are."""

from typing import Annotated

import typer

from kroniek.cli.inputs import Inputs
from kroniek.cli.options import Files, Lang, Published
from kroniek.cli.root import FAILED, complain
from kroniek.languages import languages


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command()(explain)
    app.command()(codebook)
    app.command("check-lexicon")(check_lexicon)


def explain(
    files: Files,
    event: Annotated[str, typer.Option(help="Only this event: its id, or how it begins.")] = "",
    lang: Lang = None,
    published: Published = None,
) -> None:
    """Tell for every sentence which entry fired on which words, or why there is no event."""
    from kroniek.coder.explain import explain as notes

    inputs = Inputs(files, lang, published)
    found = False
    for document in inputs:
        typer.echo(f"# {document.title or document.source or document.id}\n")
        for note in notes(document, event):
            found = True
            typer.echo(note.sentence)
            for name, reasons in note.events:
                typer.echo("\n".join([f"  {name} {reasons[0]}", *(f"  {r}" for r in reasons[1:])]))
            for line in note.silent:
                typer.echo(f"  - {line}")
            typer.echo("")
    inputs.finish()
    if event and not found:
        complain(f"no event {event!r}: `kroniek explain` without --event lists them")
        raise typer.Exit(FAILED)


def codebook(lang: Annotated[str, typer.Option(help="The language: nl or en.")] = "en") -> None:
    """Print the event lexicon of a language as a readable page (Markdown)."""
    from kroniek.reports.codebook import codebook as page

    typer.echo(page(lang))


def check_lexicon(
    lang: Annotated[str | None, typer.Option(help="One language; all if not given.")] = None,
    file: Annotated[str, typer.Option(help="One file of its events, such as assault.")] = "",
) -> None:
    """Code every example of the event lexicon and say which are coded wrongly."""
    from kroniek.coder.examples import faults

    found = [fault for one in ([lang] if lang else languages()) for fault in faults(one, file)]
    for fault in found:
        typer.echo(fault)
    typer.echo(f"{len(found)} faults", err=True)
    if found:
        raise typer.Exit(FAILED)
