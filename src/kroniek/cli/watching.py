"""`kroniek watch`: polls feeds for as long as it runs and keeps what is new."""

import json
import signal
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Annotated, Any

import typer

from kroniek.cli import options
from kroniek.document import Document
from kroniek.ledger import Ledger


def register(app: typer.Typer) -> None:
    """Adds the command to the application."""
    app.command()(watch)


def watch(
    feeds: Annotated[Path, typer.Argument(help="TOML file that lists the feeds.")],
    ledger: options.LedgerPath = options.DEFAULT_LEDGER,
    state: Annotated[
        Path | None, typer.Option(help="Where watching stands; FEEDS.state.json if not given.")
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Poll what is due, and end.")] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also fetch from this machine's network.")
    ] = False,
) -> None:
    """Poll feeds politely and keep what is new; each poll writes one line of JSON.

    SIGTERM and SIGINT end it after the article at hand; started again, it goes on from there.
    """
    from kroniek.readers.polite import Polite
    from kroniek.readers.watching import watch_feeds
    from kroniek.readers.watchlist import read_watchlist

    watchlist = read_watchlist(feeds)
    where = state or feeds.with_name(feeds.name + ".state.json")
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    polite = Polite(
        delay=watchlist.delay, seed=watchlist.seed, allow_private=allow_private, wait=stop.wait
    )
    with Ledger(ledger) as kept:
        keep = _keeper(kept, stop)
        for polled in watch_feeds(watchlist, where, polite, keep, stop, once=once):
            _log("poll", polled.to_json())
    _log("stopped" if stop.is_set() else "done", {})


def _keeper(ledger: Ledger, stop: Event) -> Callable[[Document], str]:
    def keep(document: Document) -> str:
        from kroniek.coder.pipeline import code_documents
        from kroniek.readers.polite import StoppedError

        if stop.is_set():
            raise StoppedError(document.source or document.id, "was not coded: the work is to stop")
        return str(ledger.add(next(code_documents([document], first_pass=True))))

    return keep


def _log(event: str, told: dict[str, Any]) -> None:
    """One line of JSON on standard output, at once."""
    at = datetime.now(UTC).isoformat(timespec="seconds")
    typer.echo(json.dumps({"at": at, "event": event, **told}, ensure_ascii=False))
