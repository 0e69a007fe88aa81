"""Given feeds: what is new is kept once, politely, and over restarts."""

import json
from pathlib import Path
from threading import Event

import pytest

from kroniek.document import Document
from kroniek.errors import InputError, LedgerError
from kroniek.readers.polite import Polite
from kroniek.readers.polling import MAX_TRIES, Polled
from kroniek.readers.watching import watch_feeds
from kroniek.readers.watchlist import WatchedFeed, Watchlist, read_watchlist
from kroniek.readers.watchstate import MOST_SEEN, FeedState, load_state
from tests.site import DUTCH, MORE, Answer, Asked, Site, item, page, rss

WHOLE = f"<description>Kort.</description><content:encoded>&lt;p&gt;{DUTCH} {MORE}&lt;/p&gt;</content:encoded>"  # noqa: E501


class Watcher:
    """Watches one feed of a site; every run starts anew from the state."""

    def __init__(self, site: Site, folder: Path) -> None:
        self.site = site
        self.where = folder / "state.json"
        self.kept: list[Document] = []
        self.feed = WatchedFeed(url=site.url("/rss"), interval=60)

    def keep(self, document: Document) -> str:
        self.kept.append(document)
        return "new"

    def run(self, *, due: bool = True) -> list[Polled]:
        if due and self.where.exists():
            state = load_state(self.where)
            for feed in state.feeds.values():
                feed.due = 0
            self.where.write_text(state.model_dump_json())
        polite = Polite(delay=0, allow_private=True)
        watchlist = Watchlist(feeds=(self.feed,))
        stop = Event()
        return list(watch_feeds(watchlist, self.where, polite, self.keep, stop, once=True))


@pytest.fixture
def watcher(site: Site, tmp_path: Path) -> Watcher:
    site.pages["/a"] = Answer(page("Iran dreigt"))
    site.pages["/b"] = Answer(page("Nog een kop"))
    return Watcher(site, tmp_path)


def feed(*items: str, headers: dict[str, str] | None = None) -> Answer:
    return Answer(rss(*items), kind="application/rss+xml", headers=headers or {})


def test_pages_are_fetched_for_summaries_and_new_entries_only(site: Site, watcher: Watcher) -> None:
    site.pages["/rss"] = feed(item(site, "a"))
    (polled,) = watcher.run()
    assert (polled.entries, polled.new, polled.next) == (1, 1, 60)
    site.pages["/rss"] = feed(item(site, "b"), item(site, "a"))
    (polled,) = watcher.run()
    assert (polled.entries, polled.new) == (2, 1)
    assert [one.title for one in watcher.kept] == ["Iran dreigt", "Nog een kop"]
    assert [one.source for one in watcher.kept] == [site.url("/a"), site.url("/b")]
    assert site.paths().count("/a") == 1


def test_an_entry_that_is_whole_needs_no_page(site: Site, watcher: Watcher) -> None:
    site.pages["/rss"] = feed(item(site, "a", WHOLE))
    watcher.run()
    (kept,) = watcher.kept
    assert (kept.title, kept.source) == ("a", site.url("/a"))
    assert str(kept.published) == "2024-06-13"
    assert site.paths() == ["/robots.txt", "/rss"]


def test_a_feed_is_asked_whether_it_changed(site: Site, watcher: Watcher) -> None:
    answer = feed(item(site, "a"), headers={"ETag": '"1"', "Last-Modified": "Thu, 13 Jun 2024"})

    def conditional(asked: Asked) -> Answer:
        if asked.headers.get("if-none-match") == '"1"':
            assert asked.headers["if-modified-since"] == "Thu, 13 Jun 2024"
            return Answer(status=304)
        return answer

    site.pages["/rss"] = conditional
    assert [one.status for one in watcher.run() + watcher.run()] == ["changed", "unchanged"]
    assert len(watcher.kept) == 1


def test_a_feed_is_not_polled_before_it_is_due(site: Site, watcher: Watcher) -> None:
    site.pages["/rss"] = feed(item(site, "a"))
    watcher.run()
    assert watcher.run(due=False) == []


def test_a_host_that_has_enough_is_polled_later_each_time(site: Site, watcher: Watcher) -> None:
    site.pages["/rss"] = Answer(status=503, headers={"Retry-After": "500"})
    (first,), (second,) = watcher.run(), watcher.run()
    assert first.status == "failed"
    assert first.next >= 500
    assert "its host asks for a pause" in (first.error or "")
    assert second.next >= 500
    site.pages["/rss"] = Answer(status=500)
    waits = [watcher.run()[0].next for _ in range(3)]
    assert waits == sorted(waits)
    assert waits[0] < waits[-1]


