"""`kroniek schema` and `kroniek version`: what the coded article is, and what coded it."""

import json
from importlib.metadata import version as installed

import typer

from kroniek.document import CodedArticle


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command()(schema)
    app.command()(version)


def schema() -> None:
    """Print the JSON Schema of a coded article."""
    described = CodedArticle.model_json_schema(by_alias=True, mode="serialization")
    described["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    typer.echo(json.dumps(described, indent=2))


def version() -> None:
    """Print the version."""
    typer.echo(f"kroniek {installed('kroniek')}")
