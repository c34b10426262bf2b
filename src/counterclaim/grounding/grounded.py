"""Grounds what can be grounded without knowing the world: the days and the counts of tellings."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from counterclaim.grounding import days
from counterclaim.grounding.counts import count, is_count
from counterclaim.model.stance import Certainty
from counterclaim.model.telling import Telling
from counterclaim.model.when import Dated

BY = "days-counts-places/1"
AHEAD = frozenset((Certainty.FORECAST, Certainty.CONDITIONAL))  # what is to come, or may


def grounded(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings with their days and counts read."""
    for telling in tellings:
        ahead = telling.stance is not None and telling.stance.certainty in AHEAD
        yield replace(
            telling,
            said=_dated(telling.said, telling, ahead=False),
            when=_dated(telling.when, telling, ahead=ahead),
            quantities=tuple(
                count(each.span, telling.kind, telling.sentence.text) if each.span else each
                for each in telling.quantities
                if is_count(each.written)
            ),
            by=telling.by | {"grounding": BY},
        )


def _dated(one: Dated | None, telling: Telling, *, ahead: bool) -> Dated | None:
    if one is None:
        return None
    anchor = days.day(telling.report.published)
    return replace(one, when=days.meant(one.written, anchor, ahead=ahead))
