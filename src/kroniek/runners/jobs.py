"""Jobs: shards that are coded by this machine's workers or by a Ray cluster.

A job that was stopped in any way is gone on with by running it again: what is there stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from kroniek.runners.local import in_order
from kroniek.runners.places import folder_at, shards_in
from kroniek.runners.shards import Counts, Task, code_shard

Runner = Literal["local", "ray"]


@dataclass(frozen=True)
class Job:
    """Places whose files are to be coded, by whom; `address` is that of a Ray cluster, None for
    one that is started on this machine. `workers` None is all that the cluster has room for.
    """

    places: Sequence[str]
    task: Task
    runner: Runner = "local"
    workers: int | None = 1
    address: str | None = None


def run(job: Job, on_done: Callable[[Counts, int], None] | None = None) -> Counts:
    """Code all shards of a job that are not done. `on_done` is told the counts so far and how many
    shards there are to do. Raises RunnerError if the job cannot go on.
    """
    folder_at(job.task.out).clear()
    shards = dict.fromkeys(shard for place in job.places for shard in shards_in(place))
    todo = [shard for shard in shards if not job.task.is_done(shard)]
    total = Counts(present=len(shards) - len(todo))
    for counts in _coded(job, todo) if todo else ():
        total += counts
        if on_done is not None:
            on_done(total, len(todo))
    return total


def _coded(job: Job, todo: Sequence[str]) -> Iterator[Counts]:
    if job.runner == "ray":
        from kroniek.runners.cluster import code_on_ray

        return code_on_ray(todo, job.task, job.workers, job.address)
    workers = min(job.workers or 1, len(todo))
    return in_order(partial(code_shard, task=job.task), todo, workers)
