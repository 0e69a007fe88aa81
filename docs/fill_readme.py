"""Puts real output into README.md and docs/cluster.md, between their markers: `make readme`."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from kroniek.cli import app

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
CLUSTER = ROOT / "docs" / "cluster.md"
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
    text = filled(text, "output", code("text", table.rstrip()))
    text = filled(text, "json", code("json", in_part(sanction)))
    README.write_text(text, encoding="utf-8")
    cost = [sys.executable, str(ROOT / "benchmarks" / "cost.py")]
    told = subprocess.run(cost, check=True, capture_output=True, text=True).stdout
    CLUSTER.write_text(filled(CLUSTER.read_text(encoding="utf-8"), "cost", told.rstrip()), "utf-8")


def run(*arguments: str) -> str:
    """What a command prints."""
    return CliRunner().invoke(app, arguments, catch_exceptions=False).stdout


def in_part(event: dict[str, Any]) -> str:
    """Some keys of an event as JSON, a line each."""
    lines = (f"  {json.dumps(k)}: {json.dumps(event[k], ensure_ascii=False)}" for k in SHOWN)
    return "{\n" + ",\n".join(lines) + "\n}"


def code(language: str, output: str) -> str:
    """Output as a block of code."""
    return f"```{language}\n{output}\n```"


def filled(text: str, name: str, output: str) -> str:
    """The text with the output between the markers of this name."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    block = f"{begin}\n{output}\n{end}"
    return re.sub(rf"{begin}.*?{end}", lambda _: block, text, flags=re.DOTALL)


if __name__ == "__main__":
    main()
