"""How often one may fail to sign in: counted in memory, by account and by address."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

WINDOW: Final = 15 * 60
"""Seconds for which a failure counts."""

TOGETHER: Final = 5
"""Failures with one account from one address."""

ACCOUNT: Final = 30
"""Failures with one account from anywhere."""

ADDRESS: Final = 30
"""Failures from one address with any account."""

REMEMBERED: Final = 20_000
"""Accounts and addresses of which failures are kept: those that failed last."""

Key = tuple[str, str]


@dataclass
class Attempts:
    """Failures to sign in of late; they are forgotten when the workbench stops."""

    clock: Callable[[], float] = time.monotonic
    _failed: dict[Key, deque[float]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, account: str, address: str) -> int:
        """Seconds to wait before this account may be tried again from this address; 0 if none."""
        now = self.clock()
        with self._lock:
            over = [self._full(key, most, now) for key, most in _keys(account, address)]
        return max(over)

    def failed(self, account: str, address: str) -> None:
        """Notes that someone failed to sign in."""
        with self._lock:
            for key, most in _keys(account, address):
                times = self._failed.pop(key, None) or deque(maxlen=most)
                times.append(self.clock())
                self._failed[key] = times
            while len(self._failed) > REMEMBERED:
                del self._failed[next(iter(self._failed))]

    def entered(self, account: str, address: str) -> None:
        """Forgets the failures with an account from an address, now that it signed in."""
        with self._lock:
            self._failed.pop((account, address), None)

    def _full(self, key: Key, most: int, now: float) -> int:
        times = self._failed.get(key, ())
        recent = [at for at in times if at > now - WINDOW]
        return int(recent[0] + WINDOW - now) + 1 if len(recent) >= most else 0


def _keys(account: str, address: str) -> tuple[tuple[Key, int], ...]:
    return ((account, address), TOGETHER), ((account, ""), ACCOUNT), (("", address), ADDRESS)
