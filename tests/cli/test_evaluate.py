"""`kroniek evaluate`: codes gold afresh and reports how it did."""

import json
from pathlib import Path

from typer.testing import CliRunner

from kroniek.cli import app

EVENT = {
    "id": "e1", "type": "SANCTION", "mode": "expel", "contexts": ["diplomatic"],
    "status": "actual", "recipients": [], "date": "2018-03-26", "place": None,
    "actors": [{"text": "France", "code": "FRA", "sector": "GOV", "name": None}],
    "attribution": None, "condition": None, "quantities": [], "trigger": "expelled",
    "evidence": ["France expelled three Russian diplomats"],
}  # fmt: skip
GOLD = {
    "id": "g1", "lang": "en", "published": "2018-03-27", "title": "", "relations": [],
    "text": "France expelled three Russian diplomats on Monday. It rained.", "events": [EVENT],
}  # fmt: skip
MISSED = EVENT | {"id": "e2", "type": "AID", "trigger": "rained", "evidence": ["It rained"]}
SENTENCE = {
    "id": "s1", "lang": "en", "published": "2000-01-01", "title": "",
    "text": "Israel bombed Lebanon.",
    "gold": [{"type": "ASSAULT", "actors": ["ISR"], "recipients": ["LBN"]}],
}  # fmt: skip

run = CliRunner().invoke


def written(folder: Path, *records: dict[str, object]) -> str:
    for number, record in enumerate(records):
        suffix = "json" if "events" in record else "jsonl"
        (folder / f"{number}.{suffix}").write_text(json.dumps(record))
    return str(folder)


def test_figures_of_articles_and_sentences(tmp_path: Path) -> None:
    done = run(app, ["evaluate", written(tmp_path, GOLD, SENTENCE), "--json"])
    figures = json.loads(done.stdout)
    assert figures["articles"]["detect"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 1}
    assert figures["sentences"]["type"]["f1"] == 1.0


def test_the_report_is_readable_and_names_each_error(tmp_path: Path) -> None:
    gold = GOLD | {"events": [EVENT, MISSED]}
    done = run(app, ["evaluate", written(tmp_path, gold), "--errors"])
    first = done.stdout.splitlines()[0]
    assert first.split() == ["g1", "missed", "AID", "[FRA]", "->", "[]", "|", "It", "rained"]
    for word in ("precision", "detect", "By type", "SANCTION", "0.500"):
        assert word in done.stdout


def test_what_is_no_gold_gets_one_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}")
    done = run(app, ["evaluate", str(path)])
    assert done.exit_code == 1
    assert done.stderr == f'kroniek: {path}: is no gold: it has neither "events" nor "gold"\n'
