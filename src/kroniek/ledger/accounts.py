"""Who may use a shared workbench: accounts with roles, and who is signed in.

A reader reads; a coder decides and adds besides; an admin settles differences, takes back what
others decided, and manages accounts besides.
"""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from typing import Final, Literal, get_args

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from pydantic import BaseModel, ConfigDict
from sqlalchemy import ColumnElement, ForeignKey, delete, func, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kroniek.errors import LedgerError
from kroniek.ledger.schema import Base
from kroniek.ledger.store import Ledger

Role = Literal["reader", "coder", "admin"]
ROLES: Final[tuple[str, ...]] = get_args(Role)
"""From the least to the most that one may do."""

SHORTEST_PASSWORD: Final = 10
LONGEST_PASSWORD: Final = 1000
"""Characters."""

STAY: Final = timedelta(days=14)
"""How long a sign-in lasts at most."""

IDLE: Final = timedelta(days=2)
"""How long a sign-in lasts when it is not used."""

NOTED: Final = timedelta(minutes=10)
"""Within so long of the last time, use of a sign-in is not noted again."""

_hasher = PasswordHasher()
_NOBODY: Final = _hasher.hash(secrets.token_hex())
"""What a password is checked against when there is no such account, so that it takes as long."""


class AccountRow(Base):
    """Someone who may sign in; `hash` is argon2's of the password."""

    __tablename__ = "accounts"

    name: Mapped[str] = mapped_column(primary_key=True)
    hash: Mapped[str]
    role: Mapped[str]
    added: Mapped[datetime]


class SignInRow(Base):
    """A browser that is signed in; `digest` is the hash of what its cookie holds."""

    __tablename__ = "sign_ins"

    digest: Mapped[str] = mapped_column(primary_key=True)
    account: Mapped[str] = mapped_column(ForeignKey("accounts.name"))
    until: Mapped[datetime]
    seen: Mapped[datetime]


class Account(BaseModel):
    """Someone who may use the workbench."""

    model_config = ConfigDict(frozen=True)

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether the account has this role or one that may do more."""
        return ROLES.index(self.role) >= ROLES.index(role)


def add_account(ledger: Ledger, name: str, role: str, password: str) -> None:
    """Makes an account. LedgerError when the name is taken or the password too short."""
    _check_role(role)
    if not name.strip() or len(name) > 100:
        raise LedgerError("an account's name has 1 to 100 characters")
    _check_password(password)
    with ledger.session(writes=True) as session:
        if session.get(AccountRow, name) is not None:
            raise LedgerError(f"there is an account {name!r} already")
        session.add(AccountRow(name=name, hash=_hasher.hash(password), role=role, added=_now()))


def accounts(ledger: Ledger) -> list[Account]:
    """All accounts, by name."""
    with ledger.session() as session:
        rows = session.scalars(select(AccountRow).order_by(AccountRow.name))
        return [Account(name=row.name, role=row.role) for row in rows]  # type: ignore[arg-type]


def remove_account(ledger: Ledger, name: str) -> None:
    """Removes an account and signs it out everywhere; what it decided stays."""
    with ledger.session(writes=True) as session:
        row = _row(session, name)
        session.execute(delete(SignInRow).where(SignInRow.account == name))
        session.delete(row)


def set_role(ledger: Ledger, name: str, role: str) -> None:
    """Changes what an account may do, from its next request on."""
    _check_role(role)
    with ledger.session(writes=True) as session:
        _row(session, name).role = role


def set_password(ledger: Ledger, name: str, password: str) -> None:
    """Changes the password of an account and signs it out everywhere."""
    _check_password(password)
    made = _hasher.hash(password)
    with ledger.session(writes=True) as session:
        _row(session, name).hash = made
        session.execute(delete(SignInRow).where(SignInRow.account == name))


def sign_in(ledger: Ledger, name: str, password: str) -> str | None:
    """A token for the browser when name and password belong together."""
    with ledger.session() as session:
        row = session.get(AccountRow, name)
        kept = row.hash if row else _NOBODY
    try:
        _hasher.verify(kept, password)
    except (VerificationError, InvalidHashError):
        return None
    if row is None:
        return None
    token = secrets.token_urlsafe(32)
    with ledger.session(writes=True) as session:
        session.execute(delete(SignInRow).where(_over()))
        now = _now()
        session.add(SignInRow(digest=_digest(token), account=name, until=now + STAY, seen=now))
    return token


def signed_in(ledger: Ledger, token: str) -> Account | None:
    """Whose browser holds this token; that it is used is noted."""
    held = SignInRow.digest == _digest(token)
    with ledger.session() as session:
        found = session.execute(
            select(AccountRow.name, AccountRow.role, SignInRow.seen)
            .join(SignInRow, SignInRow.account == AccountRow.name)
            .where(held, ~_over())
        ).first()
    if found is None:
        return None
    if found.seen < _now() - NOTED:
        with ledger.session(writes=True) as session:
            session.execute(update(SignInRow).where(held).values(seen=_now()))
    return Account(name=found.name, role=found.role)


def sign_out(ledger: Ledger, token: str) -> None:
    """Makes a token worthless."""
    with ledger.session(writes=True) as session:
        session.execute(delete(SignInRow).where(SignInRow.digest == _digest(token)))


def last_seen(ledger: Ledger) -> dict[str, datetime]:
    """When each account that is signed in was last active (UTC, to ten minutes)."""
    query = select(SignInRow.account, func.max(SignInRow.seen)).where(~_over())
    with ledger.session() as session:
        return {row[0]: row[1] for row in session.execute(query.group_by(SignInRow.account))}


def _over() -> ColumnElement[bool]:
    """That a sign-in has ended by itself."""
    now = _now()
    return or_(SignInRow.until < now, SignInRow.seen < now - IDLE)


def _row(session: Session, name: str) -> AccountRow:
    row = session.get(AccountRow, name)
    if row is None:
        raise LedgerError(f"there is no account {name!r}")
    return row


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise LedgerError(f"unknown role {role!r}; choose from {', '.join(ROLES)}")


def _check_password(password: str) -> None:
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise LedgerError(
            f"a password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters; give another"
        )


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
