"""Articles by the words in them, the best first, with the words shown where they stand.

SQLite searches its FTS5 index, which folds diacritics; PostgreSQL a tsvector, which folds them and
also stems by the language of the article. The words are given by `query.parse`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Select,
    String,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    table,
    text,
)
from sqlalchemy import column as _column
from sqlalchemy.orm import Session

from kroniek.document import TITLE_BREAK
from kroniek.ledger.query import Query, Term, parse, words_in
from kroniek.ledger.schema import RevisionRow
from kroniek.ledger.search import newest
from kroniek.ledger.snippets import Snippet, snippet
from kroniek.ledger.store import Ledger

TITLE_WEIGHT: Final = 5.0
"""How much more a word in the title counts for the rank than one in the text."""

_FTS5: Final = table("article_words", _column("rowid"))
_TSVECTOR: Final = table(
    "article_words", _column("revision_number"), _column("lang"), _column("words")
)
_STEMMED: Final = ("en", "nl")
"""Languages for which PostgreSQL has a configuration of ours."""


@dataclass(frozen=True)
class Hit:
    """An article that has the words; `rank` grows with how well it fits, within one search."""

    number: int
    id: str
    lang: str
    published: date | None
    title: str
    source: str | None
    rank: float
    snippet: Snippet


def search_articles(
    ledger: Ledger,
    words: str,
    lang: str | None = None,
    since: date | None = None,
    until: date | None = None,
    limit: int = 20,
    offset: int = 0,
) -> list[Hit]:
    """The newest revisions of articles that have the words, best first.

    `words` is what a person types (see `query.parse`); without any word nothing is found.
    """
    query = parse(words)
    if not query:
        return []
    with ledger.session() as session:
        postgresql = session.get_bind().dialect.name == "postgresql"
        chosen, shown = (_in_tsvector, _stems) if postgresql else (_in_fts5, _forms)
        page = _filtered(chosen(query), lang, since, until).limit(limit).offset(offset)
        return [
            _hit(row, rank, shown(session, query, row.lang))
            for row, rank in session.execute(_told(page))
        ]


def _told(page: Select[Any]) -> Select[Any]:
    """The revisions of a page of numbers with ranks: texts are read for these alone."""
    chosen = page.subquery()
    return (
        select(RevisionRow, chosen.c.rank)
        .join(chosen, chosen.c.number == RevisionRow.number)
        .order_by(chosen.c.rank.desc(), RevisionRow.number.desc())
    )


def _filtered(
    found: Select[Any], lang: str | None, since: date | None, until: date | None
) -> Select[Any]:
    if lang is not None:
        found = found.where(RevisionRow.lang == lang)
    if since is not None:
        found = found.where(RevisionRow.published >= since)
    if until is not None:
        found = found.where(RevisionRow.published <= until)
    return found.where(newest())


def _in_fts5(query: Query) -> Select[Any]:
    """Rank is bm25, which is better the lower it is."""
    rank = (-func.bm25(text("article_words"), TITLE_WEIGHT, 1.0)).label("rank")
    return (
        select(RevisionRow.number, rank)
        .join(_FTS5, _FTS5.c.rowid == RevisionRow.number)
        .where(text("article_words MATCH :words").bindparams(words=fts5(query)))
        .order_by(rank.desc(), RevisionRow.number.desc())
    )


def fts5(query: Query) -> str:
    """A query in FTS5's language; every word is quoted, so that none can be an operator."""

    def term(one: Term) -> str:
        return f'"{" ".join(one.words)}"' + ("*" if one.begins else "")

    def either(terms: Iterable[Term]) -> str:
        return f"({' OR '.join(map(term, terms))})"

    wanted = " AND ".join(map(either, query.all))
    return f"({wanted}) NOT {either(query.none)}" if query.none else wanted


def _in_tsvector(query: Query) -> Select[Any]:
    """Each article is searched as its language stems; rank is ts_rank_cd by length."""
    words, lang = _TSVECTOR.c.words, _TSVECTOR.c.lang
    asked = {name: _tsquery(name, tsquery(query)) for name in (*_STEMMED, "")}
    fits: list[ColumnElement[bool]] = [
        (lang == name) & words.bool_op("@@")(asked[name]) for name in _STEMMED
    ]
    fits.append(lang.not_in(_STEMMED) & words.bool_op("@@")(asked[""]))
    query_of = case(*((lang == name, asked[name]) for name in _STEMMED), else_=asked[""])
    weights = text(f"'{{{1 / TITLE_WEIGHT}, {1 / TITLE_WEIGHT}, {1 / TITLE_WEIGHT}, 1}}'::float4[]")
    rank = func.ts_rank_cd(weights, words, query_of, 1).label("rank")
    return (
        select(RevisionRow.number, rank)
        .join(_TSVECTOR, _TSVECTOR.c.revision_number == RevisionRow.number)
        .where(or_(*fits))
        .order_by(rank.desc(), RevisionRow.number.desc())
    )


def tsquery(query: Query) -> str:
    """A query in the language of to_tsquery; every word is quoted."""

    def term(one: Term) -> str:
        *first, last = (f"'{word}'" for word in one.words)
        return f"({' <-> '.join((*first, last + (':*' if one.begins else '')))})"

    def either(terms: Iterable[Term]) -> str:
        return f"({' | '.join(map(term, terms))})"

    wanted = " & ".join(map(either, query.all))
    return f"{wanted} & !{either(query.none)}" if query.none else wanted


def _tsquery(lang: str, asked: str) -> ColumnElement[Any]:
    return func.to_tsquery(func.kroniek_config(lang), asked)


Shown = Callable[[Sequence[str]], set[str]]
"""Those of an article's folded words that the query asked for."""


def _forms(_session: Session, query: Query, _lang: str) -> Shown:
    """Words shown are those asked for, as written or as they begin."""
    whole, begun = _asked(query)
    return lambda words: {word for word in words if word in whole or word.startswith(tuple(begun))}


def _stems(session: Session, query: Query, lang: str) -> Shown:
    """Words shown are those with the stem of one that was asked for, as PostgreSQL has it."""
    whole, begun = _asked(query)
    any_of = " | ".join(
        [*(f"'{word}'" for word in sorted(whole)), *(f"'{word}':*" for word in sorted(begun))]
    )

    def shown(words: Sequence[str]) -> set[str]:
        given = func.unnest(bindparam("given", list(words), ARRAY(String))).column_valued("given")
        config = func.kroniek_config(literal(lang))
        fits = func.to_tsvector(config, given).bool_op("@@")(func.to_tsquery(config, any_of))
        return set(session.scalars(select(given).where(fits)))

    return shown


def _asked(query: Query) -> tuple[set[str], set[str]]:
    """The words asked for, whole and as beginnings."""
    whole: set[str] = set()
    begun: set[str] = set()
    for term in (term for terms in query.all for term in terms):
        whole.update(term.words[:-1])
        (begun if term.begins else whole).add(term.words[-1])
    return whole, begun


def _hit(row: RevisionRow, rank: float, shown: Shown) -> Hit:
    whole = row.title + TITLE_BREAK + row.text if row.title else row.text
    words = words_in(whole)
    fits = shown(sorted({word for _, _, word in words}))
    marks = tuple((start, end) for start, end, word in words if word in fits)
    return Hit(
        number=row.article_number, id=row.id, lang=row.lang, published=row.published,
        title=row.title, source=row.source, rank=float(rank),
        snippet=snippet(whole, marks, len(whole) - len(row.text)),
    )  # fmt: skip
