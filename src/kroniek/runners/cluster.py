"""Shards on a Ray cluster: actors that load the pipelines once, fed by Ray Data.

Only names of shards and counts go through Ray; an actor reads its shard and writes its output.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

from kroniek.runners.errors import RunnerError
from kroniek.runners.shards import Counts, Task, code_shard

OBJECT_STORE = 200_000_000
"""Bytes of shared memory for what goes through Ray on this machine; it never is 1 MB."""


class ShardCoder:
    """The actor: codes the shards that it is given, one after the other."""

    def __init__(self, task: Task) -> None:
        self._task = task

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """Codes a batch of one shard; gives back its counts."""
        done = [asdict(code_shard(str(shard), self._task)) for shard in batch["shard"]]
        return {one.name: [counts[one.name] for counts in done] for one in fields(Counts)}


def code_on_ray(
    shards: Sequence[str], task: Task, workers: int | None, address: str | None
) -> Iterator[Counts]:
    """The counts of each shard as it is done, in no order. Raises RunnerError."""
    ray = _started(workers, address)
    from ray.data import ActorPoolStrategy

    room = int(ray.cluster_resources().get("CPU", 1))
    # What reads the names of shards takes a CPU too: actors on all would wait for it for ever.
    pool = max(1, min(workers or room, room - 1, len(shards)))
    ray.data.DataContext.get_current().enable_progress_bars = False
    rows = ray.data.from_items([{"shard": shard} for shard in shards],
                               override_num_blocks=len(shards))  # fmt: skip
    done = rows.map_batches(
        ShardCoder, fn_constructor_args=(task,), batch_size=1, num_cpus=1,
        compute=ActorPoolStrategy(size=pool),
    )  # fmt: skip
    try:
        for row in done.iter_rows():
            yield Counts(**{name: int(count) for name, count in row.items()})
    except ray.exceptions.RayError as error:
        fault = str(error).strip().splitlines()[-1]
        raise RunnerError(f"Ray stopped: {fault}; run the same command again to go on") from error
    finally:
        ray.shutdown()


def _started(workers: int | None, address: str | None) -> Any:
    """Ray, connected to a cluster or to one started here, with a CPU more than workers."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # else it logs to standard error
    try:
        import ray
        import ray.data
    except ImportError as error:
        raise RunnerError("--runner ray needs Ray; pip install 'kroniek[cluster]'") from error
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    settings: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
    if address is None:
        cores = workers or os.cpu_count() or 1
        settings |= {
            "num_cpus": cores + 1,
            "object_store_memory": OBJECT_STORE,
            "include_dashboard": False,
        }
    try:
        ray.init(address=address, **settings)
    except (ConnectionError, RuntimeError, ValueError) as error:
        fault = str(error).strip().splitlines()[0]
        raise RunnerError(f"no Ray cluster at {address or 'this machine'}: {fault}") from error
    return ray
