"""Tells an act as a sentence, or as a thing that another sentence speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kroniek.languages import cues
from kroniek.reports.sentences.grammar import Grammar, Light, Verb
from kroniek.reports.sentences.naming import Namer, Party, Phrase
from kroniek.reports.sentences.wording import clean, fill, foreign, slots, tidy


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article and their language."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Act:
    """What a sentence tells. `place` is an English name, `source` who says so, already named;
    `words` are the own words of what was said.
    """

    type: str
    mode: str | None
    status: str
    who: tuple[Party, ...] = ()
    whom: tuple[Party, ...] = ()
    place: str | None = None
    condition: Words | None = None
    source: str | None = None
    words: Words | None = field(default=None)


class Teller:
    """Makes the sentences of a language."""

    def __init__(self, grammar: Grammar, namer: Namer | None = None) -> None:
        self.grammar = grammar
        self.namer = namer or Namer(grammar)

    def tell(self, act: Act, front: str = "", adverb: str = "") -> str:
        """The act as a clause without capital and full stop; `front` stands before it (on a day,
        in response to), `adverb` where a place would.
        """
        tails, source = self.grammar.tails, act.source or ""
        if source and not front and tails["source_front"]:
            front, source = fill(tails["source_front"], {"source": source}), ""
        told = [self._clause(act, front, adverb)]
        if act.condition is not None:
            told.append(self.condition(act.condition))
        if source:
            told.append(_tail(tails["source"], {"source": source}))
        if act.words is not None:
            told.append(_tail(tails["words"], {"quote": self.quote(act.words)}))
        return tidy("".join(told))

    def thing(self, act: Act, date: str = "") -> str:
        """The act as a thing: "the air strike on Ukraine by Russia on 11 March 2025"."""
        noun = self.grammar.telling(act.type, act.mode).noun
        who, whom = self.namer.all(act.who), self.namer.all(act.whom)
        to = noun.state if noun.state and whom is not None and whom.kind == "state" else noun.to
        if whom is None and "whom" in slots(to):
            to = ""
        return fill(
            self.grammar.noun_last if noun.last else self.grammar.noun,
            {
                "noun": noun.the, "to": fill(to, {"whom": whom.text if whom else ""}),
                "of": noun.of, "who": who.text if who else "", "date": date,
            },
        )  # fmt: skip

    def kind(self, type: str, mode: str | None) -> str:
        """A type and mode as a thing that is not known yet: "an air strike"."""
        return self.grammar.telling(type, mode).noun.a

    def offered(self, type: str, mode: str | None) -> str:
        """A type and mode as what is promised or threatened with: "sanctions"."""
        noun = self.grammar.telling(type, mode).noun
        return noun.offered or noun.a

    def quote(self, words: Words) -> str:
        """Words in quotation marks, those within them in the other ones."""
        opening, closing, inner_opening, inner_closing = self.grammar.quotes
        text = clean(words.text).strip(" ,;:.")
        text = text.replace(opening, inner_opening).replace(closing, inner_closing)
        text = text.replace("„", inner_opening).replace('"', inner_closing)
        if words.lang != self.grammar.lang:
            text = foreign(text, words.lang)
        return f"{opening}{text}{closing}"

    def condition(self, condition: Words) -> str:
        """A condition as the tail of a sentence: a clause of this language, else in quotes."""
        text = clean(condition.text).strip(" ,;.")
        first = text.split(" ", 1)[0].lower()
        own = cues(self.grammar.lang) if condition.lang == self.grammar.lang else None
        if own is not None and first in own.conditions | own.waiting | own.inverted:
            told = text[:1].lower() + text[1:]
            return _tail(self.grammar.tails["condition"], {"condition": told})
        quoted = self.quote(Words(text, condition.lang))
        return _tail(self.grammar.tails["quoted_condition"], {"condition": quoted})

    def _clause(self, act: Act, front: str, adverb: str) -> str:
        who, whom = self.namer.all(act.who), self.namer.all(act.whom)
        telling = self.grammar.telling(act.type, act.mode)
        status = self.grammar.statuses[act.status]
        values = {
            "front": front, "who": who.text if who else "", "whom": whom.text if whom else "",
            "place": " ".join(filter(None, (adverb, self.namer.place(act.place)
                                            if act.place else ""))),
            "not": self.grammar.not_ if act.status == "negated" else "",
        }  # fmt: skip
        verb = None
        if who is not None:
            together = telling.together if whom is None and len(act.who) > 1 else None
            verb = together or _fitting(telling.verb, whom)
        values |= self._words(verb or telling.light, who)
        if verb is not None:
            denied = verb.no if act.status == "negated" else None
            values["rest"] = fill(denied or verb.rest, values)
        else:
            values |= self._light(telling.light, values, act.status == "negated")
        if who is not None:
            return fill(status.front if front else status.plain, values)
        return fill(status.nobody_front if front else status.nobody, values)

    def _light(self, light: Light, values: Mapping[str, str], negated: bool) -> dict[str, str]:
        to = fill(light.to, values) if values["whom"] else ""
        own = {
            "thing": light.thing, "no": light.no, "to": to, "end": light.end,
            "near": to if light.near else "", "far": "" if light.near else to,
        }  # fmt: skip
        template = self.grammar.light_negated if negated else self.grammar.light
        return own | {"rest": fill(template, {**values, **own})}

    def _words(self, told: Verb | Light, who: Phrase | None) -> dict[str, str]:
        """The verb's forms, and the finite verbs in the number of the subject."""
        many = who.many if who is not None else isinstance(told, Light) and told.many
        found = dict(zip(self.grammar.forms, told.words, strict=True))
        found |= self.finite(many)
        aux = told.aux if isinstance(told, Verb) else "have"
        return found | {slot: found[name] for slot, name in self.grammar.auxiliaries[aux].items()}

    def finite(self, many: bool) -> dict[str, str]:
        """The finite verbs of templates, in the singular or plural."""
        return {name: forms[many] for name, forms in self.grammar.finite.items()}


def _fitting(verb: Verb | None, whom: Phrase | None) -> Verb | None:
    """The verb, if it can be told with this recipient."""
    if verb is None or (whom is None and "whom" in slots(verb.rest)):
        return None
    if verb.only and (whom is None or whom.kind not in (verb.only, "unknown")):
        return None
    return verb


def _tail(template: str, values: Mapping[str, str]) -> str:
    """A tail, which may begin with a space."""
    return template[: len(template) - len(template.lstrip())] + fill(template, values)