def test_an_article_that_cannot_be_had_is_tried_again_and_given_up(
    site: Site, watcher: Watcher
) -> None:
    site.pages["/rss"] = feed(item(site, "weg"), item(site, "a"), headers={"ETag": '"1"'})
    first = watcher.run()[0]
    assert (first.new, first.waiting, first.rejected) == (1, 1, 0)
    polls = [watcher.run()[0] for _ in range(MAX_TRIES)]
    assert [one.rejected for one in polls] == [0] * (MAX_TRIES - 2) + [1, 0]
    assert "the server answers with status 404" in polls[-2].faults[0]
    assert site.paths().count("/weg") == MAX_TRIES
    assert "if-none-match" not in next(a for a in site.asked if a.path == "/rss").headers


def test_robots_are_obeyed_for_articles(site: Site, watcher: Watcher) -> None:
    site.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /a")
    site.pages["/rss"] = feed(item(site, "a"), item(site, "b"))
    watcher.run()
    assert [one.title for one in watcher.kept] == ["Nog een kop"]
    assert "/a" not in site.paths()


def test_what_the_ledger_refuses_is_tried_again(site: Site, watcher: Watcher) -> None:
    site.pages["/rss"] = feed(item(site, "a"))
    keep = watcher.keep

    def refuse(_: Document) -> str:
        raise LedgerError("l.db: database is locked")

    watcher.keep = refuse  # type: ignore[method-assign]
    (failed,) = watcher.run()
    assert (failed.status, failed.error) == ("failed", "l.db: database is locked")
    watcher.keep = keep  # type: ignore[method-assign]
    assert watcher.run()[0].new == 1


def test_after_a_crash_within_a_poll_nothing_is_lost(site: Site, watcher: Watcher) -> None:
    site.pages["/rss"] = feed(item(site, "b"), item(site, "a"), headers={"ETag": '"1"'})
    keep = watcher.keep

    def crash(document: Document) -> str:
        if document.title == "Nog een kop":
            raise KeyboardInterrupt
        return keep(document)

    watcher.keep = crash  # type: ignore[method-assign]
    with pytest.raises(KeyboardInterrupt):
        watcher.run()
    watcher.keep = keep  # type: ignore[method-assign]
    watcher.run()
    assert {one.title for one in watcher.kept} == {"Iran dreigt", "Nog een kop"}
    assert "if-none-match" not in [a for a in site.asked if a.path == "/rss"][-1].headers


def test_a_feed_that_is_none_fails_its_poll(site: Site, watcher: Watcher) -> None:
    site.pages["/rss"] = Answer("<html>no feed</html>")
    assert watcher.run()[0].error == "is no RSS or Atom feed"


def test_the_state_keeps_no_more_than_it_needs() -> None:
    state = FeedState()
    for number in range(MOST_SEEN + 10):
        state.remember(str(number))
    assert len(state.seen) == MOST_SEEN
    assert "9" not in state.seen


def test_a_broken_state_is_named(tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text("{")
    with pytest.raises(InputError, match=r"s\.json: is no state of watching; remove it"):
        load_state(tmp_path / "s.json")


def test_a_watchlist_takes_opml_beside_it(tmp_path: Path) -> None:
    outline = '<outline xmlUrl="https://a.example/rss"/><outline xmlUrl="https://b.example/rss"/>'
    (tmp_path / "l.opml").write_text(f"<opml><body>{outline}</body></opml>")
    path = tmp_path / "feeds.toml"
    url = json.dumps("https://a.example/rss")
    path.write_text(f'interval = 60\nopml = ["l.opml"]\n[[feeds]]\nurl = {url}\nlang = "nl"\n')
    watchlist = read_watchlist(path)
    assert [(one.url, one.lang) for one in watchlist.feeds] == [
        ("https://a.example/rss", "nl"), ("https://b.example/rss", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no feed"),
        ("[[feeds]", "is broken TOML"),
        ("[[feeds]]\nurl = 3", r"feeds\.0\.url: "),
        ('[[feeds]]\nurl = "x"\nevery = 3', r"feeds\.0\.every: "),
        ('[[feeds]]\nurl = "x"\nlang = "xx"', "unknown language 'xx'"),
    ],
)
def test_a_wrong_watchlist_gets_one_line(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text)
    with pytest.raises(InputError, match=words) as caught:
        read_watchlist(path)
    assert "\n" not in str(caught.value)
