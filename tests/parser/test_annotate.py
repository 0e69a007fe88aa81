"""Parsed words become a Doc's annotation."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from kroniek.parser import model, unseen
from kroniek.parser.annotate import annotate
from kroniek.parser.decode import Parsed
from kroniek.parser.lemmatise import Lemmatiser
from kroniek.parser.parts import Part
from kroniek.parser.rules import load_rules


def annotated(nlp: Language, text: str, *sentences: list[Parsed]) -> Doc:
    """`text` with one part a list; a part that begins in lower case continues the one before."""
    doc = nlp.tokenizer(text)
    words = [token.i for token in doc if not token.is_space]
    parts = []
    for sentence in sentences:
        tokens, words = words[: len(sentence)], words[len(sentence) :]
        pieces = ((5,),) * len(tokens)
        parts.append((Part(tuple(tokens), pieces, doc[tokens[0]].is_lower), sentence))
    language = str(nlp.lang)
    known = unseen.load(model.WEIGHTS, language)
    return annotate(doc, parts, Lemmatiser(known, load_rules(language)))


def test_annotate_features_and_names(dutch: Language) -> None:
    doc = annotated(
        dutch,
        "Jan de\n\nBoer lacht",
        [
            Parsed("PROPN", 3, "nsubj", entity="B-PER"),
            Parsed("PROPN", -1, "flat", entity="I-PER"),
            Parsed("PROPN", -2, "flat", entity="I-PER"),
            Parsed("VERB", 0, "root", "Number=Sing|Tense=Pres"),
        ],
    )
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Jan de\n\nBoer", "PER")]
    assert str(doc[4].morph) == "Number=Sing|Tense=Pres"
    assert str(doc[0].morph) == ""


def test_annotate_names_side_by_side_stay_two(dutch: Language) -> None:
    doc = annotated(
        dutch,
        "Jan Parijs",
        [
            Parsed("PROPN", 0, "root", "_", entity="B-PER"),
            Parsed("PROPN", -1, "flat", "_", entity="B-LOC"),
        ],
    )
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Jan", "PER"), ("Parijs", "LOC")]
    assert str(doc[0].morph) == ""


def test_annotate_whitespace_hangs_on_the_word_before(dutch: Language) -> None:
    doc = annotated(
        dutch, "\n\nHij lacht\n\n", [Parsed("PRON", 1, "nsubj"), Parsed("VERB", 0, "root")]
    )
    assert [(token.pos_, token.dep_, token.head.text) for token in doc] == [
        ("SPACE", "dep", "Hij"),
        ("PRON", "nsubj", "lacht"),
        ("VERB", "ROOT", "lacht"),
        ("SPACE", "dep", "lacht"),
    ]


def test_annotate_parts_of_one_sentence_hang_together(dutch: Language) -> None:
    doc = annotated(
        dutch,
        "Hij lacht en zingt",
        [Parsed("PRON", 1, "nsubj"), Parsed("VERB", 0, "root")],
        [Parsed("CCONJ", 1, "cc"), Parsed("VERB", 0, "root")],
    )
    assert len(list(doc.sents)) == 1
    assert (doc[3].dep_, doc[3].head.text) == ("parataxis", "lacht")


def test_annotate_joins_particles_in_dutch_only(dutch: Language, english: Language) -> None:
    verb, particle = Parsed("VERB", 0, "root"), Parsed("ADP", -1, "compound:prt")
    assert annotated(dutch, "kondigde aan", [verb, particle])[0].lemma_ == "aankondigen"
    assert annotated(english, "called off", [verb, particle])[0].lemma_ == "call"
