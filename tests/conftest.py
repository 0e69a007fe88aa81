"""What all tests share: where the project and the gold lie, and when a test may be skipped.

With KRONIEK_REQUIRE_ALL=1, as in CI, nothing that the project's own files can install may be
missing: `require` then fails where it would skip. What lies in ../shared is not the project's
to install, so tests of it skip without it everywhere.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

settings.register_profile("kroniek", deadline=None)
settings.load_profile("kroniek")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of development gold, beside a developer's checkout."""
    folder = SHARED / "gold"
    if not folder.is_dir():
        pytest.skip("needs the gold in ../shared")
    return folder


@pytest.fixture(scope="session")
def require() -> Callable[[bool, str], None]:
    """Skips a test that needs a server or browser that is not there; fails where all must be."""

    def check(present: bool, what: str) -> None:
        if present:
            return
        if os.environ.get("KRONIEK_REQUIRE_ALL") == "1":
            pytest.fail(f"needs {what}, which .ci/run installs")
        pytest.skip(f"needs {what}")

    return check
