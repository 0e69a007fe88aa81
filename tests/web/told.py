"""Articles made by hand that tell of threats, answers, contradictions and one event twice."""

from datetime import date

from kroniek.document import CodedArticle, EventDate, Quantity
from tests.made import article, event, party, span

DENIED = "Iran shelled the port on Monday. Iran denied that it had shelled the port."
THREAT = "Iran threatened to close the strait if Japan imposes sanctions."
CLOSED = "Japan imposed sanctions on Iran."
ANSWER = "Iran closed the strait to Japan."
EXPELLED = "Japan expelled envoys of Iran."


def denied() -> CodedArticle:
    """Iran shells a port, and denies it."""
    iran = (party(DENIED, "Iran", "IRN"),)
    told = event(DENIED, "Iran shelled the port", "shelled", actors=iran)
    denied = event(
        DENIED, "Iran denied that it had shelled the port", "denied",
        id="e2", status="negated", actors=iran,
    )  # fmt: skip
    tie = {"type": "contradicts", "from": "e2", "to": "e1"} | span(DENIED, "denied").model_dump()
    return article(DENIED, told, denied, relations=(tie,), published=date(2024, 6, 3))


def threat() -> CodedArticle:
    """Iran threatens Japan, on a condition."""
    made = event(
        THREAT, THREAT, "threatened",
        type="THREATEN", mode="restrict",
        actors=(party(THREAT, "Iran", "IRN"),), recipients=(party(THREAT, "Japan", "JPN"),),
        condition=span(THREAT, "if Japan imposes sanctions"),
    )  # fmt: skip
    return article(THREAT, made, published=date(2024, 6, 3), source="threat.txt")


def act(text: str, trigger: str, who: str, whom: str, day: int, **more: object) -> CodedArticle:
    """One sentence in which one of the two does something to the other, in June 2024."""
    codes = {"Iran": "IRN", "Japan": "JPN"}
    sides = {
        "actors": (party(text, who, codes[who]),), "recipients": (party(text, whom, codes[whom]),),
    }  # fmt: skip
    made = event(text, text, trigger, **sides, **more)
    return article(text, made, published=date(2024, 6, day), source=f"{trigger}.txt")


FIRST = "Japan imposed sanctions on Iran on 4 June 2024, hitting five banks."
SECOND = "On 4 June 2024 Japan imposed sanctions on Iran and four banks."


def bank_sanctions(text: str, banks: str, number: int, source: str) -> CodedArticle:
    """One sentence about sanctions that hit so many banks."""
    words = span(text, "4 June 2024").model_dump()
    made = event(
        text, text, "imposed",
        type="SANCTION",
        date=EventDate(**words, value="2024-06-04", precision="day"),
        actors=(party(text, "Japan", "JPN"),), recipients=(party(text, "Iran", "IRN"),),
        quantities=(Quantity(**span(text, banks).model_dump(), value=number, unit="bank"),),
    )  # fmt: skip
    return article(text, made, published=date(2024, 6, 5), source=source)


def record() -> list[CodedArticle]:
    """A threat that is carried out, answers to it, and a denial."""
    return [
        threat(),
        act(CLOSED, "imposed", "Japan", "Iran", 4, type="SANCTION"),
        act(ANSWER, "closed", "Iran", "Japan", 5, type="SANCTION"),
        act(EXPELLED, "expelled", "Japan", "Iran", 6, type="COERCE"),
        denied(),
    ]


def told_twice() -> list[CodedArticle]:
    """Two articles about one event, which give different counts."""
    return [
        bank_sanctions(FIRST, "five banks", 5, "one.txt"),
        bank_sanctions(SECOND, "four banks", 4, "two.txt"),
    ]
