"""The time that resolving mentions takes, as a share of the time that parsing takes.

python benchmarks/mentions.py TREEBANK.conllu LANG [--articles 1000]

The sentences of the treebank make articles of 25 sentences, each parsed once and its mentions
resolved; the treebank is read again from the start when it is used up. Both steps run in turn on
one thread in one process, so that whatever else the machine does falls on both. The clauses,
which other steps need too, are found before the clock runs.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path

from kroniek.coder.gazetteer import cities
from kroniek.coder.pipeline import load, make_doc
from kroniek.readers import document

SENTENCES_PER_ARTICLE = 25
TEXT = "# text = "
PARSING = ("kroniek_sentences", "kroniek_parser")
ACTORS = "kroniek_actors"


def articles(path: Path) -> list[str]:
    """The sentences of a treebank as articles."""
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = [line.removeprefix(TEXT).strip() for line in lines if line.startswith(TEXT)]
    step = SENTENCES_PER_ARTICLE
    return [" ".join(texts[at : at + step]) for at in range(0, len(texts), step)]


def measure(texts: list[str], lang: str, number: int) -> tuple[float, float, int]:
    """Seconds of parsing and of resolving mentions, and how many mentions there were."""
    nlp = load(lang, keep_work=True)
    seconds: Counter[str] = Counter()
    mentions = 0
    for text in islice(cycle(texts), number):
        doc = make_doc(nlp, document(text, lang=lang))
        for name, step in nlp.pipeline:
            begun = time.perf_counter()
            doc = step(doc)
            seconds[name] += time.perf_counter() - begun
            if name == ACTORS:
                break
        mentions += len(doc._.mentions)
    return sum(seconds[name] for name in PARSING), seconds[ACTORS], mentions


def main() -> None:
    """Prints the share."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("lang")
    parser.add_argument("--articles", type=int, default=1000)
    given = parser.parse_args()
    cities()  # read once a process, like the parser's weights
    measure(articles(given.treebank)[:1], given.lang, 1)
    parsing, resolving, mentions = measure(articles(given.treebank), given.lang, given.articles)
    print(f"{given.articles} articles, {mentions} mentions")
    print(f"resolving mentions takes {resolving / parsing:.1%} of the time of parsing")


if __name__ == "__main__":
    main()
