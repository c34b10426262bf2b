"""Blocking keys: two reports are compared only where they share one."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

from counterclaim.linking.counts import sharp_counts
from counterclaim.linking.identity import Identity
from counterclaim.linking.traits import COPIED, QUOTED, Traits
from counterclaim.linking.words import informs

WINDOW = timedelta(days=8)  # reports of one occasion are published within it
SEASON = timedelta(days=64)  # short runs of words are looked for within it
RUN_TOLD, LONG_TOLD = 14.0, 18.0  # what the words of a short and of a long run tell, before it is a key
QUOTED_TOLD = 4.0  # the same of a short run within a quotation
BARE = 5.0  # nats of a word that is a key together with another and their week


def keys(report: Sequence[Traits]) -> frozenset[str]:
    """The keys of one report's tellings."""
    return frozenset(key for one in report for key in (*_runs(one), *_quoted(one), *_dated(one), *_counted(one)))


def _runs(one: Traits) -> Iterator[str]:
    """Words in a row that few reports share: short ones within a season, long ones whenever they were told."""
    for span in _spans(one.published, SEASON):
        for length in (QUOTED, COPIED):
            yield from (f"{span} run:{run}" for run in _telling(one.spoken, length, RUN_TOLD))
    yield from (f"run:{run}" for run in _telling(one.spoken, COPIED, LONG_TOLD))


def _telling(words: Sequence[str], length: int, least: float) -> Iterator[str]:
    """Every `length` words in a row that tell `least` nats."""
    for start in range(len(words) - length + 1):
        run = words[start : start + length]
        if sum(map(informs, run)) >= least:
            yield " ".join(run)


def _quoted(one: Traits) -> Iterator[str]:
    """A whole quotation, however common its words; within a week also words of it in a row."""
    yield from (f"said:{' '.join(words)}" for words in one.quoted)
    for week in _spans(one.published, WINDOW):
        yield from (f"{week} said:{run}" for words in one.quoted for run in _telling(words, QUOTED, QUOTED_TOLD))


def _dated(one: Traits) -> Iterator[str]:
    """Who claims what sort of thing, and where, together with the weeks in which it was published."""
    for week in _spans(one.published or (one.said[0] if one.said else None), WINDOW):
        if one.family:
            yield from (f"{week} {one.family} {place}" for place in one.places)
            yield from (f"{week} {one.family} {name}" for name in _names(one.claimant))
        yield from (f"{week} {name} {place}" for place in one.places for name in _names(one.claimant))
        bare = sorted(word for word, weight in one.said_of_it.items() if weight >= BARE)
        yield from (f"{week} {first} {second}" for first, second in combinations(bare, 2))
        yield from (f"{week} {name} {word}" for word in bare for name in _names(one.claimant))


def _counted(one: Traits) -> Iterator[str]:
    """A count that few reports of a week give."""
    for week in _spans(one.published, WINDOW):
        yield from (f"{week} count:{figure}" for figure in sorted(sharp_counts(one)))


def _spans(published: date | None, window: timedelta) -> tuple[str, ...]:
    """Two spans of days, so that two reports within one `window` share one; of an unknown day a span of its own."""
    if published is None:
        return ("undated",)
    span = published.toordinal() // window.days
    return (f"{window.days}/{span}", f"{window.days}/{span + 1}")


def _names(one: Identity) -> Iterator[str]:
    if one.actor:
        yield one.actor
    if one.family and one.is_person:
        yield f"@{one.family}"
