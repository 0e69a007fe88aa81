"""Sentences begin where punctuation, line breaks and abbreviations say so. `|` marks a start."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kroniek.parser.sentences import create_sentences

DUTCH = [
    "De premier trad af. |Het kabinet viel.",
    "Kwam hij? |Niemand weet het.",
    "Stop! |Dat was alles.",
    "Hij aarzelde... |Daarna sprak hij.",
    "Hij aarzelde... en sprak.",
    "De heer dr. Van Dam sprak met mr. De Wit en prof. Smit. |Zij zweeg.",
    "De raad besloot dat op 5 mei jl. unaniem.",
    "De raad besloot dat op 5 mei jl. |De burgemeester was blij.",
    "Wapens, munitie enz. werden geleverd.",
    "Wapens, munitie enz. |Het leger zweeg.",
    "De V.S. steunen het plan.",
    "J.P. de Vries en A. Bakker tekenden. |Daarna vertrok men.",
    "Volgens art. 5 is dat zo. |Nr. 12 volgt.",
    "Zie blz. 12 en nr. 3 van de nota.",
    "Het kostte 4.300.000 euro. |Dat was 2.5 keer zoveel.",
    "“Dat kan niet.” |De minister liep weg.",
    "“Dat kan niet,” zei de minister. |“We gaan door.”",
    "“Nooit!” riep de minister.",
    "“Waarom?” vroeg Jansen.",
    "Hij zei: ‘Dit is oorlog.’ |Niemand reageerde.",
    "(Zij kwam later.) |Hij niet.",
    "De top (zie p. 4) duurde lang. |Toen kwam er een akkoord.",
    "MOSKOU (ANP) - De president zweeg. |Zijn woordvoerder niet.",
    "Aanval op haven\n\n|De haven werd geraakt.",
    "Aanval op haven\n|De haven werd vannacht geraakt door twee raketten uit het oosten.",
    "De haven van de stad werd vannacht volgens de burgemeester geraakt\ndoor twee raketten.",
    "De haven werd geraakt.\n|Twee schepen zonken.",
    "Eisen:\n|- vrijlating van gevangenen\n|- een bestand",
    "1. De grens gaat open. |2. Het leger trekt weg.",
    "Hij zei het.|Daarna ging hij weg.",
    "RUSLAND DREIGT. |EUROPA ZWIJGT.",
    "Er kwamen 20. |Vijf bleven.",
    "Het was koud (min tien graden). |Toch kwamen ze.",
    "Boven de stad hing rook\r\n\r\n|De brand was groot.",
    "Dhr. Bos, ing. Mulder en mevr. Kok. |Drie namen.",
    "Bijv. in juni. |Of later.",
]
ENGLISH = [
    "He resigned. |The cabinet fell.",
    "Mr. Ito met Gen. Park and Sen. Lee. |They talked.",
    "The U.S. Army left. |It came back.",
    "He lives in the U.S. |He works there.",
    "The U.N. Security Council met.",
    "J. R. Smith and K. Lee signed.",
    "It was plan B. |The first plan failed.",
    "The firm, Acme Inc., closed. |No one cared.",
    "It closed at 5 p.m. on Monday.",
    "It closed at 5 p.m. |The guards left.",
    "On Jan. 5 they met. |In Feb. 6 more came.",
    "Weapons, e.g. tanks, arrived.",
    "“We will respond.” |The minister left.",
    '"We will respond," he said. |"We always do."',
    '"Never!" he shouted.',
    '"Why?" asked the minister.',
    "WASHINGTON, D.C. — The president left. |His aides stayed.",
    "See No. 5 for that. |See p. 12 too.",
    "The price rose 2.5 percent. |Then it fell.",
    "Port hit\n\n|The port was hit.",
    "Demands:\n|* release of prisoners\n|* a truce",
    "Smith et al. wrote that.",
    "Talks failed (again). |Both sides left.",
    "Dr. No. did not come.",
    "What now? |Nobody knows.",
    "He left... |She stayed.",
]


def split(nlp: Language, text: str) -> str:
    rules = create_sentences(nlp, "sentences")
    doc = rules(nlp.tokenizer(text.replace("|", "")))
    starts = {token.idx for token in doc[1:] if token.is_sent_start}
    return "".join("|" * (at in starts) + sign for at, sign in enumerate(doc.text))


@pytest.mark.parametrize("marked", DUTCH)
def test_sentences_dutch(dutch: Language, marked: str) -> None:
    assert split(dutch, marked) == marked


@pytest.mark.parametrize("marked", ENGLISH)
def test_sentences_english(english: Language, marked: str) -> None:
    assert split(english, marked) == marked


@settings(deadline=None)
@given(first=st.text(min_size=1), second=st.text(min_size=1))
def test_sentences_paragraphs_always_split(english: Language, first: str, second: str) -> None:
    doc = create_sentences(english, "s")(english.tokenizer(f"{first}\n\n{second}"))
    after = [t for t in doc if t.idx >= len(first) + 2 and not t.is_space]
    before = [t for t in doc if t.idx < len(first) and not t.is_space]
    if before and after and before[-1].idx + len(before[-1]) <= len(first):
        assert after[0].is_sent_start


def test_sentences_leave_open_what_no_rule_tells(english: Language) -> None:
    doc = create_sentences(english, "s")(english.tokenizer("Talks fail both sides leave"))
    assert [token.is_sent_start for token in doc[1:]] == [None] * 4
