"""`kroniek add` takes any kind of input, counts, and writes what it rejects to a file."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

from typer.testing import CliRunner

from kroniek.cli import app

EXPELLED = "France expelled three Russian diplomats on Monday, the foreign ministry said."
STRUCK = "Israel bombed targets in Lebanon on Tuesday. Iran condemned the attack."

run = CliRunner().invoke


def test_a_folder_a_zip_and_a_table_go_into_one_ledger(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(EXPELLED)
    with zipfile.ZipFile(folder / "b.zip", "w") as archive:
        archive.writestr("c.txt", STRUCK)
        archive.writestr("d.txt", "")
    (tmp_path / "e.csv").write_text(f'headline,body\nFrance expels,"{EXPELLED}"\nshort\n')
    rejects = tmp_path / "rejects.jsonl"
    ledger = ["--ledger", str(tmp_path / "l.db")]
    done = run(app, ["add", str(folder), *ledger, "--rejects", str(rejects)])
    assert done.exit_code == 1
    assert done.stderr.splitlines()[-1].startswith("2 new, 0 revised, 0 unchanged, 1 rejected;")
    (line,) = map(json.loads, rejects.read_text().splitlines())
    assert line == {"source": f"{folder}/b.zip!/d.txt", "fault": "is empty"}
    again = run(app, ["add", str(folder), *ledger])
    assert again.stderr.splitlines()[-1].startswith("0 new, 0 revised, 2 unchanged, 1 rejected;")
    columns = ["--columns", "title=headline,text=body"]
    table = run(app, ["add", str(tmp_path / "e.csv"), *ledger, *columns])
    assert "e.csv#3: is a row of 1 cells where the first row names 2" in table.stderr
    assert table.stderr.splitlines()[-1].startswith("1 new, 0 revised, 0 unchanged, 1 rejected;")


def test_a_wrong_mapping_gets_one_line(tmp_path: Path) -> None:
    done = run(app, ["add", "a.csv", "--columns", "kop", "--ledger", str(tmp_path / "l.db")])
    assert done.exit_code == 1
    assert done.stderr.startswith("kroniek: --columns: no mapping 'kop'")


def test_no_private_address_is_fetched(tmp_path: Path) -> None:
    done = run(app, ["add", "http://127.0.0.1:9/a", "--ledger", str(tmp_path / "l.db")])
    assert done.exit_code == 1
    assert "is an address of this machine or a private network" in done.stderr


READER = '''
"""Reads shouts: one article a line after an exclamation mark."""
from kroniek.readers import Draft, Rejected


def read_shouts(stream, source):
    for number, line in enumerate(stream, start=1):
        if not line.startswith(b"!"):
            yield Rejected(f"{source}#{number}", "is no shout")
        else:
            yield Draft(f"{source}#{number}", line[1:].decode(), title="Shout")
    raise RuntimeError("out of breath")
'''


def test_another_package_adds_a_format(tmp_path: Path) -> None:
    """A package with an entry point, installed as pip leaves it: its module and its metadata."""
    place = tmp_path / "site"
    info = place / "shouts-1.0.dist-info"
    info.mkdir(parents=True)
    (place / "shouts.py").write_text(READER)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shouts\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[kroniek.readers]\nshout = shouts:read_shouts\n")
    path = tmp_path / "a.shout"
    path.write_text(f"!{EXPELLED}\nquiet\n!{STRUCK}\n")
    script = (
        f"import sys; sys.path.insert(0, {str(place)!r})\n"
        "from kroniek.readers import read\n"
        f"for one in read({str(path)!r}): print(getattr(one, 'text', one))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.splitlines() == [
        EXPELLED,
        f"{path}#2: is no shout",
        STRUCK,
        f"{path}: cannot be read: RuntimeError('out of breath')",
    ]
