"""What the parts of a brief share while it is made: the ledger, the language, the notes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date as Day

from kroniek.ledger import Entry, Filter, Ledger
from kroniek.ledger.days import days_of
from kroniek.ledger.reactions import Deed
from kroniek.ledger.told_by import Source, Who
from kroniek.reports.brief import facts
from kroniek.reports.brief.acts import act_of, party_of
from kroniek.reports.brief.model import Line
from kroniek.reports.brief.notes import Notes
from kroniek.reports.sentences import Act, Grammar, Party, Phrase, Teller, numbers
from kroniek.reports.sentences.wording import fill, sentence


@dataclass
class Desk:
    """Where a brief is made."""

    ledger: Ledger
    wanted: Filter
    grammar: Grammar
    notes: Notes
    teller: Teller
    entries: dict[str, Entry] = field(default_factory=dict)

    def load(self, events: Iterable[str | None]) -> None:
        """Reads events by their ids, once."""
        missing = {event for event in events if event} - self.entries.keys()
        if missing:
            self.entries |= facts.entries_of(self.ledger, missing)

    def label(self, name: str, **values: str) -> str:
        """A label of the brief, filled in."""
        return fill(self.grammar.labels[name], values)

    def line(self, text: str, sources: Iterable[Source], *tags: str) -> Line:
        """A sentence with its notes."""
        return Line(sentence(text), self.notes.told(sources), tags)

    def act(self, deed: Deed) -> Act:
        """An act of the record, with all that its event tells if that is there."""
        entry = self.entries.get(deed.id)
        if entry is not None:
            return act_of(entry, self.grammar)
        return Act(
            deed.type, deed.mode, "actual", self.parties(deed.actors, None, "actors"),
            self.parties(deed.recipients, None, "recipients"),
        )  # fmt: skip

    def days(self, event: str | None, day: Day) -> tuple[Day, Day]:
        """The days on which an event of the record may have happened: more than one where its date
        is a month or year.
        """
        entry = self.entries.get(event or "")
        first, last = days_of(entry.event.date, entry.published) if entry else (None, None)
        within = first is not None and last is not None and first <= day <= last
        return (first, last) if within and first and last else (day, day)

    def when(self, event: str | None, day: Day) -> str:
        """When an event of the record happened, for the front of its sentence."""
        return numbers.when(*self.days(event, day), self.grammar)

    def parties(self, parties: Iterable[Who], event: str | None, side: str) -> tuple[Party, ...]:
        """Parties of the record, as their event has them."""
        entry = self.entries.get(event or "")
        known = [] if entry is None else [entry]
        found = (party_of(who, known, side) for who in parties)
        return tuple(
            one if one.lang else replace(one, lang=self.grammar.lang, mention=who.name)
            for one, who in zip(found, parties, strict=True)
        )

    def code(self, code: str) -> Phrase:
        """A state or organisation by its code."""
        return self.teller.namer.code(code)

    def bare(self, code: str) -> str:
        """A state or organisation without article, as a label."""
        name = self.code(code).text
        first, _, rest = name.partition(" ")
        return rest if rest and first in self.grammar.articles else name

    def command(self, name: str, **extra: str) -> str:
        """The command that lists what was counted, with the filter of the brief."""
        wanted = self.wanted
        options = {
            "actor": wanted.actor, "recipient": wanted.recipient, "type": wanted.type,
            "status": wanted.status, "since": wanted.since, "until": wanted.until,
            "text": wanted.text,
        } | extra  # fmt: skip
        told = [f"--{key} {_shell(str(value))}" for key, value in options.items() if value]
        return " ".join([f"kroniek {name}", *told])


def _shell(value: str) -> str:
    return f'"{value}"' if " " in value else value
