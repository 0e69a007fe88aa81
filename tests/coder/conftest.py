"""Pipelines that the coder's tests share; they keep their work, so that it can be looked at."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from spacy.language import Language

from kroniek.coder.drafts import Draft
from kroniek.coder.pipeline import load

Drafts = Callable[[str, str], list[Draft]]


@pytest.fixture(scope="session")
def drafts() -> Drafts:
    """The drafts of a text: `drafts("nl", "Rusland viel Oekraïne aan.")`."""

    @cache
    def pipeline(lang: str) -> Language:
        return load(lang, keep_work=True)

    return lambda lang, text: list(pipeline(lang)(text)._.drafts)
