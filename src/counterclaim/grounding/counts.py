"""Counts: the range that words of number give, what is counted, whom, and in how long."""

import re
from bisect import bisect_right
from functools import cache, lru_cache
from importlib.resources import files

from counterclaim.grounding.periods import period
from counterclaim.grounding.sentence_counts import Place, SentenceCounts
from counterclaim.lang.data import either, rows
from counterclaim.lang.numerals import Bounds, Numeral, numerals
from counterclaim.model.quantity import Quantity
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.reading.layout import ENDLESS
from counterclaim.reading.sentences import spans

NONE = (0, 0, False)
TWO = (2, 2, False)
SURELY_WHOLE = ENDLESS // 4  # code points of a sentence: of one without an end more is held


def bounds(written: str, language: str = "en") -> Bounds:
    """The range that words give: `at least five` is 5 or more. Two Nones where no number is read."""
    found = numerals(written, language=language)
    return found[0].bounds() if found else (None, None, False)


def counts(telling: Telling) -> tuple[Quantity, ...]:
    """The counts of a telling with range, metric, who and period; words that count nothing are left out.

    In a language without words of number they stay as they were.
    """
    report = telling.report
    language = report.language or "en"
    if not is_known(language):
        return telling.quantities
    found = (
        count(report.text, one.span, _sentence(telling, one.span), telling.kind, language) if one.span else one
        for one in telling.quantities
    )
    return tuple(one for one in found if one is not None)


@cache
def is_known(language: str) -> bool:
    """Whether there are words of number, and of what is counted, in `language`."""
    return all(files("counterclaim.lang").joinpath(language, f"{name}.yml").is_file() for name in ("numbers", "counts"))


def _sentence(telling: Telling, span: Span) -> Place:
    """The sentence in which a count of the telling stands: a content may go on over several.

    One without an end, of which the telling holds only the words around it, is taken whole: so all its counts share it.
    """
    text, held = telling.report.text, telling.sentence
    if held.contains(span) and held.end - held.start < SURELY_WHOLE:
        return held.start, held.end
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    every = _sentences(text, start, len(text) if end < 0 else end)
    at = bisect_right(every, span.start, key=lambda one: one[0]) - 1
    found = every[at] if at >= 0 and span.start < every[at][1] else (span.start, span.end)
    return (held.start, held.end) if held.contains(span) and found[1] - found[0] <= ENDLESS else found


@lru_cache(maxsize=1)  # the counts of a line come one after another; more would keep more texts
def _sentences(text: str, start: int, end: int) -> tuple[Place, ...]:
    return tuple(spans(text, start, end))


def count(text: str, span: Span, sentence: Place, kind: str | None = None, language: str = "en") -> Quantity | None:
    """The count that the words of `span` give, in a `sentence` of `text`, of a proposition of `kind`.

    None where they count nothing: no number, a date, an age, part of a name, an amount said anew, "the two countries".
    Raises FileNotFoundError where the language has no words of number.
    """
    found = SentenceCounts.of(text, span, sentence, language)
    if found is None or found.is_restated:
        return None
    one, around = found.asked, (found.start, found.end)
    metric, who = found.named(kind)
    if one.bounds == TWO and _is_known(text[around[0] : one.numeral.start], who, language):
        return None
    low, high, vague = NONE if _negated(text, one.numeral, around, language) else one.bounds
    per = period(text, one.numeral.start, one.end, around, language)
    return Quantity(metric, who, span.text, low, high, vague, span, per)


def _is_known(before: str, who: str | None, language: str) -> bool:
    """Whether "the two countries" are but those spoken of."""
    held = rows(language, "counts").get("known")
    said, counted = before.split()[-1:], (who or "").split()[-1:]
    if not (held and said and counted):
        return False
    return said[0].casefold() in held["by"] and counted[0].casefold() in held["words"]


def _negated(text: str, numeral: Numeral, sentence: Place, language: str) -> bool:
    """Whether a negation makes none of "a single village"."""
    said, by = _negations(language)
    words = text[numeral.first : numeral.last].lower()
    return bool(said.fullmatch(words) and by.search(text[sentence[0] : numeral.first].lower()))


@cache
def _negations(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    held = rows(language, "counts")["negated"]
    return re.compile(either(held["words"])), re.compile(rf"(?<!\w)(?:{either(held['by'])})(?!\w)")
