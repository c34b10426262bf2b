"""Quotations are not cut: who alone is quoted with the beginning of one is quoted with all of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.overlaps import Overlaps, overlap
from counterclaim.reading.windows import Words

Part = tuple[Range, int]  # a run of words, and which attribution it is of


def kept_whole(words: Words, found: Sequence[Attribution]) -> list[Attribution]:
    """`found`, where a quotation that is closed, and in which nobody else is cited, is one content as a whole."""
    whole = list(found)
    parts = Overlaps(list(_parts(found)), lambda part: part[0])
    for quotation in words.layout.quoted:
        run = words.run(quotation.start, quotation.end)
        inside = list(parts.over(run))
        of = {number for _, number in inside}
        if len(of) != 1 or quotation.open:
            continue
        one = whole[of.pop()]
        held = [each for each in one.contents if overlap(run, each)]
        if len(held) == len(inside) and held[0][0] <= run[0] + 1:  # its mark may be missed
            rest = [each for each in one.contents if each not in held]
            longest = min(run[0], held[0][0]), max(run[1], held[-1][1])
            whole[inside[0][1]] = replace(one, contents=tuple(sorted((*rest, longest))))
    return whole


def _parts(found: Sequence[Attribution]) -> Iterator[Part]:
    """Contents, cue and everybody of each attribution."""
    for number, one in enumerate(found):
        for run in (*one.contents, one.cue, one.claimant, one.addressee, *one.relays):
            if run is not None:
                yield run, number
