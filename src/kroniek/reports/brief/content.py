"""Gathers all that a brief tells, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kroniek.ledger import Filter, Ledger
from kroniek.ledger.thread import Thread
from kroniek.ledger.threads import find_threads, refresh
from kroniek.reports.brief import days, facts, pictures
from kroniek.reports.brief.answers import Answers
from kroniek.reports.brief.commitments import Commitments
from kroniek.reports.brief.desk import Desk
from kroniek.reports.brief.measures import Measures
from kroniek.reports.brief.model import Brief, Group, Section
from kroniek.reports.brief.notes import Notes
from kroniek.reports.brief.track import Contradictions, track_group
from kroniek.reports.sentences import Teller, grammar, numbers
from kroniek.reports.sentences.wording import fill, sentence


def brief_content(ledger: Ledger, wanted: Filter, lang: str) -> Brief:
    """The brief of what passes a filter, in a language. LanguageError if none is written in it."""
    words = grammar(lang)
    desk = Desk(ledger, wanted, words, Notes(words), Teller(words))
    refresh(ledger)
    counted = facts.tallies(ledger, wanted)
    most = days.per_day(counted)
    threads = list(find_threads(ledger, wanted, days.MOST, per_day=most))
    desk.load(member.told.event for thread in threads for member in thread.members)
    sections = tuple(one for one in _sections(desk, threads, counted) if one.groups or one.chart)
    events = sum(one.number for one in counted)
    lead = desk.label(
        "lead", events=numbers.count(events, "event", words),
        articles=numbers.count(facts.articles(ledger, wanted), "article", words),
    ) if events else desk.label("nothing")  # fmt: skip
    limit = desk.label("method_limit", number=numbers.number(most, words))
    return Brief(
        lang=lang, title=_title(desk), period=_period(desk), since=wanted.since,
        until=wanted.until, lead=sentence(lead), sections=sections,
        notes=tuple(desk.notes.found), method=(words.labels["method_text"], limit),
        labels=words.labels,
    )  # fmt: skip


def _sections(
    desk: Desk, threads: Sequence[Thread], counted: Sequence[facts.Tally]
) -> Iterator[Section]:
    label = desk.grammar.labels
    yield Section("short", label["in_short"], _filled(days.in_short(desk, threads)))
    by_day = days.by_day(desk, threads, counted)
    yield Section("days", label["by_day"], by_day, pictures.timeline(desk, counted))
    chart, group = pictures.matrix(desk, facts.pairs(desk.ledger, desk.wanted))
    yield Section("pairs", label["who_to_whom"], _filled(group), chart)
    answers = Answers(desk)
    diagram = pictures.chain_diagram(desk, answers)
    yield Section("answers", label["answers"], answers.groups(), diagram)
    commitments = Commitments(desk)
    yield Section("open", label["open"], _filled(commitments.open_group()))
    yield Section("settled", label["settled"], _filled(commitments.settled_group()))
    yield Section("measures", label["measures"], _filled(Measures(desk).group()))
    yield Section("contradictions", label["contradictions"], _filled(Contradictions(desk).group()))
    yield Section("record", label["record"], _filled(track_group(desk)))


def _filled(group: Group) -> tuple[Group, ...]:
    return (group,) if group.items else ()


def _title(desk: Desk) -> str:
    """The title, with whom the brief is about."""
    actor = desk.wanted.actor
    if actor is None:
        return desk.grammar.labels["title"]
    who = desk.code(actor).text if actor.isupper() else actor
    return desk.label("about", title=desk.grammar.labels["title"], who=who)


def _period(desk: Desk) -> str:
    since, until = desk.wanted.since, desk.wanted.until
    if since is not None and until is not None:
        return numbers.period(since, until, desk.grammar)
    if since is not None:
        return fill(desk.grammar.labels["since"], {"first": numbers.day(since, desk.grammar)})
    if until is not None:
        return fill(desk.grammar.labels["until"], {"last": numbers.day(until, desk.grammar)})
    return ""
