"""Given feeds, lists, WARC and news XML: their articles, with paragraphs, titles and days."""

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from kroniek.document import Document
from kroniek.readers import Rejected, Skipped, read
from kroniek.readers.feeds import parse_feed
from kroniek.readers.fetch import Fetched
from tests.site import DUTCH, MORE, page, rss

ITEM = (
    "<title>Iran &amp;amp; de inspecteurs</title><link>https://krant.example/a#top</link>"
    "<guid>a</guid><pubDate>Thu, 13 Jun 2024 10:00:00 GMT</pubDate>"
)
WHOLE = (
    f"<content:encoded><![CDATA[<p>{DUTCH}</p><p>{MORE}</p>"
    "<script>x()</script>]]></content:encoded>"
)
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Krant</title>
<entry><title>Kop</title><id>urn:1</id><link href="https://krant.example/b"/>
<updated>2024-06-13T10:00:00Z</updated><summary>{DUTCH}</summary></entry></feed>"""


def only(path: Path, data: str | bytes, **how: object) -> Document:
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    (found,) = read(path, **how)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "zonder"])
def test_rss_gives_an_article_an_entry(tmp_path: Path, name: str) -> None:
    feed = rss(f"{ITEM}<description>Kort.</description>{WHOLE}")
    article = only(tmp_path / name, feed)
    assert article.title == "Iran & de inspecteurs"
    assert article.text.split("\n\n") == [DUTCH, MORE.strip()]
    assert article.published == date(2024, 6, 13)
    assert article.source == "https://krant.example/a"


def test_atom_gives_as_much_as_it_has(tmp_path: Path) -> None:
    article = only(tmp_path / "a.atom", ATOM)
    assert (article.title, article.text) == ("Kop", DUTCH)
    assert article.published == date(2024, 6, 13)


def test_a_feed_says_whether_it_gives_the_article_or_a_summary() -> None:
    whole, short = rss(f"{ITEM}<description>Kort.</description>{WHOLE}"), rss(ITEM)
    assert [entry.whole for entry in parse_feed(whole.encode(), "x")] == [True]
    assert [entry.whole for entry in parse_feed(short.encode(), "x")] == [False]


def test_opml_gives_addresses_that_only_a_fetcher_reads(tmp_path: Path) -> None:
    path = tmp_path / "a.opml"
    outline = '<outline text="Krant" xmlUrl="https://krant.example/rss"/>'
    path.write_text(
        f'<opml version="2.0"><body><outline text="NL">{outline}</outline></body></opml>'
    )
    (line,) = map(str, read(path))
    assert line == f"{path}#1: lists the address https://krant.example/rss, which only --fetch gets"

    def fetch(url: str) -> Fetched:
        body = rss(f"{ITEM}{WHOLE}").encode() if url.endswith("rss") else b""
        return Fetched(url, 200, {"content-type": "application/rss+xml"}, body)

    (found,) = read(path, fetch=fetch)
    assert isinstance(found, Document)
    assert found.source == "https://krant.example/a"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", {"articles": [{"url": "https://krant.example/a", "title": "Kop",
                                  "seendate": "20240614T101500Z", "language": "Dutch"}]}),
        ("a.gal.json.gz", {"date": "2024-06-14T10:15:00Z", "url": "https://krant.example/a",
                           "title": "Kop", "desc": "Kort.", "lang": "nl"}),
        ("a.csv", "URL,MobileURL,Date,Title\nhttps://krant.example/a,,2024-06-14 10:15:00,Kop\n"),
    ],
)  # fmt: skip
def test_gdelt_lists_give_the_pages_they_name(
    tmp_path: Path, name: str, content: dict[str, object] | str
) -> None:
    data = content if isinstance(content, str) else json.dumps(content)
    body = page("Iran dreigt").encode()
    found = only(
        tmp_path / name,
        gzip.compress(data.encode()) if name.endswith(".gz") else data,
        fetch=lambda url: Fetched(url, 200, {"content-type": "text/html"}, body),
    )
    assert (found.title, found.source) == ("Iran dreigt", "https://krant.example/a")
    assert found.published == date(2024, 6, 13)


def test_what_is_no_page_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"url": "https://krant.example/a.pdf"}))
    pdf = {"content-type": "application/pdf"}
    (line,) = map(str, read(path, fetch=lambda url: Fetched(url, 200, pdf, b"%PDF")))
    assert line.endswith("a.pdf is application/pdf, which is no page or feed")


def record(url: str, body: bytes, kind: str = "text/html", status: int = 200) -> bytes:
    http = f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\n".encode()
    http += b"Content-Length: %d\r\n\r\n" % len(body) + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2024-06-13T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
        f"000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


RECORDS = (
    record("https://krant.example/a", page("Iran dreigt").encode()),
    record("https://krant.example/logo", b"\x89PNG", "image/png"),
    record("https://krant.example/leeg", b"<html></html>", "text/html; charset=utf-8"),
    record("https://krant.example/weg", b"<html>weg</html>", status=404),
    record("https://krant.example/b", page("Nog een kop").encode()),
)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "zonder"])
def test_warc_gives_its_pages_and_tells_the_rest(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    packed = name.endswith(".gz")
    path.write_bytes(b"".join(gzip.compress(one) if packed else one for one in RECORDS))
    first, empty, last, rest = read(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.title, first.source) == ("Iran dreigt", "https://krant.example/a")
    assert (last.title, last.source) == ("Nog een kop", "https://krant.example/b")
    assert str(empty).startswith(f"{path}#3 https://krant.example/leeg: is a page without")
    assert isinstance(rest, Skipped)
    assert (rest.count, rest.fault) == (
        2, "skipped 2 responses that are no page (1 image/png, 1 status 404)",
    )  # fmt: skip


def test_a_broken_warc_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(RECORDS[0] + RECORDS[4][:-900])
    found = list(read(path))
    assert isinstance(found[0], Document)
    path.write_bytes(b"no WARC at all")
    (bad,) = read(path)
    assert isinstance(bad, Rejected)


NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf xml:lang="nl-NL"><head><title>Kort</title><docdata><doc-id id-string="n-1"/>
<date.issue norm="20240613T101500Z"/></docdata></head><body><body.head><hedline>
<hl1>Iran dreigt</hl1></hedline></body.head><body.content><block><p>{DUTCH}</p>
<p>{MORE}</p></block></body.content></body></nitf>"""
G2 = f"""<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:1" xml:lang="nl">
<itemMeta><versionCreated>2024-06-14T00:00:00Z</versionCreated></itemMeta><contentMeta><contentCreated>2024-06-13T10:00:00+02:00</contentCreated>
<headline>Iran dreigt</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>{DUTCH}</p><p>{MORE}</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:2"><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
</itemSet></newsMessage>"""


