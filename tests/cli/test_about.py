"""What the command line says of itself, and that the guide knows every command."""

import re
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from kroniek.cli import app

COMMANDS = sorted(get_command(app).commands)

run = CliRunner().invoke


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_is_in_the_readme(command: str, root: Path) -> None:
    assert run(app, [command, "--help"]).exit_code == 0
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"kroniek {command}\b", readme)


def test_version_is_that_of_the_package(root: Path) -> None:
    declared = re.search(r'^version = "(.+)"', (root / "pyproject.toml").read_text(), re.MULTILINE)
    assert declared
    assert run(app, ["version"]).stdout == f"kroniek {declared[1]}\n"
