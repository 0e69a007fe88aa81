"""The user's own dictionaries: YAML, and PETRARCH's files as they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kroniek.errors import LexiconError
from kroniek.lexicon.dictionaries import Dated
from kroniek.lexicon.names import names
from kroniek.lexicon.own import own_actors
from kroniek.lexicon.petrarch import read_actors

ACTORS = """
# A made-up dictionary
ORDER_OF_THE_FALCON_ [UTOREB]   ; a comment
UN_ [IGOUNO]
JOHN_DOE
+J._DOE
+PRESIDENT_JOHN_DOE
\t[UTOGOV 970101-061231]
\t[ELI >20070101]
\t[UTOBUS 2004017-20061201]
"""


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    own_actors.cache_clear()
    names.cache_clear()
    yield
    own_actors.cache_clear()
    names.cache_clear()


def configure(folder: Path, monkeypatch: pytest.MonkeyPatch, **files: str) -> None:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    monkeypatch.setenv("KRONIEK_CONFIG", str(folder / "kroniek.toml"))


def test_petrarch_entries_have_names_and_dated_codes() -> None:
    entries = read_actors("x.actors.txt", ACTORS.splitlines())
    assert [entry.names for entry in entries] == [
        ["Order Of The Falcon"],
        ["UN"],
        ["John Doe", "J. Doe", "President John Doe"],
    ]
    assert entries[0].codes == [Dated("UTO", "REB")]
    assert entries[1].codes == [Dated("UN", "IGO")]
    assert entries[2].codes == [
        Dated("UTO", "GOV", "1997-01-01", "2006-12-31"),
        Dated(None, "ELI", "2007-01-01", None),
    ]


def test_a_synonym_before_any_name_is_an_error() -> None:
    with pytest.raises(LexiconError, match="line 1"):
        read_actors("x.actors.txt", ["+NOBODY"])


def test_the_user_s_names_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    configure(
        tmp_path,
        monkeypatch,
        kroniek__toml='actors = ["mine.yaml", "x.actors.txt"]',
        mine__yaml="- {name: Wagner Group, code: MINE, sector: BUS, variants: [PMC Wagner]}\n",
        x__actors__txt="",
    )
    (tmp_path / "x.actors.txt").write_text(ACTORS)
    lexicon = names("en")
    found = lexicon.lookup("PMC Wagner")
    assert found is not None
    assert (found.code, found.sector) == ("MINE", "BUS")
    doe = lexicon.lookup("John Doe")
    assert doe is not None
    assert lexicon.at_time(doe, date(2000, 1, 1)).code == "UTO"
    assert lexicon.at_time(doe, date(2010, 1, 1)).sector == "ELI"


def test_a_row_with_offices_is_a_person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = "- {name: Jane Roe, code: UTO, gender: f, offices: [[head of state, 2020]]}\n"
    configure(tmp_path, monkeypatch, kroniek__toml='actors = ["p.yaml"]', p__yaml=row)
    assert [p.code for p in names("nl").people.named(["Jane", "Roe"])] == ["UTO"]


@pytest.mark.parametrize(
    ("toml", "yaml", "message"),
    [
        ('actors = ["gone.yaml"]', "", "gone.yaml: no such dictionary"),
        ('actor = ["mine.yaml"]', "", "kroniek.toml"),
        ('actors = ["mine.yaml"]', "- {code: UTO}\n", "needs a name"),
    ],
)
def test_faults_are_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, toml: str, yaml: str, message: str
) -> None:
    configure(tmp_path, monkeypatch, kroniek__toml=toml, mine__yaml=yaml)
    with pytest.raises(LexiconError, match=message) as caught:
        own_actors()
    assert "\n" not in str(caught.value)
