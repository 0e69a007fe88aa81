"""Streams that can be read in any order, from those that can only be read on."""

import shutil
import tempfile
from typing import BinaryIO, Final, cast

from kroniek.errors import InputError

IN_MEMORY: Final = 1_000_000
"""Bytes up to which a copy is kept in memory; a larger one goes to a temporary file."""


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself when it can seek, else a copy that can, gone when it is closed."""
    if stream.seekable():
        return stream
    copy = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - closed by who reads it
    shutil.copyfileobj(stream, copy)
    copy.seek(0)
    return cast(BinaryIO, copy)


class Onward:
    """A stream read only onward, which knows its place and ends where it is broken.

    For libraries that ask where they are and do not survive an error: what went wrong is kept in
    `fault`.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0
        self.fault: InputError | OSError | None = None

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end or where the stream is broken."""
        if self.fault is not None:
            return b""
        try:
            data = self._stream.read(size)
        except (InputError, OSError) as error:
            self.fault = error
            return b""
        self._at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Goes on to a place by reading; going back does nothing."""
        target = offset + (self._at if whence == 1 else 0)
        while self._at < target and self.read(min(target - self._at, 1 << 16)):
            pass
        return self._at

    def close(self) -> None:
        """Nothing: who opened the stream closes it."""
