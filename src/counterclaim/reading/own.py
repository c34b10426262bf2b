"""The outlet's own voice: what it tells as a fact, where that is specific (guidelines, T3)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.kinds.kinds import OTHER
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.layout import Range
from counterclaim.reading.nouns import is_clause
from counterclaim.reading.overlaps import Overlaps
from counterclaim.reading.slots import PLACE, Proposition
from counterclaim.reading.tokens import tokens
from counterclaim.reading.untold import is_caption
from counterclaim.reading.windows import Words
from counterclaim.reading.words import words as classes

SHORTEST = 3  # words
WITHIN = frozenset("-’'\"“”$€£%()/")  # marks that a clause goes on over
MOST = 0.6  # of a sentence's words: a headline needs no verb that we know
COMMENTARY = frozenset(("assessment", OTHER))  # kinds that an outlet does not tell, it comments


def outlets_own(words: Words, found: Sequence[Proposition], attributed: Iterable[Telling]) -> Iterator[Range]:
    """Runs of words for which nobody is cited, which say something, and name a place, a body or a number."""
    forth = words.layout.normal.forth
    parts = [forth(part.start, part.end) for telling in attributed for part in telling.pieces]
    taken = Overlaps(parts, lambda part: part)
    for one in _whole(words, sorted((one for one in found if one.own), key=lambda one: one.run), taken):
        long = one.run[1] - one.run[0] >= SHORTEST
        free = long and next(taken.over(words.place(one.run)), None) is None and not _is_quoted(words, one.run)
        if free and _says(words, one.run) and _is_specific(words, one) and not is_caption(words, one.run):
            yield one.run


def _whole(words: Words, found: Iterable[Proposition], taken: Overlaps[Range]) -> Iterator[Proposition]:
    """What was found, in text order, each made whole.

    One that opens with a preposition ("At a summit in Dorn") and the one behind its comma are one; one that stops
    before its clause does ("two were hurt" of "two were hurt after a drone fell") goes on to the next mark, if nobody
    is cited for what stands there.
    """
    held: Proposition | None = None
    for one in found:
        if held is not None and _leads(words, held.run, one.run):
            slots = {slot: (*held.slots[slot], *fillers) for slot, fillers in one.slots.items()}
            held = replace(one, run=(held.run[0], one.run[1]), slots=slots)
            continue
        if held is not None:
            yield _ended(words, held, one.run[0], taken)
        held = one
    if held is not None:
        yield _ended(words, held, len(words.spans), taken)


def _leads(words: Words, run: Range, behind: Range) -> bool:
    """Whether nothing but a comma parts an adverbial from the clause behind it, which is no shorter."""
    opens = words.text(run[0]).lower() in classes("prepositions") and run[1] - run[0] <= behind[1] - behind[0]
    beside = behind[0] == run[1] + 1 and words.text(run[1]) == ","
    return opens and beside and words.sentence(run[0]) == words.sentence(behind[0])


def _ended(words: Words, one: Proposition, stop: int, taken: Overlaps[Range]) -> Proposition:
    """It, to the next mark before the word `stop` if it breaks off; as it is where somebody is cited there."""
    first, last = one.run
    stop = min(stop, words.sentences[words.sentence(first)][1])
    open_ended = words.text(last - 1).lower() in classes("prepositions") | classes("joins") | classes("articles")
    goes_on = last < stop and words.text(last)[0].isalnum() and words.text(last).lower() not in classes("clause_joins")
    if not open_ended and not goes_on:
        return one
    end = next((word for word in range(last, stop) if _is_stop(words.text(word))), stop)
    free = end > last and next(taken.over(words.place((last, end))), None) is None
    return replace(one, run=(first, end)) if free else one


def _is_stop(word: str) -> bool:
    """Whether it is a mark that a clause may end at."""
    return not word[0].isalnum() and word not in WITHIN


def is_commentary(telling: Telling) -> bool:
    """Whether the outlet, rather than telling, gives its view."""
    return telling.voice is Voice.OUTLET and telling.kind in COMMENTARY


def _is_quoted(words: Words, run: Range) -> bool:
    """Whether it lies within quotation marks: those are somebody's words, whoever is cited for them."""
    start, end = words.place(run)
    quotation = words.layout.quotation_at(start)
    return quotation is not None and end <= quotation.end


def _says(words: Words, run: Range) -> bool:
    """Whether it has a verb, opens with a participle ("killing two"), or is most of its sentence."""
    first, last = words.sentences[words.sentence(run[0])]
    clause = is_clause(tokens(words.layout.text, *words.place(run)))
    return clause or run[1] - run[0] >= MOST * (last - first)


def _is_specific(words: Words, one: Proposition) -> bool:
    """Whether it names a place, a body, a party or a number."""
    first, last = one.run
    named = any(words.text(word)[0].isupper() for word in range(first + 1, last)) or words.text(first)[1:2].isupper()
    counted = any(words.text(word)[0].isdigit() for word in range(first, last))
    return named or counted or bool(one.slots[PLACE]) or bool(one.slots["quantity"])
