"""An article that means harm neither executes nor breaks the page."""

from playwright.sync_api import Page, expect

from kroniek.document import Event, Party, Span
from tests.made import article
from tests.web.conftest import Serve

SCRIPT = "<script>window.harm = 1</script><img src=x onerror='window.harm = 1'>"
TURNED = "\u202eevil\u202c \u2066left\u2069"
WORDS = 200_000
EVENTS = 5_000


def test_a_hostile_article_is_shown_as_text(page: Page, serve: Serve) -> None:
    bench = serve(_hostile())
    page.goto(f"{bench.url}/articles/1", timeout=300_000)
    expect(page.locator(".card")).to_have_count(200)
    page.keyboard.press("j")
    expect(page.locator(".on-actor")).to_have_count(1)
    assert page.evaluate("window.harm") is None
    assert page.locator(".paper script, .paper img").count() == 0
    assert "\u202e" not in page.locator("body").inner_text()
    page.get_by_role("link", name="Next").click()
    expect(page.locator(".card")).to_have_count(200)
    for path in ("articles", "explore", "brief"):
        page.goto(f"{bench.url}/{path}?text=evil")
        assert page.evaluate("window.harm") is None


def _hostile():
    line = f"{SCRIPT} {TURNED} Alpha hit Beta."
    filler = " na" * (WORDS // EVENTS - 6)
    text, events, parts, at = "", [], [], 0
    title = f"{SCRIPT}{TURNED}"
    at = len(title) + 2
    for number in range(EVENTS):
        parts.append(line + filler)
        hit, actor = at + line.index("hit"), at + line.index("Alpha")
        events.append(
            Event(
                id=f"e{number}",
                type="ASSAULT",
                status="actual",
                actors=(Party(text="Alpha", start=actor, end=actor + 5, code="<b>"),),
                trigger=Span(text="hit", start=hit, end=hit + 3),
                evidence=(Span(text=line, start=at, end=at + len(line)),),
                confidence=0.5,
                rule="test",
            )
        )
        at += len(parts[-1]) + 1
    text = "\n".join(parts)
    return article(text, *events, title=title)
