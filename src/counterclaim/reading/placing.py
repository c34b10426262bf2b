"""Where what is told lies: the place its words name, or the one that is still spoken of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.kinds.kinds import OTHER, kinds
from counterclaim.model.place import Place, PlaceState
from counterclaim.model.telling import Telling
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.slots import Filler
from counterclaim.reading.windows import Words
from counterclaim.reading.words import words as classes

COORDINATING = frozenset(("and", "or", "&"))
LISTING = COORDINATING | {","}
JOINS = LISTING | {"in", "near", "of"}
ORIGIN = "from"  # before where something comes from: there it happens only where it leaves
LEAVING = ("withdrawal", "displacement")
DEMONYMS = ("ian", "ish", "ese", "ean")  # how adjectives of peoples end
LONGEST_JOIN = 3  # words between two places of one list


def places(
    words: Words, contents: Sequence[Range], fillers: Sequence[Filler], kind: str | None = None
) -> tuple[Place, ...]:
    """The place that fits best, and those in one list with it, in the order of the text.

    A name goes before "the city", what stands in the content before what stands beside it. Where something comes from
    is no place of it, but for what is of a `kind` that leaves a place; nor is that of a war that is merely spoken of.
    """
    whole = [Filler(_whole(words, one.run), one.score) for one in fillers]
    named = [one for one in whole if _names(words, one.run) and not _is_beside(words, one.run, kind)]
    if not named:
        return ()

    def rank(one: Filler) -> tuple[bool, bool, float]:
        inside = any(first <= one.run[0] < last for first, last in contents)
        return inside, inside and _is_name(words, one.run), one.score

    ranked = sorted(named, key=rank, reverse=True)
    runs = [ranked[0].run]
    for one in sorted(ranked[1:], key=lambda one: one.run):
        if any(_listed(words, one.run, run) for run in runs):
            runs.append(one.run)
    spans = (words.layout.span(*words.place(run)) for run in _most_exact(words, sorted(set(runs))))
    return tuple(Place(span.text, span, PlaceState.UNRESOLVED) for span in spans)


def _most_exact(words: Words, runs: Sequence[Range]) -> Sequence[Range]:
    """Without what says where the first of them lies: of two that only a comma parts, "in Dorn, Halm"."""
    if len(runs) != 2:
        return runs
    between = (words.text(word).lower() for word in range(runs[0][1], runs[1][0]))
    end = words.sentences[words.sentence(runs[0][0])][1]
    goes_on = runs[1][1] < end and words.text(runs[1][1]).lower() in COORDINATING
    return runs if goes_on or COORDINATING & set(between) else runs[:1]


def _is_beside(words: Words, run: Range, kind: str | None) -> bool:
    """Whether it is where something comes from, "a train from Dorn", or of a war spoken of, "the war in Vardia"."""
    at = run[0] - 1
    if at > 0 and words.text(at).lower() in classes("articles"):
        at -= 1
    if at < 0 or words.text(at).lower() not in classes("prepositions"):
        return False
    of_war = at > 0 and words.text(at - 1).lower().removesuffix("s") in classes("wars")
    comes = words.text(at).lower() == ORIGIN
    return (of_war and kind is not None and not kinds()[kind].located) or (comes and kind not in LEAVING)


def _whole(words: Words, run: Range) -> Range:
    """A name with the rest of it, "Krasny" of "Krasny Armeysk", and no "and": nobody's title or name is the rest."""
    first, last = run
    while last - first > 1 and words.text(last - 1).lower() in COORDINATING:
        last -= 1
    end = words.sentences[words.sentence(first)][1]
    while last < end and words.text(last - 1)[0].isupper() and _goes_on(words, last):
        last += 1
    return first, last


def _goes_on(words: Words, word: int) -> bool:
    """Whether a word is a name that stands right behind the one before it."""
    said = words.text(word)
    apart = words.spans[word][0] - words.spans[word - 1][1]
    return said[0].isupper() and said[1:2].islower() and apart == 1 and said.lower() not in classes("persons")


def _is_adjective(words: Words, run: Range) -> bool:
    """Whether it is of a people or country, and says whose the noun behind it is: "Vardian troops"."""
    said = words.text(run[1] - 1)
    behind = words.text(run[1]) if run[1] < words.sentences[words.sentence(run[0])][1] else ""
    noun = behind.isalpha() and behind.islower() and behind not in classes("prepositions", "verbs")
    return said[0].isupper() and said.endswith(DEMONYMS) and noun


def _is_name(words: Words, run: Range) -> bool:
    return any(
        words.text(word)[0].isupper() for word in range(*run) if words.text(word).lower() not in classes("determiners")
    )


def _names(words: Words, run: Range) -> bool:
    """Whether it is a name, or a word that stands for a place, and no mere article or adjective."""
    last = words.text(run[1] - 1).lower()
    if _is_adjective(words, run):
        return False
    return _is_name(words, run) or last in classes("places") or last.removesuffix("s") in classes("places")


def _listed(words: Words, one: Range, other: Range) -> bool:
    """Whether nothing but a comma or "and" parts two runs."""
    first, last = sorted((one, other))
    between = [words.text(word).lower() for word in range(first[1], last[0])]
    joined = all(word in JOINS | classes("articles") for word in between)
    return bool(between) and len(between) <= LONGEST_JOIN and joined and bool(LISTING & set(between))


def carried(layout: Layout, tellings: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings, where one without a place has that of the one before it in its paragraph.

    Only to a kind that happens somewhere, and not from one that does not: a strike, a loss, no law or visit (how often
    that is right: `benchmarks/given_contents.py`).
    """
    last: Telling | None = None
    for one in tellings:
        if last is not None and _lies_there(one, last) and _paragraph(layout, one) == _paragraph(layout, last):
            yield replace(one, place=last.place, places=last.places)
        else:
            last = one if one.place else last
            yield one


def _lies_there(one: Telling, last: Telling) -> bool:
    """Whether it happens somewhere, names no place, and what happens before it does so too, or is of no kind."""
    return one.place is None and _is_located(one) and (last.kind == OTHER or _is_located(last))


def _is_located(one: Telling) -> bool:
    found = kinds().get(one.kind or "")
    return found is not None and found.located


def _paragraph(layout: Layout, one: Telling) -> int:
    return layout.paragraph(layout.normal.forth(one.content.start, one.content.end)[0])
