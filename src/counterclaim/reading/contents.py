"""Contents as the guidelines cut them: no quotation cut, its marks inside, the stop at the end outside."""

import re
from collections.abc import Iterator, Sequence

from counterclaim.lang.data import rows
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.nouns import is_clause
from counterclaim.reading.quotations import Quotation
from counterclaim.reading.tokens import tokens
from counterclaim.reading.words import words

EDGES = frozenset(",;:.!?…—–- \t\n")
STOPS = frozenset(".!?…")
WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
APART = re.compile(r"[;.!?…](?=\W|\Z)")
BESIDE = re.compile(r"[,\s]*(?:(?:and|or|as well as)\s+)?")
JOINED = re.compile(r"\b(?:and|but|while)\s+\Z")
GOES_ON = re.compile(r" [\w“\"‘]")
OWNERS = 2  # words
HOLDING = 2  # words of "he believed"
LONGEST_JOIN = 12  # code points before a piece in which a conjunction stands


def told(layout: Layout, places: Sequence[Range], cue: Range | None, between: Sequence[Range]) -> Iterator[list[Range]]:
    """What one cue attributes, by telling, each in its pieces.

    `places` are where the contents were found, `between` where cue, sources and addressee stand: what they interrupt is
    one telling in pieces; a new clause, or what stands in another sentence, is another.
    """
    apart = [piece for place in places for piece in _without(place, between)]
    whole_ones = (_bare(layout, *squared(layout, piece, between)) for piece in whole(layout, apart, between))
    cut = {piece for piece in whole_ones if not _is_small(layout, piece)}
    said = layout.text[slice(*cue)].lower().split() if cue else []
    for group in _grouped(layout, _clauses(layout, _disjoint(sorted(cut))), between):
        if _says(layout, group, claims=any(word in words("claiming") for word in said)):
            yield group


def _clauses(layout: Layout, pieces: Sequence[Range]) -> list[Range]:
    """`pieces`, where one that has no verb is part of the one beside it, if nothing but a comma or "and" parts them."""
    made: list[Range] = []
    for piece in pieces:
        beside = made and BESIDE.fullmatch(layout.text, made[-1][1], piece[0])
        whole = made and _has_verb(layout, made[-1]) and _has_verb(layout, piece) and not _holds(layout, made[-1])
        if made and beside and not whole:
            made[-1] = made[-1][0], piece[1]
        else:
            made.append(piece)
    return made


def _holds(layout: Layout, piece: Range) -> bool:
    """Whether it is but "he believed": what is believed stands behind it."""
    said, data = layout.text[slice(*piece)].lower().split(), rows("en", "untold")
    return len(said) == HOLDING and said[0] in data["holders"] and said[1] in data["holding"]


def _has_verb(layout: Layout, piece: Range) -> bool:
    """Whether it has a finite verb, opens as a clause does ("it burns", "killing two"), or is quoted."""
    held = tokens(layout.text, *piece)
    opens = any(token.lower in words("pronouns") for token in held[:1])
    return opens or is_clause(held) or layout.quotation_at(piece[0]) is not None


def _is_small(layout: Layout, piece: Range) -> bool:
    """Whether only a small word was found, as "the", "to", the "what" of "what he calls"; or an owner: "Dorn’s"."""
    small = words("determiners", "relatives", "prepositions") | {"what"}
    said = layout.text[slice(*piece)].lower()
    return said in small - words("alone") or (said.endswith(("’s", "'s")) and len(said.split()) <= OWNERS)


def _without(place: Range, between: Sequence[Range]) -> Iterator[Range]:
    """The pieces of `place` outside `between`."""
    start, end = place
    for first, last in sorted(between):
        if first < end and start < last:
            if start < first:
                yield start, first
            start = max(start, last)
    if start < end:
        yield start, end


def whole(layout: Layout, places: Sequence[Range], between: Sequence[Range] = ()) -> list[Range]:
    """`places` in text order, those within one quotation made one where nothing of `between` parts them."""
    made: list[Range] = []
    for place in sorted(places):
        quotation = layout.quotation_at(made[-1][0]) if made else None
        parted = made and any(made[-1][1] <= first and last <= place[0] for first, last in between)
        if quotation is not None and place[0] < quotation.end and not parted:
            made[-1] = made[-1][0], max(made[-1][1], place[1])
        else:
            made.append(place)
    return made


def _disjoint(places: Sequence[Range]) -> list[Range]:
    """`places` in text order without those that begin within the one before."""
    kept: list[Range] = []
    for place in places:
        if not kept or kept[-1][1] <= place[0]:
            kept.append(place)
    return kept