def test_nitf_gives_its_article(tmp_path: Path) -> None:
    article = only(tmp_path / "a.xml", NITF)
    assert (article.id, article.lang, article.title) == ("n-1", "nl", "Iran dreigt")
    assert article.published == date(2024, 6, 13)
    assert article.text.split("\n\n") == [DUTCH, MORE.strip()]


def test_newsml_gives_its_items(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(G2)
    article, picture = read(path)
    assert isinstance(article, Document)
    assert (article.id, article.title) == ("urn:1", "Iran dreigt")
    assert article.published == date(2024, 6, 13)
    assert article.text.split("\n\n") == [DUTCH, MORE.strip()]
    assert str(picture) == f"{path}#2: is an item without words"


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">'],
)
def test_entities_are_not_expanded(tmp_path: Path, entity: str) -> None:
    path = tmp_path / "a.nitf"
    path.write_text(NITF.replace("<nitf", f"<!DOCTYPE nitf [{entity}]><nitf").replace(DUTCH, "&b;"))
    (bad,) = read(path)
    assert "declares XML entities" in str(bad)


def test_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    path = tmp_path / "a.rss"
    evil = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss'
    feed = rss(f"{ITEM}<description>&x; {DUTCH}</description>").replace("<rss", evil)
    path.write_text(feed)
    assert not any("root:" in getattr(found, "text", "") for found in read(path))


def test_a_stream_of_warc_is_read_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(gzip.compress(RECORDS[0])))
    monkeypatch.setattr("sys.stdin", stream)
    (found,) = read("-")
    assert isinstance(found, Document)
    assert found.title == "Iran dreigt"
