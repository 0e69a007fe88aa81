"""Ledgers for the tests of this room: each runs on SQLite and on a real PostgreSQL server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kroniek.ledger import Ledger
from tests.postgres import Server, programs, running

STORES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres(require: Callable[[bool, str], None]) -> Iterator[Server]:
    """One PostgreSQL server for all tests of a process."""
    folder = programs()
    require(folder is not None, "PostgreSQL")
    assert folder is not None
    with running(folder) as server:
        yield server


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    """The name of a store: what asks for it runs once for each."""
    return str(request.param)


@pytest.fixture
def ledger_url(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new ledger is: an SQLite file, or a PostgreSQL database with its tables made."""
    if store == "sqlite":
        return str(tmp_path / "ledger.db")
    server: Server = request.getfixturevalue("postgres")
    return server.ledger()


@pytest.fixture
def empty_url(store: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any table."""
    if store == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    server: Server = request.getfixturevalue("postgres")
    return server.empty_database()


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    """A new and empty ledger, in each of the stores."""
    with Ledger(ledger_url) as made:
        yield made
