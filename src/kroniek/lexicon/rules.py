"""What holds in every language: how an embedded act changes the act that embeds it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from pydantic import BaseModel, ConfigDict

from kroniek.languages import Words
from kroniek.languages.yamlfiles import read_model
from kroniek.ontology import EventType


class Rules(BaseModel):
    """The tables of `rules.yaml`; its comments say what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    modes: dict[EventType, dict[str, str]]
    promised: dict[EventType, EventType]
    considered: dict[EventType, EventType]
    future: dict[EventType, EventType]
    announced: Words
    absorbing: Words
    attributing: Words
    directed: Words
    domestic: Words
    home: Words
    owned: Words
    answering: Words
    outward: Words
    mutual: Words
    reflexive: Words
    counted: Words
    committed: dict[EventType, Words]
    force: Words
    responses: Words
    unanswered: Words
    manifold: Words

    def is_one(self, names: Words, kind: str, mode: str | None) -> bool:
        """Whether a type, or it with its mode, is among the types that a table lists."""
        return kind in names or f"{kind}.{mode}" in names

    def changed(self, kind: str, embedded: Sequence[str], considered: bool) -> str:
        """The type that what is embedded or weighed makes of an event's type."""
        if considered:
            return str(self.considered.get(kind, kind))  # type: ignore[call-overload]
        if kind == "AGREE" and embedded:
            return str(self.promised.get(embedded[0], kind))  # type: ignore[call-overload]
        return kind

    def mode(self, kind: str, embedded: str, embedded_mode: str | None) -> str | None:
        """The mode of a request, refusal or threat by what is asked, refused or threatened."""
        table = self.modes.get(kind, {})  # type: ignore[call-overload]
        found: str | None = table.get(f"{embedded}.{embedded_mode}") or table.get(embedded)
        return found or table.get("OTHER")


@cache
def rules() -> Rules:
    """The rules, read once."""
    return read_model(files("kroniek.lexicon") / "rules.yaml", Rules)
