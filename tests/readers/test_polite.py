"""Given a host: robots.txt obeyed, pauses kept, and left alone when it says so."""

import pytest

from kroniek.readers.fetch import FetchError
from kroniek.readers.polite import (
    FIRST_BACKOFF,
    LONGEST_BACKOFF,
    BusyError,
    Polite,
    StoppedError,
    backoff,
    retry_after,
)
from tests.site import Answer, Site


class Clock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.now += seconds
        return False

    def polite(self, **more: float) -> Polite:
        return Polite(
            allow_private=True,
            wait=self.wait,
            clock=lambda: self.now,
            **more,  # type: ignore[arg-type]
        )


def test_robots_are_asked_once_and_obeyed(site: Site) -> None:
    robots = "User-agent: *\nDisallow: /secret\n\nUser-agent: Kroniek\nDisallow: /closed\n"
    site.pages |= {"/robots.txt": Answer(robots), "/a": Answer("a"), "/closed": Answer("no")}
    site.pages["/b"] = Answer(status=302, headers={"Location": "/closed"})
    polite = Clock().polite()
    assert polite.fetch(site.url("/a")).body == b"a"
    for path in ("/closed", "/b"):
        with pytest.raises(FetchError, match=r"its robots\.txt forbids it"):
            polite.fetch(site.url(path))
    assert site.paths() == ["/robots.txt", "/a", "/b"]


def test_no_robots_allow_all_and_broken_ones_nothing_for_an_hour(site: Site) -> None:
    site.pages["/a"] = Answer("a")
    assert Clock().polite().fetch(site.url("/a")).body == b"a"
    site.pages["/robots.txt"] = Answer(status=500)
    clock = Clock()
    polite = clock.polite()
    with pytest.raises(FetchError, match=r"its robots\.txt cannot be read now"):
        polite.fetch(site.url("/a"))
    del site.pages["/robots.txt"]
    clock.now += 3600
    assert polite.fetch(site.url("/a")).body == b"a"


def test_a_host_is_given_a_pause_and_another_host_is_not_kept_waiting(site: Site) -> None:
    site.pages["/a"] = Answer("a")
    clock = Clock()
    polite = clock.polite(delay=2.0)
    polite.fetch(site.url("/a"))
    polite.fetch(site.url("/a"))
    assert [wait for wait in clock.waits if wait] == [2.0, 2.0]  # after robots.txt, and again
    before = clock.now
    clock.waits.clear()
    polite.fetch(site.url("/a", "localhost"))
    assert clock.now - before == 2.0  # its own robots.txt


def test_a_crawl_delay_counts(site: Site) -> None:
    site.pages |= {"/robots.txt": Answer("User-agent: *\nCrawl-delay: 9"), "/a": Answer("a")}
    clock = Clock()
    polite = clock.polite(delay=1.0)
    polite.fetch(site.url("/a"))
    polite.fetch(site.url("/a"))
    assert max(clock.waits) == 9.0


@pytest.mark.parametrize("status", [429, 503])
def test_a_host_that_has_enough_is_left_alone_longer_each_time(site: Site, status: int) -> None:
    site.pages["/a"] = Answer(status=status)
    clock = Clock()
    polite = clock.polite()
    with pytest.raises(BusyError) as first:
        polite.fetch(site.url("/a"))
    asked = len(site.asked)
    with pytest.raises(BusyError):
        polite.fetch(site.url("/a"))
    assert len(site.asked) == asked
    clock.now += first.value.seconds
    with pytest.raises(BusyError) as second:
        polite.fetch(site.url("/a"))
    assert second.value.seconds > first.value.seconds >= FIRST_BACKOFF
    site.pages["/a"] = Answer("a")
    clock.now += second.value.seconds
    assert polite.fetch(site.url("/a")).body == b"a"


def test_a_host_is_left_alone_as_long_as_it_asks(site: Site) -> None:
    site.pages["/a"] = Answer(status=429, headers={"Retry-After": "4000"})
    with pytest.raises(BusyError) as caught:
        Clock().polite().fetch(site.url("/a"))
    assert caught.value.seconds == 4000


def test_a_wait_can_be_ended(site: Site) -> None:
    polite = Polite(allow_private=True, wait=lambda _: True)
    with pytest.raises(StoppedError):
        polite.fetch(site.url("/a"))
    assert site.asked == []


def test_backoff_grows_to_a_limit_and_repeats_for_a_seed() -> None:
    waits = [backoff(failures, "1:a") for failures in range(40)]
    assert waits == [backoff(failures, "1:a") for failures in range(40)]
    assert waits != [backoff(failures, "2:a") for failures in range(40)]
    assert FIRST_BACKOFF <= waits[0] <= 1.5 * FIRST_BACKOFF
    assert max(waits) <= 1.5 * LONGEST_BACKOFF


@pytest.mark.parametrize(
    ("given", "seconds"),
    [("12", 12.0), ("Mon, 01 Jan 2001 00:00:00 GMT", 0.0), ("soon", None), ("", None)],
)
def test_retry_after_is_a_number_or_a_moment(given: str, seconds: float | None) -> None:
    assert retry_after({"retry-after": given}) == seconds
