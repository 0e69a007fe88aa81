"""Articles that are being added: read, coded and kept one after another, behind the pages."""

import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Final

from kroniek.document import Document
from kroniek.errors import InputError, KroniekError
from kroniek.ledger import Filter, Ledger
from kroniek.ledger.articles import article_number
from kroniek.ledger.facets import facets
from kroniek.readers import Rejected, document, read
from kroniek.readers.fetch import fetch
from kroniek.readers.reading import How, read_data

Documents = Iterator[Document | Rejected]

KEPT: Final = 200
"""Jobs that are remembered: the newest."""


@dataclass
class Job:
    """One addition and how far it is; `stage` is waiting, reading, coding or done."""

    id: str
    name: str
    stage: str = "waiting"
    done: int = 0
    events: int = 0
    articles: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


class Jobs:
    """Does one job at a time, in the order that they came."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="kroniek-add")
        self._jobs: dict[str, Job] = {}
        self._renewer = ThreadPoolExecutor(1, thread_name_prefix="kroniek-record")
        self._renewing: dict[Callable[[Ledger], None], Future[None]] = {}

    def start(self, name: str, documents: Callable[[], Documents]) -> Job:
        """Queues a job."""
        job = Job(secrets.token_urlsafe(9), name)
        self._jobs[job.id] = job
        while len(self._jobs) > KEPT:
            del self._jobs[next(iter(self._jobs))]
        self._worker.submit(self._run, job, documents)
        return job

    def warm(self) -> None:
        """Counts the whole ledger behind the pages, so that exploring opens at once."""
        self._worker.submit(facets, self._ledger, Filter())

    def renew(self, what: Callable[[Ledger], None]) -> None:
        """Derives something anew behind the pages, unless that is being done."""
        going = self._renewing.get(what)
        if going is None or going.done():
            self._renewing[what] = self._renewer.submit(what, self._ledger)

    def get(self, id: str) -> Job | None:
        """The job of an id, while it is remembered."""
        return self._jobs.get(id)

    def close(self) -> None:
        """Lets what is being coded and derived end, and drops what waits."""
        self._renewer.shutdown(wait=True, cancel_futures=True)
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _run(self, job: Job, documents: Callable[[], Documents]) -> None:
        job.stage = "reading"
        try:
            for one in documents():
                if isinstance(one, Rejected):
                    job.faults.append(str(one))
                    continue
                job.stage = "coding"
                self._code(job, one)
        except KroniekError as error:
            job.faults.append(str(error))
        except Exception as error:  # what goes wrong with one article must be told, not lost
            job.faults.append(f"{job.name}: {error!r}")
        job.stage = "done"
        self.warm()

    def _code(self, job: Job, one: Document) -> None:
        from kroniek.coder.pipeline import code_documents

        def fault(error: InputError) -> None:
            job.faults.append(str(error))

        for article in code_documents([one], fault, first_pass=True):
            self._ledger.add(article)
            job.done += 1
            job.events += len(article.events)
            job.articles.append(article_number(self._ledger, article.id))


def from_text(text: str, title: str, lang: str, published: date | None) -> Documents:
    """The one article in a text that was pasted."""
    yield document(text, title or None, lang or None, published, source="paste#")


def from_file(name: str, data: bytes, lang: str, published: date | None) -> Documents:
    """The articles in a file that was uploaded; files of one name need not be one article."""
    path = PurePath(name)
    how = How(lang or None, published)
    return read_data(data, f"upload#{path.name}", path.suffix.lstrip("."), how)


def from_address(address: str, lang: str, published: date | None) -> Documents:
    """The article on a page of the web, or those in a feed; never a file of this machine."""
    if not address.lower().startswith(("http://", "https://")):
        raise InputError(address, "is no http or https address")
    return read(address, lang or None, published, fetch=fetch)
