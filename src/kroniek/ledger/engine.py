"""Opens the database of a ledger and brings its tables up to date."""

import sqlite3
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from kroniek.errors import LedgerError

WAIT: Final = 30
"""Seconds to wait while another process writes to an SQLite ledger."""

STORES: Final = ("sqlite", "postgresql")
"""Databases that a ledger can be in, as a URL names them."""

_DRIVERS: Final = {"postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}

_LOCK: Final = int.from_bytes(b"kroniek", "big")
"""The advisory lock of PostgreSQL that whoever writes to a ledger holds."""

WRITES: Final = "kroniek_writes"
"""Execution option of a connection that will write."""


def open_engine(where: str | Path) -> Engine:
    """The engine of a ledger in an SQLite file or at a database URL, with its tables made.

    LedgerError when it cannot be opened or is no ledger.
    """
    url = _url(str(where))
    try:
        engine = connected(url)
        upgrade(engine)
    except (SQLAlchemyError, ImportError, CommandError) as error:
        reason = " ".join(str(getattr(error, "orig", None) or error).split())
        shown = url.database if url.drivername == "sqlite" else url.render_as_string()
        raise LedgerError(f"{shown}: cannot be opened as a ledger: {reason}") from error
    return engine


def _url(text: str) -> URL:
    """The URL of a database; that of PostgreSQL may leave out the driver."""
    if "://" not in text:
        return URL.create("sqlite", database=text)
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise LedgerError(
            "the ledger cannot be opened: give a file name, or a URL like "
            "postgresql://user@host/database"
        ) from error
    return url.set(drivername=_DRIVERS.get(url.drivername, url.drivername))


def connected(url: URL | str) -> Engine:
    """The engine of a database as it is, in which what writes waits for other writers."""
    engine = create_engine(url)
    if engine.dialect.name not in STORES:
        raise ArgumentError(f"a ledger is in {' or '.join(STORES)}")
    if engine.dialect.name == "sqlite":
        _prepare_sqlite(engine)
    else:
        _prepare_postgresql(engine)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    """Write-ahead logging, foreign keys, and a write lock from the start of what writes."""

    @event.listens_for(engine, "connect")
    def _connect(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        for pragma in (
            "journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON",
            f"busy_timeout = {WAIT * 1000}",
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare_postgresql(engine: Engine) -> None:
    """One writer at a time, as in SQLite: what writes waits for the others from its start."""

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if connection.get_execution_options().get(WRITES):
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


def upgrade(engine: Engine, to: str = "head") -> None:
    """Runs the migrations that the database has not had; takes no lock when there are none."""
    config = Config()
    config.set_main_option("script_location", "kroniek.ledger:migrations")
    wanted = {one.revision for one in ScriptDirectory.from_config(config).get_revisions(to) if one}
    with engine.connect() as connection:
        if set(MigrationContext.configure(connection).get_current_heads()) == wanted:
            return
    with engine.execution_options(**{WRITES: True}).connect() as connection:
        _let_tables_be_made_anew(connection)
        with connection.begin():
            config.attributes["connection"] = connection
            command.upgrade(config, to)
        connection.invalidate()


def _let_tables_be_made_anew(connection: Connection) -> None:
    """Has SQLite not look at foreign keys, so that a migration can put a table in the place of
    another; the connection is given up after it.
    """
    if connection.dialect.name == "sqlite":
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute("PRAGMA foreign_keys = OFF")
