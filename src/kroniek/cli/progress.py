"""How far a command is, as a bar on a terminal and as nothing anywhere else."""

from collections import Counter
from collections.abc import Callable
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn


class _Bar:
    """A bar with text before it. Use as a context manager."""

    def __init__(self, told: str) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"),
            TimeElapsedColumn(), TimeRemainingColumn(),
            console=console, transient=True, disable=not console.is_terminal,
        )  # fmt: skip
        self._task = self._progress.add_task(told, total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._progress.stop()


class Shards(_Bar):
    """A bar of the shards that were coded."""

    def __init__(self) -> None:
        super().__init__("coding")

    def show(self, done: int, total: int, articles: int) -> None:
        """Shows how many shards of all are done, and how many articles were in them."""
        told = f"{done} of {total} files, {articles} articles"
        self._progress.update(self._task, completed=done, total=total, description=told)


class Adding(_Bar):
    """A bar of the bytes that were read, with the counts beside it."""

    def __init__(self) -> None:
        super().__init__("reading")
        self._read = 0
        self._total = 0

    def expect(self, total: Callable[[], int]) -> None:
        """Asks how many bytes there are to read, when that is shown."""
        if not self._progress.disable:
            self._total = total()
            self._progress.update(self._task, total=self._total or None)

    def read(self, count: int) -> None:
        """Says that so many more bytes were read."""
        self._read = min(self._read + count, self._total)

    def show(self, counts: Counter[str], rejected: int) -> None:
        """Shows the counts and how far reading is."""
        articles = counts.total() - counts["events"]
        told = f"{articles} articles, {counts['events']} events, {rejected} rejected"
        self._progress.update(self._task, completed=self._read, description=told)
