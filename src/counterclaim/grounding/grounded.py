"""Grounds what can be grounded without knowing the world: the days and the counts of tellings."""

from collections.abc import Iterable, Iterator
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
