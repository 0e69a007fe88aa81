"""The event head's scores on a parsed Doc."""

import numpy as np
import pytest

from kroniek.ontology import EVENT_TYPES
from kroniek.parser import pipeline
from kroniek.parser.event_model import held_out_tables, load_events
from kroniek.parser.model import WEIGHTS

TEXT = "Iran attacked a ship.\n\nThe owner said nothing. Japan sent a frigate to the Gulf."


@pytest.mark.parametrize("threads", [1, 2])
def test_scores_are_probabilities_for_every_word(threads: int) -> None:
    doc = pipeline("en", threads=threads)(TEXT)
    scores = doc._.event_scores
    assert scores.shape == (len(doc), 1 + len(EVENT_TYPES))
    words = [t.i for t in doc if not t.is_space]
    assert np.allclose(scores[words].sum(-1), 1, atol=1e-4)
    assert not scores[[t.i for t in doc if t.is_space]].any()


def test_scores_do_not_depend_on_threads() -> None:
    one, two = (pipeline("en", threads=n)(TEXT)._.event_scores for n in (1, 2))
    assert (one == two).all()


def test_scores_are_left_out_when_not_wanted() -> None:
    nlp = pipeline("en")
    doc = nlp.make_doc(TEXT)
    doc._.scored = False
    assert nlp(doc)._.event_scores is None


def test_weights_without_an_event_head_have_none() -> None:
    assert load_events(WEIGHTS / "nowhere") is None


def test_every_article_that_trained_the_head_has_scores_by_one_that_did_not() -> None:
    tables = held_out_tables(WEIGHTS)
    assert len(tables) > 100
    assert all(table.shape[-1] == 1 + len(EVENT_TYPES) for table in tables.values())
