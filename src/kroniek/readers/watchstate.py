"""Where watching feeds stands, in one JSON file that is always whole."""

import json
import os
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, ValidationError

from kroniek.errors import InputError

MOST_SEEN: Final = 5_000
"""Ids of entries that are remembered a feed, the newest; feeds show some hundred at most."""


class FeedState(BaseModel):
    """What is known of one feed. `due` is in seconds since 1970; `tries` counts, by entry, the
    failures to get its article."""

    model_config = ConfigDict(extra="ignore")

    etag: str | None = None
    modified: str | None = None
    due: float = 0.0
    failures: int = 0
    seen: dict[str, None] = {}
    tries: dict[str, int] = {}

    def remember(self, entry: str) -> None:
        """Marks an entry as done with."""
        self.tries.pop(entry, None)
        self.seen[entry] = None
        while len(self.seen) > MOST_SEEN:
            del self.seen[next(iter(self.seen))]


class WatchState(BaseModel):
    """All feeds by their addresses."""

    model_config = ConfigDict(extra="ignore")

    feeds: dict[str, FeedState] = {}


def load_state(path: Path) -> WatchState:
    """The state in a file, or an empty one when there is none yet."""
    try:
        return WatchState.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return WatchState()
    except (ValidationError, OSError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(str(path), f"is no state of watching; remove it: {reason}") from error


def save_state(path: Path, state: WatchState) -> None:
    """Writes the state beside the file and puts it in its place in one step."""
    beside = path.with_name(path.name + ".new")
    with beside.open("w", encoding="utf-8") as stream:
        json.dump(state.model_dump(), stream)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(path)