def _says(layout: Layout, group: Sequence[Range], *, claims: bool) -> bool:
    """Whether there is more than a lone word, unless that is quoted, stands for what was said, or is claimed.

    More than "each other", too, or "he believed".
    """
    if len(group) == 1 and _holds(layout, group[0]):
        return False
    said = [match.group().lower() for piece in group for match in WORD.finditer(layout.text, *piece)]
    quoted = layout.quotation_at(group[0][0]) is not None
    plain = len(said) == 1 and layout.text[group[0][0]].islower() and claims
    if len(said) > 1 and not quoted and set(said) <= set(rows("en", "untold")["empty"]):
        return False
    return len(said) > 1 or (len(said) == 1 and (quoted or plain or said[0] in words("alone")))


def _bare(layout: Layout, start: int, end: int) -> Range:
    """Without a "that" that leads in, and without a small word left over at the end."""
    said = list(WORD.finditer(layout.text, start, end))
    leads = len(said) > 2 and said[0].start() == start and said[0].group() in words("leads")
    if leads and said[1].group() not in words("counting"):  # "how many" is part of what is said
        start = said[0].end()
        start += len(layout.text[start:end]) - len(layout.text[start:end].lstrip())
    while len(said) > 2 and said[-1].end() == end and said[-1].group().lower() in words("tails"):
        start, end = _edges(layout, start, said.pop().start())
    left = re.search(f"(?:{rows('en', 'untold')['left_over']})\\Z", layout.text[start:end])
    if left and left.start() > 0 and GOES_ON.match(layout.text, end) and layout.quotation_at(end - 1) is None:
        return _edges(layout, start, start + left.start())
    return start, end


def squared(layout: Layout, place: Range, between: Sequence[Range] = ()) -> Range:
    """`place`, widened or narrowed to whole quotations at its edges, without marks of the sentence around it.

    A quotation is taken in whole where the place holds half of it or more, else left out. A place within one
    quotation, and shorter than half of it, stays: somebody is cited there by the one who is quoted. So does one in a
    quotation that something of `between` interrupts without a mark.
    """
    start, end = place
    first, last = layout.quotation_at(start), layout.quotation_at(max(start, end - 1))
    if any(each and each.start < at < each.end for each in (first, last) for at, _ in between):
        return _edges(layout, start, end)
    if first is not None and first is last:
        return _edges(layout, *((first.start, first.end) if _is_half(first, start, end) else (start, end)))
    if first is not None:
        start = first.start if _is_half(first, start, end) else first.end
    if last is not None:
        end = last.end if _is_half(last, start, end) else last.start
    return _edges(layout, start, end) if start < end else place


def _is_half(quotation: Quotation, start: int, end: int) -> bool:
    """Whether half of the words in quotation marks lie in `[start, end)`."""
    inside = min(end, quotation.inner_end) - max(start, quotation.inner_start)
    return 2 * inside >= quotation.inner_end - quotation.inner_start


def _edges(layout: Layout, start: int, end: int) -> Range:
    """`[start, end)` without marks and spaces at its edges; what stands in quotation marks keeps its stop."""
    text = layout.text
    begin, stop = start, end
    while begin < stop and text[begin] in EDGES:
        begin += 1
    while stop > begin and text[stop - 1] in EDGES:
        if text[stop - 1] in STOPS and layout.quotation_at(stop - 1) is not None:
            break
        stop -= 1
    return (begin, stop) if begin < stop else (start, end)


def _grouped(layout: Layout, contents: Sequence[Range], between: Sequence[Range]) -> Iterator[list[Range]]:
    """Contents of one cue by telling: pieces of one where something of `between` interrupts it."""
    group: list[Range] = []
    for content in contents:
        if group and not _goes_on(layout, group[-1], content, between):
            yield group
            group = []
        group.append(content)
    if group:
        yield group


def _goes_on(layout: Layout, one: Range, other: Range, between: Sequence[Range]) -> bool:
    """Whether `other` is the rest of what `one` begins."""
    interrupted = any(one[1] <= start and end <= other[0] for start, end in between)
    last = layout.text[one[1] - 2 : one[1]].strip("”’»\"'")
    ended = APART.search(layout.text, one[1], other[0]) or last in STOPS
    joined = JOINED.search(layout.text[max(0, other[0] - LONGEST_JOIN) : other[0]])
    return interrupted and not ended and not joined
