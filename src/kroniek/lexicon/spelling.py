"""Spelling keys: what names in different transliterations have in common."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"['’`ʼ-]", ""),
        (r"(?:iy|yy|ii|ij|yi|ei|ey|ie|y|j)\b", "i"),
        (r"tsj|tch|tsch|č|ch(?=[eiau])", "c"),
        (r"sjtsj|shch|sch", "s"),
        (r"sj|sh|š", "s"),
        (r"zj|zh|ž", "z"),
        (r"oe|ou|uu", "u"),
        (r"kh|gh|h(?=[^aeiou]|\b)", "g"),
        (r"ph", "f"),
        (r"[yj]", "i"),
        (r"i+", "i"),
        (r"w", "v"),
        (r"ck|q|kk", "k"),
        (r"x", "ks"),
        (r"(.)\1", r"\1"),
    )
)


def plain(text: str) -> str:
    """Without diacritics and in one kind of apostrophe; case stays."""
    decomposed = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=100_000)
def spelling_key(word: str) -> str:
    """A key that transliterations of one name share: Zelensky, Zelenskiy, Zelenskyy, Zelenski."""
    key = plain(word).lower()
    for pattern, replacement in _RULES:
        key = pattern.sub(replacement, key)
    return key
