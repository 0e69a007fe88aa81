"""Training on several processes of one thread each: they share every batch and its gradient.

On a machine that others use too this is faster than one process of several threads, whose
threads wait for each other at every product.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as multiprocessing
from torch import Tensor


@dataclass(frozen=True)
class Team:
    """Which of `size` processes this is."""

    rank: int = 0
    size: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process writes and prints."""
        return self.rank == 0

    def agree(self, number: float) -> float:
        """The number that the leading process has."""
        if self.size == 1:
            return number
        shared = torch.tensor([number], dtype=torch.float64)
        dist.broadcast(shared, 0)
        return float(shared)

    def average(self, parameters: Iterable[Tensor]) -> None:
        """Give every process the mean of all gradients."""
        if self.size == 1:
            return
        gradients = [one.grad for one in parameters if one.grad is not None]
        flat = torch.cat([one.flatten() for one in gradients])
        dist.all_reduce(flat)
        flat /= self.size
        at = 0
        for one in gradients:
            one.copy_(flat[at : at + one.numel()].view_as(one))
            at += one.numel()


def run(size: int, work: Callable[[Team], None]) -> None:
    """Do `work` in `size` processes; `work` must be a function that can be pickled."""
    if size == 1:
        work(Team())
        return
    with tempfile.TemporaryDirectory() as folder:
        meeting = f"file://{Path(folder).resolve()}/meeting"
        multiprocessing.spawn(_work, (size, meeting, work), nprocs=size)


def _work(rank: int, size: int, meeting: str, work: Callable[[Team], None]) -> None:
    torch.set_num_threads(1)
    dist.init_process_group("gloo", init_method=meeting, rank=rank, world_size=size)
    work(Team(rank, size))
    dist.destroy_process_group()
