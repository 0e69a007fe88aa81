"""YAML is read with words as words; a large file once, and no fault of the cache is ever seen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kroniek.errors import LexiconError
from kroniek.languages.yamlfiles import LARGE, read_yaml


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache folder, as KRONIEK_CACHE names it."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KRONIEK_CACHE", str(folder))
    return folder


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file that is worth caching."""
    path = tmp_path / "large.yaml"
    path.write_text("names: [Rutte, Orbán]\n" + "# filling\n" * (LARGE // 10), encoding="utf-8")
    return path


NAMES = {"names": ["Rutte", "Orbán"]}


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.json"))


def test_a_large_file_is_kept_as_json_and_read_from_there(cache: Path, large: Path) -> None:
    assert read_yaml(large) == NAMES
    (copy,) = kept(cache)
    assert json.loads(copy.read_text(encoding="utf-8")) == NAMES
    copy.write_text('{"names": ["from the cache"]}', encoding="utf-8")
    assert read_yaml(large) == {"names": ["from the cache"]}


def test_a_changed_file_is_read_anew(cache: Path, large: Path) -> None:
    read_yaml(large)
    large.write_text(large.read_text(encoding="utf-8").replace("Rutte", "Schoof"), "utf-8")
    assert read_yaml(large) == {"names": ["Schoof", "Orbán"]}
    assert len(kept(cache)) == 2


@pytest.mark.parametrize("damage", [b"", b'{"names": ["Rut', b"\xff\xfe"])
def test_a_broken_copy_is_read_over_and_mended(cache: Path, large: Path, damage: bytes) -> None:
    read_yaml(large)
    (copy,) = kept(cache)
    copy.write_bytes(damage)
    assert read_yaml(large) == NAMES
    assert json.loads(copy.read_text(encoding="utf-8")) == NAMES


def test_a_small_file_is_not_kept(cache: Path, tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text("names: [Rutte]", encoding="utf-8")
    assert read_yaml(path) == {"names": ["Rutte"]}
    assert not cache.exists()


def test_an_empty_kroniek_cache_switches_it_off(
    tmp_path: Path, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("KRONIEK_CACHE", "")
    assert read_yaml(large) == NAMES
    assert not (tmp_path / "home").exists()


def test_without_kroniek_cache_the_users_cache_folder_is_used(
    tmp_path: Path, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KRONIEK_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    read_yaml(large)
    assert len(kept(tmp_path / "home" / "kroniek")) == 1


def test_a_cache_that_cannot_be_written_is_done_without(
    tmp_path: Path, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("KRONIEK_CACHE", str(tmp_path / "file"))
    assert read_yaml(large) == NAMES


@pytest.mark.parametrize("word", ["on", "off", "yes", "no", "y", "n", "On", "NO", "True", "Yes"])
def test_words_that_yaml_takes_for_booleans_are_words(tmp_path: Path, word: str) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(f"{word}: [{word}]", encoding="utf-8")
    assert read_yaml(path) == {word: [word]}


def test_true_false_and_numbers_are_values_and_dates_are_text(tmp_path: Path) -> None:
    path = tmp_path / "values.yaml"
    path.write_text("[true, false, 12, 2024-06-21, null]", encoding="utf-8")
    assert read_yaml(path) == [True, False, 12, "2024-06-21", None]


def test_a_fault_names_the_file_and_the_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("one: 1\ntwo: [2\nthree: 3\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"broken\.yaml: .*line 3") as raised:
        read_yaml(path)
    assert "\n" not in str(raised.value)


def test_yaml_may_make_no_objects(tmp_path: Path) -> None:
    path = tmp_path / "object.yaml"
    path.write_text("!!python/object/apply:os.getcwd []", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"object\.yaml"):
        read_yaml(path)
