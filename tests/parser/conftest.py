"""Pipelines that the parser's tests share."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kroniek.parser import pipeline


@pytest.fixture(scope="session")
def dutch() -> Language:
    return pipeline("nl", threads=1)


@pytest.fixture(scope="session")
def english() -> Language:
    return pipeline("en", threads=1)
