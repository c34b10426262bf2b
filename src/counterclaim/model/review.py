"""A review: a person's decision about something in the ledger, a record of its own."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Self

from counterclaim.errors import BadValueError


class Action(StrEnum):
    """What the person decided to do."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    GRADE = "grade"
    REDACT = "redact"


@dataclass(frozen=True, slots=True)
class Review:
    """Who decided what about `subject` (an id), when, and why.

    `at` is an ISO 8601 instant in UTC (`2025-12-07T09:00:00Z`); `detail` what else the action needs, as JSON.
    Raises BadValueError where subject, person or reason is empty, `at` no such instant or `detail` not JSON.
    """

    action: Action
    subject: str
    by: str
    at: str
    reason: str
    detail: dict[str, Any] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, remedy in REMEDIES.items():
            if not getattr(self, name).strip():
                raise BadValueError(f"A review has no `{name}`.", remedy)
        if not _is_utc_instant(self.at):
            raise BadValueError(f"{self.at!r} is not an instant in UTC.", "Write it as 2025-12-07T09:00:00Z.")
        try:
            _canonical(self.detail)
        except (TypeError, ValueError) as error:
            raise BadValueError("A review's `detail` is not JSON.", "Use strings, numbers, lists, dicts.") from error

    @property
    def id(self) -> str:
        """`rv_` and 16 hex digits, from every field."""
        return "rv_" + hashlib.sha256(_canonical(self._fields()).encode()).hexdigest()[:16]

    def as_json(self) -> dict[str, Any]:
        """The public shape: the id, then every field."""
        return {"id": self.id} | self._fields()

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The review that `as_json` wrote."""
        fields = {name: value[name] for name in cls.__slots__}
        return cls(**(fields | {"action": Action(value["action"])}))

    def _fields(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__} | {"action": str(self.action)}


REMEDIES = {
    "subject": "Name the id the review is about.",
    "by": "Say who decides.",
    "reason": "Say why, in a sentence another person can weigh.",
}


def _is_utc_instant(at: str) -> bool:
    try:
        return datetime.fromisoformat(at).utcoffset() == timedelta(0)
    except ValueError:
        return False


def _canonical(value: dict[str, Any]) -> str:
    """JSON that is the same for equal values: keys sorted, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
