"""Words a second from text to parsed Docs, on one thread and on two, beside en_core_web_sm.

python benchmarks/parser_speed.py TREEBANK.conllu... [--peer FOLDER]; benchmarks/speed.py writes
the same into benchmarks/speed.md.

The raw text of each treebank is read in articles of 25 sentences. All pipelines take turns in
one process, so that whatever else the machine does falls on all of them; the figures are the
medians of the turns. en_core_web_sm is not on PyPI; `--peer` names the folder of an unpacked
wheel (its spaCy pipeline, beside config.cfg). It parses English only.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from kroniek.parser import pipeline

SENTENCES_PER_ARTICLE = 25
TEXT = "# text = "


def articles(path: Path, most: int) -> list[str]:
    """The sentences of a treebank as articles, until they have `most` words between spaces."""
    texts: list[str] = []
    words = 0
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(TEXT) and words < most:
                texts.append(line.removeprefix(TEXT).strip())
                words += len(texts[-1].split())
    step = SENTENCES_PER_ARTICLE
    return [" ".join(texts[at : at + step]) for at in range(0, len(texts), step)]


def words_a_second(nlp: Language, texts: Sequence[str]) -> float:
    """Tokens a second from texts to parsed Docs."""
    begun = time.perf_counter()
    words = sum(len(doc) for doc in nlp.pipe(texts))
    return words / (time.perf_counter() - begun)


def measure(
    pipelines: Mapping[str, Language], texts: Sequence[str], turns: int
) -> dict[str, float]:
    """The median words a second of each pipeline; the first turn warms up and doesn't count."""
    found: dict[str, list[float]] = {name: [] for name in pipelines}
    for turn in range(turns + 1):
        for name, nlp in pipelines.items():
            speed = words_a_second(nlp, texts[:2] if turn == 0 else texts)
            if turn > 0:
                found[name].append(speed)
    return {name: statistics.median(speeds) for name, speeds in found.items()}


def report(path: Path, speeds: Mapping[str, float], peer: str | None) -> list[str]:
    """Rows of a Markdown table; with a peer, how many times its speed each has."""
    rows = []
    for name, speed in speeds.items():
        ratio = f"{speed / speeds[peer]:.2f}" if peer else ""
        rows.append(f"| {path.stem} | {name} | {speed:,.0f} | {ratio} |")
    return rows


def section(treebanks: Sequence[Path], peer: Path | None, words: int, turns: int) -> list[str]:
    """The section of benchmarks/speed.md on the parser alone."""
    rows: list[str] = []
    for path in treebanks:
        language = path.stem.split("_")[0]
        pipelines = {
            "Kroniek, one thread": pipeline(language, threads=1),
            "Kroniek, two threads": pipeline(language, threads=2),
        }
        name = None
        if peer is not None and language == "en":
            loaded = spacy.load(peer)
            name = f"en_core_web_sm {loaded.meta['version']}, one thread"
            pipelines[name] = loaded
        rows += report(path, measure(pipelines, articles(path, words), turns), name)
    return [
        "## The parser alone", "",
        f"Words a second from text to parsed Docs by the clock, median of {turns} turns. Ratios",
        "are to en_core_web_sm in the same run; it is not on PyPI, and without it there are none.",
        "",
        "| text | pipeline | words a second | ratio |", "| --- | --- | --- | --- |", *rows,
    ]  # fmt: skip


def main() -> None:
    """Command line."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("treebanks", type=Path, nargs="+", help="<language>_<name>.conllu")
    arguments.add_argument("--peer", type=Path, help="folder of en_core_web_sm")
    arguments.add_argument("--words", type=int, default=6000, help="of each treebank")
    arguments.add_argument("--turns", type=int, default=5)
    given = arguments.parse_args()
    print("\n".join(section(given.treebanks, given.peer, given.words, given.turns)))


if __name__ == "__main__":
    main()
