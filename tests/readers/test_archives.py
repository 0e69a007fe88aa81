"""Given an archive: each file in it by its own kind, nothing written, no bomb unpacked."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from pathlib import Path

import pytest

from kroniek.document import Document
from kroniek.readers import read
from kroniek.readers.reading import MAX_DEPTH

DUTCH = "Iran heeft donderdag gedreigd de inspecteurs uit te zetten. Dat zei de minister."
FILES = {
    "a.txt": DUTCH.encode(),
    "map/b.jsonl": (json.dumps({"title": "Kop", "text": DUTCH}) + "\n{broken\n").encode(),
    "map/.c.txt": b"hidden",
    "../../d.txt": DUTCH.encode(),
}


def zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return data.getvalue()


def lines(path: Path) -> list[str]:
    """What came out: sources of documents, and what is wrong with the rest."""
    found = (one.source or "" if isinstance(one, Document) else str(one) for one in read(path))
    return [line.removeprefix(str(path)) for line in found]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", zipped(FILES)),
        ("a.tar", tarred(FILES)),
        ("a.tgz", gzip.compress(tarred(FILES), mtime=0)),
        ("a.tar.gz", gzip.compress(tarred(FILES), mtime=0)),
        ("a.tar.bz2", bz2.compress(tarred(FILES))),
        ("a.tar.xz", lzma.compress(tarred(FILES))),
        ("zonder", zipped(FILES)),
        ("anders", tarred(FILES)),
    ],
)
def test_files_in_archives_are_read_by_their_kind(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    first, second, bad, last = lines(path)
    assert (first, second, last) == ("!/a.txt", "!/map/b.jsonl#1", "!/../../d.txt")
    assert bad.startswith("!/map/b.jsonl#2: is broken JSON")
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert not (tmp_path.parent.parent / "d.txt").exists()


@pytest.mark.parametrize("suffix", ["gz", "bz2", "xz"])
def test_a_packed_file_is_read_as_what_is_in_it(tmp_path: Path, suffix: str) -> None:
    pack = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[suffix]
    path = tmp_path / f"a.json.{suffix}"
    path.write_bytes(pack(json.dumps({"text": DUTCH}).encode()))
    assert lines(path) == [""]


def test_archives_within_archives_end(tmp_path: Path) -> None:
    data = zipped({"a.txt": DUTCH.encode()})
    for _ in range(MAX_DEPTH - 2):
        data = zipped({"in.zip": data})
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert lines(path) == ["!/in.zip" * (MAX_DEPTH - 2) + "!/a.txt"]
    path.write_bytes(zipped({"in.zip": data}))
    (line,) = lines(path)
    assert line.endswith(f"lies in more than {MAX_DEPTH} files within files")


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.zip", "a.tgz"])
def test_bombs_are_not_unpacked(tmp_path: Path, name: str) -> None:
    spaces = (b" " * 99_999 + b"\n") * 600
    path = tmp_path / name
    packed = {
        "a.jsonl.gz": lambda: gzip.compress(spaces, 6),
        "a.zip": lambda: zipped({"a.jsonl": spaces, "b.txt": DUTCH.encode()}),
        "a.tgz": lambda: gzip.compress(tarred({"a.jsonl": spaces}), 6),
    }
    path.write_bytes(packed[name]())
    found = lines(path)
    assert "unpacks to more than 200 times its size" in found[0]
    assert found[1:] == (["!/b.txt"] if name == "a.zip" else [])


def test_links_and_devices_are_not_followed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (("link", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert lines(path) == [
        f"!/{name}: is no plain file but a link or device; it is not read"
        for name in ("link", "hard")
    ]


def test_names_cannot_break_the_line(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a\nb\x1b[31m.txt": b""}))
    assert lines(path) == ["!/a?b?[31m.txt: is empty"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.zip", b"PK\x03\x04 and no more"),
        ("a.tar", b"no tar"),
        ("a.gz", b"\x1f\x8b and no more"),
        ("a.json.gz", gzip.compress(json.dumps({"text": DUTCH}).encode(), mtime=0)[:-20]),
        ("a.zip", zipped(FILES)[:-30]),
    ],
)
def test_broken_archives_give_one_line(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    (line,) = lines(path)
    assert "is broken or no such archive" in line


def test_a_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    data = bytearray(zipped({"a.txt": b"x" * 50 + DUTCH.encode(), "b.txt": DUTCH.encode()}))
    data[45] ^= 0xFF
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    bad, good = lines(path)
    assert bad.startswith("!/a.txt: ")
    assert good == "!/b.txt"
