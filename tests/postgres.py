"""A PostgreSQL server of the tests' own, from Debian's package; it refuses to run as root."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, text

from kroniek.ledger import Ledger

OWNER: Final = "postgres"
"""The user that the server runs as when the tests run as root."""

FAST: Final = ("fsync=off", "full_page_writes=off")
"""Settings with which nothing survives a power cut, and much is faster."""

_TEMPLATE: Final = "kroniek"


def programs() -> Path | None:
    """The folder of the newest server that is installed."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4])
    )
    return found[-1].parent if found else None


class Server:
    """A running server, reached by its socket."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket
        self._numbers = count(1)

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql+psycopg://{OWNER}@/{database}?host={self._socket}"

    def execute(self, statement: str) -> None:
        """Runs one statement outside any transaction."""
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def empty_database(self) -> str:
        """The address of a new database without tables."""
        name = f"empty{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name}")
        return self.url(name)

    def ledger(self) -> str:
        """The address of a new and empty ledger, copied from one that was migrated once."""
        name = f"ledger{next(self._numbers)}"
        self.execute(f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
        return self.url(name)

    def prepare(self) -> None:
        """Makes the ledger that others are copied from."""
        self.execute(f"CREATE DATABASE {_TEMPLATE}")
        Ledger(self.url(_TEMPLATE)).close()


@contextmanager
def running(bin: Path, settings: Sequence[str] = FAST) -> Iterator[Server]:
    """A server in a folder that goes when it stops."""
    folder = Path(tempfile.mkdtemp(prefix="kroniek-pg-"))
    data = folder / "data"
    if os.getuid() == 0:
        shutil.chown(folder, OWNER)
    folder.chmod(0o755)
    flags = " ".join(f"-c {one}" for one in ("listen_addresses=", *settings)) + f" -k {folder}"
    log = folder / "log"
    try:
        _run(
            bin / "initdb", "--pgdata", data, "--username", OWNER, "--auth", "trust",
            "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync",
        )  # fmt: skip
        _run(bin / "pg_ctl", "--pgdata", data, "--options", flags, "--log", log, "-w", "start")
        try:
            server = Server(folder)
            server.prepare()
            yield server
        finally:
            _run(bin / "pg_ctl", "--pgdata", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(program: Path, *arguments: str | Path) -> None:
    user = OWNER if os.getuid() == 0 else None
    group = OWNER if user else None
    extra: list[str] | None = [] if user else None
    subprocess.run(
        [program, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/",
        user=user, group=group, extra_groups=extra,
    )  # fmt: skip
