"""What a shard is written as: JSON Lines or Parquet, an article a line or row."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import BinaryIO, Literal

import pyarrow as pa
import pyarrow.parquet as pq

from kroniek.document import CodedArticle

OutputFormat = Literal["jsonl", "parquet"]
ROWS = 256
"""Articles in a row group of Parquet, and in memory at a time."""
COLUMNS = pa.schema(
    [
        ("id", pa.string()),
        ("lang", pa.string()),
        ("published", pa.date32()),
        ("title", pa.string()),
        ("source", pa.string()),
        ("events", pa.int32()),
        ("coded", pa.string()),
    ]
)
"""What can be sorted and filtered by, the number of events, and the whole article as JSON."""


def write_jsonl(articles: Iterable[CodedArticle], stream: BinaryIO) -> None:
    """One JSON object a line, as `kroniek code --format jsonl` prints it."""
    for article in articles:
        stream.write((_json(article) + "\n").encode())


def write_parquet(articles: Iterable[CodedArticle], stream: BinaryIO) -> None:
    """One row an article; see COLUMNS."""
    with pq.ParquetWriter(stream, COLUMNS, compression="zstd") as writer:
        for some in _some(articles):
            rows = [_row(article) for article in some]
            writer.write_table(pa.Table.from_pylist(rows, COLUMNS))


WRITERS: dict[OutputFormat, Callable[[Iterable[CodedArticle], BinaryIO], None]] = {
    "jsonl": write_jsonl,
    "parquet": write_parquet,
}


def _some(articles: Iterable[CodedArticle]) -> Iterator[Sequence[CodedArticle]]:
    rest = iter(articles)
    while some := list(islice(rest, ROWS)):
        yield some


def _row(article: CodedArticle) -> dict[str, object]:
    return {
        "id": article.id,
        "lang": article.lang,
        "published": article.published,
        "title": article.title,
        "source": article.source,
        "events": len(article.events),
        "coded": _json(article),
    }


def _json(article: CodedArticle) -> str:
    return json.dumps(article.to_json(), ensure_ascii=False)
