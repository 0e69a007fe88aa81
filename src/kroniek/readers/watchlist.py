"""`feeds.toml`: which feeds are watched, and how."""

import tomllib
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from kroniek.errors import InputError, LanguageError
from kroniek.readers.feeds import feed_addresses
from kroniek.readers.language import check_language
from kroniek.readers.polite import DELAY


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class WatchedFeed(_Strict):
    """One feed. `interval` is in seconds; `pages` says whether article pages are fetched: always,
    never, or (None) when the feed gives no more than a summary."""

    url: str
    lang: str | None = None
    interval: Annotated[float, Field(ge=1)] | None = None
    pages: bool | None = None

    @model_validator(mode="after")
    def _known_language(self) -> Self:
        if self.lang is not None:
            try:
                check_language(self.lang)
            except LanguageError as error:
                raise ValueError(str(error)) from error
        return self


class Watchlist(_Strict):
    """What to watch. `interval` and `delay` are in seconds, `delay` between two requests to one
    host; `opml` names lists of further feeds, beside the file."""

    interval: Annotated[float, Field(ge=1)] = 900
    delay: Annotated[float, Field(ge=0)] = DELAY
    seed: int = 0
    opml: tuple[str, ...] = ()
    feeds: tuple[WatchedFeed, ...] = ()


def read_watchlist(path: Path) -> Watchlist:
    """The list in a TOML file, each feed once; InputError names what is wrong in it."""
    source = str(path)
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        watchlist = Watchlist.model_validate(given)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(source, f"is broken TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        raise InputError(source, f"{where or 'the list'}: {first['msg']}") from error
    except OSError as error:
        raise InputError(source, f"cannot be read: {error.strerror}") from error
    feeds = {feed.url: feed for feed in _listed(path, watchlist)}
    feeds.update((feed.url, feed) for feed in watchlist.feeds)
    if not feeds:
        raise InputError(source, 'names no feed; add [[feeds]] with a url = "https://..."')
    return watchlist.model_copy(update={"feeds": tuple(feeds.values())})


def _listed(path: Path, watchlist: Watchlist) -> list[WatchedFeed]:
    found = []
    for name in watchlist.opml:
        file = path.parent / name
        try:
            data = file.read_bytes()
        except OSError as error:
            raise InputError(str(file), f"cannot be read: {error.strerror}") from error
        found += [WatchedFeed(url=url) for url in feed_addresses(data, str(file))]
    return found
