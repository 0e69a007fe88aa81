"""Statements: who said what, to whom, where, in which words, and by which chain it came."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date as Day
from typing import Final, Literal, get_args

from kroniek.document import Party
from kroniek.ledger.acts import Act
from kroniek.ledger.contents import outcome_words
from kroniek.ledger.naming import named
from kroniek.ledger.told_by import Frozen, Source, Who, others_of, source_of, who_of
from kroniek.ledger.words import outlets, words
from kroniek.ontology import VERBAL_TYPES

Form = Literal["quotation", "paraphrase", "claim"]
FORMS: Final[tuple[str, ...]] = get_args(Form)

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]{2,}?)[\"”»]|‘([^‘’]{2,}?)’(?!\w)")


class Link(Frozen):
    """One step by which words came: the speaker, who passed it on, the article."""

    role: Literal["speaker", "outlet", "article"]
    name: str


class Statement(Frozen):
    """A verbal act, or an act that the article has someone tell. `form`: the speaker's own words
    (`quoted`), a paraphrase, or the article's own claim; `occasion` as in record.yaml.
    """

    id: str
    day: Day
    type: str
    mode: str | None
    status: str
    speakers: tuple[Who, ...]
    addressees: tuple[Who, ...]
    occasions: tuple[str, ...]
    form: Form
    quoted: str | None
    condition: str | None
    chain: tuple[Link, ...]
    told: Source


def statements(acts: Iterable[Act]) -> Iterator[Statement]:
    """The statements in acts, in their order."""
    acts = list(acts)
    parties: dict[int, list[Party]] = {}
    for act in acts:
        parties.setdefault(act.article, []).extend((*act.actors, *act.recipients))
    for act in acts:
        made = statement(act, parties[act.article])
        if made is not None:
            yield made


def statement(act: Act, parties: Iterable[Party]) -> Statement | None:
    """The statement that an act is, or None; `parties` are those that its article names, by which
    the code and office of who is quoted become known.
    """
    outlet = _outlet(act)
    by_outlet = act.attribution is not None and act.attribution.text == outlet
    attributed = () if by_outlet else speaker(act, parties)
    verbal = act.type in VERBAL_TYPES
    if (not attributed and not (verbal and act.actors)) or _is_mention(act):
        return None
    speakers = attributed or who_of(act.actors)
    quoted = _quoted(act)
    told_that = words(act.lang).says_that.search(act.sentence.text) is not None
    paraphrase = bool(attributed) or told_that
    chain = [Link(role="speaker", name=str(who)) for who in speakers]
    if outlet is not None:
        chain.append(Link(role="outlet", name=outlet))
    chain.append(Link(role="article", name=act.title or act.article_id))
    return Statement(
        id=act.id, day=act.first if act.published is None else min(act.first, act.published),
        type=act.type, mode=act.mode, status=act.status, speakers=speakers,
        addressees=others_of(act), occasions=_occasions(act),
        form="quotation" if quoted else "paraphrase" if paraphrase else "claim", quoted=quoted,
        condition=act.condition.text if act.condition else None, chain=tuple(chain),
        told=source_of(act),
    )  # fmt: skip


def speaker(act: Act, parties: Iterable[Party]) -> tuple[Who, ...]:
    """Who an act is attributed to, nobody if to nobody: one of these parties if the words are those
    of one, else whom they name.
    """
    said = act.attribution
    if said is None:
        return ()
    same = [party for party in parties if _is_same(party, said.text)]
    over = [party for party in parties if party.start < said.end and said.start < party.end]
    if over or same:
        return who_of((over or same)[:1])
    text = " ".join(said.text.split())
    for who in named(text, act.lang, act.published, adjectives=True):
        return (who if who.office else who.model_copy(update={"name": text}),)
    return (Who(code=None, name=text),)


def _is_same(party: Party, text: str) -> bool:
    """Whether words name a party: its mention, or the surname of its person."""
    told = text.casefold()
    if party.text.casefold() == told:
        return True
    return party.name is not None and party.name.split()[-1].casefold() in told.split()


def _is_mention(act: Act) -> bool:
    """Whether a threat or promise is only named in what came of it."""
    return act.type in ("THREATEN", "AGREE") and bool(outcome_words(act))


def _quoted(act: Act) -> str | None:
    """The words between quotation marks in the sentence that tells an act, or that the next one
    begins with; at least two.
    """
    after = _QUOTED.match(act.after)
    for match in (*_QUOTED.finditer(act.sentence.text), *filter(None, [after])):
        text = match.group(1) or match.group(2)
        if len(text.split()) > 1:
            return " ".join(text.split())
    return None


def _occasions(act: Act) -> tuple[str, ...]:
    table = words(act.lang).occasions
    found = table.first(act.sentence.text)
    return tuple(name for name in table.names if name in found)


def _outlet(act: Act) -> str | None:
    """The agency or broadcaster that the sentence says passed the words on."""
    text = act.sentence.text
    for match in outlets().finditer(text):
        if words(act.lang).reporting.search(text):
            return match.group()
    return None
