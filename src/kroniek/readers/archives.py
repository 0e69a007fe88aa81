"""Reads zip, tar and compressed files: each file in them by its own kind, in memory only.

Nothing is written where a name in an archive says, so that no name can lead out of it.
"""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any, BinaryIO, Final, cast

from kroniek.errors import InputError
from kroniek.readers.draft import Found, Member, Rejected
from kroniek.readers.spooled import seekable

FREE_BYTES: Final = 20_000_000
"""What a file may unpack to, however small it was."""

MAX_RATIO: Final = 200
"""How much larger than packed any more may be: text packs to a third or a tenth of its size,
deflate at its best to a thousandth."""

_BROKEN = (
    zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
_TARS: Final = {"tgz": "tar", "tbz2": "tar", "txz": "tar"}


def read_zip(stream: BinaryIO, source: str) -> Iterator[Found]:
    """Every file in a zip archive, but hidden ones; encrypted ones are rejected."""
    try:
        with zipfile.ZipFile(seekable(stream)) as archive:
            for info in archive.infolist():
                if info.is_dir() or _is_hidden(info.filename):
                    continue
                place = within(source, info.filename)
                try:
                    with archive.open(info) as raw:
                        packed = partial(int, info.compress_size)
                        yield _member(place, cast(BinaryIO, raw), packed)
                except _BROKEN as error:
                    yield Rejected(place, _fault(error))
    except _BROKEN as error:
        raise InputError(source, _fault(error)) from error


def read_tar(stream: BinaryIO, source: str) -> Iterator[Found]:
    """Every file in a tar archive, but hidden ones; links and devices are rejected."""
    try:
        with tarfile.open(fileobj=stream, mode="r|") as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # else it keeps all it has met
                place = within(source, info.name)
                if info.isdir() or _is_hidden(info.name):
                    continue
                raw = archive.extractfile(info) if info.isreg() else None
                if raw is None:
                    yield Rejected(place, "is no plain file but a link or device; it is not read")
                    continue
                yield _member(place, cast(BinaryIO, raw), partial(int, info.size))
    except _BROKEN as error:
        raise InputError(source, _fault(error)) from error


def read_gzip(stream: BinaryIO, source: str) -> Iterator[Found]:
    """The file in a gzip file."""
    yield from _unpack(stream, source, lambda raw: gzip.GzipFile(fileobj=raw))


def read_bzip2(stream: BinaryIO, source: str) -> Iterator[Found]:
    """The file in a bzip2 file."""
    yield from _unpack(stream, source, bz2.BZ2File)


def read_xz(stream: BinaryIO, source: str) -> Iterator[Found]:
    """The file in an xz file."""
    yield from _unpack(stream, source, lzma.LZMAFile)


def within(source: str, name: str) -> str:
    """How a file in an archive is named, on one line whatever its name."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in name)
    return f"{source}!/{shown}"


def _unpack(stream: BinaryIO, source: str, opened: Callable[[Any], Any]) -> Iterator[Found]:
    packed = Counted(stream)
    path = PurePosixPath(source)
    suffix = _TARS.get(path.suffix.lower().lstrip("."), PurePosixPath(path.stem).suffix)
    try:
        with opened(io.BufferedReader(packed)) as raw:
            yield _member(source, raw, lambda: packed.count, suffix)
    except _BROKEN as error:
        raise InputError(source, _fault(error)) from error


def _member(
    place: str, raw: BinaryIO, packed: Callable[[], int], suffix: str | None = None
) -> Member:
    limited = io.BufferedReader(Limited(raw, place, packed))
    known = PurePosixPath(place).suffix if suffix is None else suffix
    return Member(place, known.lower().lstrip("."), limited)


def _is_hidden(name: str) -> bool:
    return any(
        part.startswith(".") and part not in (".", "..") for part in PurePosixPath(name).parts
    ) or name.startswith("__MACOSX/")


def _fault(error: Exception) -> str:
    if isinstance(error, RuntimeError) and "password" in str(error):
        return "is encrypted; unpack it first"
    return f"is broken or no such archive: {' '.join(str(error).split()) or 'it ends too early'}"


class Counted(io.RawIOBase):
    """A stream that knows how many of its bytes were read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        return len(data)


class Limited(Counted):
    """A stream of unpacked bytes that refuses to grow out of proportion to the packed ones."""

    def __init__(self, stream: BinaryIO, source: str, packed: Callable[[], int]) -> None:
        super().__init__(stream)
        self._source = source
        self._packed = packed

    def readinto(self, buffer: Any) -> int:
        try:
            length = super().readinto(buffer)
        except _BROKEN as error:
            raise InputError(self._source, _fault(error)) from error
        if self.count > FREE_BYTES and self.count > MAX_RATIO * max(self._packed(), 1):
            fault = f"unpacks to more than {MAX_RATIO} times its size, as no text does"
            raise InputError(self._source, fault)
        return length
