"""Reads gold: articles coded by people (.json), and sentences coded for one event (.jsonl)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kroniek.document import Document
from kroniek.errors import InputError

Json = dict[str, Any]

_READ = ("id", "lang", "published", "title", "text")


@dataclass(frozen=True)
class Gold:
    """What people coded: whole articles, and sentences with one event each."""

    articles: tuple[Json, ...] = ()
    sentences: tuple[Json, ...] = ()


def load_gold(paths: Iterable[Path]) -> Gold:
    """The gold in files and in folders of them, in order of name; InputError for what is none."""
    records = [record for path in paths for record in _records(path)]
    return Gold(
        articles=tuple(record for record in records if "events" in record),
        sentences=tuple(record for record in records if "gold" in record),
    )


def _records(path: Path) -> list[Json]:
    if path.is_dir():
        files = sorted(p for p in path.iterdir() if p.suffix in (".json", ".jsonl"))
        return [record for file in files for record in _records(file)]
    try:
        text = path.read_text(encoding="utf-8")
        lines = [text] if path.suffix == ".json" else [x for x in text.splitlines() if x.strip()]
        records = [json.loads(line) for line in lines]
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(str(path), f"is no gold: {error}") from error
    for record in records:
        if not isinstance(record, dict) or not {"events", "gold"} & record.keys():
            raise InputError(str(path), 'is no gold: it has neither "events" nor "gold"')
    return records


def documents(gold: Gold) -> Iterator[Document]:
    """The gold articles and sentences without what people coded."""
    for record in (*gold.articles, *gold.sentences):
        yield Document.model_validate({key: record[key] for key in _READ})
