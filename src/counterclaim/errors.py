"""Errors: one base, few children, each named by what was wrong.

Every message says what to do: `remedy` is a sentence for the person at the keyboard.
"""


class CounterclaimError(Exception):
    """Anything counterclaim raises on purpose: `message` says what was wrong, `remedy` what to do about it."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class BadValueError(CounterclaimError, ValueError):
    """A value (date, quantity, span …) that is not written in its notation."""


class SpanError(CounterclaimError):
    """A span that does not hold the words it says it holds."""


class InputError(CounterclaimError):
    """An input that cannot become a report; `code` is the word an Issue keeps for the kind of fault."""

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy)
        self.code = code


class RedactedError(CounterclaimError):
    """A text that was redacted and must not return."""


class NotFoundError(CounterclaimError):
    """An id that the ledger does not hold."""


class LedgerError(CounterclaimError):
    """A ledger that cannot be used as asked: missing, of a newer version, read-only, full, damaged."""


class LedgerDamagedError(LedgerError):
    """Bytes of a ledger that are not what was written."""


class LedgerBusyError(LedgerError):
    """Another process kept on writing for longer than we wait."""


class TheatreError(CounterclaimError):
    """A theatre that is not there or has faults; `faults` are all of them, as a person reads them."""

    def __init__(self, message: str, remedy: str = "", faults: tuple[str, ...] = ()) -> None:
        super().__init__(message, remedy)
        self.faults = faults


class ModelError(CounterclaimError):
    """A trained model that cannot be loaded, or was made for another version."""
