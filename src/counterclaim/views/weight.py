"""Which of many reasons with points are told: the weightiest."""

import re
from collections.abc import Sequence

POINTS = re.compile(r"\(([+-]\d+)\)$")
SHOWN = 4  # reasons of a join that are told


def weightiest(reasons: Sequence[str]) -> list[str]:
    """The reasons that give most points for a join, SHOWN of them at most, in their order; a join's JSON has all."""
    points = {reason: int(found[1]) for reason in reasons if (found := POINTS.search(reason))}
    most = sorted(points, key=lambda reason: -points[reason])[:SHOWN]
    return [reason for reason in reasons if reason in most and points[reason] > 0] or list(reasons[:SHOWN])
