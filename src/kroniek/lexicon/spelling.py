"""Spelling keys: what names in different transliterations have in common.

`spelling_key` levels what differs by rule between English and Dutch newspapers (Zelensky,
Zelenskyy, Zelenski; Oekraïne, Oekraine; Loekasjenko, Lukashenko). `skeleton` keeps consonants
only, for whole names of two words and more (Mohammed Abdelsalam, Muhammad Abdul-Salam).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

ARTICLES = frozenset(
    {"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ul", "ud", "ed", "es"}
)
"""Arabic articles, which newspapers leave out of names as they like: al-Assad, Assad."""
LEAST_CONSONANTS = 5
"""A skeleton of fewer consonants would unite names that have nothing to do with each other."""

_PIECES = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
_APOSTROPHES = str.maketrans("’‘`ʼ′", "'''''")
_FINAL = re.compile(r"(?:iy|yy|ii|ij|yi|ei|ey|ie|y|j)$")
_SOUNDS = {
    "sjtsj": "s", "shch": "s", "sch": "s", "tsch": "c", "tsj": "c", "tch": "c", "ch": "c",
    "sj": "s", "sh": "s", "zj": "z", "zh": "z", "oe": "u", "ou": "u", "uu": "u", "kh": "g",
    "gh": "g", "ph": "f", "ck": "k", "q": "k", "x": "ks", "y": "i", "j": "i", "w": "v",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)) + r"|h(?=[^aeiou]|$)")
_SLAVIC = re.compile(r"(?:(?<![sz])[ij])?[eo](va?)$")
"""Medvedev and Medvedjev, Gorbachev and Gorbatsjov."""
_AGAIN = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")


@lru_cache(maxsize=200_000)
def plain(text: str) -> str:
    """Without diacritics and in one kind of apostrophe; case stays."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_APOSTROPHES))
    kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return kept.translate(_LETTERS)


_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i"})


def pieces(text: str) -> tuple[str, ...]:
    """The parts of a name between spaces, hyphens and apostrophes: N'Djamena is N, Djamena."""
    return tuple(_PIECES.findall(plain(text)))


@lru_cache(maxsize=200_000)
def _piece_key(piece: str) -> str:
    key = _SLAVIC.sub(r"e\1", _FINAL.sub("i", piece.lower()))
    key = _SOUND.sub(lambda found: _SOUNDS.get(found.group(), "g"), key)
    return _AGAIN.sub(r"\1", key)


def spelling_key(name: str) -> str:
    """A key that transliterations of one name share, however it is divided into words."""
    found = pieces(name)
    kept = [p for p in found if p.lower() not in ARTICLES] or found
    return _AGAIN.sub(r"\1", "".join(_piece_key(p) for p in kept))


def spelling_keys(name: str) -> tuple[str, ...]:
    """The keys of a name as English and as Dutch newspapers write: Dutch `ch` is English `kh`."""
    key = spelling_key(name)
    if "ch" not in name and "Ch" not in name:
        return (key,)
    return key, spelling_key(name.replace("ch", "kh").replace("Ch", "Kh"))


def skeleton(name: str) -> str:
    """The consonants of a whole name's key; "" for one word or too few of them."""
    if len(pieces(name)) < 2:
        return ""
    key = spelling_key(name)
    found = _AGAIN.sub(r"\1", key[0] + _VOWELS.sub("", key[1:]).replace("g", ""))
    return found if len(found) >= LEAST_CONSONANTS else ""
