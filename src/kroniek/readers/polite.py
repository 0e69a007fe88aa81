"""Fetches as a good guest: robots.txt obeyed, a pause between two requests to one host, and
a growing one, with some chance in it, when a host says that it is too much."""

import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from protego import Protego

from kroniek.errors import InputError
from kroniek.readers.fetch import AGENT, Fetched, FetchError, StatusError, fetch

DELAY: Final = 2.0
"""Seconds between two requests to one host, unless its robots.txt asks for more."""

LONGEST_WAIT: Final = 30.0
"""Seconds that a request waits for its turn; with more to wait it is put off (`BusyError`)."""

FIRST_BACKOFF: Final = 60.0
LONGEST_BACKOFF: Final = 6 * 3600.0
"""Seconds after the first failure, doubled with each further one, and the most."""

ROBOTS_KEPT: Final = 24 * 3600.0
ROBOTS_RETRY: Final = 3600.0
"""Seconds for which a robots.txt is believed, or a failure to get it."""

MAX_ROBOTS: Final = 512_000
"""Bytes of a robots.txt that are read."""

HOSTS_KEPT: Final = 10_000
_TOO_MUCH: Final = (429, 503)


class BusyError(FetchError):
    """An address whose host has to be left alone for `seconds` more."""

    def __init__(self, url: str, seconds: float) -> None:
        super().__init__(url, f"its host asks for a pause of {seconds:.0f} seconds more")
        self.seconds = seconds


class StoppedError(InputError):
    """The wait for a turn was ended because the work is to stop."""


@dataclass
class _Host:
    next_at: float = 0.0
    failures: int = 0
    robots: Protego | None = None
    robots_until: float = field(default=float("-inf"))
    closed: bool = False


class Polite:
    """Fetches for one program; all its requests should go through one of these.

    `wait` sleeps for so many seconds and tells whether to stop. `clock` gives seconds that only
    grow. `seed` decides the chance in the pauses, so that a run can be repeated.
    """

    def __init__(
        self,
        *,
        delay: float = DELAY,
        seed: int = 0,
        allow_private: bool = False,
        wait: Callable[[float], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._delay = delay
        self._seed = seed
        self._allow_private = allow_private
        self._wait = wait or _sleep
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """What is at an address, when it is its host's turn.

        Raises FetchError also for what robots.txt forbids, BusyError when the host is to be left
        alone for longer than LONGEST_WAIT, and StoppedError when the wait was ended.
        """
        at = [url]

        def before(hop: str) -> None:
            at[0] = hop
            self._enter(hop)

        try:
            found = fetch(url, allow_private=self._allow_private, headers=headers, before=before)
        except StatusError as error:
            if error.status in _TOO_MUCH:
                seconds = self._back_off(at[0], retry_after(error.headers))
                raise BusyError(at[0], seconds) from error
            raise
        self._host(at[0]).failures = 0
        return found

    def _enter(self, url: str) -> None:
        """Waits for the turn of an address that robots.txt allows."""
        host = self._host(url)
        self._take_turn(url, host)
        if self._clock() >= host.robots_until:
            self._read_robots(url, host)
            self._take_turn(url, host)
        if host.closed:
            raise FetchError(url, "its robots.txt cannot be read now, so it is left alone")
        if host.robots is not None and not host.robots.can_fetch(url, AGENT):
            raise FetchError(url, "its robots.txt forbids it")

    def _take_turn(self, url: str, host: _Host) -> None:
        seconds = host.next_at - self._clock()
        if seconds > LONGEST_WAIT:
            raise BusyError(url, seconds)
        if self._wait(max(seconds, 0.0)):
            raise StoppedError(url, "was not fetched because the work is to stop")
        asked = host.robots.crawl_delay(AGENT) if host.robots is not None else None
        host.next_at = self._clock() + max(self._delay, min(asked or 0.0, LONGEST_WAIT))

    def _read_robots(self, url: str, host: _Host) -> None:
        """As RFC 9309 says: a missing robots.txt allows all, one that cannot be had nothing."""
        parts = urlsplit(url)
        host.robots, host.closed = None, False
        host.robots_until = self._clock() + ROBOTS_KEPT
        try:
            found = fetch(
                f"{parts.scheme}://{parts.netloc}/robots.txt", allow_private=self._allow_private
            )
            text = found.body[:MAX_ROBOTS].decode("utf-8", errors="replace")
            host.robots = Protego.parse(text)
        except StatusError as error:
            if error.status in _TOO_MUCH:
                host.robots_until = self._clock()
                seconds = self._back_off(url, retry_after(error.headers))
                raise BusyError(url, seconds) from error
            host.closed = error.status >= 500
        except FetchError:
            host.closed = True
        if host.closed:
            host.robots_until = self._clock() + ROBOTS_RETRY

    def _back_off(self, url: str, asked: float | None) -> float:
        """Closes a host for a while: as long as it asks, and longer each time."""
        host = self._host(url)
        seconds = backoff(host.failures, f"{self._seed}:{urlsplit(url).netloc}")
        seconds = max(seconds, min(asked or 0.0, LONGEST_BACKOFF))
        host.failures += 1
        host.next_at = self._clock() + seconds
        return seconds

    def _host(self, url: str) -> _Host:
        name = urlsplit(url).netloc.lower()
        if name not in self._hosts and len(self._hosts) >= HOSTS_KEPT:
            del self._hosts[min(self._hosts, key=lambda known: self._hosts[known].next_at)]
        return self._hosts.setdefault(name, _Host())


def backoff(failures: int, seed: str) -> float:
    """Seconds to leave something alone after so many failures before this one.

    Between one and one and a half times FIRST_BACKOFF doubled each time, at most
    LONGEST_BACKOFF times that; the same for the same seed.
    """
    chance = random.Random(f"{seed}:{failures}").uniform(1.0, 1.5)
    return float(min(FIRST_BACKOFF * 2.0 ** min(failures, 20), LONGEST_BACKOFF) * chance)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Seconds that an answer asks to wait, given as a number or as a moment."""
    given = headers.get("retry-after", "").strip()
    if given.isdigit():
        return float(given)
    try:
        return max(0.0, parsedate_to_datetime(given).timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return None


def _sleep(seconds: float) -> bool:
    time.sleep(seconds)
    return False
