"""Reads WARC archives of the web: every HTML page in them, under the address it had."""

import io
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO, Final

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from kroniek.errors import InputError
from kroniek.readers.draft import Found, Member, Rejected, Skipped
from kroniek.readers.raw import MAX_BYTES
from kroniek.readers.spooled import Onward

_PAGES: Final = ("text/html", "application/xhtml+xml")
_KINDS_TOLD: Final = 12
_LONGEST_KIND: Final = 40


def read_warc(stream: BinaryIO, source: str) -> Iterator[Found]:
    """The pages of a WARC file, packed or not; the rest is counted by kind and told at the end."""
    skipped: Counter[str] = Counter()
    seen = 0
    onward = Onward(stream)
    try:
        for seen, record in enumerate(_responses(onward), start=1):
            kind = _kind(record)
            if kind in _PAGES:
                yield _page(record, f"{source}#{seen}")
            else:
                skipped[kind if kind in skipped or len(skipped) < _KINDS_TOLD else "other"] += 1
    except (OSError, ValueError, RuntimeError, EOFError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(source, f"is broken after response {seen}: {reason}") from error
    if onward.fault is not None:
        raise onward.fault
    if skipped:
        kinds = ", ".join(f"{count} {kind}" for kind, count in skipped.most_common())
        total = skipped.total()
        yield Skipped(source, f"skipped {total} responses that are no page ({kinds})", total)
    elif not seen:
        raise InputError(source, "holds no HTTP response")


def _responses(stream: Onward) -> Iterator[WarcRecord]:
    yield from ArchiveIterator(
        stream, parse_http=True, record_types=WarcRecordType.response, auto_decode="all"
    )


def _kind(record: WarcRecord) -> str:
    """The media type of a good answer; "status 404" of another."""
    status = record.http_headers.status_code if record.http_headers else None
    if status != 200:
        return f"status {status}"
    return (record.http_content_type or "without a type").strip().lower()[:_LONGEST_KIND]


def _page(record: WarcRecord, place: str) -> Found:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<> ").partition("#")[0]
    try:
        data = record.reader.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        return Rejected(place, f"is a broken response: {error}")
    return Member(f"{place} {address}".strip(), "html", io.BytesIO(data), address or None)
