"""Sentences in a language, by the templates of its folder: `brief*.yaml`."""

from kroniek.reports.sentences.grammar import Grammar, brief_languages, grammar
from kroniek.reports.sentences.naming import Namer, Party, Phrase
from kroniek.reports.sentences.telling import Act, Teller

__all__ = ["Act", "Grammar", "Namer", "Party", "Phrase", "Teller", "brief_languages", "grammar"]
