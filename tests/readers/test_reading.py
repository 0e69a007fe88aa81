"""Given a file: these articles, or one clear line that names the file and the fault."""

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kroniek.document import Document
from kroniek.readers import Rejected, content_id, read
from kroniek.readers.raw import MAX_BYTES

DUTCH = "Iran heeft donderdag gedreigd de inspecteurs uit te zetten. Dat zei de minister."
ENGLISH = "Iran on Thursday threatened to expel the inspectors, its foreign minister said."
GERMAN = (
    "Der Iran hat am Donnerstag damit gedroht, die Inspektoren auszuweisen. Das sagte der "
    "Außenminister vor der Presse. Die Behörde in Wien äußerte sich zunächst nicht dazu, will "
    "aber bis zum Wochenende eine Erklärung abgeben."
)

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def to_file(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return to_file


def one(path: Path, lang: str | None = None, published: date | None = None) -> Document:
    (found,) = read(path, lang, published)
    assert isinstance(found, Document)
    return found


def fault(path: Path, lang: str | None = None) -> str:
    (found,) = read(path, lang)
    assert isinstance(found, Rejected)
    assert found.source == str(path)
    return found.fault


def test_text_gets_title_language_date_and_an_id_from_its_words(write: Write) -> None:
    story = f"TEHERAN, 13 juni 2024 - {DUTCH}"
    article = one(write("bericht.txt", f"Iran dreigt met uitzetting\n\n{story}\n"))
    assert (article.title, article.text) == ("Iran dreigt met uitzetting", story)
    assert (article.lang, article.published) == ("nl", date(2024, 6, 13))
    assert article.id == content_id(article.title, article.text)
    assert article.source is not None
    assert article.source.endswith("bericht.txt")


def test_what_is_given_goes_before_what_is_read(write: Write) -> None:
    article = one(write("a.txt", DUTCH), lang="en", published=date(2020, 1, 2))
    assert (article.lang, article.published) == ("en", date(2020, 1, 2))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_common_encodings(write: Write, encoding: str) -> None:
    words = "De crisis in België is groot; de regering weigert te buigen voor het geweld."
    assert one(write("a.txt", words.encode(encoding))).text == words


def test_markdown_gives_words_without_marks(write: Write) -> None:
    page = f"""\
# Iran *dreigt*

{DUTCH} Lees [meer](https://example.org).

![foto](foto.jpg)

- **Eerste** punt
- Tweede punt
"""
    article = one(write("a.md", page))
    assert article.title == "Iran dreigt"
    assert article.text == f"{DUTCH} Lees meer.\n\nEerste punt\n\nTweede punt"


def test_markdown_front_matter_says_what_it_is(write: Write) -> None:
    page = f"---\ntitle: Iran dreigt\ndate: 2024-06-13\nlang: nl\nid: a-1\n---\n\n{DUTCH}\n"
    article = one(write("a.md", page))
    assert (article.id, article.title) == ("a-1", "Iran dreigt")
    assert (article.published, article.text) == (date(2024, 6, 13), DUTCH)


def test_html_gives_the_article_of_the_page(write: Write) -> None:
    more = "De inspecteurs van het agentschap blijven voorlopig in het land. " * 3
    page = f"""<!doctype html><html lang="en"><head><title>Iran dreigt - Krant</title>
<meta property="article:published_time" content="2024-06-13T10:00:00+02:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Iran dreigt</h1><p>{DUTCH}<br>En &amp; dat.</p><h2>Wenen</h2><p>{more}</p>
<ul><li>Eerste punt</li></ul></article><footer>Alle rechten voorbehouden</footer></body></html>"""
    article = one(write("a.html", page))
    assert article.title == "Iran dreigt"
    assert article.text.split("\n\n") == [
        f"{DUTCH} En & dat.", "Wenen", more.strip(), "Eerste punt",
    ]  # fmt: skip
    assert (article.lang, article.published) == ("nl", date(2024, 6, 13))


def test_json_is_read_for_its_words_alone(write: Write) -> None:
    record = {"id": "x", "lang": "nl", "published": "2024-06-13", "title": "", "text": DUTCH}
    article = one(write("a.json", json.dumps(record | {"events": [{"id": "e1"}], "extra": 1})))
    assert article.model_dump(mode="json", exclude={"source"}) == record


def test_json_with_text_alone_is_enough(write: Write) -> None:
    article = one(write("a.json", json.dumps({"text": f"Iran dreigt\n\n{DUTCH}"})))
    assert (article.title, article.text, article.lang) == ("Iran dreigt", DUTCH, "nl")


def test_json_lines_go_on_after_a_bad_line(write: Write) -> None:
    lines = [json.dumps({"text": DUTCH}), "{broken", "", json.dumps({"text": ENGLISH})]
    path = write("a.jsonl", "\n".join(lines))
    first, bad, last = read(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.source, last.source) == (f"{path}#1", f"{path}#4")
    assert str(bad).startswith(f"{path}#2: is broken JSON")


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (f"Iran dreigt\n\n{DUTCH}", "Iran dreigt"),
        (json.dumps({"title": "Kop", "text": DUTCH}, indent=1), "Kop"),
        (json.dumps({"title": "Kop", "text": DUTCH}) + "\n" + json.dumps({"text": DUTCH}), "Kop"),
        (f"<html><body><article><h1>Kop</h1><p>{DUTCH * 3}</p></article></body></html>", "Kop"),
    ],
)
def test_standard_input_is_read_as_what_it_looks_like(
    monkeypatch: pytest.MonkeyPatch, content: str, title: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content.encode())))
    first = next(read("-"))
    assert isinstance(first, Document)
    assert (first.title, first.source) == (title, "-" if "}\n{" not in content else "-#1")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.txt", "", "is empty"),
        ("a.txt", " \n\n ", "is empty"),
        ("a.json", '{"text": ""}', "is empty"),
        ("a.jsonl", "\n", "is empty"),
        ("a.txt", bytes(range(256)), "is not text but binary data"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not text but binary data"),
        ("a.json", '{"text": "half a \\ud800 pair"}', "is not text but binary data"),
        ("a.txt", GERMAN, "unknown language, perhaps 'de'; known are en, nl"),
        ("a.json", json.dumps({"text": DUTCH, "lang": "xx"}), "unknown language 'xx'"),
        ("a.json", json.dumps({"text": DUTCH, "published": "2024-02-31"}), "impossible date"),
        ("a.json", json.dumps({"text": DUTCH, "published": "soon"}), "impossible date 'soon'"),
        ("a.json", '{"text": ', "is broken JSON"),
        ("a.json", "[" * 100_000, "is broken JSON"),
        ("a.json", "[1, 2]", "is JSON but no article"),
        ("a.json", '{"text": 3}', "has a 'text' that is no string"),
        ("a.md", f"---\ndate: 2024-02-31\n---\n{DUTCH}", "has broken front matter"),
        ("a.html", "<html><body></body></html>", "is a page without an article in it"),
        ("a.txt", b"a" * (20 * 1024 * 1024), "is larger than 5 MB"),
        ("a.txt", "De minister zei dat. " * 60_000, "at most 1,000,000 are one article"),
    ],
)
def test_bad_input_gives_one_line_with_the_fault(
    write: Write, name: str, content: str | bytes, words: str
) -> None:
    said = fault(write(name, content))
    assert words in said
    assert "\n" not in said


