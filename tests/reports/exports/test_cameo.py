"""CAMEO codes are those of the PLOVER project's conversion table, read the other way round."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kroniek.document import Event
from kroniek.ontology import CONTEXTS, EVENT_TYPES, MODES
from kroniek.reports.exports import cameo
from kroniek.reports.exports.cameo import Choice
from tests.made import event

WORDS = "It happened."

PAIRS = [(kind, mode) for kind in EVENT_TYPES for mode in (None, *MODES[kind])]


def coded(kind: str, mode: str | None = None, *contexts: str) -> str:
    made: Event = event(WORDS, WORDS, "happened", type=kind, mode=mode, contexts=contexts)
    return cameo.code_of(made)


@pytest.mark.parametrize(
    ("kind", "mode", "contexts", "code"),
    [
        ("CONSULT", "visit", (), "042"),
        ("AID", None, (), "070"),
        ("AID", None, ("health", "military"), "072"),
        ("AID", None, ("human_security",), "073"),
        ("THREATEN", "violence", (), "138"),
        ("THREATEN", "violence", ("cbrn",), "1385"),
        ("SANCTION", "discontinue", ("economic", "diplomatic"), "1621"),
        ("COERCE", "arrest", ("legal",), "173"),
        ("ASSAULT", None, ("military",), "190"),
        ("ASSAULT", "drone", ("military",), "195"),
        ("SANCTION", "convict", (), "116"),
    ],
)
def test_code_of(kind: str, mode: str | None, contexts: tuple[str, ...], code: str) -> None:
    assert coded(kind, mode, *contexts) == code


@pytest.mark.parametrize(("kind", "mode"), PAIRS)
def test_every_type_and_mode_in_every_context_has_a_code_on_every_scale(
    kind: str, mode: str | None
) -> None:
    for contexts in ((), *((context,) for context in CONTEXTS)):
        code = coded(kind, mode, *contexts)
        assert re.fullmatch(r"\d{3,4}", code)
        assert -10 <= cameo.goldstein(code) <= 10
        assert cameo.quad_class(code) in {1, 2, 3, 4}


def test_the_table_names_only_what_there_is() -> None:
    for choices in (cameo.table().codes, cameo.table().beyond):
        assert set(choices) <= set(EVENT_TYPES)
        for kind, mode, context, _ in rows(choices):
            assert mode is None or mode in MODES[kind]
            assert context is None or context in CONTEXTS


def test_levels() -> None:
    assert (cameo.base("1621"), cameo.root("1621")) == ("162", "16")
    assert (cameo.quad_class("040"), cameo.quad_class("070")) == (1, 2)
    assert (cameo.quad_class("138"), cameo.quad_class("190")) == (3, 4)
    assert [cameo.goldstein(code) for code in ("1385", "0871", "0311")] == [-7, 9, 5.2]


def rows(choices: dict[str, Choice]) -> Iterator[tuple[str, str | None, str | None, str]]:
    """Type, mode, context and code of each entry."""
    for kind, choice in choices.items():
        for mode, found in ((None, choice), *choice.modes.items()):
            if isinstance(found, str):
                yield kind, mode, None, found
                continue
            if found.code:
                yield kind, mode, None, found.code
            for context, code in found.contexts.items():
                yield kind, mode, context, code


PUBLISHED = re.compile(r"(\d{3,4}): (\w+) *, *([\w-]*) *, *([\w; ]*?) *(?:#|$)")


def test_codes_are_those_of_the_published_table(gold: Path) -> None:
    table = gold.parent / "anchors" / "CAMEO2PLOVER-2021.txt"
    published = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if found := PUBLISHED.match(line):
            code, kind, mode, contexts = found.groups()
            published[code] = (kind, mode or None, set(contexts.split("; ")))
    assert len(published) > 200
    for kind, mode, context, code in rows(cameo.table().codes):
        found_kind, found_mode, found_contexts = published[code]
        assert (found_kind, found_mode) == (kind, mode) or code in GENERAL, (kind, mode, code)
        assert context is None or context in found_contexts or code in GENERAL, (context, code)


GENERAL = {
    "105": "general code of 1051 to 1056, which are yield",
    "112": "general code of 1121 to 1125, which are allege",
    "124": "general code of 1243 to 1246, which are yield",
    "131": "general code of 1311 to 1313, which are relations and restrict",
    "110": "without a mode: general code of disapprove",
    "036": "",
}
"""Codes that the table has in another mode, while it has all that are narrower in this one."""
