"""A web site on this machine: pages by path, what each answers, and a list of what was asked."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

DUTCH = "Iran heeft donderdag gedreigd de inspecteurs uit te zetten. Dat zei de minister."
MORE = "De inspecteurs van het agentschap blijven voorlopig in het land. " * 3


@dataclass(frozen=True)
class Answer:
    """What a path answers."""

    body: bytes | str = b""
    status: int = 200
    kind: str = "text/html"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Asked:
    """One request that came in; names of headers in lower case."""

    path: str
    headers: Mapping[str, str]


Page = Answer | Callable[[Asked], Answer]


class Site:
    """`pages` may be changed while it runs; what is not in it answers 404."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        page = self.pages.get(asked.path, Answer(status=404))
        return page if isinstance(page, Answer) else page(asked)


@contextmanager
def open_site() -> Iterator[Site]:
    """A site that runs until the context ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            given = site.answer(Asked(self.path, headers))
            body = given.body.encode() if isinstance(given.body, str) else given.body
            self.send_response(given.status)
            for name, value in given.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", given.kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:  # the client has had enough
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            """Nothing: the test says what it needs to know."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()


def page(title: str, text: str = DUTCH, day: str = "2024-06-13") -> str:
    """An article's page as a newspaper makes it."""
    return f"""<!doctype html><html><head><title>{title} - Krant</title>
<meta property="article:published_time" content="{day}T10:00:00+02:00"></head><body>
<nav><a href="/">Home</a></nav><article><h1>{title}</h1><p>{text}</p><p>{MORE}</p></article>
</body></html>"""


def rss(*items: str) -> str:
    """A feed of items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>Krant</title>{inner}</channel></rss>"
    )


def item(site: Site, name: str, body: str = "<description>Kort.</description>") -> str:
    """An item that links to a page of the site."""
    return (
        f"<title>{name}</title><link>{site.url('/' + name)}</link><guid>{name}</guid>"
        f"<pubDate>Thu, 13 Jun 2024 10:00:00 GMT</pubDate>{body}"
    )
