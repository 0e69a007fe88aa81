"""Reads files, folders, standard input and addresses into documents, whatever lies in what."""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from kroniek.document import Document
from kroniek.errors import InputError
from kroniek.readers.completing import complete
from kroniek.readers.draft import Draft, Found, Link, Member, Rejected, Row
from kroniek.readers.mapping import Columns, ColumnsError, draft_of
from kroniek.readers.registry import LOOKED_AT, reader_for, suffix_of_kind

if TYPE_CHECKING:
    from kroniek.readers.fetch import Fetched

STDIN: Final = "-"

MAX_DEPTH: Final = 4
"""Files within files within files: a tar in gzip in a zip is three, and nobody needs more."""

Fetch = Callable[[str], "Fetched"]


@dataclass(frozen=True)
class How:
    """What the caller says about what is read: `lang` and `published` go before what it says.

    `columns` names the fields of tables; `fetch` gets addresses that are listed, which are
    rejected without it; `on_read` is told the number of bytes of every piece that is read.
    """

    lang: str | None = None
    published: date | None = None
    columns: Columns | None = None
    fetch: Fetch | None = None
    on_read: Callable[[int], None] | None = None


def read(
    path: str | Path,
    lang: str | None = None,
    published: date | None = None,
    *,
    columns: Columns | None = None,
    fetch: Fetch | None = None,
    on_read: Callable[[int], None] | None = None,
) -> Iterator[Document | Rejected]:
    """The articles in a file or folder, at an address, or in standard input for "-".

    See `How` for what the other arguments say. Bad input never raises: it gives one `Rejected`,
    and what else there is goes on.
    """
    how = How(lang, published, columns, fetch, on_read)
    source = str(path)
    if source.lower().startswith(("http://", "https://")):
        yield from _expand(Link(source, source), how, 0)
    elif source != STDIN and Path(source).is_dir():
        yield from _read_folder(Path(source), how)
    else:
        yield from _read_file(source, how)


def read_data(
    data: bytes, source: str, suffix: str, how: How | None = None, address: str | None = None
) -> Iterator[Document | Rejected]:
    """The articles in bytes in memory, as in a file with this suffix ("html", "" if unknown)."""
    member = Member(source, suffix, io.BytesIO(data), address)
    yield from _expand(member, how or How(), 0)


def read_stream(
    stream: BinaryIO, source: str, suffix: str, how: How | None = None
) -> Iterator[Document | Rejected]:
    """The articles in an open stream, as in a file with this suffix."""
    yield from _expand(Member(source, suffix, stream), how or How(), 0)


def files_in(folder: Path) -> Iterator[Path]:
    """The files in a folder and below it, by name, without hidden ones and linked folders."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.is_dir():
            if not path.is_symlink():
                yield from files_in(path)
        else:
            yield path


def _read_folder(folder: Path, how: How) -> Iterator[Document | Rejected]:
    empty = True
    try:
        for path in files_in(folder):
            empty = False
            yield from _read_file(str(path), how)
    except OSError as error:
        yield Rejected(str(folder), f"cannot be read: {error.strerror or error}")
    else:
        if empty:
            yield Rejected(str(folder), "is a folder without files in it")


def _read_file(source: str, how: How) -> Iterator[Document | Rejected]:
    try:
        with _open(source, how.on_read) as stream:
            suffix = "" if source == STDIN else Path(source).suffix
            yield from _expand(Member(source, suffix, stream), how, 0)
    except OSError as error:
        yield Rejected(source, f"cannot be read: {error.strerror or error}")


def _expand(found: Found, how: How, depth: int) -> Iterator[Document | Rejected]:
    """The articles in whatever a reader found; what is wrong with it comes out as Rejected."""
    if isinstance(found, Rejected):
        yield found
    elif isinstance(found, Member):
        yield from _expand_member(found, how, depth + 1)
    else:
        try:
            draft = draft_of(found, how.columns or {}) if isinstance(found, Row) else found
            if isinstance(draft, Link):
                yield from _expand_link(draft, how, depth)
                return
            given = replace(
                draft, lang=how.lang or draft.lang, published=how.published or draft.published
            )
            document = complete(given)
        except ColumnsError:
            raise
        except InputError as error:
            yield Rejected.by(error)
        else:
            yield document


def _expand_member(member: Member, how: How, depth: int) -> Iterator[Document | Rejected]:
    if depth > MAX_DEPTH:
        yield Rejected(member.source, f"lies in more than {MAX_DEPTH} files within files")
        return
    last: Document | Rejected | None = None
    try:
        for found in _drafts(member):
            for last in _expand(found, how, depth):
                yield last
    except InputError as error:
        if Rejected.by(error) != last:  # a broken archive breaks the file in it too
            yield Rejected.by(error)
    except OSError as error:
        yield Rejected(member.source, f"cannot be read: {error.strerror or error}")
    except Exception as error:  # a reader of another package may fail in any way
        yield Rejected(member.source, " ".join(f"cannot be read: {error!r}".split()))
    else:
        if last is None:
            yield Rejected(member.source, "is empty: there is no article in it")


def _drafts(member: Member) -> Iterator[Found]:
    stream = _buffered(member.stream)
    start = stream.peek(LOOKED_AT)[:LOOKED_AT]
    for found in reader_for(member.suffix, start)(stream, member.source):
        if member.address and isinstance(found, Draft) and not found.address:
            yield replace(found, address=member.address)
        else:
            yield found


def _expand_link(link: Link, how: How, depth: int) -> Iterator[Document | Rejected]:
    if how.fetch is None:
        yield Rejected(link.source, f"lists the address {link.url}, which only --fetch gets")
        return
    fetched = how.fetch(link.url)
    suffix = suffix_of_kind(fetched.kind)
    if suffix is None:
        yield Rejected(link.source, f"{fetched.url} is {fetched.kind}, which is no page or feed")
        return
    stream = io.BytesIO(fetched.body)
    page = Member(link.url, suffix, stream, None if suffix == "rss" else fetched.url)
    for one in _expand_member(page, how, depth + 1):
        if isinstance(one, Document) and suffix == "html":
            yield one.model_copy(update={"published": one.published or link.published})
        else:
            yield one


def _buffered(stream: Any) -> io.BufferedReader:
    return stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)


@contextmanager
def _open(source: str, on_read: Callable[[int], None] | None) -> Iterator[BinaryIO]:
    if source != STDIN:
        with io.BufferedReader(_Told(source, on_read)) as stream:
            yield stream
        return
    stdin = sys.stdin.buffer
    yield (
        stdin
        if isinstance(stdin, io.BufferedReader)
        else io.BufferedReader(io.BytesIO(stdin.read()))
    )


class _Told(io.FileIO):
    """A file that tells how many bytes are read from it."""

    def __init__(self, path: str, on_read: Callable[[int], None] | None) -> None:
        super().__init__(path, "rb")
        self._on_read = on_read

    def readinto(self, buffer: Any) -> int:
        count = super().readinto(buffer) or 0
        if self._on_read is not None:
            self._on_read(count)
        return count
