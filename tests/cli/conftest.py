"""A web site that tests of commands may fetch from."""

from collections.abc import Iterator

import pytest

from tests.site import Site, open_site


@pytest.fixture
def site() -> Iterator[Site]:
    with open_site() as opened:
        yield opened
