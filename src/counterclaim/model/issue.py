"""An issue: an input that could not be taken, or not wholly, kept as a record."""

import hashlib
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.errors import CounterclaimError, InputError


@dataclass(frozen=True, slots=True)
class Issue:
    """What was wrong with the input at `path`, and what to do about it. It never holds words of the input.

    `code` names the kind of fault; `location` is the full place of the input.
    """

    code: str
    path: str
    message: str
    remedy: str
    location: str = ""

    @classmethod
    def of(cls, error: CounterclaimError, *, path: str, location: str = "") -> Self:
        """The record of `error` at the input `path`."""
        code = error.code if isinstance(error, InputError) else type(error).__name__.removesuffix("Error").lower()
        return cls(code, path, error.message, error.remedy, location or path)

    @property
    def id(self) -> str:
        """`i_` and 16 hex digits: the same fault at the same place is one issue."""
        key = "\x1f".join((self.code, self.location, self.message))
        return "i_" + hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()[:16]

    def __str__(self) -> str:
        return f"{self.path}: {self.message} {self.remedy}".strip()

    def as_json(self) -> dict[str, Any]:
        """The public shape."""
        fields = ("id", "code", "path", "message", "remedy", "location")
        return {name: getattr(self, name) for name in fields}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The issue that `as_json` wrote."""
        return cls(**{name: value[name] for name in cls.__slots__})
