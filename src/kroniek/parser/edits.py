"""Edit scripts: how the parser's lemma head writes a lemma, given the form and its particles.

A script is text, `case|particle|front|back|end|part` with fields that may be empty:

case      `l` lower case, `c` a capital first, `u` capitals, `k` as the form has it
particle  `@` puts the dependent particles before the lemma ("spoorde ... aan": aan_sporen),
          `+` cuts the longest known particle off the form's front ("meedoen": mee_doen)
front     `n:text`: take n characters off the front, put text there
back      `n:text`: take n characters off the end, put text there
part      `#` if the lemma is a compound whose parts `kroniek.parser.compounds` finds
whole     a lemma that shares nothing with its form ("is": zijn)
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

SEPARATOR = "_"
FROM_DEPENDENTS, FROM_FRONT, COMPOUND = "@", "+", "#"

Splitter = Callable[[str], str]


@dataclass(frozen=True)
class Edit:
    """A script, taken apart."""

    case: str
    particle: str = ""
    front: tuple[int, str] = (0, "")
    back: tuple[int, str] = (0, "")
    compound: bool = False
    whole: str = ""

    def __str__(self) -> str:
        """The script as text."""
        ends = [f"{cut}:{put}" if cut or put else "" for cut, put in (self.front, self.back)]
        return "|".join(
            (self.case, self.particle, *ends, COMPOUND if self.compound else "", self.whole)
        )


def parse_edit(script: str) -> Edit:
    """The script of a text that `str(Edit)` made."""
    case, particle, front, back, compound, whole = script.split("|", 5)
    return Edit(case, particle, _end(front), _end(back), compound == COMPOUND, whole)


def _end(field: str) -> tuple[int, str]:
    cut, _, put = field.partition(":")
    return int(cut or 0), put


def apply_edit(
    edit: Edit,
    form: str,
    dependents: Sequence[str] = (),
    particles: Collection[str] = (),
    split: Splitter | None = None,
) -> str | None:
    """The lemma, with SEPARATOR between its parts; None if the script doesn't fit the form.

    `dependents` are the forms of the word's particles (compound:prt), `particles` the known
    ones, and `split` puts SEPARATOR into a compound.
    """
    before = ""
    text = form if edit.case == "k" else form.lower()
    if edit.particle == FROM_DEPENDENTS:
        before = "".join(one.lower() + SEPARATOR for one in dependents)
    elif edit.particle == FROM_FRONT:
        known = longest_particle(text, particles)
        if known is None:
            return None
        before, text = known + SEPARATOR, text[len(known) :]
    if edit.whole:
        text = edit.whole
    else:
        (cut_front, put_front), (cut_back, put_back) = edit.front, edit.back
        if cut_front + cut_back >= len(text) + (not put_front and not put_back):
            return None
        text = put_front + text[cut_front : len(text) - cut_back] + put_back
    if edit.case == "c":
        text = text[:1].upper() + text[1:]
    elif edit.case == "u":
        text = text.upper()
    if edit.compound and split is not None:
        text = split(text)
    return before + text or None


def longest_particle(text: str, particles: Collection[str]) -> str | None:
    """The longest of `particles` that `text` begins with and is longer than."""
    for length in range(len(text) - 1, 0, -1):
        if text[:length] in particles:
            return text[:length]
    return None
