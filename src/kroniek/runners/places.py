"""Where shards lie and outputs go: folders of this machine, or whatever fsspec reaches by URL."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol, cast
from uuid import uuid4

from kroniek.document import Document
from kroniek.readers import How, Rejected, read, read_stream
from kroniek.readers.reading import files_in
from kroniek.runners.errors import RunnerError

PART = ".part"
"""The end of the names of files that are being written."""
WEB = ("http://", "https://")


def is_url(place: str) -> bool:
    """Whether a place is for fsspec; pages of the web are for the readers."""
    return "://" in place and not place.lower().startswith(WEB)


def shards_in(place: str) -> Iterator[str]:
    """The files at a place: itself, those in a folder, or those that match a URL's pattern."""
    if not is_url(place):
        path = Path(place)
        yield from map(str, files_in(path)) if path.is_dir() else (place,)
        return
    system, path_there = _system(place)
    try:
        found = system.glob(path_there) if "*" in place else [path_there]
        for one in sorted(found):
            inside = sorted(system.find(one)) if system.isdir(one) else [one]
            yield from map(system.unstrip_protocol, inside)
    except OSError as error:
        raise RunnerError(f"{place}: cannot be listed: {error}") from error


def documents_in(shard: str, how: How) -> Iterator[Document | Rejected]:
    """The articles of a shard; what cannot be read comes out as Rejected."""
    if not is_url(shard):
        yield from read(shard, how.lang, how.published, columns=how.columns)
        return
    system, path = _system(shard)
    try:
        with system.open(path, "rb") as stream:
            whole = cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, stream)))
            yield from read_stream(whole, shard, PurePosixPath(path).suffix, how)
    except OSError as error:
        yield Rejected(shard, f"cannot be read: {error}")


class Folder(Protocol):
    """Where outputs go. A file is there whole or not at all."""

    def has(self, name: str) -> bool:
        """Whether a file is there."""

    def writing(self, name: str) -> Any:
        """A context with a binary stream; what is written is there when the context ends."""

    def clear(self) -> None:
        """Makes the folder, and removes what a killed job left half-written."""


class LocalFolder:
    """A folder of this machine."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        return (self._path / name).exists()

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A stream to a file of another name, which is renamed once it is safe on the disk."""
        part = self._path / _part(name)
        try:
            with part.open("wb") as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(self._path / name)
        finally:
            part.unlink(missing_ok=True)

    def clear(self) -> None:
        """Makes the folder, and removes what a killed job left half-written."""
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            for part in self._path.glob(f".*{PART}"):
                part.unlink(missing_ok=True)
        except OSError as error:
            fault = f"{self._path}: cannot be written: {error.strerror}"
            raise RunnerError(f"{fault}; give another --out") from error


class RemoteFolder:
    """A folder by URL."""

    def __init__(self, url: str) -> None:
        self._url = url

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        system, path = _system(self._url)
        return bool(system.exists(f"{path}/{name}"))

    @contextmanager
    def writing(self, name: str) -> Iterator[BinaryIO]:
        """A stream to a file of another name, which is moved once it is whole."""
        system, path = _system(self._url)
        part = f"{path}/{_part(name)}"
        try:
            with system.open(part, "wb") as stream:
                yield stream
            system.mv(part, f"{path}/{name}")
        finally:
            if system.exists(part):
                system.rm(part)

    def clear(self) -> None:
        """Makes the folder, and removes what a killed job left half-written."""
        system, path = _system(self._url)
        system.makedirs(path, exist_ok=True)
        for one in system.ls(path, detail=False):
            if one.endswith(PART):
                system.rm(one)


def folder_at(place: str) -> Folder:
    """The folder at a path or URL."""
    return RemoteFolder(place.rstrip("/")) if is_url(place) else LocalFolder(Path(place))


def _part(name: str) -> str:
    return f".{name}.{uuid4().hex[:8]}{PART}"


def _system(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it."""
    try:
        from fsspec.core import url_to_fs  # type: ignore[import-untyped]
    except ImportError as error:
        raise RunnerError(f"{url}: needs fsspec; pip install 'kroniek[cluster]'") from error
    try:
        system, path = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise RunnerError(f"{url}: cannot be reached: {error}") from error
    return system, str(path)
