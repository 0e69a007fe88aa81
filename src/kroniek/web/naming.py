"""What the codes of actors are called in the language of the page."""

from functools import cache

import pycountry
from babel import Locale


@cache
def called(code: str, lang: str) -> str:
    """The country of an ISO 3166-1 alpha-3 code by its name; another code as it is."""
    country = pycountry.countries.get(alpha_3=code)
    if country is None:
        return code
    name: str = Locale.parse(lang).territories.get(country.alpha_2, code)
    return name


def language_name(code: str, lang: str) -> str:
    """What a language is called in another."""
    name: str = Locale.parse(lang).languages.get(code, code)
    return name
