"""Who goes on speaking: quotations that nobody is named for, and what is not told at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.quotations import Quotation
from counterclaim.reading.untold import is_untold
from counterclaim.reading.windows import Words

FARTHEST = 20  # words between a quotation and the cue that follows it, its source among them
MOST = 0.6  # of a quotation: what is so long is all of it, the cue in it included
SAYS = 5  # words of a quotation that says something, its marks among them


def across(words: Words, found: Iterable[Attribution], *, one_speech: bool) -> list[Attribution]:
    """`found`, where a quotation is of the cue that follows it though another window holds that.

    A cue without a content is left out. With `one_speech`, as in PolNeAR, a quotation that stands alone is also a part
    of what was said before it in its paragraph.
    """
    kept: list[Attribution] = []
    for one in found:
        last = kept[-1] if kept else None
        if last and last.is_alone and one.cue and _leads_to(words, last, one.cue):
            kept[-1] = replace(one, contents=(*last.contents, *one.contents))
        else:
            kept.append(one)
    told = [one for one in kept if one.contents]
    return list(_in_one_speech(words, told)) if one_speech else told


def _in_one_speech(words: Words, told: Iterable[Attribution]) -> Iterator[Attribution]:
    """`told`, where a quotation that stands alone is a part of what was said before it in its paragraph."""
    last: Attribution | None = None
    for one in told:
        if last and one.is_alone and _goes_on(words, last, one):
            last = replace(last, contents=(*last.contents, *one.contents))
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _leads_to(words: Words, alone: Attribution, cue: Range) -> bool:
    """Whether a cue follows the quotation in its paragraph, a few words on: “…,” the mayor of Belmar said."""
    start = words.place(alone.contents[-1])[0]
    quotation = words.layout.quotation_at(start)
    if quotation is None or words.layout.paragraph(start) != words.layout.paragraph(words.place(cue)[0]):
        return False
    return 0 <= cue[0] - words.run(quotation.end - 1, quotation.end)[1] <= FARTHEST


def _goes_on(words: Words, last: Attribution, one: Attribution) -> bool:
    """Whether `one` is quoted and follows in the paragraph of `last`."""
    quoted = words.layout.quotation_at(words.place(one.contents[0])[0]) is not None
    return quoted and _paragraph(words, last) == _paragraph(words, one)


def spoken_on(words: Words, found: Iterable[Attribution]) -> list[Attribution]:
    """`found`, where a quotation that nobody is named for is of whoever spoke last, in its paragraph or the one before.

    What lies in one quotation is one content. What is not told is left out, and so are words outside quotation marks
    with neither source nor cue: the outlet alone tells them.
    """
    kept: list[Attribution] = []
    last: Attribution | None = None
    told = list(found)
    alone = list(_standing_alone(words, told))
    for one in sorted([*told, *alone], key=lambda one: one.contents) if alone else told:
        if is_untold(words, one):
            continue
        if last is not None and _paragraph(words, one) - _paragraph(words, last) <= 1 and _is_within(words, one, told):
            one = Attribution(one.contents)  # noqa: PLW2901
        quotation = words.layout.quotation_at(words.place(one.contents[0])[0])
        if not one.is_alone:
            if last is not None and one.cue is None and one.claimant in last.relays:  # who was told it does not say it
                one = replace(one, claimant=last.claimant, relays=last.relays)  # noqa: PLW2901
            kept.append(one)
            last = one if one.claimant else last
        elif quotation is not None and kept and _lies_in(words, kept[-1], quotation):
            kept[-1] = replace(kept[-1], contents=tuple(sorted((*kept[-1].contents, *one.contents))))
        elif quotation is not None:
            near = last is not None and _paragraph(words, one) - _paragraph(words, last) <= 1
            last = replace(one, claimant=last.claimant, relays=last.relays) if last and near else last
            kept.append(last if last and near else one)
    return kept


def _is_within(words: Words, one: Attribution, told: Sequence[Attribution]) -> bool:
    """Whether the cue is but a word of the quotation that is told, and nobody else is cited for that.

    “It stands. This was confirmed at my meeting with Marn”: whoever is quoted says both sentences.
    """
    begin = words.place(one.contents[0])[0]
    quotation = words.layout.quotation_at(begin)
    if quotation is None or one.cue is None or begin > quotation.inner_start:
        return False
    inside = range(quotation.start, quotation.end)
    others = [words.place(run)[0] for other in told if other is not one for run in other.contents]
    length = sum(end - start for start, end in map(words.place, one.contents))
    long = length >= MOST * (quotation.inner_end - quotation.inner_start)
    cited = one.claimant is None or words.place(one.claimant)[0] in inside
    return long and cited and words.place(one.cue)[0] in inside and not any(start in inside for start in others)


def _standing_alone(words: Words, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """Quotations that are a whole paragraph, behind one in which somebody is quoted, and that nothing tells yet."""
    layout = words.layout
    told = {word for one in found for run in one.contents for word in range(*run)}
    after = {
        _paragraph(words, one) + 1
        for one in found
        if one.claimant and layout.quotation_at(words.place(one.contents[-1])[0])
    }
    for quotation in layout.quoted:
        number = layout.paragraph(quotation.start)
        whole = layout.paragraphs[number][0][0], layout.paragraphs[number][-1][1]
        run = words.run(quotation.start, quotation.end)
        is_whole = whole == (quotation.start, quotation.end)
        if number in after and is_whole and run[1] - run[0] >= SAYS and not told & set(range(*run)):
            yield Attribution((run,))


def _paragraph(words: Words, one: Attribution) -> int:
    """The paragraph in which the last content begins."""
    return words.layout.paragraph(words.place(one.contents[-1])[0])


def _lies_in(words: Words, one: Attribution, quotation: Quotation) -> bool:
    """Whether the last content begins within `quotation`."""
    return quotation.start <= words.place(one.contents[-1])[0] < quotation.end
