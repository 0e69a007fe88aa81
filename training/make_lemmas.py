"""Make the lemma tables of src/kroniek/parser/weights from treebanks in CoNLL-U.

python training/make_lemmas.py TREEBANKS [--out FOLDER]

A table holds, for each language, the most frequent lemma of every (form, UPOS), and edits
by ending for forms that are not in it. Files held out for development and for the final
figures (`HELD_OUT`) are not read.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kroniek.parser.lemmas import AS_WRITTEN, Edit, edit_between, endings

HELD_OUT = ("nl_alpino-dev", "nl_alpino-test", "en_ewt-dev", "en_ewt-test")
EDITS_PER_ENDING = 3

Lemmas = dict[str, dict[str, str]]  # by tag, by lower-case form


def words(paths: Iterable[Path]) -> Iterator[tuple[str, str, str]]:
    """Form, lemma and UPOS of each word; words without a lemma are left out."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                fields = line.split("\t")
                if len(fields) == 10 and fields[0].isdigit():
                    form, lemma, tag = fields[1:4]
                    if lemma != "_" or form == "_":
                        yield form, without_absent_particle(form, lemma), tag


def without_absent_particle(form: str, lemma: str) -> str:
    """A separable verb whose particle stands elsewhere ("stak ... uit") as the bare verb."""
    particle, separator, verb = lemma.partition("_")
    low = form.lower()
    absent = separator and not low.startswith(particle.lower())
    other = low[:1] != particle[:1].lower() or low[:3] == verb[:3].lower()  # "wandelde ... weg"
    return verb if absent and other else lemma


def most_frequent(found: Iterable[tuple[str, str, str]]) -> Lemmas:
    """The lemma that a form has most often; of equally frequent ones the first by alphabet."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for form, lemma, tag in found:
        counts[tag, form.lower()][lemma] += 1
    lemmas: Lemmas = defaultdict(dict)
    for (tag, key), choices in sorted(counts.items()):
        lemmas[tag][key] = min(choices, key=lambda lemma: (-choices[lemma], lemma))
    return dict(lemmas)


def edits_by_ending(lemmas: Lemmas) -> dict[str, dict[str, list[Edit]]]:
    """The edits that each ending asks for, where it asks for others than the shorter ending."""
    result: dict[str, dict[str, list[Edit]]] = {}
    for tag, forms in lemmas.items():
        if tag in AS_WRITTEN:
            continue
        counts: dict[str, Counter[Edit]] = defaultdict(Counter)
        for key, lemma in forms.items():
            edit = edit_between(key, lemma.replace("_", "").lower())
            if edit is not None:
                for ending in endings(key):
                    counts[ending][edit] += 1
        result[tag] = _pruned(counts)
    return result


def _pruned(counts: dict[str, Counter[Edit]]) -> dict[str, list[Edit]]:
    kept: dict[str, list[Edit]] = {}
    for ending in sorted(counts, key=lambda ending: (len(ending), ending)):
        found = counts[ending]
        best = sorted(found, key=lambda edit: (-found[edit], edit))[:EDITS_PER_ENDING]
        shorter = next((kept[end] for end in list(endings(ending))[1:] if end in kept), None)
        if best != shorter and (len(ending) < 2 or sum(found.values()) > 1):
            kept[ending] = best
    return kept


def write(path: Path, lemmas: Lemmas) -> None:
    """Write the table; the same table gives the same bytes."""
    rules = edits_by_ending(lemmas)
    edits = sorted({edit for rows in rules.values() for best in rows.values() for edit in best})
    number = {edit: index for index, edit in enumerate(edits)}
    table = {
        "edits": edits,
        "endings": {
            tag: {ending: [number[edit] for edit in best] for ending, best in rows.items()}
            for tag, rows in rules.items()
        },
        "forms": {
            tag: {key: "" if lemma == key else lemma for key, lemma in forms.items()}
            for tag, forms in lemmas.items()
        },
    }
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def main() -> None:
    """Command line."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("treebanks", type=Path, help="folder of <language>_<name>.conllu files")
    arguments.add_argument("--out", type=Path, default=Path("src/kroniek/parser/weights"))
    given = arguments.parse_args()
    paths = sorted(p for p in given.treebanks.glob("*.conllu") if p.stem not in HELD_OUT)
    for language in sorted({path.stem.split("_")[0] for path in paths}):
        lemmas = most_frequent(words(p for p in paths if p.stem.startswith(language + "_")))
        path = given.out / f"lemmas-{language}.json.gz"
        write(path, lemmas)
        print(f"{path}: {sum(map(len, lemmas.values()))} forms, {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
