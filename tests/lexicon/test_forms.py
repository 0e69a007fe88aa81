"""Forms: what words a lemma may stand as in a text."""

import pytest

from kroniek.lexicon.forms import forms_of


@pytest.mark.parametrize(
    ("lang", "kind", "lemma", "forms"),
    [
        ("en", "verb", "expel", {"expel", "expels", "expelled", "expelling"}),
        ("en", "noun", "embassy", {"embassy", "embassies"}),
        ("en", "noun", "zorblat", {"zorblat", "zorblats"}),
        ("nl", "noun", "raket", {"raket", "raketten"}),
        ("nl", "noun", "proef", {"proef", "proeven"}),
        ("nl", "verb", "afvuren", {"afvuren", "afgevuurd", "afvuurde"}),
        ("nl", "adjective", "boos", {"boos", "boze"}),
    ],
)
def test_known_and_made_forms(lang: str, kind: str, lemma: str, forms: set[str]) -> None:
    assert forms <= forms_of(lang).of(kind, lemma)


def test_a_form_of_another_lemma_is_not_made() -> None:
    assert "news" not in forms_of("en").of("noun", "new")


def test_a_particle_may_stand_apart_from_its_verb() -> None:
    assert {("vuurde", "af"), ("vuren", "af")} <= forms_of("nl").apart("afvuren")
    assert not forms_of("nl").apart("bombarderen")
