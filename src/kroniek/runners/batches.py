"""Codes a batch of documents in this process, with the pipelines that it has loaded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from kroniek.document import CodedArticle, Document
from kroniek.errors import InputError
from kroniek.readers import Rejected

BATCH = 16
"""Documents that go to a worker in one message."""

Coded = CodedArticle | Rejected


def code_batch(documents: Sequence[Document], first_pass: bool) -> list[Coded]:
    """Each document as coded, or why it could not be, in their order."""
    found: list[Coded] = []

    def reject(error: InputError) -> None:
        found.append(Rejected.by(error))

    from kroniek.coder.pipeline import code_documents  # takes a second

    for article in code_documents(documents, reject, first_pass=first_pass):
        found.append(article)
    return found


def batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """The documents, BATCH at a time."""
    rest = iter(documents)
    while some := list(islice(rest, BATCH)):
        yield some
