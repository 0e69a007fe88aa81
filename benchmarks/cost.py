"""What coding many articles takes, computed from the figures of benchmarks/speed.py.

python benchmarks/cost.py [--core-hour 0.05] [--gigabyte-month 0.023]

Prices are in any currency: those of a core for an hour and of object storage for a gigabyte and
month. Articles are as long as those measured, and readers (WARC, HTML) take their time beside it:
`--reading` is how many seconds of a core a page takes to read.
"""

from __future__ import annotations

import argparse
import json
import statistics
from pathlib import Path

FIGURES = Path(__file__).parent / "speed.json"
COUNTS = (1_000_000, 1_000_000_000)
CORES = (8, 64, 1_000)
HOURS_A_DAY = 24


def main() -> None:
    """Command line."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--core-hour", type=float, default=0.05)
    arguments.add_argument("--gigabyte-month", type=float, default=0.023)
    arguments.add_argument("--reading", type=float, default=0.0)
    given = arguments.parse_args()
    found = json.loads(FIGURES.read_text(encoding="utf-8"))
    speed = statistics.mean(
        one["articles a second"]["first pass"]
        for one in found["first"].values()
        if isinstance(one, dict)
    )
    job = found["jobs"]
    seconds = 1 / speed + given.reading
    size = job["bytes"] / job["articles"]
    packed = job["parquet bytes"] / job["articles"]
    print(
        f"Measured: {speed:.0f} articles a second and core (mean of the languages), {size:.0f}"
        f" bytes of JSON Lines and {packed:.0f} of Parquet an article.\n"
    )
    cores = " | ".join(f"on {count:,} cores" for count in CORES)
    print(f"| articles | core hours | {cores} | cost of cores | Parquet | its cost a month |")
    print("| --- | --- |" + " --- |" * len(CORES) + " --- | --- | --- |")
    for count in COUNTS:
        hours = count * seconds / 3600
        times = " | ".join(duration(hours / cores) for cores in CORES)
        gigabytes = count * packed / 1e9
        print(
            f"| {count:,} | {hours:,.0f} | {times} | {hours * given.core_hour:,.2f} |"
            f" {gigabytes:,.1f} GB | {gigabytes * given.gigabyte_month:,.2f} |"
        )


def duration(hours: float) -> str:
    """Hours as somebody would say them."""
    if hours < 1:
        return f"{hours * 60:.0f} minutes"
    return f"{hours:.0f} hours" if hours < 2 * HOURS_A_DAY else f"{hours / HOURS_A_DAY:,.0f} days"


if __name__ == "__main__":
    main()
