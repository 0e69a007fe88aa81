"""Reads YAML, large files once: what was read is kept as JSON in the user's cache folder.

YAML takes seconds for the ten thousand persons of the lexicon, JSON a tenth of one. A cached file
is named after the hash of the YAML's bytes, so it can never be stale. KRONIEK_CACHE names another
folder, or, empty, switches the cache off.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, ClassVar, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from kroniek.errors import LexiconError

M = TypeVar("M", bound=BaseModel)

LARGE = 20_000
"""Bytes from which on a file is worth caching: smaller ones take under 0.1 seconds."""
FORM = "1"
"""Changes when the same YAML would be read differently."""

_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = (":bool", ":timestamp")


class _Loader(_BASE):  # type: ignore[misc]
    """YAML's safe loader, with only true and false as booleans ("on" and "no" are words), and
    dates as text.
    """

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {
        first: [(tag, pattern) for tag, pattern in rows if not tag.endswith(_PLAIN)]
        for first, rows in _BASE.yaml_implicit_resolvers.items()
    }


_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def read_yaml(path: Traversable) -> Any:
    """What a YAML file holds. Raises LexiconError naming the file and line of a fault."""
    data = path.read_bytes()
    kept = _cache(data) if len(data) >= LARGE else None
    if kept is not None and kept.exists():
        with contextlib.suppress(OSError, ValueError):
            return json.loads(kept.read_bytes())
    try:
        found = yaml.load(data, Loader=_Loader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{path}: {' '.join(str(error).split())}") from error
    if kept is not None:
        _keep(kept, found)
    return found


def read_model(path: Traversable, model: type[M]) -> M:
    """What a YAML file holds, as a model. Raises LexiconError naming the file and the field."""
    found = read_yaml(path)
    try:
        return model.model_validate(found)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise LexiconError(f"{path}: {field}: {first['msg']}") from error
    except re.error as error:
        raise LexiconError(f"{path}: no regular expression: {error}") from error


def _cache(data: bytes) -> Path | None:
    folder = os.environ.get("KRONIEK_CACHE")
    if folder == "":
        return None
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    root = Path(folder) if folder else Path(home) / "kroniek"
    return root / f"{hashlib.sha256(FORM.encode() + data).hexdigest()[:24]}.json"


def _keep(path: Path, found: Any) -> None:
    """Write beside and rename, so that a reader never sees half a file; a full or read-only disk
    only means that the YAML is read again.
    """
    beside = path.with_suffix(f".{os.getpid()}")
    with contextlib.suppress(OSError, TypeError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
