"""`kroniek serve` and `kroniek users`: the workbench and who may use it."""

import getpass
from pathlib import Path
from typing import Annotated

import typer

from kroniek.cli import options
from kroniek.errors import InputError

users = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Who may use the workbench.")


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command()(serve)
    app.add_typer(users, name="users")


def serve(
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8321,
    certificate: Annotated[Path | None, typer.Option(help="TLS certificate, as PEM.")] = None,
    key: Annotated[Path | None, typer.Option(help="Key of the certificate, as PEM.")] = None,
) -> None:
    """Open the workbench on a ledger, for this machine alone unless --host says otherwise.

    On another host than loopback, people must sign in: make accounts with `kroniek users add`.
    Their cookies only go over TLS: give --certificate and --key, or put a proxy with TLS before it.
    """
    import uvicorn

    from kroniek.ledger import Ledger
    from kroniek.ledger.accounts import accounts
    from kroniek.web import Settings, create_app
    from kroniek.web.settings import is_loopback

    local = is_loopback(host)
    if not local:
        with Ledger(ledger) as kept:
            if not accounts(kept):
                fault = "needs accounts when others can reach it: `kroniek users add NAME` first"
                raise InputError(f"--host {host}", fault)
    settings = (
        Settings(ledger, user=getpass.getuser())
        if local
        else Settings(ledger, accounts=True, hosts=None)
    )
    scheme = "https" if certificate else "http"
    typer.echo(f"{scheme}://{host}:{port}/ (stop with Ctrl-C)", err=True)
    uvicorn.run(
        create_app(settings),
        host=host,
        port=port,
        log_level="warning",
        server_header=False,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )


@users.command("add")
def add_user(
    name: Annotated[str, typer.Argument(help="Name to sign in with.")],
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Password.")
    ],
    role: Annotated[str, typer.Option(help="reader, coder or admin.")] = "coder",
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
) -> None:
    """Make an account; the password is asked for."""
    from kroniek.ledger import Ledger
    from kroniek.ledger.accounts import add_account

    with Ledger(ledger) as kept:
        add_account(kept, name, role, password)
    typer.echo(f"{name} may sign in as {role}", err=True)


@users.command("list")
def list_users(ledger: options.LedgerPath = options.DEFAULT_LEDGER) -> None:
    """List the accounts and their roles."""
    from kroniek.ledger import Ledger
    from kroniek.ledger.accounts import accounts

    with Ledger(ledger) as kept:
        for account in accounts(kept):
            typer.echo(f"{account.name}\t{account.role}")


@users.command("role")
def change_role(
    name: Annotated[str, typer.Argument(help="Name of the account.")],
    role: Annotated[str, typer.Argument(help="reader, coder or admin.")],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
) -> None:
    """Change what an account may do."""
    from kroniek.ledger import Ledger
    from kroniek.ledger.accounts import set_role

    with Ledger(ledger) as kept:
        set_role(kept, name, role)


@users.command("password")
def change_password(
    name: Annotated[str, typer.Argument(help="Name of the account.")],
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Password.")
    ],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
) -> None:
    """Change the password of an account, which is signed out everywhere."""
    from kroniek.ledger import Ledger
    from kroniek.ledger.accounts import set_password

    with Ledger(ledger) as kept:
        set_password(kept, name, password)


@users.command("remove")
def remove_user(
    name: Annotated[str, typer.Argument(help="Name of the account.")],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
) -> None:
    """Remove an account; what it decided stays."""
    from kroniek.ledger import Ledger
    from kroniek.ledger.accounts import remove_account

    with Ledger(ledger) as kept:
        remove_account(kept, name)
