"""Opens the database of a ledger and brings its tables up to date."""

import sqlite3
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from kroniek.errors import LedgerError

WAIT: Final = 30
"""Seconds to wait while another process writes to an SQLite ledger."""

WRITES: Final = "kroniek_writes"
"""Execution option of a connection that will write."""


def open_engine(where: str | Path) -> Engine:
    """The engine of a ledger in an SQLite file or at a database URL, with its tables made.

    LedgerError when it cannot be opened or is no ledger.
    """
    text = str(where)
    try:
        url = make_url(text if "://" in text else f"sqlite:///{text}")
        engine = create_engine(url)
        if engine.dialect.name == "sqlite":
            _prepare_sqlite(engine)
        _migrate(engine)
    except (SQLAlchemyError, ArgumentError, ImportError) as error:
        reason = " ".join(str(getattr(error, "orig", None) or error).split())
        raise LedgerError(f"{text}: cannot be opened as a ledger: {reason}") from error
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


def _migrate(engine: Engine) -> None:
    """Runs the migrations that the database has not had."""
    config = Config()
    config.set_main_option("script_location", "kroniek.ledger:migrations")
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
