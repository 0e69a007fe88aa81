"""Articles are found by the words in them, in both stores and both languages."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from kroniek.ledger import Ledger
from kroniek.ledger.engine import connected, upgrade
from kroniek.ledger.fulltext import Hit, search_articles
from kroniek.ledger.rows import revision_values
from kroniek.ledger.schema import ArticleRow, RevisionRow
from tests.made import article

ARTICLES = {
    "strike": ("en", "2024-06-01", "Strike on port", "A drone hit the port of Odessa at night."),
    "talks": ("en", "2024-06-02", "", "Talks about the port of Odessa went on; WHO was there."),
    "één": ("nl", "2024-06-03", "Aanval op haven", "Eén drone raakte de haven van Odessa."),
    "grain": ("en", None, "Grain deal", "Noord-Korea and the deal: ships with grain sailed."),
}


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for name, (lang, day, title, text) in ARTICLES.items():
        published = date.fromisoformat(day) if day else None
        ledger.add(article(text, id=name, lang=lang, title=title, published=published, source=name))
    return ledger


def ids(hits: Sequence[Hit]) -> set[str]:
    return {hit.id for hit in hits}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("port", {"strike", "talks"}),
        ("PORT Odessa", {"strike", "talks"}),
        ("port drone", {"strike"}),
        ("een", {"één"}),
        ("ÉÉN drone", {"één"}),
        ('"port of Odessa"', {"strike", "talks"}),
        ('"Odessa port"', set()),
        ('"port of', {"strike", "talks"}),
        ("gra*", {"grain"}),
        ("gr", set()),
        ("Odessa -drone", {"talks"}),
        ('Odessa -"at night"', {"talks", "één"}),
        ("haven OR grain", {"één", "grain"}),
        ("drone haven OR port", {"strike", "één"}),
        ("noord-korea", {"grain"}),
        ("korea deal", {"grain"}),
        ("WHO", {"talks"}),
        ("who was", {"talks"}),
        ("zeppelin", set()),
        ("-port", set()),
        ("", set()),
        ("OR", set()),
    ],
)
def test_words_find_articles(filled: Ledger, words: str, found: set[str]) -> None:
    assert ids(search_articles(filled, words)) == found


@pytest.mark.parametrize(
    "words",
    [
        "title:port", "port) OR (1=1", "port NEAR(odessa)", 'port" OR "x', "port AND", "NOT",
        "'; DROP TABLE articles; --", "\\", "port:*", "!!! & | <->", '"', "* - \x00 *", "((((",
        " ".join(["port"] * 5000), "x" * 100_000, "²½ _ ߿ 𝔘", "\ud800",
    ],
)  # fmt: skip
def test_odd_queries_are_only_words(filled: Ledger, words: str) -> None:
    search_articles(filled, words)
    assert ids(search_articles(filled, "port")) == {"strike", "talks"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from("\"*-()|&!:'\\ORport ")), max_size=40
    )
)
@example("-a OR -b")
def test_no_query_raises(filled: Ledger, words: str) -> None:
    assert ids(search_articles(filled, words)) <= set(ARTICLES)


def test_filters_narrow(filled: Ledger) -> None:
    assert ids(search_articles(filled, "Odessa", lang="nl")) == {"één"}
    assert ids(search_articles(filled, "Odessa", since=date(2024, 6, 2))) == {"talks", "één"}
    assert ids(search_articles(filled, "Odessa", until=date(2024, 6, 1))) == {"strike"}


def test_the_best_comes_first_and_pages_follow(filled: Ledger) -> None:
    ledger = filled
    ledger.add(article("Far away, years ago, a port of call was no port." + " So." * 300, id="far"))
    found = search_articles(ledger, "port")
    assert found[0].id == "strike", "a word in the title counts more"
    assert [hit.rank for hit in found] == sorted((hit.rank for hit in found), reverse=True)
    pages = [search_articles(ledger, "port", limit=1, offset=at)[0] for at in range(len(found))]
    assert pages == found


def test_only_the_newest_revision_is_found(filled: Ledger) -> None:
    filled.add(article("A tram stood still.", id="talks", source="talks"))
    assert ids(search_articles(filled, "port")) == {"strike"}
    assert ids(search_articles(filled, "tram")) == {"talks"}


def test_a_snippet_shows_the_words_where_they_stand(filled: Ledger) -> None:
    (hit,) = search_articles(filled, "een haven")
    _, _, title, text = ARTICLES["één"]
    whole = f"{title}\n\n{text}"
    shown = hit.snippet
    assert whole[shown.start : shown.start + len(shown.text)] == shown.text
    assert [shown.text[a:b] for a, b in shown.marks] == ["Eén", "haven"]


def test_a_text_too_long_for_one_index_entry_is_kept_and_found(ledger: Ledger) -> None:
    words = " ".join(f"w{number}x" for number in range(120_000))
    ledger.add(article(f"zeppelin {words}", id="long"))
    assert ids(search_articles(ledger, "zeppelin w7x")) == {"long"}


def test_postgresql_finds_other_forms_of_a_word(store: str, ledger: Ledger) -> None:
    ledger.add(article("Ships were sunk.", id="a", lang="en"))
    ledger.add(article("Schepen en dreigingen.", id="b", lang="nl"))
    stems = store == "postgresql"
    found = search_articles(ledger, "ship") + search_articles(ledger, "dreiging")
    assert ids(found) == ({"a", "b"} if stems else set())
    assert [hit.snippet.text[a:b] for hit in found for a, b in hit.snippet.marks] == (
        ["Ships", "dreigingen"] if stems else []
    )


def test_articles_from_before_there_was_an_index_are_found(empty_url: str) -> None:
    engine = connected(empty_url)
    upgrade(engine, "0001")
    with Session(engine) as session, session.begin():
        session.add(ArticleRow(number=1, key="old"))
        session.flush()
        told = article("Eén zeppelin.", id="old", lang="nl")
        session.add(RevisionRow(**revision_values(told, 1, 1)))
    engine.dispose()
    with Ledger(empty_url) as ledger:
        assert ids(search_articles(ledger, "een zeppelin")) == {"old"}
