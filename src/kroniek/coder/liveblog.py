"""Live blogs: paragraphs that begin with a time of day, and the day that each is of."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date as Day
from datetime import timedelta
from itertools import pairwise

from kroniek.coder.moments import Moment

STAMP = re.compile(r"^\(?(?P<hour>[01]?\d|2[0-3])[.:h](?P<minute>[0-5]\d)\b", re.MULTILINE)
FEWEST = 3
"""Paragraphs with a time from which on an article is a live blog."""
HALF_DAY = 12 * 60
"""Minutes; a step of the clock by more is one over midnight."""


class LiveBlog:
    """The times that begin paragraphs of a text, with their days: those of the newest entry are of
    the day of publication, and a jump of the clock against their order is midnight.
    """

    def __init__(self, text: str, published: Day | None) -> None:
        found = list(STAMP.finditer(text))
        self.moments: list[Moment] = []
        if published is None or len(found) < FEWEST:
            return
        times = [60 * int(m["hour"]) + int(m["minute"]) for m in found]
        steps = [b - a for a, b in pairwise(times)]
        onward = [0 < step <= HALF_DAY or step < -HALF_DAY for step in steps]
        newest_last = sum(onward) > len(steps) / 2
        days = _days(list(reversed(times)) if newest_last else times, published)
        if newest_last:
            days.reverse()
        self.moments = [
            Moment(day, "day", match.start(), match.end())
            for match, day in zip(found, days, strict=True)
        ]
        self._starts = [moment.start for moment in self.moments]

    def at(self, place: int) -> Moment | None:
        """The day of the entry that a place in the text is in."""
        index = bisect_right(self._starts, place) - 1 if self.moments else -1
        return self.moments[index] if index >= 0 else None


def _days(times: list[int], published: Day) -> list[Day]:
    """The days of times that run back from the newest."""
    days = [published]
    for later, time in pairwise(times):
        days.append(days[-1] - timedelta(time > later))
    return days
