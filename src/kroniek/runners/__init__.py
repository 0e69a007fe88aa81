"""Runners: many articles at once, on the cores of this machine or on a Ray cluster."""

from kroniek.runners.errors import RunnerError
from kroniek.runners.jobs import Job, run
from kroniek.runners.local import code_in_workers
from kroniek.runners.shards import Counts, Task

__all__ = ["Counts", "Job", "RunnerError", "Task", "code_in_workers", "run"]
