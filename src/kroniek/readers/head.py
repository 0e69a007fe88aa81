"""Title and publication date of an article, from how its first lines look."""

from datetime import date
from typing import Final

from kroniek.readers.dateline import find_dateline
from kroniek.readers.daynames import find_day

LONGEST_TITLE: Final = 160
"""Code points. The longest headline in the development gold has 105."""

LONGEST_DATE_LINE: Final = 80
"""Code points of a line above the story that says when it appeared."""

_HEAD_LINES: Final = 3
_PLACE: Final = 2
_NOTE: Final = 6
"""Words beside a date: of a place before it ("Den Haag, ..."), of a note ("Published on ...")."""

_SENTENCE_ENDS: Final = (".", ",", ";", ":")


def split_title(text: str, lang: str) -> tuple[str, str]:
    """Title and body of a text; the title is empty when the first line is none.

    A title is a first line that is short, ends in no full stop, is no bare date, and stands
    apart: before a blank line, a dateline, a date or a line that no page would hold.
    Both parts are exact pieces of the text.
    """
    text = text.strip()
    first, _, rest = text.partition("\n")
    title, body = first.strip(), rest.strip()
    if not body or len(title) > LONGEST_TITLE or title.endswith(_SENTENCE_ENDS):
        return "", text
    if _is_date_line(title, lang, words=_PLACE):
        return "", text
    following = rest.partition("\n")[0]
    apart = (
        not following.strip()
        or len(following) > LONGEST_TITLE
        or find_dateline(following, lang) is not None
        or _is_date_line(following, lang, words=_NOTE)
    )
    return (title, body) if apart else ("", text)


def find_published(text: str, lang: str) -> date | None:
    """The day of publication that the lines above a story or its dateline give in full."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_HEAD_LINES]:
        dateline = find_dateline(line, lang)
        if dateline is not None:
            return dateline.day.to_date() if dateline.day else None
        if _is_date_line(line, lang, words=_NOTE):
            day = find_day(line, lang)
            return day.to_date() if day else None
        if len(line) > LONGEST_DATE_LINE:
            return None
    return None


def _is_date_line(line: str, lang: str, words: int) -> bool:
    """Whether a line is no sentence but a full date with at most so many words beside it."""
    if len(line) > LONGEST_DATE_LINE or line.endswith((".", "!", "?")):
        return False
    day = find_day(line, lang)
    if day is None or day.to_date() is None:
        return False
    around = line[: day.start] + line[day.end :]
    return len([word for word in around.split() if word[0].isalpha()]) <= words
