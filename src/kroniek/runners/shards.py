"""Shards: a file of articles in, a file of coded articles out."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from pathlib import PurePosixPath
from typing import Self

from kroniek.document import CodedArticle, Document
from kroniek.errors import InputError
from kroniek.readers import How, Rejected, Skipped
from kroniek.runners.outputs import WRITERS, OutputFormat
from kroniek.runners.places import documents_in, folder_at

LONGEST_NAME = 80
"""Letters of a shard's name that its output is named after; a hash of all of it comes behind."""


@dataclass(frozen=True)
class Counts:
    """What came of some shards: `present` were coded before; `skipped` counts what is beside
    articles in a file.
    """

    shards: int = 0
    present: int = 0
    articles: int = 0
    events: int = 0
    rejected: int = 0
    skipped: int = 0

    def __add__(self, other: Self) -> Self:
        names = [one.name for one in fields(self)]
        return type(self)(*(getattr(self, name) + getattr(other, name) for name in names))


@dataclass(frozen=True)
class Task:
    """How shards are coded, and where to; plain values, so that it can be sent anywhere."""

    out: str
    format: OutputFormat = "jsonl"
    how: How = field(default_factory=How)
    first_pass: bool = True

    def output(self, shard: str) -> str:
        """The name of a shard's output, which is that of no other shard's."""
        name = re.sub(r"[^\w.-]+", "_", PurePosixPath(shard).name)[:LONGEST_NAME]
        return f"{name}-{hashlib.sha256(shard.encode()).hexdigest()[:8]}.{self.format}"

    def rejects(self, shard: str) -> str:
        """The name of the file of what was rejected of a shard; there is none if nothing was."""
        return self.output(shard).removesuffix(self.format) + "rejects.jsonl"

    def is_done(self, shard: str) -> bool:
        """Whether a shard's output is there."""
        return folder_at(self.out).has(self.output(shard))


def code_shard(shard: str, task: Task) -> Counts:
    """Code a shard and write its output, whole or not at all; one that is there is left alone."""
    if task.is_done(shard):
        return Counts(present=1)
    folder = folder_at(task.out)
    made = _Made(shard, task)
    with folder.writing(task.output(shard)) as stream:
        WRITERS[task.format](made.articles(), stream)
        if made.rejects:
            with folder.writing(task.rejects(shard)) as beside:
                for one in made.rejects:
                    line = {"source": one.source, "fault": one.fault}
                    beside.write((json.dumps(line, ensure_ascii=False) + "\n").encode())
    return made.counts


class _Made:
    """The coded articles of a shard, counted as they go by."""

    def __init__(self, shard: str, task: Task) -> None:
        self._shard = shard
        self._task = task
        self.counts = Counts(shards=1)
        self.rejects: list[Rejected] = []

    def articles(self) -> Iterator[CodedArticle]:
        """Codes what can be; the rest is kept in `rejects`."""
        from kroniek.coder.pipeline import code_documents  # takes a second

        found = self._readable(documents_in(self._shard, self._task.how))
        for article in code_documents(found, self._failed, first_pass=self._task.first_pass):
            self.counts += Counts(articles=1, events=len(article.events))
            yield article

    def _readable(self, found: Iterable[Document | Rejected]) -> Iterator[Document]:
        for one in found:
            if isinstance(one, Rejected):
                self._reject(one)
            else:
                yield one

    def _failed(self, error: InputError) -> None:
        self._reject(Rejected.by(error))

    def _reject(self, one: Rejected) -> None:
        skipped = one.count if isinstance(one, Skipped) else 0
        self.counts += Counts(skipped=skipped, rejected=0 if skipped else 1)
        self.rejects.append(one)
