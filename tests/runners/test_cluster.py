"""A Ray cluster of this machine writes what the local runner writes, and goes on like it."""

from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from kroniek.runners import Job, Task, run
from kroniek.runners.shards import code_shard


def written(folder: Path) -> dict[str, bytes]:
    """What each file of a folder holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_ray_writes_what_the_local_runner_writes_and_codes_nothing_twice(
    shards: Path, tmp_path: Path, require: Callable[[bool, str], None]
) -> None:
    require(find_spec("ray") is not None, "Ray")
    local, there = tmp_path / "local", tmp_path / "ray"
    done = run(Job([str(shards)], Task(str(local))))
    there.mkdir()
    before = code_shard(str(shards / "0.jsonl"), Task(str(there)))
    first = (there / Task("").output(str(shards / "0.jsonl"))).stat().st_mtime_ns
    coded = run(Job([str(shards)], Task(str(there)), "ray", workers=1))
    assert (coded.shards, coded.present) == (4, 1)
    assert replace(coded + before, present=0) == done
    assert written(there) == written(local)
    assert (there / Task("").output(str(shards / "0.jsonl"))).stat().st_mtime_ns == first
