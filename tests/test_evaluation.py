"""The figures are those of the gold's own scorers, on the same files, to the last digit."""

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kroniek.errors import InputError
from kroniek.evaluation import load_gold, score, score_sentences
from kroniek.ontology import EVENT_TYPES, STATUSES

Json = dict[str, Any]

SETS = ("nl", "nl-more", "nl-real", "en", "en-more", "en-real")


def scorer(gold: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, gold / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoil(article: Json, chance: random.Random) -> Json:
    """A coder's answer that is partly wrong, in every way that figures tell apart."""
    events = [spoil_event(event, chance) for event in article["events"] if chance.random() < 0.8]
    if events and chance.random() < 0.5:
        events.append(dict(chance.choice(events), id="e99", type=chance.choice(EVENT_TYPES)))
    relations = [r for r in article["relations"] if chance.random() < 0.7]
    return {"id": article["id"], "events": events, "relations": relations}


def spoil_event(event: Json, chance: random.Random) -> Json:
    changed: Json = json.loads(json.dumps(event))
    changed["date"] = event["date"] and {"value": event["date"]}
    changed["place"] = event["place"] and {"name": event["place"]}
    changed["evidence"] = [{"text": text} for text in event["evidence"]]
    for key, others in (("type", EVENT_TYPES), ("status", STATUSES), ("mode", (None, "violence"))):
        if chance.random() < 0.15:
            changed[key] = chance.choice(others)
    for key in ("date", "place", "quantities", "actors", "recipients"):
        if chance.random() < 0.15:
            changed[key] = [] if isinstance(event[key], list) else None
    for party in changed["actors"] + changed["recipients"]:
        if chance.random() < 0.1:
            party["code"] = "XXX"
        if chance.random() < 0.1:
            party["name"] = None
    if chance.random() < 0.2:
        changed["trigger"] = {"text": chance.choice(event["evidence"][0].split())}
    return changed


@pytest.mark.parametrize("name", SETS)
@pytest.mark.parametrize("seed", [1, 2])
def test_figures_equal_those_of_the_gold_scorer(gold: Path, name: str, seed: int) -> None:
    articles = load_gold([gold / name]).articles
    chance = random.Random(seed)
    coded = {article["id"]: spoil(article, chance) for article in articles[:-1]}
    theirs = scorer(gold, "score").score({article["id"]: article for article in articles}, coded)
    assert score(articles, coded).to_json() == theirs


def test_errors_equal_those_of_the_gold_scorer(
    gold: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles = load_gold([gold / "nl"]).articles
    coded = {article["id"]: spoil(article, random.Random(3)) for article in articles}
    theirs = scorer(gold, "score")
    theirs.score({article["id"]: article for article in articles}, coded, errors=True)
    printed = capsys.readouterr().out.splitlines()
    ours = [str(fault) for fault in score(articles, coded).faults]
    assert list(map(plain, ours)) == list(map(plain, printed))


def plain(line: str) -> list[str]:
    return line.replace("'", "").split()


def test_sentence_figures_equal_those_of_the_gold_scorer(
    gold: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = gold / "gsr" / "gsr-dev.jsonl"
    sentences = load_gold([path]).sentences
    chance = random.Random(4)
    coded = {record["id"]: spoil_sentence(record, chance) for record in sentences[:-5]}
    system = tmp_path / "coded.jsonl"
    system.write_text("".join(json.dumps(article) + "\n" for article in coded.values()))
    monkeypatch.setattr("sys.argv", ["score_gsr.py", str(path), "--system", str(system)])
    source = (gold / "score_gsr.py").read_text(encoding="utf-8")
    exec(compile(source, "score_gsr.py", "exec"), {"__name__": "__main__"})
    printed = capsys.readouterr().out.splitlines()

    figures = score_sentences(sentences, coded).to_json()
    rows = {name: figures[name] for name in ("type", "triple")} | figures["types"]
    assert [line.split() for line in printed] == [
        f"{name} P {row['p']:.3f} R {row['r']:.3f} F1 {row['f1']:.3f} (gold {row['n']})".split()
        for name, row in rows.items()
    ]


def spoil_sentence(record: Json, chance: random.Random) -> Json:
    events = []
    for event in record["gold"]:
        actors = [{"code": code} for code in event["actors"] if chance.random() < 0.9]
        recipients = [{"code": code} for code in event["recipients"] if chance.random() < 0.8]
        kind = event["type"] if chance.random() < 0.7 else chance.choice(EVENT_TYPES)
        events.append({"type": kind, "actors": actors, "recipients": recipients})
    return {"id": record["id"], "events": events}


def test_a_perfect_coder_scores_one(gold: Path) -> None:
    articles = load_gold([gold / "en"]).articles
    rows = score(articles, {article["id"]: article for article in articles}).to_json()
    assert rows["detect"]["f1"] == rows["full"]["f1"] == rows["relation"]["f1"] == 1.0


def test_confusions_count_right_places_with_wrong_types() -> None:
    event = {
        "id": "e1", "type": "ASSAULT", "mode": None, "status": "actual", "actors": [],
        "recipients": [], "date": None, "place": None, "quantities": [],
        "trigger": "shelled", "evidence": ["troops shelled the town"],
    }  # fmt: skip
    gold = {"id": "a", "title": "", "text": "Then troops shelled the town.", "relations": []}
    figures = score(
        [gold | {"events": [event]}],
        {"a": {"events": [event | {"type": "COERCE"}], "relations": []}},
    )
    assert figures.confusions == {("ASSAULT", "COERCE"): 1}
    assert [fault.kind for fault in figures.faults] == ["missed", "extra"]


@pytest.mark.parametrize("content", ["{", "[]", '{"id": "a"}'])
def test_what_is_no_gold_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "bad.json"
    path.write_text(content)
    with pytest.raises(InputError, match=r"bad\.json: is no gold"):
        load_gold([path])
