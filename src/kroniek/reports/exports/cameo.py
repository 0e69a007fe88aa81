"""CAMEO codes of events, from `cameo.yaml`."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, Final

import yaml
from pydantic import BaseModel, ConfigDict

from kroniek.document import Event

BASE_DIGITS: Final = 3
ROOT_DIGITS: Final = 2


class Choice(BaseModel):
    """A code, and the narrower ones of contexts and modes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str | None = None
    contexts: dict[str, str] = {}
    modes: dict[str, "str | Choice"] = {}


class Cameo(BaseModel):
    """The whole of `cameo.yaml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    codes: dict[str, Choice]
    beyond: dict[str, Choice]
    goldstein: dict[str, float]
    quad: dict[int, tuple[str, str]]
    sectors: dict[str, str]


@cache
def table() -> Cameo:
    """The table, read once."""
    told: Any = yaml.safe_load(
        files(__package__).joinpath("cameo.yaml").read_text(encoding="utf-8")
    )
    return Cameo.model_validate(told)


def code_of(event: Event) -> str:
    """The CAMEO event code, three or four digits."""
    told = table()
    choices = [kind[event.type] for kind in (told.codes, told.beyond) if event.type in kind]
    for choice in choices:
        if event.mode in choice.modes:
            found = choice.modes[event.mode]
            if isinstance(found, str):
                return found
            return _by_context([found], event.contexts)
    return _by_context(choices, event.contexts)


def _by_context(choices: Iterable[Choice], contexts: Iterable[str]) -> str:
    """The code of the first context that has one, else the general one."""
    said = set(contexts)
    general = ""
    for choice in choices:
        for context, code in choice.contexts.items():
            if context in said:
                return code
        general = general or choice.code or ""
    return general


def base(code: str) -> str:
    """The second level of CAMEO's tree that a code belongs to."""
    return code[:BASE_DIGITS]


def root(code: str) -> str:
    """The first level of CAMEO's tree that a code belongs to."""
    return code[:ROOT_DIGITS]


def goldstein(code: str) -> float:
    """From -10, the most conflict, to 10, the most cooperation."""
    scale = table().goldstein
    return scale[code] if code in scale else scale[base(code)]


def quad_class(code: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    for number, (first, last) in table().quad.items():
        if first <= root(code) <= last:
            return number
    raise ValueError(f"no quad class for CAMEO code {code!r}")
