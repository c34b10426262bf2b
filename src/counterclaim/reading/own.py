"""The outlet's own voice: what it tells as a fact, where that is specific (guidelines, T3)."""

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.kinds.kinds import OTHER
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.layout import Range
from counterclaim.reading.nouns import is_clause
from counterclaim.reading.overlaps import Overlaps
from counterclaim.reading.slots import PLACE, Proposition
from counterclaim.reading.tokens import tokens
from counterclaim.reading.untold import is_caption
from counterclaim.reading.windows import Words

SHORTEST = 3  # words
MOST = 0.6  # of a sentence's words: a headline needs no verb that we know
COMMENTARY = frozenset(("assessment", OTHER))  # kinds that an outlet does not tell, it comments


def outlets_own(words: Words, found: Sequence[Proposition], attributed: Iterable[Telling]) -> Iterator[Range]:
    """Runs of words for which nobody is cited, which say something, and name a place, a body or a number."""
    forth = words.layout.normal.forth
    parts = [forth(part.start, part.end) for telling in attributed for part in telling.pieces]
    taken = Overlaps(parts, lambda part: part)
    for one in found:
        long = one.own and one.run[1] - one.run[0] >= SHORTEST
        free = long and next(taken.over(words.place(one.run)), None) is None and not _is_quoted(words, one.run)
        if free and _says(words, one.run) and _is_specific(words, one) and not is_caption(words, one.run):
            yield one.run


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
