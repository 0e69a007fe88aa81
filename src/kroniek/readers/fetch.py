"""Fetches one address over HTTP, never from this machine or its own network.

The name is resolved once, every address that it has is checked, and the connection is made to
the address that was checked: a name that resolves otherwise a moment later cannot pass.
"""

import ipaddress
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import Final
from urllib.parse import urldefrag, urljoin

import httpx

from kroniek.errors import InputError

MAX_BODY: Final = 10_000_000
"""Bytes of a body, after decompression."""

MAX_REDIRECTS: Final = 5
MAX_SECONDS: Final = 60.0
"""From the first connection to the last byte, redirects included."""

QUIET_SECONDS: Final = 15.0
"""Longest silence of a server, in connecting or between two pieces of the body."""

AGENT: Final = f"Kroniek/{version('kroniek')}"
_ENCODINGS: Final = ("", "identity", "gzip", "deflate")
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_NOT_MODIFIED: Final = 304
_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Fetched:
    """What an address gave: `url` after redirects, names of `headers` in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def kind(self) -> str:
        """The media type, without its parameters, in lower case; empty when it is not given."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class FetchError(InputError):
    """An address that was refused or gave nothing."""


class StatusError(FetchError):
    """An answer that is an error: its status, and its headers with names in lower case."""

    def __init__(self, url: str, status: int, headers: Mapping[str, str]) -> None:
        super().__init__(url, f"the server answers with status {status}")
        self.status = status
        self.headers = headers


def fetch(
    url: str,
    *,
    allow_private: bool = False,
    headers: Mapping[str, str] | None = None,
    before: Callable[[str], None] | None = None,
) -> Fetched:
    """What is at an http or https address, redirects followed.

    `allow_private` also takes addresses of this machine and its network. `before` is called with
    the address of every hop, found allowed, before it is connected to, and may raise. Status 304
    comes back as it is. Raises FetchError for what is refused, too large, too slow or cannot be
    reached, and StatusError for a status of 400 or more.
    """
    until = time.monotonic() + MAX_SECONDS
    at = urldefrag(url).url
    for _ in range(MAX_REDIRECTS + 1):
        target = _parse(at)
        address = _resolve(target, at, allow_private)
        if before is not None:
            before(at)
        answer = _get(at, target, address, dict(headers or {}), until)
        location = answer.headers.get("location")
        if answer.status in _REDIRECTS and location:
            at = urldefrag(urljoin(at, location)).url
            continue
        if answer.status >= 400:
            raise StatusError(at, answer.status, answer.headers)
        if answer.status != _NOT_MODIFIED and not 200 <= answer.status < 300:
            raise FetchError(at, f"the server answers with status {answer.status}")
        return answer
    raise FetchError(url, f"redirects more than {MAX_REDIRECTS} times")


def _get(
    url: str, target: httpx.URL, address: Address, headers: dict[str, str], until: float
) -> Fetched:
    """One hop to an address that was checked, without following a redirect."""
    asked = {
        "User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", "Accept": "*/*",
        **headers, "Host": target.netloc.decode("ascii"),
    }  # fmt: skip
    pinned = target.copy_with(host=str(address))
    extensions = {"sni_hostname": target.raw_host.decode("ascii")}
    with (
        _faults_of(url),
        httpx.Client(trust_env=False, timeout=QUIET_SECONDS) as client,
        client.stream("GET", pinned, headers=asked, extensions=extensions) as response,
    ):
        given = {name.lower(): value for name, value in response.headers.items()}
        encoding = given.get("content-encoding", "").strip().lower()
        if encoding not in _ENCODINGS:
            raise FetchError(url, f"is compressed as {encoding[:40]!r}, which was not asked for")
        redirect = response.status_code in _REDIRECTS
        body = b"" if redirect else _body(response.iter_bytes(), url, until)
        return Fetched(url, response.status_code, given, body)


def _body(pieces: Iterator[bytes], url: str, until: float) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > MAX_BODY:
            raise FetchError(url, f"is larger than {MAX_BODY // 1_000_000} MB")
        if time.monotonic() > until:
            raise FetchError(url, f"takes longer than {MAX_SECONDS:.0f} seconds")
    return bytes(body)


@contextmanager
def _faults_of(url: str) -> Iterator[None]:
    try:
        yield
    except httpx.TimeoutException as error:
        raise FetchError(url, f"gives no answer for {QUIET_SECONDS:.0f} seconds") from error
    except (httpx.HTTPError, ValueError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise FetchError(url, f"cannot be fetched: {reason}") from error


def _parse(url: str) -> httpx.URL:
    try:
        target = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(url, f"is no address: {error}") from error
    if target.scheme not in ("http", "https"):
        raise FetchError(url, "is no http or https address")
    if not target.host:
        raise FetchError(url, "is an address without a host")
    if target.userinfo:
        raise FetchError(url, "carries a user name or password; leave that out")
    return target


def _resolve(target: httpx.URL, url: str, allow_private: bool) -> Address:
    """The first address of a host; refused when any of its addresses is not public."""
    port = target.port or (443 if target.scheme == "https" else 80)
    host = target.raw_host.decode("ascii").strip("[]")
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(url, f"there is no host {host!r}") from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not allow_private and not all(map(is_public, addresses)):
        raise FetchError(url, f"{host!r} is an address of this machine or a private network")
    return addresses[0]


def is_public(address: Address) -> bool:
    """Whether an address is one of the open internet, also by what it maps to or tunnels."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.sixtofour is not None or address.teredo is not None or address in _NAT64:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved
