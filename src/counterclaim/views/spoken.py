"""What a mark of a lane says, in words that tables of a page and of the terminal share."""

from collections.abc import Iterator

from counterclaim.views.answers import Holder
from counterclaim.views.control import Control, Mark
from counterclaim.views.tracing import spoken_day

BASES = {"when": "as claimed", "said": "the day it was said", "report": "the report’s day"}
VERBS = {
    "control_held": "holds it", "control_changed": "took it", "withdrawal": "troops withdraw",
    "encirclement": "troops are surrounded", "assault_advance": "attack or fighting",
}  # fmt: skip
PASSIVE = {"control_held": "held", "control_changed": "taken"}
STANCES = {
    "denies": "denied", "doubts": "doubted", "hedged": "hedged", "conditional": "on a condition",
    "forecast": "a forecast",
}  # fmt: skip


def dated(mark: Mark) -> str:
    """The day or days of a mark and by what they are known: "2 Dec 2025 (the day it was said)"."""
    days = mark.days
    basis = BASES.get(days.basis or "")
    if days.first is None or days.last is None:
        return f"day not known (“{days.written}”)" if days.written else "day not known"
    ends = [spoken_day(day.isoformat()) for day in dict.fromkeys((days.first, days.last))]
    return f"{' to '.join(ends)} ({basis})"


def held(control: Control, mark: Mark) -> str:
    """Who holds the place by a mark: "Russian Federation (inferred: party of the claimant) took it: denied"."""
    stance = [STANCES[word] for word in (mark.polarity, mark.certainty) if word in STANCES]
    words = VERBS[mark.kind]
    if mark.is_of_holding and mark.holder is None:
        words = f"{PASSIVE[mark.kind]}, by whom is not said"
    elif mark.holder:
        words = f"{_holder(control, mark.holder)} {words}"
    return ": ".join((words, ", ".join(stance))) if stance else words


def _holder(control: Control, holder: Holder) -> str:
    name = control.party(holder.party) if holder.party else f"“{holder.written}” (party not known)"
    return f"{name} (inferred: {holder.inferred})" if holder.inferred else name


def meanings(mark: Mark) -> Iterator[str]:
    """Of what part it is, and whether another place may be meant."""
    if mark.part:
        yield f"of a part: “{mark.part}”"
    if mark.doubtful:
        settled = "; by another telling of the claim it is this one" if mark.settled else ""
        yield f"as told it may be one of {len(mark.candidates)} places{settled}"
