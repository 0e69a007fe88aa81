"""Events as a data package of Frictionless Data: CSV tables, their schemas and a codebook."""

import json
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from kroniek.ledger import Entry
from kroniek.ontology import EVENT_TYPES, MODES
from kroniek.reports.exports import csv
from kroniek.reports.exports.columns import EVENTS, TABLES, Column, Table
from kroniek.reports.exports.written import Written

DESCRIPTOR: Final = "datapackage.json"
CODEBOOK: Final = "codebook.md"


def write(entries: Iterable[Entry], folder: Path) -> Written:
    """Writes the tables as `csv` does, with `datapackage.json` and `codebook.md`."""
    written = csv.write(entries, folder)
    (folder / DESCRIPTOR).write_text(
        json.dumps(descriptor(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    (folder / CODEBOOK).write_text(codebook(), encoding="utf-8")
    return Written(written.events, written.left_out, (*written.files, DESCRIPTOR, CODEBOOK))


def descriptor() -> dict[str, Any]:
    """The descriptor of the package, after the Data Package and Table Schema standards."""
    return {
        "profile": "tabular-data-package",
        "name": "kroniek-events",
        "title": "Events coded from news by Kroniek",
        "version": version("kroniek"),
        "description": f"The columns are explained in {CODEBOOK}.",
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.key),
        "missingValues": [""],
    }
    if table is not EVENTS:
        schema["foreignKeys"] = [
            {"fields": "event", "reference": {"resource": EVENTS.name, "fields": "id"}}
        ]
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": csv.file_of(table),
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    told = {"name": column.name, "type": column.kind, "description": column.meaning}
    return told | ({"constraints": constraints} if constraints else {})


def codebook() -> str:
    """What each column means, in Markdown, and the event types with their modes."""
    lines = ["# Codebook", "", f"Events coded from news by Kroniek {version('kroniek')}."]
    for table in TABLES:
        lines += ["", f"## {csv.file_of(table)}", "", table.meaning, ""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| {one.name} | {one.kind} | {_meaning(one)} |" for one in table.columns]
    lines += ["", "## Event types and their modes", "", "| type | modes |", "| --- | --- |"]
    lines += [f"| {kind} | {', '.join(MODES[kind])} |" for kind in EVENT_TYPES]
    return "\n".join(lines) + "\n"


def _meaning(column: Column) -> str:
    told = column.meaning
    if column.choices:
        told += f": {', '.join(column.choices)}"
    return told if column.required else f"{told}; may be empty"
