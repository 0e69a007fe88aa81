"""The errors that Kroniek raises.

KroniekError
├── InputError      a file or a text that cannot be read or coded
├── LexiconError    a YAML entry that is wrong
├── LedgerError     a ledger that cannot be opened, or an event that is not in it
└── LanguageError   a language that Kroniek does not know
"""


class KroniekError(Exception):
    """Root of all errors that Kroniek raises; its text is one line for a person."""


class InputError(KroniekError):
    """Input that cannot be read: names the file, the fault and what to do."""

    def __init__(self, source: str, fault: str) -> None:
        super().__init__(f"{source}: {fault}")
        self.source = source
        self.fault = fault


class LexiconError(KroniekError):
    """An entry of the lexicon that is wrong: names the file and the entry."""


class LedgerError(KroniekError):
    """A ledger that cannot be opened, or something that it does not hold."""


class LanguageError(KroniekError):
    """A language for which there is no folder in kroniek.languages."""