def test_a_line_too_large_ends_its_file_but_keeps_what_came_before(write: Write) -> None:
    path = write("a.jsonl", json.dumps({"text": DUTCH}) + "\n" + "x" * (MAX_BYTES + 2))
    first, bad = read(path)
    assert isinstance(first, Document)
    assert "is larger than 5 MB" in str(bad)


def test_a_missing_file_and_an_empty_folder_are_named(tmp_path: Path) -> None:
    assert "No such file" in fault(tmp_path / "none.txt")
    assert "is a folder without files in it" in fault(tmp_path)


def test_a_folder_is_read_by_name_and_in_depth(write: Write, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    write("c.txt", DUTCH)
    write("b/a.json", json.dumps({"text": ENGLISH}))
    write("a.txt", "")
    write(".hidden/a.txt", DUTCH)
    (tmp_path / "loop").symlink_to(tmp_path)
    empty, first, last = read(tmp_path)
    assert str(empty) == f"{tmp_path}/a.txt: is empty"
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.source, last.source) == (f"{tmp_path}/b/a.json", f"{tmp_path}/c.txt")


def test_every_gold_article_is_read_as_it_is(gold: Path) -> None:
    for path in sorted(gold.glob("*/*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        article = one(path)
        assert (article.id, article.title, article.text) == (
            record["id"], record["title"], record["text"],
        )  # fmt: skip
