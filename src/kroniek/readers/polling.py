"""Polls one feed: asks whether it changed, and gives the articles of its new entries."""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from kroniek.document import Document
from kroniek.errors import InputError
from kroniek.readers.completing import complete
from kroniek.readers.draft import Draft, Rejected
from kroniek.readers.feeds import Entry, parse_feed
from kroniek.readers.fetch import FetchError
from kroniek.readers.polite import BusyError, Polite, StoppedError, backoff
from kroniek.readers.reading import How, read_data
from kroniek.readers.watchlist import WatchedFeed
from kroniek.readers.watchstate import FeedState

MAX_TRIES: Final = 5
"""Polls in which an article's page may fail before its entry is given up."""

Keep = Callable[[Document], str]
"""Codes and keeps an article; tells what that did: new, revised or unchanged. Raises InputError
for one that cannot be coded, and StoppedError when the work is to stop."""


@dataclass(frozen=True)
class Polled:
    """What one poll did; `error` says why it could not, `next` in how many seconds it is due.

    `waiting` entries are left for the next poll; `faults` are lines about what was rejected.
    """

    feed: str
    entries: int = 0
    new: int = 0
    revised: int = 0
    unchanged: int = 0
    rejected: int = 0
    waiting: int = 0
    status: str = "changed"
    error: str | None = None
    next: float = 0.0
    faults: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As a log shows it."""
        return {name: value for name, value in asdict(self).items() if value not in (None, ())}


def poll(
    feed: WatchedFeed, state: FeedState, polite: Polite, keep: Keep, interval: float, seed: int
) -> Polled:
    """Polls a feed once and brings its state up to date, but for `due`.

    An entry is done with once its article is kept or given up; one that could not be had now is
    tried again in the next poll. The feed's ETag and date count only when all entries are done
    with. Raises StoppedError when the work is to stop; what was kept until then is in the state.
    """
    try:
        answer = polite.fetch(feed.url, _conditions(state))
        if answer.status == 304:
            state.failures = 0
            return Polled(feed.url, status="unchanged", next=interval)
        entries = parse_feed(answer.body, feed.url)
    except StoppedError:
        raise
    except InputError as error:
        wait = backoff(state.failures, f"{seed}:{feed.url}")
        state.failures += 1
        least = error.seconds if isinstance(error, BusyError) else interval
        return Polled(feed.url, status="failed", error=error.fault, next=max(wait, least))
    state.failures = 0
    done = _take(feed, entries, state, polite, keep)
    if not done.waiting:
        state.etag = answer.headers.get("etag")
        state.modified = answer.headers.get("last-modified")
    return replace(done, next=interval)


def _conditions(state: FeedState) -> dict[str, str]:
    given = {"If-None-Match": state.etag, "If-Modified-Since": state.modified}
    return {name: value for name, value in given.items() if value}


def _take(
    feed: WatchedFeed, entries: list[Entry], state: FeedState, polite: Polite, keep: Keep
) -> Polled:
    """Keeps the articles of new entries, the oldest first, as feeds start with the newest."""
    counts: Counter[str] = Counter()
    faults: list[str] = []
    for entry in reversed(entries):
        if entry.id in state.seen:
            continue
        try:
            found = _article(feed, entry, polite)
        except BusyError:
            counts["waiting"] += 1
            continue
        except FetchError as error:
            state.tries[entry.id] = state.tries.get(entry.id, 0) + 1
            if state.tries[entry.id] < MAX_TRIES:
                counts["waiting"] += 1
                continue
            found = Rejected.by(error)
        done = _keep(found, keep)
        counts["rejected" if isinstance(done, Rejected) else done] += 1
        faults += [str(done)] if isinstance(done, Rejected) else []
        state.remember(entry.id)
    shown = {entry.id for entry in entries}
    state.tries = {entry: tries for entry, tries in state.tries.items() if entry in shown}
    return Polled(
        feed.url,
        entries=len(entries),
        new=counts["new"],
        revised=counts["revised"],
        unchanged=counts["unchanged"],
        rejected=counts["rejected"],
        waiting=counts["waiting"],
        faults=tuple(faults),
    )


def _keep(found: Document | Rejected, keep: Keep) -> str | Rejected:
    if isinstance(found, Rejected):
        return found
    try:
        return keep(found)
    except StoppedError:
        raise
    except InputError as error:
        return Rejected.by(error)


def _article(feed: WatchedFeed, entry: Entry, polite: Polite) -> Document | Rejected:
    """The article of an entry: from its page, or from the feed when that gives it whole."""
    wanted = not entry.whole if feed.pages is None else feed.pages
    if wanted and entry.link:
        page = polite.fetch(entry.link)
        how = How(lang=feed.lang)
        found = next(read_data(page.body, entry.link, "html", how, page.url), None)
        if isinstance(found, Document):
            return found.model_copy(update={"published": found.published or entry.published})
        return found or Rejected(entry.link, "is a page without an article in it")
    try:
        return complete(
            Draft(
                source=entry.link or feed.url,
                text=entry.text,
                title=entry.title,
                lang=feed.lang,
                published=entry.published,
                id=None if entry.link else entry.id,
                address=entry.link,
            )
        )
    except InputError as error:
        return Rejected.by(error)
