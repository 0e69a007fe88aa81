"""Who and where, as a language names them: states and organisations with article and number,
offices and persons, groups, and mentions that nothing is known of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, Literal

from kroniek.languages import folder
from kroniek.languages.yamlfiles import read_yaml
from kroniek.reports.sentences import numbers
from kroniek.reports.sentences.grammar import Grammar, Office, brief_languages, grammar
from kroniek.reports.sentences.wording import clean, fill, foreign, listed

Kind = Literal["state", "people", "things", "unknown"]

PEOPLE: Final = frozenset(
    {
        "person", "soldier", "police officer", "legislator", "diplomat", "ambassador", "employee",
        "expert", "family", "general", "inspector", "judge", "minister", "negotiator", "observer",
        "officer", "official", "president", "rescuer", "sailor", "student",
    }
)  # fmt: skip
"""Units that are people."""
SHORT: Final = 5
"""Words up to which a mention with a count is told as it stands."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who acts or undergoes: what is known, and the mention in its language. `count` is a number
    and unit that the mention holds, `vague` when it is no exact number.
    """

    code: str | None
    mention: str
    lang: str
    sector: str | None = None
    person: str | None = None
    office: str | None = None
    count: tuple[float, str] | None = None
    vague: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a party; `many` where verbs go with them in the plural."""

    text: str
    many: bool
    kind: Kind = "state"


class Namer:
    """Names parties in a language; a person gets the office the first time only."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self._met: set[str] = set()

    def restart(self) -> None:
        """From here on nobody has been named yet."""
        self._met.clear()

    def all(self, parties: Sequence[Party]) -> Phrase | None:
        """Parties as a list; None if none of them can be named."""
        named = {phrase.text: phrase for one in parties if (phrase := self.one(one))}
        if not named:
            return None
        phrases = list(named.values())
        text = listed([phrase.text for phrase in phrases], self.grammar.and_)
        kinds = {phrase.kind for phrase in phrases}
        kind = kinds.pop() if len(kinds) == 1 else "unknown"
        return Phrase(text, len(phrases) > 1 or phrases[0].many, kind)

    def one(self, party: Party) -> Phrase | None:
        """A party; None for a pronoun that nobody is known to stand for."""
        if party.person is not None:
            return Phrase(self._person(party), False, "people")
        if party.count is not None and not party.vague:
            return self._counted(party, party.count)
        if party.code is None:
            return self._mentioned(party)
        if (office := self._office(party)) is not None and office.text:
            text = uncapitalised(clean(party.mention), self.grammar)
            if party.lang == self.grammar.lang and self._is_plural(text):
                return Phrase(text, True, "people")
            return Phrase(self._with_office(party, office, ""), False, "people")
        if party.sector in self.grammar.names.sectors and not _is_its_own(party):
            return self._sector(party)
        return self.code(party.code)

    def code(self, code: str) -> Phrase:
        """A state or organisation with its article."""
        words = self.grammar.names
        return Phrase(with_article(code, self.grammar), code in words.many)

    def place(self, name: str) -> str:
        """Where: "in the Red Sea", by a place's English name."""
        own = _own_place(name, self.grammar)
        for pattern, article in self.grammar.place_the:
            if pattern.search(own):
                own = f"{article} {own}"
                break
        for pattern, template in self.grammar.place:
            if pattern.search(own):
                return fill(template, {"place": own})
        return own

    def _person(self, party: Party) -> str:
        name = self._spelt(party)
        office = self._office(party)
        if name in self._met or office is None or party.code is None:
            self._met.add(name)
            return name
        self._met.add(name)
        return self._with_office(party, office, name)

    def _spelt(self, party: Party) -> str:
        """A person's name as the language spells it: as in its table, or in the mention."""
        name = str(party.person)
        own = self.grammar.names.persons.get(name)
        if own is not None or party.lang != self.grammar.lang or not self.grammar.exonyms:
            return own or name
        words, told = name.split(), party.mention.split()[-len(name.split()) :]
        alike = len(words) == len(told) > 1 and all(
            one[0] == other[0] for one, other in zip(words, told, strict=True)
        )
        return " ".join(told) if alike else name

    def _office(self, party: Party) -> Office | None:
        words = self.grammar.names
        if party.office is None:
            return None
        if party.office == "head of state" and party.code in words.monarchies:
            return words.monarch
        special = words.offices_of.get(party.code or "", {}).get(party.office)
        return special or words.offices.get(party.office)

    def _with_office(self, party: Party, office: Office, name: str) -> str:
        words = self.grammar.names
        values = {
            "the": office.the or words.office["the"], "office": office.text, "person": name,
            "adjective": _adjective(party.code, self.grammar) or "",
            "name": with_article(str(party.code), self.grammar),
        }  # fmt: skip
        own = bool(values["adjective"])
        if name:
            return fill(words.office["own" if own else "of"], values)
        return fill(words.office["alone" if own else "alone_of"], values)

    def _sector(self, party: Party) -> Phrase:
        sector = self.grammar.names.sectors[str(party.sector)]
        adjective = _adjective(party.code, self.grammar) or ""
        values = {"adjective": adjective, "name": with_article(str(party.code), self.grammar)}
        text = fill(sector.own if adjective else sector.of, values)
        many = sector.many or (sector.many_of and not adjective)
        return Phrase(text, many, "people" if sector.many else "state")

    def _counted(self, party: Party, count: tuple[float, str]) -> Phrase:
        value, unit = count
        kind: Kind = "people" if unit in PEOPLE else "things"
        if party.lang == self.grammar.lang and len(party.mention.split()) <= SHORT:
            return Phrase(uncapitalised(clean(party.mention), self.grammar), value != 1, kind)
        adjective = _adjective(party.code, self.grammar) if value != 1 else None
        if adjective is not None:
            values = {
                "number": numbers.number(value, self.grammar), "adjective": adjective,
                "unit": numbers.unit(unit, value, self.grammar),
            }  # fmt: skip
            return Phrase(fill(self.grammar.counted, values), True, kind)
        told = numbers.count(value, unit, self.grammar)
        if party.code is not None:
            whom = self.code(party.code).text
            told = fill(self.grammar.tails["of_whom"], {"what": told, "whom": whom})
        return Phrase(told, value != 1, kind)

    def _mentioned(self, party: Party) -> Phrase | None:
        """A mention of whom nothing is known: in its own words."""
        text = clean(party.mention)
        if not text or text.casefold() in pronouns(party.lang):
            return None
        sector = self.grammar.names.sectors.get(party.sector or "")
        if party.lang != self.grammar.lang and not is_name(text):
            if sector is not None and party.count is None:
                return Phrase(sector.bare, sector.many, "people" if sector.many else "state")
            opening, closing, *_ = self.grammar.quotes
            return Phrase(f"{opening}{foreign(text, party.lang)}{closing}", False, "unknown")
        text = uncapitalised(text, self.grammar)
        return Phrase(text, self._is_plural(text), "unknown")

    def _is_plural(self, text: str) -> bool:
        return any(pattern.search(text) for pattern in self.grammar.plural)


