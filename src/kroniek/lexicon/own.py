"""The user's own actors: the dictionaries that `kroniek.toml` names.

    actors = ["mine.yaml", "Phoenix.Countries.actors.txt"]

Paths count from the file's folder. KRONIEK_CONFIG names another file than ./kroniek.toml. A YAML
dictionary is a list of rows with `name`, `code`, `sector` and, if wanted, `variants`, `from` and
`to`; a row with `offices` is a person, as in kroniek/lexicon/persons.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from kroniek.errors import LexiconError
from kroniek.languages.yamlfiles import read_yaml
from kroniek.lexicon.dictionaries import Dated, Entry
from kroniek.lexicon.people import Person, read_persons
from kroniek.lexicon.petrarch import read_actors

CONFIG = "kroniek.toml"


class Settings(BaseSettings):
    """What kroniek.toml may say."""

    model_config = SettingsConfigDict(extra="forbid")

    actors: tuple[Path, ...] = ()

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The file alone speaks: no setting comes from the environment."""
        return init_settings, TomlConfigSettingsSource(settings_cls, config_path())


@dataclass(frozen=True)
class Own:
    """The user's names and persons."""

    entries: tuple[Entry, ...] = ()
    persons: tuple[Person, ...] = ()


def config_path() -> Path:
    """Where the settings are."""
    return Path(os.environ.get("KRONIEK_CONFIG") or CONFIG)


@cache
def own_actors() -> Own:
    """The actors of the user's dictionaries. Raises LexiconError naming a file that is missing or
    wrong.
    """
    try:
        paths = Settings().actors
    except (ValidationError, ValueError) as error:
        raise LexiconError(f"{config_path()}: {' '.join(str(error).split())}") from error
    entries: list[Entry] = []
    persons: list[Person] = []
    for path in (config_path().parent / p for p in paths):
        if not path.is_file():
            raise LexiconError(f"{path}: no such dictionary; {config_path()} names it")
        if path.suffix == ".txt":
            entries += read_actors(str(path), path.read_text(encoding="utf-8").splitlines())
        else:
            rows = read_yaml(path)
            entries += [_entry(path, row) for row in rows if "offices" not in row]
            persons += read_persons(str(path), [row for row in rows if "offices" in row])
    return Own(tuple(entries), tuple(persons))


def _entry(path: Path, row: dict[str, Any]) -> Entry:
    try:
        dated = Dated(row.get("code"), row.get("sector"), row.get("from"), row.get("to"))
        return Entry([str(row["name"]), *map(str, row.get("variants") or ())], [dated])
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"{path}: {row}: needs a name, code and sector") from error
