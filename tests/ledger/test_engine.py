"""A ledger is opened in either store, with its tables made and brought up to date."""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import kroniek.ledger
from kroniek.errors import LedgerError
from kroniek.ledger import Ledger
from kroniek.ledger.engine import WRITES, open_engine
from kroniek.ledger.schema import Base
from tests.postgres import Server

BY_HAND = "article_words"
"""The full-text index: in SQLite a virtual table and its own tables, no model of ours."""


def _modelled(name: str | None, kind: str, _parents: Any) -> bool:
    return not (kind == "table" and (name or "").startswith(BY_HAND))


def test_the_migrations_make_the_tables_of_the_models(ledger_url: str) -> None:
    for module in iter_modules(kroniek.ledger.__path__):
        import_module(f"kroniek.ledger.{module.name}")
    engine = open_engine(ledger_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _modelled})
        assert compare_metadata(context, Base.metadata) == []
    engine.dispose()


def test_opening_waits_for_no_writer(ledger_url: str) -> None:
    engine = open_engine(ledger_url)
    with engine.execution_options(**{WRITES: True}).begin(), Ledger(ledger_url) as other:
        assert list(other.events()) == []
    engine.dispose()


def test_a_ledger_of_a_later_version_is_refused(ledger_url: str) -> None:
    engine = open_engine(ledger_url)
    with engine.execution_options(**{WRITES: True}).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(LedgerError, match="9999"):
        Ledger(ledger_url)


def test_a_database_without_tables_gets_them(empty_url: str) -> None:
    with Ledger(empty_url) as ledger:
        assert list(ledger.events()) == []
    with Ledger(empty_url) as again:
        assert list(again.events()) == []


def test_the_driver_of_postgresql_may_be_left_out(postgres: Server) -> None:
    url = postgres.ledger().replace("postgresql+psycopg", "postgresql")
    with Ledger(url) as ledger:
        assert list(ledger.events()) == []


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("postgresql://me:secret@/none?host=/nowhere", "none.*cannot be opened as a ledger"),
        ("mysql+pymysql://me:secret@host/x", "cannot be opened as a ledger"),
        ("://secret", "give a file name, or a URL"),
    ],
)
def test_an_error_tells_where_without_the_password(where: str, words: str) -> None:
    with pytest.raises(LedgerError, match=words) as raised:
        Ledger(where)
    assert "secret" not in str(raised.value)
