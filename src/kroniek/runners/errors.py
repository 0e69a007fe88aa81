"""The error of runners."""

from kroniek.errors import KroniekError


class RunnerError(KroniekError):
    """A job that cannot be run or go on: says why and what to do."""
