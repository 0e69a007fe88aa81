"""Embedding: what a clause's governors make of it: told, denied, planned, taken up, wished."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kroniek.coder.arcs import feature, has_subject, is_infinitive
from kroniek.coder.clauses import Clause
from kroniek.coder.readings import Reader, Reading
from kroniek.coder.tense import is_inverted
from kroniek.languages import Cues
from kroniek.lexicon.rules import rules
from kroniek.ontology import Status


@dataclass(slots=True)
class Embedding:
    """What stands above a clause.

    `taken` is the event that takes the clause up, so that it is no event of its own;
    `wished` that it is uncoded; `status` what operators make of it; `uttered` that it was
    announced (so that its promise is an act done now), `considered` that someone weighs it;
    `source` the speaker; `frames` the clauses passed, inside out.
    """

    taken: Reading | None = None
    wished: bool = False
    status: Status | None = None
    uttered: bool = False
    considered: bool = False
    reported: bool = False
    source: Token | None = None
    commander: Token | None = None
    frames: list[Clause] = field(default_factory=list)


def embedding_of(reader: Reader, reading: Reading) -> Embedding:
    """Walk from a reading's clause to the root of its sentence."""
    found = Embedding()
    if reading.frame is None:
        at = _above_noun(reader, reading.head, found)
    else:
        at = reading.frame
        operator = reader.of_clause(at)
        if operator is not None and operator is not reading:
            _apply(operator, found, finite=False)
    while at is not None and found.taken is None and not found.wished:
        found.frames.append(at)
        at = _step(reader, at, found)
    return found


def _above_noun(reader: Reader, noun: Token, found: Embedding) -> Clause | None:
    """Apply the clause or noun in which an event noun is what is embedded."""
    token = noun
    while token.dep_ == "conj" and token.head.pos_ == token.pos_:
        token = token.head
    if token.dep_ == "nmod" and token.head.pos_ == "NOUN":
        outer = reader.of_noun(token.head)
        if outer is not None:
            _apply(outer, found, finite=False)
            return None if found.taken or found.wished else _above_noun(reader, outer.head, found)
    clause = reader.clauses.get(token.head.i)
    if clause is None:
        return None
    reading = reader.of_clause(clause)
    if reading is not None and token != reading.noun:
        role = next((r for r, ts in reading.clause.roles.items() if token in ts), "")
        alone = role == "subject" and reading.entry.code in rules().absorbing
        if alone or role in ("object", "indirect", "complement") or role in reader.cues.content:
            _apply(reading, found, finite=False, role=role)
    return clause


def _step(reader: Reader, clause: Clause, found: Embedding) -> Clause | None:
    """Apply the governor of a clause; returns the governor to go on from."""
    if clause.head.dep_ == "acl" and clause.head.head.pos_ == "NOUN":
        outer = reader.of_noun(clause.head.head)
        if outer is not None and clause.head in outer.clause.get("complement"):
            _apply(outer, found, finite=False)
            return None if found.taken or found.wished else clause.governor
    governor = clause.governor
    advised = any(t.lemma_.lower() in reader.cues.advice for t in clause.auxiliaries)
    asked = clause.marker is not None and clause.marker.lower_ in reader.cues.questions
    if advised or asked or is_condition(clause, reader.cues):
        found.wished = True
        return None
    if governor is None:
        return None
    if clause.link in ("advcl", "acl") and is_infinitive(clause.head):
        if clause.head not in governor.get("complement") or reader.of_clause(governor) is None:
            found.wished = True
            return None
    if is_content(clause, governor):
        reading = reader.of_clause(governor)
        if reading is not None:
            bare = clause.link != "ccomp" or _bare(clause)
            _apply(reading, found, finite=not bare, unsaid=governor.negation is not None)
    elif clause.link == "parataxis":
        reading = reader.of_clause(governor)
        if reading is not None and reading.entry.operator == "report":
            _apply(reading, found, finite=True, unsaid=governor.negation is not None)
    return governor


def is_content(clause: Clause, governor: Clause) -> bool:
    """Whether a clause is what its governor says, wants or prevents: a complement, or a gerund
    with a preposition ("prevented from attacking").
    """
    if clause.link in ("ccomp", "xcomp") or clause.head in governor.get("complement"):
        return True
    mark = clause.marker.lower_ if clause.marker is not None else ""
    return clause.link == "advcl" and clause.head in governor.get(mark)


def is_condition(clause: Clause, words: Cues) -> bool:
    """Whether a clause says on what condition another holds: "if ...", "should he ..."."""
    if clause.marker is None and clause.link in ("advcl", "parataxis"):
        return is_inverted(clause, words)
    if clause.marker is None or clause.link != "advcl":
        return False
    marker = clause.marker.lower_
    return marker in words.conditions and marker not in words.waiting


def _bare(clause: Clause) -> bool:
    """An infinitive or gerund: its subject, if any, is shared."""
    return not has_subject(clause.head) and not any(
        feature(t, "VerbForm") == "Fin" for t in (clause.head, *clause.auxiliaries)
    )


def _apply(
    reading: Reading, found: Embedding, *, finite: bool, role: str = "", unsaid: bool = False
) -> None:
    """What a governing entry makes of what is embedded in it; `unsaid` if a governing clause that
    is not the embedded one's own frame is denied.
    """
    entry = reading.entry
    speaker = next(iter(reading.clause.get("subject") or reading.clause.get("owner")), None)
    if entry.code is not None:
        if entry.code in rules().attributing:
            if role != "object":
                found.source = found.source or speaker
                found.reported = True
        elif entry.code in rules().absorbing:
            found.taken = reading
    elif entry.operator is not None:
        _operate(entry.operator, found, speaker, finite=finite, unsaid=unsaid)


def _operate(
    operator: str, found: Embedding, speaker: Token | None, *, finite: bool, unsaid: bool
) -> None:
    """What an operator makes of what is embedded in it."""
    match operator:
        case "report":
            found.source, found.reported = found.source or speaker, True
            found.status = "negated" if unsaid else found.status
        case "announce":
            found.source = found.source or (speaker if finite else None)
            found.reported = True
            if unsaid:
                found.status = "negated"
            elif not finite:
                found.status, found.uttered = found.status or "future", True
        case "deny":
            found.source, found.reported = found.source or speaker, True
            found.status = found.status if unsaid else "negated"
        case "plan":
            found.status = "negated" if unsaid else found.status or "future"
        case "consider":
            found.status, found.considered = "hypothetical", True
        case "fail" | "prevent":
            found.status = found.status if unsaid else "negated"
        case "begin":
            found.status = "negated" if unsaid else found.status
        case "want":
            found.wished = True
        case "order":
            found.commander = found.commander or speaker
