"""A ledger's entries with everything that an event can have, for tests of what is exported."""

from pathlib import Path

import pytest

from kroniek.document import Quantity
from kroniek.ledger import Entry, Ledger
from tests.made import article, event, party, sanctions, span, visit

ODD = 'Noord-Korea; "straks"\r\nviel\tOekraïne, €100% aan 🚀 met 1.5 ton\n\n=1+1.'


@pytest.fixture(scope="session")
def entries(tmp_path_factory: pytest.TempPathFactory) -> list[Entry]:
    """In order: a dated visit, a reaction to it, a sanction to come, and odd text without a day."""
    odd = event(
        ODD,
        ODD[:-1],
        "viel",
        status="negated",
        quantities=(Quantity(**span(ODD, "1.5 ton").model_dump(), value=1.5, unit="tonne"),),
        actors=(party(ODD, "Noord-Korea", "PRK"),),
        recipients=(party(ODD, "Oekraïne", "UKR", sector="MIL"),),
    )
    with Ledger(tmp_path_factory.mktemp("exports") / "ledger.db") as ledger:
        ledger.add(sanctions(title='Seoul: "enough", it says', source="https://example.org/a"))
        ledger.add(visit())
        ledger.add(article(ODD, odd, lang="nl", id="odd", source=None))
        return list(ledger.events())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to export into."""
    return tmp_path
