"""Which language a text is in, among those that Kroniek knows.

Chosen on the development gold (135 articles, their 1,640 sentences, 135 headlines, 146 single
sentences) and eleven other languages: py3langid and lingua told Dutch from English without
a fault in all of them; py3langid is 4 MB against 96 and about fifteen times as fast.
"""

from functools import cache
from typing import Any, Final

from kroniek.errors import LanguageError
from kroniek.languages import languages

LONG: Final = 200
"""Code points from which a text is long enough to be sure of its language."""

LEAST_SHORT: Final = 0.005
"""Least probability of a known language in short text. The gold sentence that looks least like
its own language has 0.019; of ten other languages only Afrikaans reaches 0.001."""

LEAST_LONG: Final = 0.5
"""The same for long text: the known language must be likelier than all others together."""

LOOKED_AT: Final = 5_000
"""Code points from the start of the text that are looked at."""


def check_language(lang: str) -> str:
    """The language when Kroniek knows it; LanguageError otherwise."""
    if lang not in languages():
        raise LanguageError(f"unknown language {lang!r}; known are {', '.join(languages())}")
    return lang


def detect_language(text: str) -> str:
    """The known language of a text; LanguageError when it is in none of them."""
    if not any(map(str.isalpha, text)):
        raise LanguageError("has no words in it")
    ranked = dict(_identifier().rank(text[:LOOKED_AT]))
    known = [lang for lang in languages() if lang in ranked]
    best = max(known, key=lambda lang: ranked[lang])
    if ranked[best] < (LEAST_LONG if len(text) >= LONG else LEAST_SHORT):
        likely = max(ranked, key=lambda lang: ranked[lang])
        raise LanguageError(
            f"unknown language, perhaps {likely!r}; known are {', '.join(languages())}; "
            "--lang overrides this"
        )
    return best


@cache
def _identifier() -> Any:
    """The identifier, imported when it is first asked for: that takes a tenth of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
