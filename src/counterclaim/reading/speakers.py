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
DASHES = frozenset("―—–-")  # “…” — Ilka Marn
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
    return _in_one_speech(words, told) if one_speech else told


def _in_one_speech(words: Words, told: Iterable[Attribution]) -> list[Attribution]:
    """`told`, where a quotation that stands alone is a part of what was said before it in its paragraph."""
    kept: list[Attribution] = []
    for one in told:
        if kept and one.is_alone and _goes_on(words, kept[-1], one):
            kept[-1] = replace(kept[-1], contents=(*kept[-1].contents, *one.contents))
        else:
            kept.append(one)
    return kept


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
    told = list(_apart(words, found))
    alone = list(_standing_alone(words, told))
    for one in sorted([*told, *alone], key=lambda one: one.contents) if alone else told:
        if is_untold(words, one):
            continue
        near = last is not None and _paragraph(words, one) - _paragraph(words, last) <= 1
        if last is not None and ((near and _is_within(words, one, told)) or _strays(words, last, one)):
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
            last = replace(one, claimant=last.claimant, relays=last.relays) if last and near else last
            kept.append(last if last and near else one)
    return kept


def _strays(words: Words, last: Attribution, one: Attribution) -> bool:
    """Whether a quotation is given, without a word that cites, to another than who spoke right before it.

    “…,” Marn said. “…” Belov thanked her: Marn says both. So does she where Belov spoke before her, or is but named in
    what she said.
    """
    quotation = words.layout.quotation_at(words.place(one.contents[0])[0])
    if quotation is None or one.cue is not None or one.claimant is None or last.claimant is None:
        return False
    sentence, speaks = words.sentence(one.contents[0][0]), words.sentence(one.claimant[0])
    if speaks < sentence and any(run[0] <= one.claimant[0] < run[1] for run in last.contents):
        return True
    between = words.layout.text[quotation.end : words.place(one.claimant)[0]]
    behind = speaks > words.sentence(one.contents[-1][1] - 1) and not set(between) & DASHES
    return _follows(words, last, one.contents[0]) and (behind or one.claimant < last.claimant < one.contents[0])


def _follows(words: Words, last: Attribution, content: Range) -> bool:
    """Whether a content begins with the next sentence behind `last`, in its paragraph."""
    ends = max(run[1] for run in (*last.contents, last.cue, last.claimant) if run)
    same = _paragraph(words, last) == words.layout.paragraph(words.place(content)[0])
    return same and words.sentence(content[0]) - words.sentence(ends - 1) == 1


def _apart(words: Words, told: Iterable[Attribution]) -> Iterator[Attribution]:
    """`told`, where a quotation right behind “…,” Marn said. is not of the cue of a later sentence, which has its own.

    “…,” Marn said. “…” The port is lost, says Belov.
    """
    last: Attribution | None = None
    for one in told:
        alone = _before_cue(words, last, one) if last and last.claimant else ()
        if alone:
            yield Attribution(alone)
            one = replace(one, contents=one.contents[len(alone) :])  # noqa: PLW2901
        yield one
        last = one


def _before_cue(words: Words, last: Attribution, one: Attribution) -> tuple[Range, ...]:
    """The contents in a quotation that begins `one` right behind `last`, where cue and other contents come later."""
    if one.cue is None or len(one.contents) < 2:
        return ()
    begin = words.place(one.contents[0])[0]
    quotation = words.layout.quotation_at(begin)
    if quotation is None or begin > quotation.inner_start or not _follows(words, last, one.contents[0]):
        return ()
    quoted = tuple(run for run in one.contents if words.place(run)[0] < quotation.end)
    cue, ends = words.sentence(one.cue[0]), words.sentence(words.run(quotation.end - 1, quotation.end)[0])
    apart = len(quoted) < len(one.contents) and ends < cue <= words.sentence(one.contents[len(quoted)][0])
    return quoted if apart else ()


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
