"""The record over time from the command line: threats, promises, statements, reactions,
contradictions, track records, and decisions about them.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kroniek.cli import app
from kroniek.ledger import Ledger
from tests.ledger.news import Told, news

run = CliRunner().invoke

ARTICLES = (
    news("2024-01-10", "Iran threatened to attack Israel with missiles if it buys tanks.",
         Told("THREATEN", "threatened", "Iran", "Israel", condition="if it buys tanks"),
         title="Tension rises", id="a1"),
    news("2024-02-19", "Iran struck Israel with missiles on Monday.",
         Told("ASSAULT", "struck", "Iran", "Israel", on="Monday"), id="a2"),
    news("2024-02-20", "Israel bombed Iran on Tuesday.",
         Told("ASSAULT", "bombed", "Israel", "Iran", on="Tuesday"), id="a3"),
    news("2024-02-21", "Putin condemned Israel in a speech.",
         Told("ACCUSE", "condemned", "Putin", "Israel"), id="a4"),
    news("2024-03-01", "Germany promised to deliver tanks to Ukraine.",
         Told("AGREE", "promised", "Germany", "Ukraine"), id="a5"),
    news("2024-04-01", "Germany refused to deliver tanks to Ukraine.",
         Told("REJECT", "refused", "Germany", "Ukraine", mode="assist"), id="a6"),
    news("2024-04-02", "Iran threatened to expel diplomats of Poland.",
         Told("THREATEN", "threatened", "Iran", "Poland"), id="a7"),
)  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger of some threats and promises and what came of them."""
    path = tmp_path / "kroniek.db"
    with Ledger(path) as made:
        made.add_many(ARTICLES)
    return str(path)


def shown(ledger: str, *words: str) -> str:
    """What a command prints."""
    done = run(app, [*words, "--ledger", ledger])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def cells(ledger: str, *words: str) -> list[str]:
    """The cells of the first row of the table that a command prints, without their line breaks."""
    lines = [line for line in shown(ledger, *words).splitlines() if line[0] in "│├"]
    ends = [at for at, line in enumerate(lines) if line[0] == "├"]
    rows = [line.split("│")[1:-1] for line in lines[: min(ends, default=len(lines))]]
    return [" ".join(" ".join(column).split()) for column in zip(*rows, strict=True)]


def listed(ledger: str, *words: str) -> list[dict[str, Any]]:
    """What a command prints as JSON, an object a line."""
    return [json.loads(line) for line in shown(ledger, *words, "--format", "json").splitlines()]


def test_threats_are_a_table_of_who_whom_what_on_what_condition_and_what_came_of_it(
    ledger: str,
) -> None:
    day, who, whom, what, words, terms, status, _ = cells(ledger, "threats", "--recipient", "ISR")
    assert (day, who, whom) == ("2024-01-10", "Iran (IRN)", "Israel (ISR)")
    assert what == "threat ASSAULT missile"
    assert words.startswith("“Iran threatened to attack Israel")
    assert terms == "if it buys tanks deterrent"
    assert status.startswith("carried out event, 2024-02-19: “Iran struck Israel")


def test_threats_as_json_carry_their_condition_and_evidence(ledger: str) -> None:
    (one,) = listed(ledger, "threats", "--recipient", "ISR")
    assert (one["kind"], one["condition"], one["logic"]) == (
        "threat",
        "if it buys tanks",
        "deterrent",
    )
    assert (one["status"], one["findings"][0]["source"]["article"]) == ("carried out", "a2")


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--actor", "IRN"), ["a1", "a7"]),
        (("--actor", "IRN", "--status", "open"), ["a7"]),
        (("--type", "SANCTION"), ["a7"]),
        (("--means", "missile"), ["a1"]),
        (("--kind", "warning"), []),
        (("--since", "2024-02-01"), ["a7"]),
        (("--until", "2024-02-01"), ["a1"]),
        (("--text", "diplomats"), ["a7"]),
        (("--text", "tension"), ["a1"]),
        (("--limit", "1"), ["a7"]),
    ],
)
def test_threats_are_filtered(ledger: str, options: tuple[str, ...], found: list[str]) -> None:
    assert [one["told"][0]["article"] for one in listed(ledger, "threats", *options)] == found


def test_promises_are_apart_from_threats(ledger: str) -> None:
    (one,) = listed(ledger, "promises", "--actor", "Germany")
    assert (one["kind"], one["acts"], one["status"]) == ("promise", ["AID"], "contradicted")
    assert listed(ledger, "promises", "--actor", "IRN") == []


def test_a_limit_says_how_many_are_left_out(ledger: str) -> None:
    done = run(app, ["threats", "--ledger", ledger, "--limit", "1"])
    assert done.stderr == "the newest 1 of 2; --limit gives more\n"


