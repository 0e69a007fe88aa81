"""The workbench: read, check, correct and explore the ledger in a browser."""

from kroniek.web.app import create_app
from kroniek.web.settings import Settings

__all__ = ["Settings", "create_app"]
