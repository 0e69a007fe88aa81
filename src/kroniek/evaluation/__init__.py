"""Coded articles against gold: the figures, the confusions and the single errors."""

from kroniek.evaluation.figures import Fault, Figures, score
from kroniek.evaluation.gold import Gold, documents, load_gold
from kroniek.evaluation.sentences import SentenceFigures, score_sentences

__all__ = [
    "Fault",
    "Figures",
    "Gold",
    "SentenceFigures",
    "documents",
    "load_gold",
    "score",
    "score_sentences",
]
