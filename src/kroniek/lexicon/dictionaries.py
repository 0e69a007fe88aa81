"""What a user's dictionary holds: names, and what they stand for at which time."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Day


@dataclass(frozen=True, slots=True)
class Dated:
    """What a name of the user's stands for from `start` to `end` (ISO dates; None: always)."""

    code: str | None
    sector: str | None
    start: str | None = None
    end: str | None = None

    def holds(self, day: Day | None) -> bool:
        """Whether a day is within the time; without a day, whether it has no limits."""
        text = day.isoformat() if day else ""
        return (not self.start or self.start <= text) and (not self.end or "" < text <= self.end)


@dataclass
class Entry:
    """One actor: its names and what it is coded as."""

    names: list[str]
    codes: list[Dated] = field(default_factory=list)
