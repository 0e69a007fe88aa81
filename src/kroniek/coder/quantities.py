"""Quantities: counts tied to an event, with English units or currency codes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from kroniek.coder.arcs import feature, preposition_of
from kroniek.coder.calendar import calendar
from kroniek.coder.drafts import Count, Draft
from kroniek.coder.numbers import FIGURES, is_number, number_words, phrase_value
from kroniek.lexicon.names import Names, names

PERSON = "person"
NUMBERED = frozenset({"nummod", "compound", "amod", "det", "nmod", "flat", "nmod:desc"})
SKIPPED = frozenset({"det", "case", "punct", "cc", "acl:relcl", "acl", "advcl", "conj", "appos"})
FEW = 4
"""Most that "the four countries" refers back to. Set on the development gold: larger numbers with
an article are news ("de 190 aanwezige Kamerleden")."""
CROWDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "SANCTION", "AID"})
"""Types whose bare numbers count people: "98 were detained"."""
ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "conj", "nmod", "iobj"})


class Counter:
    """Reads the quantities in phrases of one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = number_words(doc.lang_)
        self.names: Names = names(doc.lang_)
        self.inside = {d.head.i for d in doc._.drafts}
        self.heads = {c.head.i for c in doc._.clauses}
        dates = calendar(doc.lang_).find(doc.text, doc._.published)
        self.dated = {
            t.i
            for m in dates
            if (words := doc.char_span(m.start, m.end, alignment_mode="expand"))
            for t in words
        }

    def counts(self, draft: Draft) -> list[Count]:
        """The counts among the words of a draft."""
        tokens = {t.i for t in (*draft.evidence, *self._below(draft), *self._parties(draft))}
        found: list[Count] = []
        nouns: set[Token] = set()
        taken = -1
        for i in sorted(tokens):
            if i > taken and (run := self._run(i)):
                taken = run[-1].i
                noun = self._noun(run)
                if noun in nouns or self._is_lower_bound(run) or self._is_named(run):
                    continue
                if (count := self._count(run, noun, draft, found)) is not None:
                    found.append(count)
                    nouns |= {noun} if noun is not None else set()
        return found

    def _parties(self, draft: Draft) -> Iterator[Token]:
        """The parties of an act, told outside its clause: "15 sailors who were captured"."""
        for role in ("subject", "object"):
            for token in draft.reading.clause.get(role):
                yield token
                yield from (t for c in token.children if c.dep_ not in SKIPPED for t in c.subtree)

    def _is_lower_bound(self, run: list[Token]) -> bool:
        """The first number of "thirty to fifty"."""
        after = self.doc[run[-1].i + 1 : run[-1].i + 3]
        return (
            len(after) == 2
            and after[0].lower_ in self.words.ranging
            and is_number(after[1].lower_, self.words)
        )

    def _is_named(self, run: list[Token]) -> bool:
        """A number that belongs to a name: "Leopard 2 tanks"."""
        before = self.doc[run[0].i - 1] if run[0].i else None
        if before is None or before.is_sent_start:
            return False
        return before.pos_ == "PROPN" and before.dep_ in ("compound", "flat")

    def _below(self, draft: Draft) -> Iterator[Token]:
        """What the act led to, told in a clause without a draft: "killing two marines"."""
        for child in draft.frame.head.children:
            if child.dep_ in ("advcl", "xcomp") and child.i in self.heads:
                if not any(t.i in self.inside for t in child.subtree):
                    if not any(c.dep_ in ("mark", "nsubj") for c in child.children):
                        yield from child.subtree

    def _run(self, at: int) -> list[Token]:
        """The number words from a token on."""
        run: list[Token] = []
        for token in self.doc[at:]:
            if token.i in self.dated or not (
                is_number(token.lower_, self.words) or self._links(run, token)
            ):
                break
            run.append(token)
        if run and run[-1].lower_ in self.words.articles:
            run.pop()
        if run and len(run) == 1 and run[0].lower_ in self.words.articles:
            return []
        return run

    def _links(self, run: list[Token], token: Token) -> bool:
        """Whether a word stands between number words: "tens of thousands"."""
        after = self.doc[token.i + 1 : token.i + 2]
        return (
            bool(run)
            and token.lower_ in self.words.linking
            and len(after) > 0
            and is_number(after[0].lower_, self.words)
            and not after[0].text[0].isdigit()
        )

    def _count(
        self, run: list[Token], noun: Token | None, draft: Draft, before: list[Count]
    ) -> Count | None:
        value = phrase_value([t.lower_ for t in run], self.words)
        if not value:
            return None
        if (money := self._money(run)) is not None:
            return Count(value, money[0], money[1])
        if noun is None:
            return self._bare(run, value, draft, before)
        unit = self._unit(noun)
        if unit is None or not self._is_apt(unit, draft) or self._is_known(run, noun, value):
            return None
        unit = self.words.of_types.get(f"{draft.type}.{draft.mode}", {}).get(unit, unit)
        unit = self.words.of_types.get(draft.type, {}).get(unit, unit)
        phrase = [t for c in noun.children if c.dep_ not in SKIPPED for t in c.subtree]
        return Count(value, unit, (noun, *run, *phrase))

    def _is_known(self, run: list[Token], noun: Token, value: float) -> bool:
        """Whether a small number only takes up what was told before: "the two countries"."""
        return value <= FEW and any(
            c.i < run[0].i and c.dep_ == "det" and (feature(c, "Definite") == "Def" or not c.morph)
            for c in noun.children
        )

    def _money(self, run: list[Token]) -> tuple[str, tuple[Token, ...]] | None:
        """The currency that stands before or behind a number, and all words of the sum."""
        sign = FIGURES.fullmatch(run[0].text)
        if sign is not None and sign["sign"].lower() in self.words.currencies:
            return self.words.currencies[sign["sign"].lower()], tuple(run)
        for i in (run[0].i - 1, run[-1].i + 1):
            if 0 <= i < len(self.doc):
                token = self.doc[i]
                for form in (token.lower_, token.lemma_.lower()):
                    if form in self.words.currencies:
                        return self.words.currencies[form], (token, *run)
        return None

    def _noun(self, run: list[Token]) -> Token | None:
        """The noun that a number counts: its head, or the one behind "of"."""
        token = next((t for t in run if t.head not in run), run[0])
        for child in token.children:
            if child.dep_.startswith("nmod") and child.i > run[-1].i and child.pos_ != "PRON":
                return child
        if token.dep_.split(":")[0] in NUMBERED and token.head.pos_ in ("NOUN", "PROPN", "ADJ"):
            return token.head if token.head.i > token.i else None
        return None

    def _bare(
        self, run: list[Token], value: int | float, draft: Draft, before: list[Count]
    ) -> Count | None:
        """A number without noun: of what was counted before it, else of people."""
        token = next((t for t in run if t.head not in run), run[0])
        if token.dep_ not in ARGUMENTS or token.pos_ not in ("NUM", "NOUN"):
            return None
        if before and before[-1].unit not in self.words.currencies.values():
            return Count(value, before[-1].unit, tuple(run))
        alone = token.dep_.startswith("nsubj") or token.dep_ == "obj"
        if draft.type in CROWDS and alone and not preposition_of(token):
            return Count(value, PERSON, tuple(run))
        return None

    def _is_apt(self, unit: str, draft: Draft) -> bool:
        """Whether an event of this type has such a quantity: time only as a sentence or the length
        of a strike, shares only as a duty.
        """
        if unit in self.words.times:
            return (draft.type, draft.mode) in (("SANCTION", "convict"), ("PROTEST", "strike"))
        return draft.type == "SANCTION" if unit in self.words.shares else True

    def _unit(self, noun: Token) -> str | None:
        forms = (noun.lemma_.lower(), noun.lower_, noun._.head_lemma)
        if any(form in self.words.uncounted for form in forms) or noun.dep_ == "compound":
            return None
        for form in forms:
            if form in self.words.units:
                return self.words.units[form]
        name = self.names.lookup(noun.text)
        if name is not None and name.kind == "people":
            return PERSON
        for form in forms:
            if form in self.names.groups:
                sector = str(self.names.groups[form].sector)
                if sector in self.words.sectors:
                    return self.words.sectors[sector]
        english = self.doc.lang_ == "en" and noun.pos_ == "NOUN" and noun.is_alpha
        return noun.lemma_.lower() if english else None


@Language.factory("kroniek_quantities", requires=["doc._.drafts"])
def quantities_component(nlp: Language, name: str) -> Quantities:
    """The component that finds the quantities of a Doc's drafts."""
    return Quantities()


class Quantities:
    """Sets `quantities` of each draft in `doc._.drafts`."""

    def __call__(self, doc: Doc) -> Doc:
        if doc._.drafts:
            counter = Counter(doc)
            for draft in doc._.drafts:
                draft.quantities = counter.counts(draft)
        return doc
