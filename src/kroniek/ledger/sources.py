"""Copies: articles that are so much alike in words that they count as one source.

Articles of one language whose texts share at least `ALIKE` of their runs of four words (Jaccard,
estimated by MinHash and found by locality-sensitive hashing) and that appeared within `DAYS` days
are copies; the one that was published first is the original.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date as Day
from typing import Final
from zlib import crc32

from datasketch import MinHash, MinHashLSH
from sqlalchemy import select
from sqlalchemy.orm import Session

from kroniek.ledger.schema import RevisionRow
from kroniek.ledger.search import newest

RUN: Final = 4
"""Words that are looked at in a row."""
ALIKE: Final = 0.6
"""A wire story with another headline, dateline or last paragraph keeps more of its runs of words;
two reporters' own stories of one event share hardly any (in tests/threads: under 0.1)."""
DAYS: Final = 7
"""Copies appear within so many days."""
FEWEST: Final = 12
"""Runs of words of the shortest article that is compared."""
PERMUTATIONS: Final = 96
"""Hash functions of an estimate, whose standard error is at most 0.05."""
SEED: Final = 7

_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an article by which copies are found."""

    article: int
    lang: str
    published: Day | None
    words: str


@dataclass(frozen=True, slots=True)
class Copy:
    """An article that is a copy of another one, which was published first; `likeness` is the share
    of runs of words (0 to 1) that they have in common, as estimated.
    """

    article: int
    original: int
    likeness: float


def texts_of(session: Session) -> Iterator[Text]:
    """The newest revision of each article."""
    rows = session.execute(
        select(
            RevisionRow.article_number, RevisionRow.lang, RevisionRow.published, RevisionRow.text
        )
        .where(newest())
        .execution_options(yield_per=1000)
    )
    return (Text(*row) for row in rows)


def copies(texts: Iterable[Text]) -> list[Copy]:
    """Which articles are copies of which, by the number of the copy."""
    ordered = sorted(texts, key=lambda text: (text.published or Day.max, text.article))
    index: dict[str, MinHashLSH] = defaultdict(
        lambda: MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS)
    )
    seen: dict[int, tuple[Text, MinHash]] = {}
    found: dict[int, Copy] = {}
    for text in ordered:
        runs = _runs(text.words)
        if len(runs) < FEWEST:
            continue
        made = _minhash(runs)
        best = _original(text, made, (seen[n] for n in index[text.lang].query(made)))
        if best is not None:
            original = found[best[0]].original if best[0] in found else best[0]
            found[text.article] = Copy(text.article, original, best[1])
        index[text.lang].insert(text.article, made)
        seen[text.article] = text, made
    return [found[number] for number in sorted(found)]


def _original(
    text: Text, made: MinHash, others: Iterable[tuple[Text, MinHash]]
) -> tuple[int, float] | None:
    """The likest of other articles, and how alike it is."""
    alike = [
        (made.jaccard(hashed), -other.article)
        for other, hashed in others
        if _days(text, other) <= DAYS
    ]
    likeness, number = max(alike, default=(0.0, 0))
    return (-number, likeness) if likeness >= ALIKE else None


def _days(a: Text, b: Text) -> int:
    return abs((a.published - b.published).days) if a.published and b.published else 0


def _runs(words: str) -> frozenset[int]:
    told = [crc32(word.encode()) for word in _WORD.findall(words.casefold())]
    runs = zip(*(told[at:] for at in range(RUN)), strict=False)
    return frozenset(map(hash, runs))


def _minhash(runs: frozenset[int]) -> MinHash:
    made = MinHash(num_perm=PERMUTATIONS, seed=SEED, hashfunc=_low)
    made.update_batch(runs)
    return made


def _low(run: int) -> int:
    return run & 0xFFFFFFFF


def originals(found: Iterable[Copy]) -> Mapping[int, int]:
    """The original of each copy, by the number of the article."""
    return {copy.article: copy.original for copy in found}
