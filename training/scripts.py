"""Lemma scripts from treebanks: which edit makes a lemma of a form (`kroniek.parser.edits`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from kroniek.parser.edits import FROM_DEPENDENTS, FROM_FRONT, SEPARATOR, Edit, longest_particle
from training.conllu import Sentence

LEAST_SHARED = 1  # letters that form and lemma must share, to be no whole new word
LEAST_SEEN = 4  # uses of a script (a word counts up to three times, see `choose_scripts`)
LEAST_PARTICLE = 2  # uses of a particle


def known_particles(sentences: Iterable[Sentence]) -> list[str]:
    """The first parts of verbs' lemmas ("mee" of "mee_doen"), seen LEAST_PARTICLE times."""
    seen = Counter(
        word.lemma.partition(SEPARATOR)[0]
        for sentence in sentences
        for word in sentence.words
        if word.tag == "VERB" and SEPARATOR in word.lemma[1:-1]
    )
    return sorted(name for name, count in seen.items() if count >= LEAST_PARTICLE)


def script_of(
    form: str, lemma: str, tag: str, dependents: Sequence[str], particles: Collection[str]
) -> str:
    """The script that makes `lemma` of `form`, as text."""
    return _script_of(form, lemma, tag, tuple(dependents), frozenset(particles))


@lru_cache(1_000_000)
def _script_of(
    form: str, lemma: str, tag: str, dependents: tuple[str, ...], particles: frozenset[str]
) -> str:
    if SEPARATOR not in lemma.strip(SEPARATOR):
        return str(_plain(form, lemma))
    if tag == "VERB":
        before = "".join(one.lower() + SEPARATOR for one in dependents)
        if before and lemma.startswith(before):
            rest = _plain(form, lemma[len(before) :])
            return str(Edit(rest.case, FROM_DEPENDENTS, rest.front, rest.back, False, rest.whole))
        first, _, last = lemma.partition(SEPARATOR)
        if longest_particle(form.lower(), particles) == first:
            rest = _plain(form.lower()[len(first) :], last)
            return str(Edit(rest.case, FROM_FRONT, rest.front, rest.back, False, rest.whole))
        return str(_plain(form, lemma))
    return str(_compound(form, lemma) or _plain(form, lemma))


def _plain(form: str, lemma: str) -> Edit:
    """The edit around the longest text that form and lemma share."""
    if lemma == lemma.lower():
        case, text, target = "l", form.lower(), lemma
    elif lemma == lemma[:1].upper() + lemma[1:].lower():
        case, text, target = "c", form.lower(), lemma.lower()
    elif lemma == form:
        return Edit("k")
    elif lemma == lemma.upper():
        case, text, target = "u", form.lower(), lemma.lower()
    else:
        case, text, target = "k", form, lemma
    at, there, shared = _longest_shared(text, target)
    if shared < LEAST_SHARED:
        return Edit("k" if case != "l" else case, whole=lemma)
    return Edit(
        case,
        "",
        (at, target[:there]),
        (len(text) - at - shared, target[there + shared :]),
    )


def _longest_shared(one: str, other: str) -> tuple[int, int, int]:
    """Where the longest common substring begins in each, and its length; the leftmost wins."""
    best = (0, 0, 0)
    lengths = [0] * (len(other) + 1)
    for i, letter in enumerate(one):
        before = 0
        for j, candidate in enumerate(other):
            before, lengths[j + 1] = (
                lengths[j + 1],
                before + 1 if letter == candidate else 0,
            )
            if lengths[j + 1] > best[2]:
                best = (i - lengths[j + 1] + 1, j - lengths[j + 1] + 1, lengths[j + 1])
    return best


def _compound(form: str, lemma: str) -> Edit | None:
    """The edit of the last part alone; the splitter finds the rest. None if it isn't there."""
    last = lemma.rpartition(SEPARATOR)[2]
    text, low = form.lower(), last.lower()
    starts = [
        (_shared_prefix(text[at:], low), at)
        for at in range(max(1, len(text) - len(low) - 6), len(text))
    ]
    shared, at = max(starts, default=(0, 0))
    if shared < min(3, len(low)):
        return None
    case = "c" if lemma[:1].isupper() and lemma[1:] == lemma[1:].lower() else "l"
    if lemma != lemma.lower() and case == "l":
        case = "k"
    return Edit(case, "", (0, ""), (len(text) - at - shared, last[shared:]), True)


def _shared_prefix(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def choose_scripts(sentences: Iterable[Sentence], particles: Collection[str]) -> list[str]:
    """The scripts of the treebanks' words, as written and in capitals, seen LEAST_SEEN times.

    The most frequent come first, those of equal count in the order of their text.
    """
    seen: Counter[str] = Counter()
    for sentence in sentences:
        for number, word in enumerate(sentence.words, start=1):
            dependents = sentence.particles(number) if SEPARATOR in word.lemma[1:-1] else ()
            for form in {word.form, word.form.upper(), word.form[:1].upper() + word.form[1:]}:
                seen[script_of(form, word.lemma, word.tag, dependents, particles)] += 1
    return sorted((s for s in seen if seen[s] >= LEAST_SEEN), key=lambda s: (-seen[s], s))
