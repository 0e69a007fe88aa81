"""Writes benchmarks/speed.md: how fast articles are coded, as ratios measured in one run.

python benchmarks/speed.py [--gold FOLDER] [--treebanks FOLDER] [--peer FOLDER] [--only PART]
    [--quick]

The articles are those of benchmarks/articles.py. Pipelines take turns in one process, and their
seconds are those of the processor, so that whatever else the machine does falls on all alike; jobs
of several processes are measured by the clock. `--peer` is the folder of an unpacked wheel of
en_core_web_sm, which is not on PyPI. `--only` measures a part anew and
keeps the others; `--quick` takes a few articles, to see whether all works.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import jobs
import parser_speed
import spacy
from articles import Article, made, news, write
from spacy.language import Language
from speed_page import report

from kroniek.coder.pipeline import code_documents, load, make_doc
from kroniek.document import CodedArticle, Document
from kroniek.evaluation import documents, load_gold, score

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
LANGUAGES = ("nl", "en")
GOLD = ("nl", "nl-more", "nl-real", "en", "en-more", "en-real")
SHARDS = 32
TURNS = 2  # of jobs, of which the faster counts
Figures = dict[str, Any]


def cpu_seconds(work: Callable[[], object]) -> float:
    """What some work takes of the processor."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def in_turns(works: Mapping[str, Callable[[], object]], turns: int) -> dict[str, float]:
    """The median seconds of each work, done in turns."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(turns):
        for name, work in works.items():
            found[name].append(cpu_seconds(work))
    return {name: statistics.median(seconds) for name, seconds in found.items()}


def documents_of(articles: Iterable[Article]) -> list[Document]:
    """Articles as what the coder takes."""
    return [Document.model_validate(article) for article in articles]


def first_pass(found: Sequence[Document], turns: int, peer: Language | None) -> Figures:
    """Articles a second, everything parsed and with the first pass, and what both find."""
    lang = found[0].lang
    whole, first = load(lang), load(lang, first_pass=True)
    works: dict[str, Callable[[], object]] = {
        "everything parsed": lambda: [whole(make_doc(whole, one)) for one in found],
        "first pass": lambda: [first(make_doc(first, one)) for one in found],
    }
    if peer is not None and lang == "en":
        works["en_core_web_sm"] = lambda: list(peer.pipe(one.whole for one in found))
    for nlp in (whole, first):
        nlp(make_doc(nlp, found[0]))
    seconds = in_turns(works, turns)
    looked = [first(make_doc(first, one)) for one in found]
    passed = sum(len(doc._.passed_over) for doc in looked)
    return {
        "articles": len(found),
        "sentences": sum(len(list(doc.sents)) for doc in looked),
        "passed over": passed,
        "without event": sum(not doc._.events for doc in looked),
        "articles a second": {name: len(found) / one for name, one in seconds.items()},
        "shares": shares(whole, found),
    }


def shares(nlp: Language, found: Sequence[Document]) -> dict[str, float]:
    """The share of each step of a pipeline in the seconds of all."""
    seconds: Counter[str] = Counter()
    for one in found:
        begun = time.process_time()
        doc = make_doc(nlp, one)
        seconds["tokeniser"] += time.process_time() - begun
        for name, step in nlp.pipeline:
            begun = time.process_time()
            doc = step(doc)
            seconds[name] += time.process_time() - begun
    return {name: one / seconds.total() for name, one in seconds.items()}


def loss(folder: Path, sets: Sequence[str]) -> Figures:
    """What the first pass loses of the events that are found on gold, and of the right ones."""
    gold = load_gold([folder / name for name in sets])
    given = list(documents(gold))
    whole = {a.id: a for a in code_documents(given, held_out=True)}
    first = {a.id: a for a in code_documents(given, held_out=True, first_pass=True)}
    counts: Counter[str] = Counter()
    for name, article in whole.items():
        mine, its = _by_trigger(article), _by_trigger(first[name])
        counts["events"] += len(mine)
        counts["lost"] += len(mine.keys() - its.keys())
        counts["gained"] += len(its.keys() - mine.keys())
        both = mine.keys() & its.keys()
        counts["parties"] += sum(_parties(mine[key]) != _parties(its[key]) for key in both)
    scores = [
        score(gold.articles, {name: one.to_json() for name, one in coded.items()}).to_json()
        for coded in (whole, first)
    ]
    return {**counts, "scores": scores}


def _by_trigger(article: CodedArticle) -> dict[tuple[str, int], Any]:
    return {(event.type, event.trigger.start): event for event in article.events}


def _parties(event: Any) -> tuple[set[str | None], set[str | None]]:
    return {p.code for p in event.actors}, {p.code for p in event.recipients}


def workers(articles: Sequence[Article], folder: Path, ray: bool) -> Figures:
    """One worker, two, and Ray with two, on the same shards."""
    shards = folder / "shards"
    shards.mkdir()
    for number in range(SHARDS):
        write(articles[number::SHARDS], shards / f"{number:02}.jsonl")
    options = {"one": [], "two": ["--workers", "2"]}
    if ray:
        options["ray"] = ["--workers", "2", "--runner", "ray"]
    turns = [
        {name: jobs.run(shards, folder / name, given).seconds for name, given in options.items()}
        for _ in range(TURNS)
    ]
    found: Figures = {name: min(turn[name] for turn in turns) for name in options}
    found |= {
        "articles": len(articles),
        "bytes": jobs.size(folder / "one"),
        "turns": TURNS,
        "shards": SHARDS,
    }
    found["same"] = [n for n in options if jobs.same(folder / "one", folder / n)]
    found["parquet bytes"] = jobs.size_as_parquet(folder / "one")
    return found


def memory(folder: Path, counts: Sequence[int]) -> Figures:
    """The peak memory in MB of jobs with one worker, by the number of articles."""
    found = {}
    for count in counts:
        shards = folder / f"made-{count}"
        shards.mkdir()
        write(made(count), shards / "articles.jsonl")
        found[str(count)] = jobs.run(shards, folder / f"out-{count}", []).peak
    return found


def measure_first(given: argparse.Namespace) -> Figures:
    """The first pass on news of each language."""
    peer = spacy.load(given.peer) if given.peer else None
    count, turns = (8, 1) if given.quick else (100, 3)
    texts = {lang: documents_of(news(given.treebanks, lang)[:count]) for lang in LANGUAGES}
    return {lang: first_pass(found, turns, peer) for lang, found in texts.items()}


def measure_loss(given: argparse.Namespace) -> Figures:
    """The first pass on gold."""
    return loss(given.gold, GOLD[2:3] if given.quick else GOLD)


def measure_jobs(given: argparse.Namespace) -> Figures:
    """Workers and Ray on news of all languages."""
    mixed = [one for lang in LANGUAGES for one in news(given.treebanks, lang)]
    random.Random(0).shuffle(mixed)
    with tempfile.TemporaryDirectory() as name:
        return workers(mixed[:24] if given.quick else mixed, Path(name), ray=True)


def measure_memory(given: argparse.Namespace) -> Figures:
    """Memory with few and many articles."""
    with tempfile.TemporaryDirectory() as name:
        return {"peaks": memory(Path(name), (100, 200) if given.quick else (1_000, 10_000))}


def measure_parser(given: argparse.Namespace) -> Figures:
    """The parser alone."""
    treebanks = [given.treebanks / "en_pud.conllu", given.treebanks / "nl_alpino-dev.conllu"]
    words = 1500 if given.quick else 6000
    return {"lines": parser_speed.section(treebanks, given.peer, words, turns=3)}


SECTIONS: dict[str, Callable[[argparse.Namespace], Figures]] = {
    "first": measure_first,
    "loss": measure_loss,
    "jobs": measure_jobs,
    "memory": measure_memory,
    "parser": measure_parser,
}


def main() -> None:
    """Command line."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--gold", type=Path, default=SHARED / "gold")
    arguments.add_argument("--treebanks", type=Path, default=SHARED / "treebanks")
    arguments.add_argument("--peer", type=Path, help="folder of en_core_web_sm")
    arguments.add_argument("--quick", action="store_true")
    arguments.add_argument("--only", choices=SECTIONS, action="append")
    arguments.add_argument("--out", type=Path, default=HERE / "speed.md")
    given = arguments.parse_args()
    stored = given.out.with_suffix(".json")
    figures: Figures = json.loads(stored.read_text()) if given.only and stored.exists() else {}
    for name in given.only or SECTIONS:
        figures[name] = {"load": os.getloadavg()[0], **SECTIONS[name](given)}
        stored.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n")
        given.out.write_text(report(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
