"""Measures jobs as a user runs them, `kroniek code --out`, each in a process of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from kroniek.document import CodedArticle
from kroniek.runners.outputs import write_parquet

KRONIEK = [sys.executable, "-c", "from kroniek.cli import app; app()", "code"]
EVERY = 0.1
"""Seconds between looks at a job's memory, which only ever grows in what is looked at."""


@dataclass(frozen=True)
class Run:
    """Seconds that a job took by the clock, and the most memory of its first process, in MB."""

    seconds: float
    peak: float


def run(shards: Path, out: Path, options: Sequence[str]) -> Run:
    """A job from nothing to its end, start of Python and loading of pipelines included."""
    shutil.rmtree(out, ignore_errors=True)
    begun = time.perf_counter()
    peak = 0.0
    process = subprocess.Popen(
        [*KRONIEK, str(shards), "--out", str(out), *options], stderr=subprocess.DEVNULL
    )
    while process.poll() is None:
        peak = max(peak, _peak(process.pid))
        time.sleep(EVERY)
    if process.returncode != 0:
        sys.exit(f"kroniek code {' '.join(options)} ended with status {process.returncode}")
    return Run(time.perf_counter() - begun, peak)


def _peak(pid: int) -> float:
    """The most memory that a process has had, in MB; 0 when it has ended. (What wait4 tells counts
    this process too, of which the other began as a copy.)
    """
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    found = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")]
    return int(found[0]) / 1024 if found else 0.0


def same(one: Path, other: Path) -> bool:
    """Whether two folders hold the same files, byte for byte."""
    names = sorted(path.name for path in one.iterdir())
    return names == sorted(path.name for path in other.iterdir()) and all(
        (one / name).read_bytes() == (other / name).read_bytes() for name in names
    )


def size(folder: Path) -> int:
    """The bytes of the files in a folder."""
    return sum(path.stat().st_size for path in folder.iterdir())


def size_as_parquet(folder: Path) -> int:
    """The bytes that the articles in a folder of JSON Lines take as Parquet."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.open())
    stream = BytesIO()
    write_parquet(map(CodedArticle.model_validate_json, lines), stream)
    return len(stream.getvalue())
