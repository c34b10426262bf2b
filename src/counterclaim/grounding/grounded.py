"""Grounds what can be grounded without knowing the world: the days and the counts of tellings."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.grounding.counts import counts
from counterclaim.grounding.dates import with_days
from counterclaim.model.telling import Telling

BY = "grounding/2"


def grounded(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings with their days and counts read."""
    for telling in with_days(tellings):
        yield replace(
            telling,
            quantities=counts(telling),
            by=telling.by | {"grounding": BY},
        )


def answering(read: Sequence[Telling], tied: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings `tied` from those `read`, one for one; what each answers has its id as it is now.

    A place that is tied, or turns out to be none, is part of a telling's id.
    """
    names = {before.id: after.id for before, after in zip(read, tied, strict=True)}
    for telling in tied:
        yield replace(telling, answers=names.get(telling.answers or ""))
