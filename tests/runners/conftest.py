"""Folders of shards: some articles in files of several kinds, and two that are no articles."""

import json
from pathlib import Path

import pytest

EVENTS = (
    "France expelled three Russian diplomats on Monday, the foreign ministry said.",
    "Israel bombed targets in Lebanon on Tuesday. Iran condemned the attack.",
    "The president of Kenya met the prime minister of Uganda in Nairobi on Friday.",
)
QUIET = "The tower is made of brick. It is forty metres high, and the view is wide."


def article(number: int) -> dict[str, str]:
    """The article of a number; every fourth tells nothing."""
    text = QUIET if number % 4 == 3 else EVENTS[number % 4]
    return {
        "id": f"a{number}",
        "lang": "en",
        "published": "2018-03-27",
        "text": f"{text} This is story {number}.",
    }


def write_articles(path: Path, numbers: range) -> Path:
    """A file of articles, one a line."""
    path.write_text("".join(json.dumps(article(n)) + "\n" for n in numbers), encoding="utf-8")
    return path


@pytest.fixture
def shards(tmp_path: Path) -> Path:
    """A folder of four shards, in one of them a bad line, and an empty file."""
    folder = tmp_path / "shards"
    folder.mkdir()
    for number in range(4):
        write_articles(folder / f"{number}.jsonl", range(5 * number, 5 * number + 5))
    with (folder / "2.jsonl").open("a") as stream:
        stream.write('{"text": "France\n')
    (folder / "empty.txt").write_text("")
    return folder
