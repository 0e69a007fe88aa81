"""Workers of this machine: results in order, and nothing lost when something fails."""

import os
from collections.abc import Iterator
from itertools import count

import pytest

from kroniek.coder.pipeline import code_documents
from kroniek.document import Document
from kroniek.errors import InputError
from kroniek.runners import RunnerError, code_in_workers
from kroniek.runners.batches import BATCH
from kroniek.runners.local import AHEAD, in_order
from tests.runners.conftest import article


def test_two_workers_give_results_in_the_order_of_what_they_were_given() -> None:
    assert list(in_order(abs, range(-20, 0), 2)) == list(range(20, 0, -1))


def test_no_more_is_taken_than_is_being_worked_on() -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        for number in count():
            taken.append(number)
            yield number

    results = in_order(abs, endless(), 2)
    assert [next(results) for _ in range(3)] == [0, 1, 2]
    assert len(taken) <= 3 + AHEAD * 2
    results.close()  # type: ignore[attr-defined]


def test_a_killed_worker_ends_the_job_with_one_line() -> None:
    with pytest.raises(RunnerError, match="a worker was killed"):
        list(in_order(os._exit, [1, 1], 2))


def test_workers_code_what_one_process_codes() -> None:
    documents = [Document.model_validate(article(n)) for n in range(BATCH + 4)]
    documents.insert(3, Document(id="x", lang="xx", text="Kaj.", source="x.txt"))
    faults: list[InputError] = []
    alone = list(code_documents(documents, faults.append, first_pass=True))
    for workers in (1, 2):
        told: list[InputError] = []
        assert list(code_in_workers(documents, workers, told.append, first_pass=True)) == alone
        assert [fault.source for fault in told] == ["x.txt"] == [fault.source for fault in faults]
