"""Events of the ledger as CSV, JSON Lines or Parquet."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any, BinaryIO, Final

from kroniek.ledger.store import Entry

FIELDS: Final = (
    "id", "article", "revision", "published", "lang", "type", "mode", "contexts", "status",
    "actors", "actor_codes", "recipients", "recipient_codes", "date", "precision", "place",
    "country", "lat", "lon", "attribution", "condition", "quantities", "trigger", "evidence",
    "confidence", "rule", "title", "source", "review", "reviewer",
)  # fmt: skip
"""Columns of the flat forms. Those that hold several values join them with `SEVERAL`."""

SEVERAL: Final = "; "


def flat(entry: Entry) -> dict[str, Any]:
    """An entry as one row of plain values."""
    event = entry.event
    return {
        "id": entry.id,
        "article": entry.article,
        "revision": entry.revision,
        "published": entry.published,
        "lang": entry.lang,
        "type": event.type,
        "mode": event.mode,
        "contexts": SEVERAL.join(event.contexts),
        "status": event.status,
        "actors": SEVERAL.join(party.name or party.text for party in event.actors),
        "actor_codes": SEVERAL.join(party.code or "" for party in event.actors),
        "recipients": SEVERAL.join(party.name or party.text for party in event.recipients),
        "recipient_codes": SEVERAL.join(party.code or "" for party in event.recipients),
        "date": event.date.value if event.date else None,
        "precision": event.date.precision if event.date else None,
        "place": event.place.name if event.place else None,
        "country": event.place.country if event.place else None,
        "lat": event.place.lat if event.place else None,
        "lon": event.place.lon if event.place else None,
        "attribution": event.attribution.text if event.attribution else None,
        "condition": event.condition.text if event.condition else None,
        "quantities": SEVERAL.join(f"{item.value} {item.unit}" for item in event.quantities),
        "trigger": event.trigger.text,
        "evidence": SEVERAL.join(span.text for span in event.evidence),
        "confidence": event.confidence,
        "rule": event.rule,
        "title": entry.title,
        "source": entry.source,
        "review": entry.review,
        "reviewer": entry.reviewer,
    }


def write_events(entries: Iterable[Entry], format: str, stream: BinaryIO) -> None:
    """Writes entries in one of FORMATS."""
    FORMATS[format](entries, stream)


def _write_csv(entries: Iterable[Entry], stream: BinaryIO) -> None:
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="")
    writer = csv.DictWriter(text, FIELDS)
    writer.writeheader()
    writer.writerows(map(flat, entries))
    text.flush()
    text.detach()


def _write_jsonl(entries: Iterable[Entry], stream: BinaryIO) -> None:
    for entry in entries:
        line = json.dumps(entry.model_dump(mode="json", by_alias=True), ensure_ascii=False)
        stream.write(line.encode() + b"\n")


def _write_parquet(entries: Iterable[Entry], stream: BinaryIO) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    numbers = {"revision": pa.int64(), "published": pa.date32()}
    numbers |= {name: pa.float64() for name in ("lat", "lon", "confidence")}
    schema = pa.schema([(name, numbers.get(name, pa.string())) for name in FIELDS])
    with pq.ParquetWriter(stream, schema) as writer:
        for rows in _batches(map(flat, entries)):
            writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _batches(rows: Iterable[dict[str, Any]], size: int = 10_000) -> Iterator[list[dict[str, Any]]]:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


FORMATS: Final[dict[str, Callable[[Iterable[Entry], BinaryIO], None]]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
}
"""Ways to write events, by name."""
