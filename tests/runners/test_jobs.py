"""Jobs: one output a shard, whole or not at all; what is there is not coded again."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from kroniek.coder.pipeline import code_documents
from kroniek.readers import Rejected, read
from kroniek.runners import Job, RunnerError, Task, run
from kroniek.runners.shards import Counts, code_shard

DONE = Counts(shards=5, articles=20, events=20, rejected=2)


def lines(folder: Path) -> list[str]:
    """All lines of all outputs, sorted."""
    found = (p for p in folder.glob("*.jsonl") if not p.name.endswith(".rejects.jsonl"))
    return sorted(line for path in found for line in path.read_text().splitlines())


def job(shards: Path, out: Path | str, **changes: object) -> Job:
    """A job that codes a folder of shards."""
    return Job([str(shards)], Task(str(out)), **changes)  # type: ignore[arg-type]


def test_each_shard_has_its_output_and_what_was_rejected_beside_it(
    shards: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    assert run(job(shards, out)) == DONE
    names = sorted(path.name.split("-")[0] for path in out.iterdir())
    assert names == [
        "0.jsonl",
        "1.jsonl",
        "2.jsonl",
        "2.jsonl",
        "3.jsonl",
        "empty.txt",
        "empty.txt",
    ]
    rejected = [json.loads(p.read_text()) for p in sorted(out.glob("*.rejects.jsonl"))]
    assert rejected[0]["source"] == f"{shards}/2.jsonl#6"
    assert rejected[1] == {"source": f"{shards}/empty.txt", "fault": "is empty"}


def test_what_is_written_is_what_the_coder_gives_in_the_order_of_the_shard(
    shards: Path, tmp_path: Path
) -> None:
    task = Task(str(tmp_path / "out"), first_pass=False)
    run(Job([str(shards / "0.jsonl")], task))
    documents = [d for d in read(shards / "0.jsonl") if not isinstance(d, Rejected)]
    coded = [json.dumps(one.to_json(), ensure_ascii=False) for one in code_documents(documents)]
    (output,) = (tmp_path / "out").iterdir()
    assert output.read_text().splitlines() == coded


def test_two_workers_write_what_one_writes(shards: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert run(job(shards, one)) == run(job(shards, two, workers=2)) == DONE
    written = {path.name: path.read_bytes() for path in one.iterdir()}
    assert written == {path.name: path.read_bytes() for path in two.iterdir()}


def test_a_job_goes_on_where_it_was_stopped(shards: Path, tmp_path: Path) -> None:
    whole, stopped = tmp_path / "whole", tmp_path / "stopped"
    run(job(shards, whole))
    for shard in ("0.jsonl", "3.jsonl"):
        code_shard(str(shards / shard), _made(stopped))
    before = {path.name: path.stat().st_mtime_ns for path in stopped.iterdir()}
    (stopped / ".1.jsonl-0.jsonl.0123abcd.part").write_text('{"id": "a5"')
    done = run(job(shards, stopped))
    assert (done.shards, done.present, done.articles) == (3, 2, 10)
    assert lines(stopped) == lines(whole)
    assert not list(stopped.glob(".*"))
    assert all((stopped / name).stat().st_mtime_ns == time for name, time in before.items())
    assert run(job(shards, stopped)) == Counts(present=5)


def _made(folder: Path) -> Task:
    folder.mkdir(exist_ok=True)
    return Task(str(folder))


def test_a_shard_that_fails_half_way_leaves_nothing(
    shards: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> object:
        raise OSError(28, "No space left on device")

    task = _made(tmp_path / "out")
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="No space"):
        code_shard(str(shards / "0.jsonl"), task)
    assert not list((tmp_path / "out").iterdir())


def test_parquet_holds_the_whole_article_and_columns_to_sort_by(
    shards: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(Job([str(shards / "1.jsonl")], Task(str(out), "parquet")))
    run(Job([str(shards / "1.jsonl")], Task(str(tmp_path / "lines"))))
    (path,) = out.glob("*.parquet")
    rows = pq.read_table(path).to_pylist()
    assert [row["id"] for row in rows] == ["a5", "a6", "a7", "a8", "a9"]
    assert [row["events"] for row in rows] == [2, 1, 0, 1, 2]
    assert str(rows[0]["published"]) == "2018-03-27"
    (written,) = (tmp_path / "lines").iterdir()
    assert [row["coded"] for row in rows] == written.read_text().splitlines()


def test_shards_and_outputs_may_be_urls(shards: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here", f"file://{tmp_path}/there"
    run(job(shards, here))
    done = run(Job([f"file://{shards}/*.jsonl"], Task(there)))
    assert (done.shards, done.articles, done.rejected) == (4, 20, 1)
    assert run(Job([f"file://{shards}"], Task(there))).shards == 1
    texts = [json.loads(line) | {"source": None} for line in lines(tmp_path / "there")]
    assert texts == [json.loads(line) | {"source": None} for line in lines(here)]


def test_a_url_that_leads_nowhere_gets_one_line(tmp_path: Path) -> None:
    with pytest.raises(RunnerError, match=r"^nowhere://x: cannot be reached: "):
        run(Job(["nowhere://x"], Task(str(tmp_path))))


def test_an_output_that_cannot_be_written_gets_one_line(shards: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RunnerError, match="give another --out"):
        run(job(shards, tmp_path / "file"))


def test_two_shards_of_one_name_have_outputs_of_their_own() -> None:
    task = Task("out")
    assert task.output("a/1.jsonl") != task.output("b/1.jsonl")
    assert task.output("s3://bucket/news 2024.warc.gz").startswith("news_2024.warc.gz-")


def test_an_article_that_cannot_be_coded_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"id": "a", "lang": "xx", "text": "Kaj."}, {"id": "b", "lang": "en", "text": "Rain."}]
    path.write_text("\n".join(map(json.dumps, rows)))
    done = run(Job([str(path)], Task(str(tmp_path / "out"))))
    assert (done.articles, done.rejected) == (1, 1)
