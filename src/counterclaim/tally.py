"""A batch in numbers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from counterclaim.pipeline import Reading


class Tally:
    """Counts what became of a batch's inputs while they pass."""

    def __init__(self) -> None:
        self.states: Counter[str] = Counter()
        self.not_read: Counter[str] = Counter()
        self.tellings = 0

    def counted(self, readings: Iterable[Reading]) -> Iterator[Reading]:
        """The same readings, counted."""
        for reading in readings:
            self.states[reading.state] += 1
            if reading.state in {"read", "added"}:
                self.tellings += len(reading.tellings)
                if reading.report and reading.reader is None:
                    self.not_read[reading.report.language or "unknown"] += 1
            yield reading

    @property
    def failed_all(self) -> bool:
        """Whether there was something to read and none of it could be taken."""
        return self.states["failed"] == self.states.total() > 0

    def __str__(self) -> str:
        states = ", ".join(f"{count} {STATES[state]}" for state, count in self.states.items()) or "nothing to read"
        said = f"{states}; {self.tellings} telling{'' if self.tellings == 1 else 's'}."
        if self.not_read:
            languages = ", ".join(f"{language} {count}" for language, count in self.not_read.most_common())
            said += f" No reader yet for: {languages}. Their text is kept and searched by `reports --text`, not read."
        return said


STATES = {
    "read": "read",
    "added": "added",
    "held": "held already",
    "filled in": "held already and now with what was not stated before",
    "failed": "could not be taken",
}
