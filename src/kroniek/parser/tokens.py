"""spaCy's tokeniser for a language, with its rules mended for news."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import spacy.util
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry
from spacy.vocab import Vocab

from kroniek.parser.rules import TokenRules, load_rules

TOKENISER = "kroniek.tokeniser.v1"
APOSTROPHE = r"\'"
RUNS = (r"[!?][.!?]+", r"(?P<sign>[=*_~<>#$+-])(?P=sign)+")  # "?!" and "=====" are one token
# Signs that stand for others of the same length: spaCy's rules know the plain ones best.
PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u02bc": "'"})
TYPED_APOSTROPHE = re.compile(r"(?<=\w)[’`´‘](?=\w)|(?<!\S)[’‘](?=[a-z](?:\s|-))|(?<!\S)’(?=\d\d)")


Patterns = Sequence[str | re.Pattern[str]] | None


class NewsTokeniser(DummyTokenizer):
    """A tokeniser whose tokens, with the spaces between them, are the text exactly."""

    def __init__(self, vocab: Vocab, plain: Tokenizer) -> None:
        self.vocab = vocab
        self.plain = plain

    def __call__(self, text: str) -> Doc:
        """The tokens of any text."""
        plain = TYPED_APOSTROPHE.sub("'", text.translate(PLAIN))
        doc: Doc = self.plain(plain)
        if plain == text:
            return doc
        words = [text[token.idx : token.idx + len(token)] for token in doc]
        return Doc(self.vocab, words=words, spaces=[bool(t.whitespace_) for t in doc])


@registry.tokenizers(TOKENISER)  # type: ignore[untyped-decorator]
def create_tokeniser() -> Callable[[Language], NewsTokeniser]:
    """The registered tokeniser of the pipelines that `kroniek.parser.pipeline` makes."""
    return tokeniser


def tokeniser(nlp: Language) -> NewsTokeniser:
    """The tokeniser for the language of `nlp`."""
    defaults, rules = nlp.Defaults, load_rules(nlp.lang)
    plain = Tokenizer(
        nlp.vocab,
        rules=_exceptions(defaults.tokenizer_exceptions, rules),
        prefix_search=spacy.util.compile_prefix_regex(_prefixes(defaults.prefixes, rules)).search,
        suffix_search=spacy.util.compile_suffix_regex(_suffixes(defaults.suffixes, rules)).search,
        infix_finditer=spacy.util.compile_infix_regex(_infixes(defaults.infixes, rules)).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
    return NewsTokeniser(nlp.vocab, plain)


def _exceptions(
    given: dict[str, list[dict[int, str]]], rules: TokenRules
) -> dict[str, list[dict[int, str]]]:
    """spaCy's exceptions without its lists of abbreviations and emoticons like `):`."""
    kept = {
        orth: tokens
        for orth, tokens in given.items()
        if not (orth[:-1].isalpha() and len(orth) > 2 and orth[-1] == ".")
        and not orth.startswith(")")
        and orth not in rules.not_words
    }
    abbreviations = rules.never_last | rules.sometimes_last
    return kept | {f"{name}.": [{ORTH: f"{name}."}] for name in sorted(abbreviations)}


def _prefixes(given: Patterns, rules: TokenRules) -> list[str]:
    kept = "|".join(rules.leading_apostrophe)
    return [*RUNS, *(f"'(?!{kept})" if one == APOSTROPHE else one for one in _texts(given))]


def _suffixes(given: Patterns, rules: TokenRules) -> list[str]:
    return [*RUNS, *_texts(given), rf"(?<=[0-9])(?:{'|'.join(rules.units)})"]


def _infixes(given: Patterns, rules: TokenRules) -> list[str]:
    """No hyphen divides a word after one of the `hyphen_prefixes`."""
    guard = "".join(rf"(?<!\b(?i:{prefix}))" for prefix in rules.hyphen_prefixes)
    return [guard + one if "-" in one else one for one in (*_texts(given), *rules.infixes)]


def _texts(given: Patterns) -> list[str]:
    return [one if isinstance(one, str) else one.pattern for one in given or ()]
