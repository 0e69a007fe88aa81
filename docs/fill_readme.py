"""Puts real output of the examples into README.md, between its markers: `make readme`."""

import json
import re
import tempfile
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from kroniek.cli import app

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
EXAMPLE = "examples/1-kerndoctrine.txt"
SHOWN = ("type", "mode", "status", "actors", "quantities", "trigger", "evidence", "rule")


def main() -> None:
    """Runs the commands that the README shows and writes what they print."""
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/demo.db"
        run("add", EXAMPLE, "--ledger", ledger)
        table = run("events", "--ledger", ledger, "--actor", "KOR")
    events = json.loads(run("code", "--format", "jsonl", EXAMPLE))["events"]
    sanction = next(event for event in events if event["type"] == "SANCTION")
    text = README.read_text(encoding="utf-8")
    text = filled(text, "output", "text", table.rstrip())
    text = filled(text, "json", "json", in_part(sanction))
    README.write_text(text, encoding="utf-8")


def run(*arguments: str) -> str:
    """What a command prints."""
    return CliRunner().invoke(app, arguments, catch_exceptions=False).stdout


def in_part(event: dict[str, Any]) -> str:
    """Some keys of an event as JSON, a line each."""
    lines = (f"  {json.dumps(k)}: {json.dumps(event[k], ensure_ascii=False)}" for k in SHOWN)
    return "{\n" + ",\n".join(lines) + "\n}"


def filled(text: str, name: str, language: str, output: str) -> str:
    """The text with the output between the markers of this name."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    block = f"{begin}\n```{language}\n{output}\n```\n{end}"
    return re.sub(rf"{begin}.*?{end}", lambda _: block, text, flags=re.DOTALL)


if __name__ == "__main__":
    main()
