"""What is counted of the events of a filter is what the filter gives."""

from dataclasses import replace

import pytest

from kroniek.ledger import Filter, Ledger
from kroniek.ledger.facets import Facets, facets
from kroniek.ledger.listing import page_of_events
from kroniek.ledger.reviews import decide, undo
from tests.made import article, event, party, sanctions, visit

FILTERS = (
    Filter(),
    Filter(actor="RUS"),
    Filter(text="visit"),
    Filter(type="SANCTION"),
    Filter(context="economic"),
    Filter(country="KOR"),
    Filter(actor="nobody"),
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    ledger.add(sanctions())
    ledger.add(visit())
    hit = event("Alpha hit Beta.", "Alpha hit Beta", "hit")
    ledger.add(article("Alpha hit Beta.", hit, source="c.txt"))
    return ledger


def test_every_count_is_the_number_of_events_that_its_filter_gives(filled: Ledger) -> None:
    for wanted in FILTERS:
        found = facets(filled, wanted)
        assert found.events == len(list(filled.events(wanted)))
        for part, counts in (
            ("type", found.types), ("status", found.statuses), ("context", found.contexts),
            ("actor", found.actors), ("recipient", found.recipients), ("review", found.reviews),
        ):  # fmt: skip
            for value, count in counts:
                narrower = replace(wanted, **{part: value})
                if getattr(wanted, part) in (None, value):
                    assert count == len(list(filled.events(narrower))), (wanted, part, value)


def test_months_pairs_and_places_are_counted(filled: Ledger) -> None:
    found = facets(filled, Filter())
    assert found.months == (
        ("2024-06", "ACCUSE", 1),
        ("2024-06", "CONSULT", 1),
        ("2024-06", "SANCTION", 1),
    )
    assert found.pairs == ()
    assert [(spot.name, spot.country, spot.events) for spot in found.spots] == [("Seoul", "KOR", 1)]
    text = "Iran, Iran and Qatar hit Oman and Yemen."
    sides = {
        "actors": (
            party(text, "Iran", "IRN"),
            party(text, "Iran and", "IRN"),
            party(text, "Qatar", "QAT"),
        ),
        "recipients": (party(text, "Oman", "OMN"), party(text, "Yemen", "YEM")),
    }
    filled.add(article(text, event(text, text, "hit", **sides), source="d.txt"))
    pairs = [("IRN", "OMN"), ("IRN", "YEM"), ("QAT", "OMN"), ("QAT", "YEM")]
    assert facets(filled, Filter()).pairs == tuple((*pair, 1) for pair in pairs)


def test_counts_follow_what_comes_in_and_what_is_decided(filled: Ledger) -> None:
    assert facets(filled, Filter(type="AID")).events == 0
    (entry,) = filled.events(Filter(type="SANCTION"))
    aid = entry.event.model_copy(update={"type": "AID", "mode": None})
    made = decide(filled, 1, entry.id, "correct", aid, "tess")
    assert facets(filled, Filter(type="AID")).reviews == (("corrected", 1),)
    assert facets(filled, Filter(type="SANCTION")).events == 0
    undo(filled, made.number, "tess")
    assert _told(facets(filled, Filter())) == (4, (("open", 4),))
    decide(filled, 1, entry.id, "reject", None, "tess")
    assert _told(facets(filled, Filter())) == (3, (("open", 3), ("rejected", 1)))
    assert _told(facets(filled, Filter(review="rejected"))) == (1, (("rejected", 1),))


def test_a_page_holds_the_events_of_its_place_in_the_order_of_days(filled: Ledger) -> None:
    every = list(filled.events())
    told = [entry for _, entry in page_of_events(filled, Filter(), 10)]
    assert told == every
    assert [entry for _, entry in page_of_events(filled, Filter(), 2, 1)] == every[1:3]
    assert page_of_events(filled, Filter(), 2, 9) == []


def _told(found: Facets) -> tuple[int, tuple[tuple[str, int], ...]]:
    return found.events, found.reviews
