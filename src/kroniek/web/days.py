"""Days in the address of a page, where an empty field asks nothing."""

from datetime import date
from typing import Annotated

from fastapi import Query
from pydantic import BeforeValidator

Day = Annotated[date | None, BeforeValidator(lambda value: value or None), Query()]
"""A day as YYYY-MM-DD, or nothing."""
