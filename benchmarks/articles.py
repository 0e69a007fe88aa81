"""Articles to measure speed on: real text from treebanks, or made ones where there must be many.

`news(folder, lang)` reads newspaper and news text of Universal Dependencies treebanks: Dutch from
UD_Dutch-Alpino (whole articles of regional papers, many of them sports, culture and local news) and
from the Eindhoven corpus (fragments of national papers of all sections, in runs of 12 sentences);
English from PUD (sentences of news, by article) and from GUM (whole news stories, and for the
other pages of a paper its interviews, travel pieces and lives). The sentences of treebanks are put
back together with a space, so that there are no paragraphs and headlines.

`made(count)` makes articles without any file: lines by a few templates, with names and numbers.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

RUN = 12  # sentences of an article made of fragments
PEOPLE = ("Anna Visser", "Boris Novak", "Chen Li", "Dina Aziz", "Emeka Obi", "Farid Rahimi")
STATES = ("France", "Russia", "Iran", "Israel", "Kenya", "Japan", "Turkey", "Brazil", "Poland")
EVENTS = (
    "{a} expelled {n} diplomats of {b} on Monday, the foreign ministry said.",
    "Troops of {a} shelled a town in {b} on Tuesday, killing {n} people.",
    "{a} and {b} signed an agreement on trade in {n} goods.",
    "{a} threatened to close its border with {b} unless {n} prisoners were released.",
    "The president of {a} met the prime minister of {b} for {n} hours.",
)
OTHERS = (
    "{p} scored {n} points in the second half.",
    "It will be dry tomorrow, with a light wind and {n} degrees.",
    "The museum shows {n} paintings of the painter {p}.",
    "The book by {p} has {n} pages and a blue cover.",
    "Shares of the firm fell by {n} percent.",
    "{p} lives in a house of {n} rooms with a garden.",
)

Article = Mapping[str, str]


def news(folder: Path, lang: str) -> list[Article]:
    """The news articles of a language in a folder of treebanks, shuffled but always alike."""
    texts = list(_dutch(folder) if lang == "nl" else _english(folder))
    random.Random(0).shuffle(texts)
    return [{"id": f"{lang}-{n}", "lang": lang, "text": text} for n, text in enumerate(texts)]


def made(count: int, sentences: int = 3, share: float = 0.2) -> Iterator[Article]:
    """Articles of some sentences, of which a share tells of an event."""
    chance = random.Random(0)
    for number in range(count):
        a, b = chance.sample(STATES, 2)
        lines = [
            chance.choice(EVENTS if chance.random() < share else OTHERS).format(
                a=a, b=b, p=f"{chance.choice(PEOPLE)}-{chance.randrange(10**6)}",
                n=chance.randrange(2, 10**5),
            )
            for _ in range(sentences)
        ]  # fmt: skip
        yield {
            "id": f"made-{number}", "lang": "en", "published": "2024-05-01",
            "text": " ".join(lines),
        }  # fmt: skip


def write(articles: Iterable[Article], path: Path) -> Path:
    """Articles as a file that the readers read."""
    with path.open("w", encoding="utf-8") as stream:
        for article in articles:
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")
    return path


def _dutch(folder: Path) -> Iterator[str]:
    for name in ("nl_alpino-dev", "nl_alpino-test"):
        yield from _grouped((sent.split("\\")[0], text) for _, sent, text in _lines(folder, name))
    fragments = [text for *_, text in _lines(folder, "nl_cdb")]
    for start in range(0, len(fragments), 4 * RUN):
        yield " ".join(fragments[start : start + RUN])


def _english(folder: Path) -> Iterator[str]:
    pud = ((sent[:6], text) for _, sent, text in _lines(folder, "en_pud") if sent[0] == "n")
    yield from _grouped(pud)
    wanted = ("GUM_news", "GUM_interview", "GUM_voyage", "GUM_bio")
    gum = list(_lines(folder, "en_gum-open"))
    yield from _grouped((doc, text) for doc, _, text in gum if doc.startswith(wanted))


def _grouped(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for name, text in lines:
        found.setdefault(name, []).append(text)
    yield from map(" ".join, found.values())


def _lines(folder: Path, name: str) -> Iterator[tuple[str, str, str]]:
    """Document, sentence and text of each sentence of a treebank."""
    document = sentence = ""
    with (folder / f"{name}.conllu").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ").strip()
            elif line.startswith("# sent_id = "):
                sentence = line.removeprefix("# sent_id = ").strip()
            elif line.startswith("# text = "):
                yield document, sentence, line.removeprefix("# text = ").strip()
