"""Work for the cores of this machine: worker processes that load the pipelines once."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from typing import TypeVar

from kroniek.document import CodedArticle, Document
from kroniek.errors import InputError
from kroniek.readers import Rejected
from kroniek.runners.batches import batches, code_batch
from kroniek.runners.errors import RunnerError

AHEAD = 3
"""Items that are handed out for each worker before the first result is waited for. As many
results are kept at most, however many items there are."""

Given = TypeVar("Given")
Made = TypeVar("Made")


def in_order(work: Callable[[Given], Made], items: Iterable[Given], workers: int) -> Iterator[Made]:
    """What `work` makes of each item, in their order; by one worker in this process.

    Raises RunnerError when a worker is killed.
    """
    if workers == 1:
        yield from map(work, items)
        return
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_begin)
    waiting: deque[Future[Made]] = deque()
    try:
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        raise RunnerError(
            "a worker was killed, perhaps because memory ran out; run the same command again, "
            "with fewer --workers if that was it: what is done already stays"
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def code_in_workers(
    documents: Iterable[Document],
    workers: int,
    on_error: Callable[[InputError], None],
    *,
    first_pass: bool,
) -> Iterator[CodedArticle]:
    """Code documents in some processes, in their order. One that fails is told to `on_error`.

    One worker is this process, which gives each article as soon as it is coded.
    """
    if workers == 1:
        from kroniek.coder.pipeline import code_documents  # takes a second

        yield from code_documents(documents, on_error, first_pass=first_pass)
        return
    work = partial(code_batch, first_pass=first_pass)
    for coded in in_order(work, batches(documents), workers):
        for one in coded:
            if isinstance(one, Rejected):
                on_error(InputError(one.source, one.fault))
            else:
                yield one


def _begin() -> None:
    """A worker leaves keyboard interrupts to its parent, and ends when that is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
