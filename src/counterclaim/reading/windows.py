"""A report as a network reads it: words, what their shape says, and windows of a bounded number of pieces."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.pieces import WORD, Vocabulary
from counterclaim.reading.sides import as_read

LIMIT = 128  # pieces of a window, its marks of begin, end and paragraph among them
SHAPES = 6  # lower, Capital, CAPITALS, digits, mark, anything else
PLACES = 3  # outside a quotation, one of its marks, inside


@dataclass(frozen=True, slots=True)
class Window:
    """The words read at once, as runs `[first, last)`: one run a paragraph, or a part of one."""

    runs: tuple[Range, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a report: `[start, end)` of the normal text, pieces, kind of shape and place, and the windows.

    `sentences` are the runs of words that sentences have.
    """

    layout: Layout
    spans: Sequence[Range]
    pieces: Sequence[tuple[int, ...]]
    types: Sequence[int]
    sentences: Sequence[Range]
    windows: Sequence[Window]

    @classmethod
    def of(cls, layout: Layout, vocabulary: Vocabulary, limit: int = LIMIT) -> Self:
        """The words of `layout`, in windows of at most `limit` pieces."""
        spans: list[Range] = []
        paragraphs: list[list[Range]] = []
        text = layout.text
        for paragraph in layout.paragraphs:
            runs = []
            for start, end in paragraph:
                first = len(spans)
                spans += (match.span() for match in WORD.finditer(text, start, end))
                if len(spans) > first:
                    runs.append((first, len(spans)))
            if runs:
                paragraphs.append(runs)
        said = as_read([text[start:end] for start, end in spans], layout.report.theatre)
        pieces = [vocabulary.pieces(word) for word in said]
        sentences = [run for runs in paragraphs for run in runs]
        leads = [text[spans[runs[-1][1] - 1][0]] == ":" for runs in paragraphs]
        windows = [Window(tuple(runs)) for runs in _packed(paragraphs, pieces, leads, limit)]
        return cls(layout, spans, pieces, _types(layout, spans), sentences, windows)

    def run(self, start: int, end: int) -> Range:
        """The words that `[start, end)` of the normal text touches."""
        first = bisect_left(self.spans, start, key=lambda span: span[1] - 1)
        return first, max(first, bisect_left(self.spans, end, key=lambda span: span[0]))

    def sentence(self, word: int) -> int:
        """The number of the sentence that holds `word`."""
        return bisect_right(self.sentences, word, key=lambda run: run[0]) - 1

    def text(self, word: int) -> str:
        """The word as it stands."""
        start, end = self.spans[word]
        return self.layout.text[start:end]

    def place(self, run: Range) -> Range:
        """Where a run of words stands in the normal text."""
        return self.spans[run[0]][0], self.spans[run[1] - 1][1]


def _types(layout: Layout, spans: Sequence[Range]) -> list[int]:
    """For each word its shape and whether it is quoted, in one number."""
    text = layout.text
    found = [_shape(text[start:end]) for start, end in spans]
    for quotation in layout.quoted:
        for at in range(bisect_left(spans, (quotation.start,)), bisect_left(spans, (quotation.end,))):
            inside = quotation.inner_start <= spans[at][0] < quotation.inner_end
            found[at] += SHAPES * (2 if inside else 1)
    return found


def _shape(word: str) -> int:
    first = word[0]
    if first.isalpha():
        if word.islower():
            return 0
        return 2 if word.isupper() and len(word) > 1 else 1 if first.isupper() else 5
    return 3 if first.isdigit() else 4


def _packed(
    paragraphs: Sequence[Sequence[Range]], pieces: Sequence[tuple[int, ...]], leads: Sequence[bool], limit: int
) -> Iterator[list[Range]]:
    """Whole paragraphs together as far as they fit; one that fits nowhere is cut after sentences, or within one.

    A paragraph that `leads` to the next ("The ministry said:") is not parted from its beginning.
    """
    room = limit - 1  # the mark of the beginning; each run ends in a mark
    held: list[Range] = []
    used = led = 0  # pieces in the window; of them those of a paragraph that leads to the next
    for runs, leads_on in zip(paragraphs, leads, strict=True):
        whole = runs[0][0], runs[-1][1]
        parts = [whole] if _size(pieces, whole) + 1 <= room - led else list(_cut(runs, pieces, room - led))
        for part in parts:
            size = _size(pieces, part) + 1
            if held and used + size > room:
                kept = [held.pop()] if led and led + size <= room else []
                if held:
                    yield held
                held, used = kept, led
            held.append(part)
            used += size
            led = 0
        led = size if leads_on and len(parts) == 1 and 2 * size < room else 0
    if held:
        yield held


def _cut(runs: Sequence[Range], pieces: Sequence[tuple[int, ...]], room: int) -> Iterator[Range]:
    """A paragraph in parts of whole sentences; a sentence that is too long in parts of words."""
    first, used = runs[0][0], 1
    for start, end in runs:
        size = _size(pieces, (start, end))
        if used + size > room and start > first:
            yield first, start
            first, used = start, 1
        if used + size <= room:
            used += size
            continue
        for word in range(start, end):
            if used + len(pieces[word]) > room and word > first:
                yield first, word
                first, used = word, 1
            used += len(pieces[word])
    if runs[-1][1] > first:
        yield first, runs[-1][1]


def _size(pieces: Sequence[tuple[int, ...]], run: Range) -> int:
    return sum(map(len, pieces[run[0] : run[1]]))