def test_statements_tell_speaker_office_occasion_and_chain(ledger: str) -> None:
    (one,) = listed(ledger, "statements", "--actor", "RUS")
    assert one["speakers"] == [{"code": "RUS", "name": "Vladimir Putin", "office": "head of state"}]
    assert (one["occasions"], one["form"]) == (["speech"], "claim")
    assert [link["role"] for link in one["chain"]] == ["speaker", "article"]
    _, who, whom, what, how, _, chain, _ = cells(ledger, "statements", "--type", "accuse")
    assert (who, whom) == ("Vladimir Putin (RUS), head of state", "Israel (ISR)")
    assert (what, how) == ("ACCUSE actual", "claim speech")
    assert chain == "Vladimir Putin (RUS) > a4"
    assert listed(ledger, "statements", "--form", "quotation") == []


def test_reactions_tell_what_answers_what_and_how_that_is_known(ledger: str) -> None:
    (one,) = listed(ledger, "reactions", "--actor", "ISR")
    assert (one["how"], one["cause"]["told"]["article"]) == ("inferred", "a2")
    _, answer, _, cause, how, _ = cells(ledger, "reactions", "--actor", "ISR")
    assert answer.startswith("Israel (ISR) ASSAULT > Iran (IRN)")
    assert cause.startswith("Iran (IRN) ASSAULT > Israel (ISR)")
    assert how == "inferred 0.70"
    assert listed(ledger, "reactions", "--how", "said") == []


def test_reactions_to_reactions_are_shown_as_chains(ledger: str) -> None:
    with Ledger(ledger) as kept:
        kept.add(news("2024-02-21", "Iran shelled Israel on Wednesday.",
                      Told("ASSAULT", "shelled", "Iran", "Israel", on="Wednesday")))  # fmt: skip
    first, second, third = shown(ledger, "reactions", "--chains").split("\n\n")[0].splitlines()
    assert first.startswith("2024-02-19  Iran (IRN) ASSAULT > Israel (ISR)")
    assert second.startswith("   2024-02-20  Israel (ISR) ASSAULT > Iran (IRN)")
    assert third.startswith("      2024-02-21  Iran (IRN) ASSAULT > Israel (ISR)")
    (chain,) = listed(ledger, "reactions", "--chains")
    assert len(chain) == 2


def test_contradictions_are_proposed_until_someone_decides(ledger: str) -> None:
    (one,) = listed(ledger, "contradictions")
    assert (one["state"], one["reason"]) == ("proposed", "promises and refuses")
    assert "proposed" in shown(ledger, "contradictions")
    done = run(app, ["decide", one["id"], "accept", "--ledger", ledger, "--by", "tess"])
    assert done.stderr == f"contradiction {one['id']}: accept, by tess\n"
    assert listed(ledger, "contradictions", "--state", "accepted")[0]["id"] == one["id"]


def test_the_record_counts_and_gives_the_rate_with_its_interval_and_prior(ledger: str) -> None:
    assert shown(ledger, "record", "IRN").splitlines() == [
        "threats made            2",
        "carried out             1 (in part: 0)",
        "not carried out         0",
        "demand met first        0",
        "open or unclear         1",
        "rate of carrying out    0.75, 90 % interval 0.23 to 1.00 "
        "(Beta posterior, prior Beta(0.5, 0.5))",
    ]


def test_the_record_may_be_of_promises_of_a_target_of_means(ledger: str) -> None:
    def made(*options: str) -> int:
        (one,) = listed(ledger, "record", *options)
        return int(one["made"])

    assert made("DEU", "--promises") == 1
    assert made("IRN", "--recipient", "ISR") == 1
    assert made("IRN", "--means", "nuclear") == 0
    assert made("IRN", "--since", "2024-03-01") == 1


def test_a_decision_on_an_outcome_shows_in_the_table_and_the_record(ledger: str) -> None:
    (one,) = listed(ledger, "threats", "--recipient", "POL")
    run(
        app,
        ["decide", one["id"], "lapsed", "--ledger", ledger, "--by", "tess", "--note", "by phone"],
    )
    assert "tess, by phone" in shown(ledger, "threats", "--recipient", "POL")
    assert "not carried out         1" in shown(ledger, "record", "IRN")


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (
            ("threats", "--status", "done"),
            "--status: unknown value 'done'; choose from open, carried",
        ),
        (("threats", "--kind", "promise"), "--kind: unknown value 'promise'; choose from threat,"),
        (("threats", "--means", "words"), "--means: unknown value 'words'; choose from nuclear,"),
        (("statements", "--form", "song"), "--form: unknown value 'song'; choose from quotation"),
        (("reactions", "--how", "so"), "--how: unknown value 'so'; choose from said, inferred"),
        (("contradictions", "--state", "x"), "--state: unknown value 'x'; choose from stated"),
        (("decide", "zzz", "lapsed"), "nothing in the record has an id that begins with 'zzz'"),
    ],
)
def test_a_wrong_value_is_named_with_what_there_is(
    ledger: str, words: tuple[str, ...], complaint: str
) -> None:
    done = run(app, [*words, "--ledger", ledger])
    assert done.exit_code == 1
    assert complaint in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_ledger_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    where = tmp_path / "none.db"
    done = run(app, ["threats", "--ledger", str(where)])
    assert (done.exit_code, where.exists()) == (1, False)
