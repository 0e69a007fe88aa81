"""Given an address: its page, or a refusal when it leads where nobody may look."""

import gzip
import ipaddress
import socket
from typing import Any

import pytest

from kroniek.readers.fetch import MAX_BODY, FetchError, StatusError, fetch, is_public
from tests.site import Answer, Site


def test_a_page_comes_with_its_kind_and_headers(site: Site) -> None:
    site.pages["/a"] = Answer("één", kind="text/html; charset=utf-8", headers={"ETag": '"x"'})
    found = fetch(site.url("/a#part"), allow_private=True)
    assert (found.url, found.status, found.kind) == (site.url("/a"), 200, "text/html")
    assert (found.body.decode(), found.headers["etag"]) == ("één", '"x"')
    assert site.asked[0].headers["host"] == f"127.0.0.1:{site.port}"


def test_redirects_are_followed_and_each_hop_is_told(site: Site) -> None:
    site.pages["/a"] = Answer(status=302, headers={"Location": "b"})
    site.pages["/b"] = Answer(status=301, headers={"Location": site.url("/c", "localhost")})
    site.pages["/c"] = Answer("ok")
    hops: list[str] = []
    found = fetch(site.url("/a"), allow_private=True, before=hops.append)
    assert found.body == b"ok"
    assert hops == [site.url("/a"), site.url("/b"), site.url("/c", "localhost")]


def test_endless_redirects_end(site: Site) -> None:
    site.pages["/a"] = Answer(status=302, headers={"Location": "/a"})
    with pytest.raises(FetchError, match="redirects more than 5 times"):
        fetch(site.url("/a"), allow_private=True)
    assert len(site.asked) == 6


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "10.0.0.8", "192.168.1.1", "172.16.0.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "224.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::]", "[fe80::1]",
        "[fc00::1]", "[::ffff:127.0.0.1]", "[2002:7f00:1::]", "[64:ff9b::7f00:1]",
    ],
)  # fmt: skip
def test_private_targets_are_refused_before_any_connection(site: Site, host: str) -> None:
    with pytest.raises(FetchError, match=r"this machine or a private network|there is no host"):
        fetch(site.url("/a", host))
    assert site.asked == []


def test_a_redirect_to_a_private_target_is_refused(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first host is taken for public, as one on the internet would be; its target is not."""
    site.pages["/a"] = Answer(status=302, headers={"Location": site.url("/b", "localhost")})
    real = is_public
    monkeypatch.setattr(
        "kroniek.readers.fetch.is_public",
        lambda address: not site.asked or real(address),
    )
    with pytest.raises(FetchError, match="'localhost' is an address of this machine"):
        fetch(site.url("/a"))
    assert site.paths() == ["/a"]


def test_a_name_with_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, 1, 6, "", (address, 80)) for address in ("8.8.8.8", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchError, match="private network"):
        fetch("http://rebinding.example/")


def test_the_connection_goes_to_the_address_that_was_checked(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is asked for once: a second answer, as rebinding gives, would fail the test."""
    site.pages["/a"] = Answer("ok")
    real, asked = socket.getaddrinfo, []

    def once(host: Any, *args: Any, **more: Any) -> Any:
        if host == "news.example":
            asked.append(host)
            assert len(asked) == 1
            return real("127.0.0.1", *args, **more)
        assert host in ("127.0.0.1", b"127.0.0.1")
        return real(host, *args, **more)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    assert fetch(site.url("/a", "news.example"), allow_private=True).body == b"ok"
    assert site.asked[0].headers["host"] == f"news.example:{site.port}"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("file:///etc/passwd", "is no http or https address"),
        ("ftp://example.org/", "is no http or https address"),
        ("gopher://127.0.0.1/", "is no http or https address"),
        ("http://", "without a host"),
        ("http://a:b@example.org/", "carries a user name or password"),
        ("http://[::1", "is no address"),
    ],
)
def test_other_addresses_are_refused(url: str, words: str) -> None:
    with pytest.raises(FetchError, match=words):
        fetch(url)


def test_a_redirect_to_another_scheme_is_refused(site: Site) -> None:
    site.pages["/a"] = Answer(status=302, headers={"Location": "file:///etc/passwd"})
    with pytest.raises(FetchError, match="is no http or https address"):
        fetch(site.url("/a"), allow_private=True)


def test_bodies_over_ten_megabytes_are_refused_also_packed(site: Site) -> None:
    large = b"x" * (MAX_BODY + 1)
    site.pages["/plain"] = Answer(large)
    site.pages["/packed"] = Answer(gzip.compress(large), headers={"Content-Encoding": "gzip"})
    site.pages["/fits"] = Answer(large[1:])
    for path in ("/plain", "/packed"):
        with pytest.raises(FetchError, match="is larger than 10 MB"):
            fetch(site.url(path), allow_private=True)
    assert len(fetch(site.url("/fits"), allow_private=True).body) == MAX_BODY


def test_compression_upon_compression_is_refused(site: Site) -> None:
    site.pages["/a"] = Answer(b"x", headers={"Content-Encoding": "gzip, gzip"})
    with pytest.raises(FetchError, match="which was not asked for"):
        fetch(site.url("/a"), allow_private=True)


def test_errors_carry_their_status_and_headers(site: Site) -> None:
    site.pages["/a"] = Answer(status=429, headers={"Retry-After": "7"})
    with pytest.raises(StatusError, match="answers with status 429") as caught:
        fetch(site.url("/a"), allow_private=True)
    assert (caught.value.status, caught.value.headers["retry-after"]) == (429, "7")


def test_a_closed_port_gives_one_line() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be fetched") as caught:
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
