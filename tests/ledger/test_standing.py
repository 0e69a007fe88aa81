"""Events stand as people left them: wherever events are read, after undoing, after re-coding."""

from sqlalchemy import MetaData, Table, insert, select

from kroniek.ledger import Filter, Ledger
from kroniek.ledger.act_rows import acts_of
from kroniek.ledger.engine import connected, upgrade
from kroniek.ledger.moving import moved
from kroniek.ledger.reviews import decide, undo
from kroniek.ledger.rows import event_values, revision_values
from kroniek.ledger.schema import ArticleRow, EventRow, RevisionRow
from kroniek.ledger.standing import mark
from tests.made import VISIT, article, event, party, sanctions, visit

HIT = "Alpha hit Beta. Gamma hit Delta."


def told(text: str = HIT, **more: object):
    first = event(text, "Alpha hit Beta", "hit", actors=(party(text, "Alpha", "AAA"),))
    return article(text, first, id="one", **more)


def kinds(ledger: Ledger, **asked: str) -> list[tuple[str, str]]:
    """Type and state of the events that pass a filter."""
    return [(one.event.type, one.review) for one in ledger.events(Filter(**asked))]


def test_a_rejected_event_is_gone_but_can_be_asked_for(ledger: Ledger) -> None:
    ledger.add(told())
    (entry,) = ledger.events()
    made = decide(ledger, 1, entry.id, "reject", None, "tess")
    assert kinds(ledger) == []
    (rejected,) = ledger.events(Filter(review="rejected"))
    assert (rejected.id, rejected.review, rejected.reviewer) == (entry.id, "rejected", "tess")
    undo(ledger, made.number, "tess")
    assert list(ledger.events()) == [entry]


def test_a_corrected_event_stands_in_place_of_the_coded_one(ledger: Ledger) -> None:
    ledger.add(told())
    (entry,) = ledger.events()
    left = entry.event.model_copy(
        update={"type": "THREATEN", "actors": (party(HIT, "Gamma", "GGG"),)}
    )
    decide(ledger, 1, entry.id, "correct", left, "tess")
    (now,) = ledger.events()
    assert (now.id, now.event, now.review) == (entry.id, left, "corrected")
    assert kinds(ledger, type="ASSAULT") == []
    assert kinds(ledger, actor="GGG") == [("THREATEN", "corrected")]
    assert ledger.event(entry.id[:6]) == now
    again = left.model_copy(update={"type": "COERCE"})
    made = decide(ledger, 1, entry.id, "correct", again, "bob")
    assert kinds(ledger) == [("COERCE", "corrected")]
    undo(ledger, made.number, "bob")
    assert kinds(ledger) == [("THREATEN", "corrected")]


def test_an_added_event_appears_and_goes_when_undone(ledger: Ledger) -> None:
    ledger.add(told())
    made = event(HIT, "Gamma hit Delta", "Gamma hit Delta", id="new", type="COERCE")
    added = decide(ledger, 1, "new", "add", made, "tess")
    assert kinds(ledger) == [("ASSAULT", "open"), ("COERCE", "added")]
    rejected = decide(ledger, 1, "new", "reject", None, "bob")
    assert kinds(ledger) == [("ASSAULT", "open")]
    assert kinds(ledger, review="rejected") == [("COERCE", "rejected")]
    undo(ledger, rejected.number, "bob")
    undo(ledger, added.number, "tess")
    assert kinds(ledger) == [("ASSAULT", "open")]


def test_what_is_coded_blind_changes_nothing(ledger: Ledger) -> None:
    ledger.add(told())
    (entry,) = ledger.events()
    decide(ledger, 1, entry.id, "reject", None, "anna", blind=True)
    assert list(ledger.events()) == [entry]


def test_decisions_hold_after_the_article_is_coded_anew(ledger: Ledger) -> None:
    ledger.add(told())
    (entry,) = ledger.events()
    left = entry.event.model_copy(update={"type": "COERCE"})
    decide(ledger, 1, entry.id, "correct", left, "tess")
    made = event(HIT, "Gamma hit Delta", "Gamma hit Delta", id="new", type="AID")
    decide(ledger, 1, "new", "add", made, "tess")
    longer = "It was night. " + HIT
    ledger.add(told(longer))
    now = list(ledger.events())
    assert [(one.event.type, one.review) for one in now] == [
        ("COERCE", "corrected"),
        ("AID", "added"),
    ]
    for one in now:
        assert one.revision == 2
        span = one.event.evidence[0]
        assert longer[span.start : span.end] == span.text
    ledger.add(told("It was night. Alpha hit Beta. Nothing else."))
    assert kinds(ledger) == [("COERCE", "corrected")]


def test_the_record_reads_events_as_people_left_them(ledger: Ledger) -> None:
    ledger.add(sanctions())
    ledger.add(visit())
    first, *_ = ledger.events()
    before = _mark(ledger)
    decide(ledger, 2, first.id, "reject", None, "tess")
    assert _mark(ledger) != before
    with ledger.session() as session:
        acts, _ = acts_of(session)
    assert len(acts) == 2
    assert first.id not in {act.id for act in acts}


def test_events_from_before_there_were_standings_stand(empty_url: str) -> None:
    engine = connected(empty_url)
    upgrade(engine, "0005")
    one = visit()
    with engine.begin() as connection:
        before = Table("events", MetaData(), autoload_with=connection)
        connection.execute(insert(ArticleRow).values(number=1, key="k"))
        connection.execute(insert(RevisionRow).values(number=1, **revision_values(one, 1, 1)))
        for number, row in enumerate(event_values(one, ["a", "b"], 1), 1):
            told = {name: value for name, value in row.items() if name in before.columns}
            connection.execute(insert(before).values(number=number, **told))
    engine.dispose()
    with Ledger(empty_url) as ledger, ledger.session() as session:
        found = session.scalars(select(EventRow).order_by(EventRow.number)).all()
        assert [(row.id, row.review, row.standing.state) for row in found] == [
            ("a", 0, "open"),
            ("b", 0, "open"),
        ]


def test_an_event_moves_with_its_words_and_not_without_them() -> None:
    made = event(VISIT, "Putin visited Kim", "visited", actors=(party(VISIT, "Putin", "RUS"),))
    assert moved(made, VISIT) is made
    later = moved(made, f"Yesterday. {VISIT}")
    assert later is not None
    assert later.trigger.start == made.trigger.start + len("Yesterday. ")
    assert later.actors[0].code == "RUS"
    assert moved(made, "Putin met Kim") is None


def _mark(ledger: Ledger) -> str:
    with ledger.session() as session:
        return mark(session)
