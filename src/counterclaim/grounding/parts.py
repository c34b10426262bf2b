"""Parts of a town that are named by their side: "the eastern edge of Dorn", "the railway quarter"."""

from collections.abc import Iterator

from counterclaim.grounding.surroundings import Surroundings
from counterclaim.model.mention import Mention, MentionType
from counterclaim.model.place import Place, PlaceState
from counterclaim.model.span import Span

POINTING = ("the", "its", "their")


class Parts:
    """The parts of towns that one text names, where their noun says that it is one."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def found(self) -> Iterator[Mention]:
        """The parts in the order of the text, but for those with a town’s name straight behind: "northern Dorn"."""
        around, words = self._around, self._around.words
        for at in range(2, len(words)):
            first = at - 2
            if words[first].lower not in POINTING or not around.touch(first):
                continue
            side = around.is_of(at - 1, "parts") and around.touch(at - 1)
            whole = side and around.is_of(at, "sides")
            named = around.is_of(at, "quarters") and around.touch(at - 1) and not words[at - 1].is_capital
            if (whole or named) and not self._is_lands(at):
                yield self._part(first, at)

    def _is_lands(self, at: int) -> bool:
        """Whether it is part of a country or front: "the eastern part of the country"."""
        around = self._around
        if at + 2 >= len(around.words) or around.words[at + 1].lower != "of":
            return False
        beyond = at + 2 + around.is_of(at + 2, "articles")
        return not (
            around.is_of(beyond, "settlement") or (beyond < len(around.words) and around.words[beyond].is_capital)
        )

    def _part(self, first: int, last: int) -> Mention:
        words = self._around.words
        first += words[first].lower != "the"
        span = Span(words[first].start, words[last].end, self._around.text[words[first].start : words[last].end])
        return Mention(MentionType.PART, Place(span.text, span, PlaceState.UNRESOLVED))
