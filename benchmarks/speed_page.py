"""benchmarks/speed.md: the figures of benchmarks/speed.py as a page."""

from __future__ import annotations

import os
import platform
from typing import Any

BEFORE_CODER = ("tokeniser", "kroniek_sentences", "kroniek_first_pass", "kroniek_parser")
Figures = dict[str, Any]


def report(figures: Figures) -> str:
    """The figures as Markdown."""
    loads = ", ".join(f"{name} {found['load']:.1f}" for name, found in figures.items())
    lines = [
        "# Speed", "",
        "Written by `python benchmarks/speed.py`: ratios measured in one run on the same articles,",
        "which benchmarks/articles.py tells about.",
        f"Machine: {os.cpu_count()} cores ({platform.machine()}), shared with other work; load",
        f"before each part: {loads}.",
    ]  # fmt: skip
    writers = {"first": _first, "loss": _loss, "jobs": _jobs, "memory": _memory}
    for name, write_section in writers.items():
        if name in figures:
            lines += ["", *write_section(figures[name])]
    if "parser" in figures:
        lines += ["", *figures["parser"]["lines"]]
    return "\n".join([*lines, ""])


def _first(figures: Figures) -> list[str]:
    found = {lang: one for lang, one in figures.items() if isinstance(one, dict)}
    lines = [
        "## The first pass", "",
        "Articles of news, one thread, seconds of the processor, median of turns. The bare",
        "pipeline is `kroniek.load(lang)`, which parses every sentence; `kroniek code` and",
        "`kroniek add` pass over sentences in which no entry of the lexicon can fire.", "",
        "| language | articles | sentences | passed over | without event |"
        " pipeline | articles a second | ratio |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]  # fmt: skip
    for lang, one in found.items():
        speeds = one["articles a second"]
        for pipeline, speed in speeds.items():
            lines.append(
                f"| {lang} | {one['articles']} | {one['sentences']} |"
                f" {one['passed over'] / one['sentences']:.0%} |"
                f" {one['without event'] / one['articles']:.0%} | {pipeline} | {speed:.1f} |"
                f" {speed / speeds['everything parsed']:.2f} |"
            )
    lines += ["", "The coder's own share of the seconds of a pipeline that parses everything:", "",
              "| language | before the coder | coder |", "| --- | --- | --- |"]  # fmt: skip
    for lang, one in found.items():
        before = sum(share for step, share in one["shares"].items() if step in BEFORE_CODER)
        lines.append(f"| {lang} | {before:.1%} | {1 - before:.1%} |")
    return lines


def _loss(found: Figures) -> list[str]:
    whole, first = found["scores"]
    lines = [
        "## What the first pass loses", "",
        f"On the development gold, {found['lost']} of the {found['events']}"
        f" events that are found if everything is parsed are lost"
        f" ({found['lost'] / found['events']:.2%}), {found['gained']} are gained, and"
        f" {found['parties']} have other parties. Scored:", "",
        "| | everything parsed | first pass |", "| --- | --- | --- |",
    ]  # fmt: skip
    for name in ("detect", "tuple", "relation"):
        mine, its = whole[name]["f1"], first[name]["f1"]
        lines.append(f"| {name} F1 | {mine:.3f} | {its:.3f} |")
    return lines


def _jobs(found: Figures) -> list[str]:
    def row(job: str, name: str, other: str, told: str) -> str:
        same = "yes" if name in found["same"] else "NO"
        return f"| {job} | {found[name]:.1f} | {found[other] / found[name]:.2f}{told} | {same} |"

    lines = [
        "## Workers and Ray", "",
        f"`kroniek code --out` on {found['articles']} of these articles in {found['shards']}"
        f" shards, by the clock, loading and start of Ray included; jobs took turns, and of"
        f" {found['turns']} the faster counts.", "",
        "| job | seconds | ratio | same bytes as one worker |", "| --- | --- | --- | --- |",
        row("`--workers 1`", "one", "one", ""),
        row("`--workers 2`", "two", "one", " of one worker"),
    ]  # fmt: skip
    if "ray" in found:
        lines.append(row("`--workers 2 --runner ray`", "ray", "two", " of two workers"))
    return lines


def _memory(found: Figures) -> list[str]:
    peaks = found["peaks"]
    few, many = peaks
    return [
        "## Memory", "",
        "Peak resident memory of `kroniek code --out` with one worker, on made articles of three"
        " sentences in one shard.", "",
        "| articles | MB | ratio |", "| --- | --- | --- |",
        *(f"| {int(n):,} | {peaks[n]:.0f} | {peaks[n] / peaks[few]:.3f} |" for n in (few, many)),
    ]  # fmt: skip
