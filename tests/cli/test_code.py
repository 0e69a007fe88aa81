"""`kroniek code`: articles in, coded articles out, one line for each bad file."""

import json
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from kroniek.cli import app
from kroniek.document import CodedArticle

DUTCH = (
    "Rusland heeft donderdag gedreigd de ambassade in Wenen te sluiten. Oostenrijk protesteerde."
)
ENGLISH = "France expelled three Russian diplomats on Monday, the foreign ministry said."

run = CliRunner().invoke


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """A good file, seven bad ones and another good one."""
    contents: dict[str, str | bytes] = {
        "1-dutch.txt": DUTCH,
        "2-empty.txt": "",
        "3-binary.txt": bytes(range(256)) * 10,
        "4-german.txt": "Der Präsident drohte am Montag mit der Ausweisung der Diplomaten. " * 4,
        "5-date.json": json.dumps({"text": ENGLISH, "published": "2024-02-31"}),
        "6-broken.json": '{"text": "France',
        "7-large.txt": "France. " * (20 * 1024 * 1024 // 8),
        "9-english.jsonl": json.dumps({"id": "en-1", "published": "2018-03-27", "text": ENGLISH}),
    }
    for name, content in contents.items():
        data = content.encode() if isinstance(content, str) else content
        (tmp_path / name).write_bytes(data)
    return sorted(str(tmp_path / name) for name in [*contents, "8-missing.txt"])


def test_good_files_are_coded_in_order_and_each_bad_one_gets_a_line(files: list[str]) -> None:
    done = run(app, ["code", "--format", "jsonl", *files])
    articles = [json.loads(line) for line in done.stdout.splitlines()]
    assert [article["lang"] for article in articles] == ["nl", "en"]
    assert [article["source"] for article in articles] == [files[0], files[8] + "#1"]
    complaints = done.stderr.splitlines()
    assert len(complaints) == 7
    for file, complaint in zip(files[1:8], complaints, strict=True):
        assert complaint.startswith(f"kroniek: {file}: ")
    assert done.exit_code == 1


def test_only_good_files_end_well(files: list[str]) -> None:
    done = run(app, ["code", "--format", "jsonl", files[0]])
    assert (done.exit_code, done.stderr) == (0, "")


def test_the_output_is_the_coded_article_of_the_schema(files: list[str]) -> None:
    schema = json.loads(run(app, ["schema"]).stdout)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    done = run(app, ["code", "--format", "jsonl", files[0], files[8]])
    for line in done.stdout.splitlines():
        article = json.loads(line)
        validator.validate(article)
        assert CodedArticle.model_validate(article).to_json() == article


def test_the_schema_refuses_an_event_without_evidence(files: list[str]) -> None:
    schema = json.loads(run(app, ["schema"]).stdout)
    article = json.loads(run(app, ["code", "--format", "jsonl", files[8]]).stdout)
    article["events"][0]["evidence"] = []
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(article, schema)


def test_twice_gives_the_same_bytes(files: list[str]) -> None:
    command = ["code", "--format", "jsonl", files[0], files[8]]
    assert run(app, command).stdout_bytes == run(app, command).stdout_bytes


def test_json_is_one_list(files: list[str]) -> None:
    lines = run(app, ["code", "--format", "jsonl", *files]).stdout.splitlines()
    assert json.loads(run(app, ["code", "--format", "json", *files]).stdout) == [
        json.loads(line) for line in lines
    ]


def test_a_table_shows_who_whom_what_when_status_and_words(files: list[str]) -> None:
    shown = run(app, ["code", files[8]]).stdout
    for word in ("France (FRA)", "SANCTION", "expel", "2018-03-26", "actual", "France expelled"):
        assert word in shown


def test_standard_input_with_language_and_date() -> None:
    command = ["code", "-", "--format", "jsonl", "--lang", "en", "--published", "2018-03-27"]
    article = json.loads(run(app, command, input=ENGLISH).stdout)
    assert (article["lang"], article["published"], article["source"]) == ("en", "2018-03-27", "-")
    assert article["text"] == ENGLISH


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--published", "2024-02-31", "--published: impossible date '2024-02-31'"),
        ("--lang", "xx", "--lang: unknown value 'xx'; choose from en, nl"),
    ],
)
def test_an_option_with_a_wrong_value_gets_one_line(option: str, value: str, words: str) -> None:
    done = run(app, ["code", "-", option, value], input=ENGLISH)
    assert done.exit_code == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_every_gold_article_is_coded_to_the_schema_twice_alike(gold: Path) -> None:
    files = sorted(map(str, gold.glob("*/*.json*")))
    first = run(app, ["code", "--format", "jsonl", *files])
    assert (first.exit_code, first.stderr) == (0, "")
    validator = jsonschema.Draft202012Validator(json.loads(run(app, ["schema"]).stdout))
    lines = first.stdout.splitlines()
    assert len(lines) == len(list(gold.glob("*/*.json"))) + 146
    for line in lines:
        validator.validate(json.loads(line))
    sample = files[::9]
    again = run(app, ["code", "--format", "jsonl", *sample]).stdout.splitlines()
    assert set(again) <= set(lines)