def uncapitalised(text: str, grammar: Grammar) -> str:
    """A mention as it stands within a sentence: articles and numbers without their capital."""
    first, _, rest = text.partition(" ")
    small = first.lower()
    if small in grammar.articles or small in grammar.numbers or grammar.vague.fullmatch(small):
        return f"{small} {rest}".rstrip()
    return text


def is_name(text: str) -> bool:
    """Whether all words begin with a capital, so that they are the same in every language."""
    return all(word[:1].isupper() or word[:1].isdigit() for word in text.split())


@cache
def _states(lang: str) -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(folder(lang) / "names.yaml")
    return found


@cache
def _organisations() -> dict[str, dict[str, Any]]:
    """The first entry of each organisation's code."""
    found: dict[str, dict[str, Any]] = {}
    for row in read_yaml(files("kroniek.lexicon") / "organisations.yaml"):
        if row.get("code"):
            found.setdefault(str(row["code"]), row)
    return found


def code_of(text: str, lang: str) -> str | None:
    """The code of the state or organisation that words of a language name."""
    articles = grammar(lang).articles if lang in brief_languages() else ()
    first, _, rest = text.partition(" ")
    return _codes(lang).get(rest if first.lower() in articles else text)


@cache
def _codes(lang: str) -> dict[str, str]:
    """Codes by the names of states, their seats and organisations."""
    found: dict[str, str] = {}
    for code, row in _states(lang)["states"].items():
        for name in (*row["names"], *(row.get("seats") or ())):
            found.setdefault(str(name), str(code))
    for code, row in _organisations().items():
        for name in row.get(lang) or ():
            found.setdefault(str(name), code)
    return found


def _is_its_own(party: Party) -> bool:
    """Whether a sector is that of an organisation as a whole: rebels of a rebel movement."""
    return party.sector == _organisations().get(str(party.code), {}).get("sector")


@cache
def pronouns(lang: str) -> frozenset[str]:
    """The pronouns of a language."""
    return frozenset(map(str, _states(lang).get("pronouns") or ()))


def _adjective(code: str | None, grammar: Grammar) -> str | None:
    """The adjective of a state, in the form that stands before most nouns."""
    words = grammar.names
    if code is None or code in words.adjectives:
        return words.adjectives.get(str(code))
    known = _states(grammar.lang)["states"].get(code, {}).get("adjectives") or ()
    if not known:
        return None
    return str(known[min(words.adjective, len(known) - 1)])


def with_article(code: str, grammar: Grammar) -> str:
    """A state or organisation by its code, with its article."""
    words = grammar.names
    if code in words.named:
        return words.named[code]
    state = _states(grammar.lang)["states"].get(code)
    if state is not None:
        name = str(state["names"][0])
        for article, codes in words.the.items():
            if code in codes:
                return f"{article} {name}"
        return name
    row = _organisations().get(code, {})
    name = str((row.get(grammar.lang) or row.get("en") or [code])[0])
    if code in words.bare:
        return name
    for pattern, article in words.articles:
        if pattern.search(name):
            return f"{article} {name}".strip()
    return name


def _own_place(name: str, grammar: Grammar) -> str:
    """A place's name in the language, by its English name."""
    code = _codes_of_states().get(name)
    if code is not None:
        return with_article(code, grammar)
    return _places(grammar.lang).get(name, name) if grammar.exonyms else name


@cache
def _codes_of_states() -> dict[str, str]:
    rows = _states("en")["states"]
    return {str(row["names"][0]): str(code) for code, row in rows.items()}


@cache
def _places(lang: str) -> dict[str, str]:
    """Names in a language by the English ones: regions and capitals."""
    own = _states(lang)
    found: dict[str, str] = {}
    for name, english in (own.get("regions") or {}).items():
        found.setdefault(str(english), str(name))
    for code, row in read_yaml(files("kroniek.lexicon") / "states.yaml").items():
        seats = own["states"].get(code, {}).get("seats")
        if row.get("capital") and seats:
            found.setdefault(str(row["capital"]), str(seats[0]))
    return found
