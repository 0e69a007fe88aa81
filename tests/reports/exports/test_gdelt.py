"""GDELT 1.0's columns: a row a pair of actor and recipient, of what happened."""

from pathlib import Path

import pandas as pd

from kroniek.ledger import Entry
from kroniek.reports.exports import gdelt


def written(entries: list[Entry], folder: Path) -> pd.DataFrame:
    done = gdelt.write(entries, folder)
    assert (done.events, done.left_out) == (2, 2), "a plan and a denial are left out"
    names = (folder / gdelt.HEADER_FILE).read_text().rstrip("\n").split("\t")
    return pd.read_csv(
        folder / gdelt.FILE, sep="\t", header=None, names=names, dtype=str, keep_default_na=False
    )


def test_there_are_58_columns(entries: list[Entry], folder: Path) -> None:
    frame = written(entries, folder)
    assert len(frame.columns) == len(gdelt.COLUMNS) == 58
    lines = (folder / gdelt.FILE).read_text(encoding="utf-8").splitlines()
    assert {line.count("\t") for line in lines} == {57}


def test_rows_are_pairs_with_codes(entries: list[Entry], folder: Path) -> None:
    putin, kim, seoul = written(entries, folder).to_dict("records")
    assert (putin["Actor1Code"], kim["Actor1Code"]) == ("RUS", "PRK")
    assert putin["Actor1Name"] == "VLADIMIR PUTIN"
    assert (putin["EventCode"], putin["EventBaseCode"], putin["EventRootCode"]) == (
        "042", "042", "04",
    )  # fmt: skip
    assert (putin["SQLDATE"], putin["MonthYear"], putin["Year"]) == ("20240619", "202406", "2024")
    assert putin["FractionDate"] == "2024.4630"
    assert (putin["QuadClass"], putin["GoldsteinScale"], putin["Actor2Code"]) == ("1", "1.9", "")
    assert putin["GLOBALEVENTID"] != kim["GLOBALEVENTID"]
    assert (seoul["Actor1Code"], seoul["Actor1CountryCode"], seoul["Actor1Type1Code"]) == (
        "KORGOV", "KOR", "GOV",
    )  # fmt: skip
    assert (seoul["DATEADDED"], seoul["SOURCEURL"]) == ("20240620", "b.txt")


def test_a_place_has_its_fips_country(entries: list[Entry]) -> None:
    (row,) = gdelt.rows_of(entries[2])
    assert row["ActionGeo_FullName"] == "Seoul, South Korea"
    assert (row["ActionGeo_CountryCode"], row["ActionGeo_Type"]) == ("KS", 4)
    assert (row["ActionGeo_Lat"], row["ActionGeo_Long"]) == (37.57, 126.98)


def test_text_with_tabs_and_line_ends_stays_one_row(entries: list[Entry], folder: Path) -> None:
    event = entries[3].event.model_copy(update={"status": "actual", "actors": ()})
    odd = event.recipients[0].model_copy(update={"text": 'a\t"b"\nc', "code": "NATO"})
    event = event.model_copy(update={"recipients": (odd,)})
    gdelt.write([entries[3].model_copy(update={"event": event})], folder)
    (line,) = (folder / gdelt.FILE).read_text(encoding="utf-8").splitlines()
    cells = dict(zip(gdelt.COLUMNS, line.split("\t"), strict=True))
    assert (cells["Actor2Name"], cells["Actor2KnownGroupCode"]) == ('A "B" C', "NATO")
