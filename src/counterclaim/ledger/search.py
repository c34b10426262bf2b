"""What a listing asks for, as SQL; values only ever travel as parameters."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

_PIECE = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Filters:
    """Which tellings are wanted. All that are given must hold.

    `claimant` is part of the claimant's name or wording, in any case; `party` and `outlet` are exact; `since` and
    `until` ISO 8601 days: reports published from that day on, and up to that day with it (an unknown date is neither);
    `text` words that all occur in the sentence, content or sources (`"a phrase"`, `begin*`); `report` and `telling`
    are ids; `place` one of the gazetteer: a place of the telling is that one, or may be; `after` the number of a log
    entry: reports that came after it.
    """

    kind: str | None = None
    claimant: str | None = None
    party: str | None = None
    since: str | None = None
    text: str | None = None
    report: str | None = None
    telling: str | None = None
    until: str | None = None
    outlet: str | None = None
    place: str | None = None
    after: int | None = None

    def where(self) -> tuple[str, list[Any]]:
        """A condition over `telling` and `report`, and its parameters."""
        match = None if self.text is None else expression(self.text)
        tests: list[tuple[str, Any]] = [
            ("telling.kind = ?", self.kind),
            (
                "instr(telling.claimant, ?) > 0",
                self.claimant.casefold() if self.claimant is not None else None,
            ),
            ("telling.party = ?", self.party),
            ("report.published >= ?", self.since),
            ("substr(report.published, 1, 10) <= ?", self.until),
            ("report.outlet = ?", self.outlet),
            ("report.seq > ?", self.after),
            ("report.id = ?", self.report),
            ("report.id = (SELECT report FROM telling WHERE id = ?)", self.telling),
            ("telling.id = ?", self.telling),
            ("telling.id IN (SELECT telling FROM telling_place WHERE place = ?)", self.place),
            ("telling.number IN (SELECT rowid FROM telling_words WHERE telling_words MATCH ?)", match),
        ]
        return condition(tests)


def condition(tests: Iterable[tuple[str, Any]]) -> tuple[str, list[Any]]:
    """A condition of those tests that have a value, and its parameters."""
    given = [(test, value) for test, value in tests if value is not None]
    return " AND ".join(test for test, _ in given) or "1", [value for _, value in given]


def expression(text: str) -> str:
    """The FTS5 query for what a person typed: every word or "phrase" must occur; `begin*` matches beginnings.

    Everything else FTS5 would take for an operator is taken for words.
    """
    pieces = [(phrase or word) for phrase, word in _PIECE.findall(text.replace("\0", " "))]
    quoted = (
        ('"' + piece.rstrip("*").replace('"', '""') + '"') + ("*" if piece.endswith("*") else "") for piece in pieces
    )
    return " AND ".join(quoted) or '""'
