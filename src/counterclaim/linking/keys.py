"""Blocking keys: two reports are compared only where they share one."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from counterclaim.linking.identity import Identity
from counterclaim.linking.traits import QUOTED, Traits
from counterclaim.linking.words import informs

WINDOW = timedelta(days=8)  # reports of one occasion are published within it
RUN_TOLD = 14.0  # what the words of a run tell, before it is a key
BARE = 5.0  # nats of a word that is a key together with its week


def keys(report: Sequence[Traits]) -> frozenset[str]:
    """The keys of one report's tellings."""
    return frozenset(key for one in report for key in (*_runs(one), *_quoted(one), *_dated(one)))


def _runs(one: Traits) -> Iterator[str]:
    """Words in a row that few reports share: of a quotation or passage, whenever it was told."""
    words = one.spoken
    for start in range(len(words) - QUOTED + 1):
        run = words[start : start + QUOTED]
        if sum(map(informs, run)) >= RUN_TOLD:
            yield "run:" + " ".join(run)


def _quoted(one: Traits) -> Iterator[str]:
    """A whole quotation, however common its words."""
    yield from (f"said:{' '.join(words)}" for words in one.quoted)


def _dated(one: Traits) -> Iterator[str]:
    """Who claims what sort of thing, and where, together with the weeks in which it was published."""
    for week in _weeks(one.published or (one.said[0] if one.said else None)):
        if one.family:
            yield from (f"{week} {one.family} {place}" for place in one.places)
            yield from (f"{week} {one.family} {name}" for name in _names(one.claimant))
        yield from (f"{week} {name} {place}" for place in one.places for name in _names(one.claimant))
        yield from (f"{week} {word}" for word, weight in one.words.items() if weight >= BARE)


def _weeks(published: date | None) -> tuple[str, ...]:
    """Two spans of days, so that two reports within one WINDOW share one; of an unknown day a span of its own."""
    if published is None:
        return ("undated",)
    span = published.toordinal() // WINDOW.days
    return (str(span), str(span + 1))


def _names(one: Identity) -> Iterator[str]:
    if one.actor:
        yield one.actor
    if one.family and one.is_person:
        yield f"@{one.family}"
