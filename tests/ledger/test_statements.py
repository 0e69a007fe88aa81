"""Statements: who said what to whom, in which form, and by which chain it came."""

import pytest

from kroniek.document import CodedArticle
from kroniek.ledger.record import find_statements
from kroniek.ledger.statements import Statement
from tests.ledger.news import Told, kept, news

ACCUSED = Told("ACCUSE", "accused", "Putin", "Israel")


def statements(*articles: CodedArticle) -> list[Statement]:
    """The statements that articles tell."""
    with kept(*articles) as ledger:
        return list(find_statements(ledger))


def the(text: str, told: Told, lang: str = "en", title: str = "") -> Statement:
    """The one statement of an article."""
    (one,) = statements(news("2024-01-10", text, told, lang=lang, title=title))
    return one


def test_a_statement_tells_its_speaker_with_the_office_held_and_its_addressee() -> None:
    one = the("Putin accused Israel of sabotage.", ACCUSED)
    (who,) = one.speakers
    assert (who.name, who.code, who.office) == ("Vladimir Putin", "RUS", "head of state")
    assert [whom.key for whom in one.addressees] == ["ISR"]
    assert (one.type, str(one.day)) == ("ACCUSE", "2024-01-10")
    assert one.told.words == "Putin accused Israel of sabotage"


@pytest.mark.parametrize(
    ("text", "form", "quoted"),
    [
        ("Putin accused Israel of sabotage.", "claim", None),
        ("Putin accused Israel and said that it will pay.", "paraphrase", None),
        ("Putin accused Israel of “a stab in the back”.", "quotation", "a stab in the back"),
        ('Putin accused Israel of "a stab in the back".', "quotation", "a stab in the back"),
        ("Putin accused Israel of sabotage. “We will not forget,” he said.", "quotation",
         "We will not forget,"),
        ("Putin accused Israel of a “stab”.", "claim", None),
    ],
    ids=["claim", "paraphrase", "quotation", "straight quotes", "next sentence", "one word"],
)  # fmt: skip
def test_a_statement_is_a_quotation_a_paraphrase_or_the_articles_own_claim(
    text: str, form: str, quoted: str | None
) -> None:
    one = the(text, ACCUSED)
    assert (one.form, one.quoted) == (form, quoted)


@pytest.mark.parametrize(
    ("lang", "text", "occasions"),
    [
        ("en", "Putin accused Israel in an interview.", ("interview",)),
        ("en", "In a speech on state television Putin accused Israel.", ("television", "speech")),
        ("en", "Putin accused Israel in a letter to the Security Council.",
         ("letter", "united nations")),
        ("nl", "Op een persconferentie accused Putin Israel.", ("press conference",)),
        ("en", "Putin accused Israel.", ()),
    ],
)  # fmt: skip
def test_the_medium_or_occasion_is_told_where_the_sentence_tells_it(
    lang: str, text: str, occasions: tuple[str, ...]
) -> None:
    assert the(text, ACCUSED, lang).occasions == occasions


def test_an_act_that_someone_tells_is_their_statement() -> None:
    told = Told("ASSAULT", "bombed", "Russia", "Ukraine", by="the White House")
    one = the("Russia bombed Ukraine, the White House said.", told)
    (who,) = one.speakers
    assert (who.name, who.code, one.form) == ("the White House", "USA", "paraphrase")
    assert one.type == "ASSAULT"


def test_who_tells_it_is_known_by_the_parties_of_the_article() -> None:
    told = (Told("ASSAULT", "bombed", "Russia", "Ukraine", by="Putin"),
            Told("CONSULT", "visited", "Putin", "China"))  # fmt: skip
    article = news(
        "2024-01-10", "Russia bombed Ukraine, Putin said. Later Putin visited China.", *told
    )
    (one,) = statements(article)
    assert [who.name for who in one.speakers] == ["Vladimir Putin"]


def test_an_act_that_the_article_tells_itself_is_no_statement() -> None:
    told = Told("ASSAULT", "bombed", "Russia", "Ukraine")
    assert statements(news("2024-01-10", "Russia bombed Ukraine.", told)) == []


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Putin accused Israel.", ["speaker", "article"]),
        ("Putin accused Israel, according to TASS.", ["speaker", "outlet", "article"]),
        ("Putin accused Israel in the building of TASS.", ["speaker", "article"]),
    ],
)
def test_the_chain_leads_from_the_speaker_to_the_article(text: str, roles: list[str]) -> None:
    one = the(text, ACCUSED, title="A row")
    assert [link.role for link in one.chain] == roles
    assert (one.chain[0].name, one.chain[-1].name) == ("Vladimir Putin (RUS)", "A row")


def test_a_condition_is_part_of_the_statement() -> None:
    told = Told("THREATEN", "threatened", "Putin", "Poland", condition="if it sends troops")
    one = the("Putin threatened to attack Poland if it sends troops.", told)
    assert one.condition == "if it sends troops"


def test_a_threat_named_in_what_came_of_it_is_not_uttered_again() -> None:
    told = Told("THREATEN", "threat", "Russia", "Poland")
    text = "Russia carried out its threat against Poland."
    assert statements(news("2024-01-10", text, told)) == []
