"""Watches feeds for as long as it runs: each is polled when it is due."""

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Final

from kroniek.errors import KroniekError
from kroniek.readers.polite import Polite, StoppedError, backoff
from kroniek.readers.polling import Keep, Polled, poll
from kroniek.readers.watchlist import WatchedFeed, Watchlist
from kroniek.readers.watchstate import FeedState, load_state, save_state

LONGEST_SLEEP: Final = 600.0
"""Seconds after which the clock is looked at again, in case it was set."""


def watch_feeds(
    watchlist: Watchlist, where: Path, polite: Polite, keep: Keep, stop: Event, *, once: bool
) -> Iterator[Polled]:
    """Polls until `stop` is set; `once` polls what is due now and ends.

    The state stands in the file `where`, written after every poll, so that a later run goes on
    from there. What was kept in a poll that was broken off is found to be unchanged by the next.
    """
    state = load_state(where)
    states = {feed.url: state.feeds.setdefault(feed.url, FeedState()) for feed in watchlist.feeds}
    started = time.time()
    left = {feed.url: feed for feed in watchlist.feeds}
    if once:
        left = {url: feed for url, feed in left.items() if states[url].due <= started}
    while left and not stop.is_set():
        feed = min(left.values(), key=lambda one: states[one.url].due)
        wait = states[feed.url].due - time.time()
        if wait > 0:
            stop.wait(min(wait, LONGEST_SLEEP))
            continue
        try:
            polled = _poll(feed, states[feed.url], watchlist, polite, keep)
        except StoppedError:
            break
        states[feed.url].due = time.time() + polled.next
        save_state(where, state)
        yield polled
        if once:
            del left[feed.url]
    save_state(where, state)


def _poll(
    feed: WatchedFeed, state: FeedState, watchlist: Watchlist, polite: Polite, keep: Keep
) -> Polled:
    """One poll; what the ledger refuses fails this poll and not the watching."""
    interval = feed.interval or watchlist.interval
    try:
        return poll(feed, state, polite, keep, interval, watchlist.seed)
    except StoppedError:
        raise
    except KroniekError as error:
        wait = max(interval, backoff(state.failures, f"{watchlist.seed}:{feed.url}"))
        state.failures += 1
        return Polled(feed.url, status="failed", error=str(error), next=wait)
